"""Long lists of findings: heads of verdicts, folded where nothing need be wrong, and opened on the way to a row."""

from __future__ import annotations

from dataclasses import replace

import pytest
from audit_cases import audited, finding, found
from invented import dossier
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from desktop.core.found import about
from desktop.core.review import Ruling
from desktop.core.verdict import VERDICTS
from desktop.models.audit_groups import FEW, MEANT, Group
from desktop.models.audit_list import AuditList, Wanted
from desktop.models.roles import Role

CASE = {"inconsistent": 2, "differs": 3, "ambiguous": 6, "not_found": 2}


@pytest.fixture
def model() -> AuditList:
    """Findings of CASE, those of one severity mixed in the order of the text."""
    places = ["g1", "g2", "g3", "h11", "h21", "h22"]
    found = [
        finding(f"{code}-{n}", code, places[(n * 2 + len(code)) % len(places)])
        for code, count in CASE.items()
        for n in range(count)
    ]
    made = AuditList()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show(audited(dossier(), found))
    return made


def heads(model: AuditList) -> list[tuple[str, int, bool]]:
    found = (model.head_at(model.index(n, 0)) for n in range(model.rowCount()))
    return [(head.verdict.code, head.number, head.folded) for head in found if head is not None]


def test_what_need_not_be_wrong_is_folded_below_the_rest(model: AuditList) -> None:
    assert heads(model) == [
        ("inconsistent", 2, False),
        ("differs", 3, False),
        ("ambiguous", 6, True),
        ("not_found", 2, True),
    ]
    assert model.rowCount() == 4 + 2 + 3
    codes = [row.verdict.code for row in model.rows if row.verdict is not None]
    assert codes == sorted(codes, key=list(VERDICTS).index), "the rows of one verdict stand together"


def test_every_verdict_that_a_finding_may_have_is_explained() -> None:
    assert {v.code for v in VERDICTS.values() if v.severity} == set(MEANT)


def test_a_few_rows_need_no_heads(model: AuditList) -> None:
    few = [finding(str(n), "ambiguous" if n else "differs", "g2") for n in range(FEW)]
    model.show(audited(dossier(), few))
    assert heads(model) == []
    assert model.rowCount() == FEW


def test_the_first_group_is_open_whatever_it_is(model: AuditList) -> None:
    only = [finding(f"{n}", "ambiguous" if n < 9 else "not_found", "g2") for n in range(12)]
    model.show(audited(dossier(), only))
    assert [(code, folded) for code, _, folded in heads(model)] == [("ambiguous", False), ("not_found", True)]


def test_narrowed_by_words_nothing_is_folded_and_one_verdict_has_no_head(model: AuditList) -> None:
    model.narrow(Wanted(text="这句话"))
    assert [folded for *_, folded in heads(model)] == [False] * 4
    model.narrow(Wanted(verdict="ambiguous"))
    assert heads(model) == []
    assert model.rowCount() == 6


def test_in_the_order_of_the_text_there_are_no_heads(model: AuditList) -> None:
    model.order_by("place")
    assert heads(model) == []
    assert model.rowCount() == sum(CASE.values())


def test_rows_come_and_go_below_their_head_without_a_reset(model: AuditList) -> None:
    reset = QSignalSpy(model.modelReset)
    model.set_folded(model.index(0, 0), folded=True)
    assert heads(model)[0] == ("inconsistent", 2, True)
    assert model.index_of("inconsistent-1").row() == 0, "its head stands for a folded row"
    model.set_folded(model.index(0, 0), folded=True)
    model.set_folded(model.index(0, 0), folded=False)
    assert model.index_of("inconsistent-1").row() in (1, 2)
    assert reset.count() == 0


def test_the_next_row_may_be_folded_and_is_revealed(model: AuditList) -> None:
    last = model.rows[4].id
    hidden = model.neighbour(last, 1)
    assert hidden.startswith("ambiguous")
    assert model.head_at(model.index_of(hidden)) is not None
    model.reveal(hidden)
    assert model.id_at(model.index_of(hidden)) == hidden
    assert model.head_of(model.index_of(hidden)).row() == model.index_of(hidden).row() - 1


def test_another_audit_of_the_dossier_leaves_the_groups_as_they_are(model: AuditList) -> None:
    model.reveal("ambiguous-0")
    case = audited(dossier(), [row.told for row in model.every])  # type: ignore[misc]
    model.show(case)
    assert ("ambiguous", 6, False) in heads(model)
    model.show(replace(case, id="another"))
    assert ("ambiguous", 6, True) in heads(model)


def test_a_head_counts_what_is_not_disputed_and_can_be_heard(model: AuditList) -> None:
    case = audited(dossier(), [row.told for row in model.every])  # type: ignore[misc]
    one = next(f for f in found(case).audit.findings if f.id == "differs-0")
    model.show(replace(case, rulings=(Ruling(one.id, "disputed", about(one), reason="口径"),)))
    assert ("differs", 2, False) in heads(model)
    heard = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("不符：2 条，已展开")
    assert isinstance(model.index(0, 0).data(Role.LINE), Group)
    assert model.index(0, 0).data(Role.ITEM) is None
    model.set_language("en")
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("does not hold: 2, open")
