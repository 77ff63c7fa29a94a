"""The list of an audit: order, filters, words, and places that survive."""

from __future__ import annotations

from dataclasses import replace

from audit_cases import audited, finding, found, usual
from invented import dossier
from PySide6.QtCore import Qt

from desktop.core.audit_rows import DERIVED, OPEN
from desktop.core.found import about
from desktop.core.review import Ruling
from desktop.models.audit_list import AuditList, Wanted
from desktop.models.audit_words import AuditLine
from desktop.models.roles import Role


def listed(model: AuditList) -> list[str]:
    return [row.id for row in model.rows]


def test_red_comes_before_amber_of_the_same_severity_then_the_place() -> None:
    found = [
        finding("amber", "differs", "g2"),
        finding("later", "inconsistent", "g3"),
        finding("first", "inconsistent", "g1"),
        finding("grave", "changes_conclusion", "h22"),
    ]
    model = AuditList()
    model.show(audited(dossier(), found))
    assert listed(model) == ["grave", "first", "later", "amber"]
    model.order_by("place")
    assert listed(model) == ["first", "amber", "later", "grave"]


def test_no_dossier_and_no_audit_list_nothing() -> None:
    model = AuditList()
    model.show(None)
    assert model.rowCount() == 0
    model.show(dossier())
    assert model.rowCount() == 0
    assert model.neighbour("", 1) == ""
    assert not model.index_of("x").isValid()


def test_a_row_in_words() -> None:
    model = AuditList()
    model.show(usual())
    line = model.index(0, 0).data(Role.LINE)
    assert isinstance(line, AuditLine)
    assert (line.title, line.factor, line.check, line.series) == (
        "测贷 · 占比 22%",
        "2 投入减少",
        "占比之和",
        1,
    )
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("不符，测贷 · 占比 22%，fnd-2 这句话")
    model.set_language("en")
    assert model.index(0, 0).data(Role.LINE).check == "shares"


def test_text_finds_both_languages_and_any_width_of_letters() -> None:
    model = AuditList()
    model.show(usual())
    for words in ("ＦＮＤ-1", "share", "占比之和", "38%"):
        model.narrow(Wanted(text=words))
        assert model.rows, words
    model.narrow(Wanted(text="nowhere"))
    assert not model.rows


def test_a_disputed_row_stays_where_it_is_and_no_longer_counts() -> None:
    case = usual()
    one = found(case).audit.findings[1]
    model = AuditList()
    model.show(replace(case, rulings=(Ruling(one.id, "disputed", about(one), reason="口径"),)))
    assert listed(model) == ["fnd-2", "fnd-1"]
    assert model.line(model.rows[0]).status == "disputed"
    assert model.line(model.rows[0]).reason == "口径"
    counts = model.counts()
    assert (counts["inconsistent"], counts["ambiguous"], counts["findings"], counts[OPEN]) == (0, 1, 2, 1)


def test_derived_figures_show_their_value_and_arithmetic() -> None:
    model = AuditList()
    model.show(usual())
    model.narrow(Wanted(DERIVED))
    line = model.line(model.rows[0])
    assert (line.verdict, line.title, line.said) == (None, "此前的占比 19.5%", "38 ÷ 2 = 19")
