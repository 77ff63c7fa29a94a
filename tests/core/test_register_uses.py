"""Where a dossier and its audit rest on the register."""

from __future__ import annotations

from audit_cases import finding
from invented import assessment, dossier, entry

from desktop.core.finding import Passed, Uncheckable
from desktop.core.record import Record
from desktop.core.register.uses import entry_behind, used_in, uses_of
from desktop.core.text import Text
from desktop.core.verdict import VERDICTS

KNOWN = Record((entry(),), ())


def test_the_mentions_of_an_entry_are_those_assessed_against_it() -> None:
    case = dossier()
    assert [mention.id for mention in uses_of(case, "r1")] == ["p1"]
    assert used_in(case) == {"r1": 1}
    assert uses_of(case, "r2") == ()


def test_a_row_of_the_audit_leads_to_the_entry_of_its_regulation_and_no_other() -> None:
    case = dossier()
    for told in (
        finding("a", "differs", "p1", check="policy"),
        Passed("policy", ("p1",), VERDICTS["consistent"]),
        Uncheckable("p1", Text("不详", "unknown"), "single"),
    ):
        found = entry_behind(case, KNOWN, told)
        assert found is not None
        assert found.id == "r1"
        assert entry_behind(case, Record((), ()), told) is None
    assert entry_behind(case, KNOWN, finding("b", "ambiguous", "g2")) is None


def test_what_the_record_says_leads_to_its_entry_or_else_to_the_nearest() -> None:
    cited = finding("a", "differs", "g2", check="record", kind="a1")
    found = entry_behind(dossier(), KNOWN, cited)
    assert found is not None
    assert found.id == "r1"
    near = assessment("a1", "f1", "not_found", "g2", nearest=("gone", "r1"))
    found = entry_behind(dossier(assessments=(near,)), KNOWN, cited)
    assert found is not None
    assert found.id == "r1"
    assert entry_behind(dossier(assessments=()), KNOWN, cited) is None
