"""What the inspector says of the whole dossier."""

from __future__ import annotations

from dataclasses import replace

from audit_cases import usual
from invented import assessment, dossier

from desktop.core.dossier import Dossier
from desktop.core.dossier_facts import facts_of_dossier
from desktop.core.verdict import VERDICTS


def told(case: Dossier) -> dict[str, str]:
    """The rows in English, with ordinary spaces."""
    return {label.en: text.en.replace("\u00a0", " ") for label, text in facts_of_dossier(case).rows}


def test_a_digest_says_what_it_holds_and_that_the_original_is_not_shipped() -> None:
    rows = told(dossier())
    assert rows["Source"].startswith("digest in our own words")
    assert rows["Source"].endswith("is not shipped")
    assert rows["Holds"] == "2 reasons · 1 table · 7 figures · 1 policy · 1 event · 1 point"
    assert "Check" not in rows
    assert "Premise" not in rows
    assert "Review" not in rows


def test_an_import_says_that_it_is_one() -> None:
    case = dossier()
    source = replace(case.sources[0], original=None, date="2024-05-06")
    rows = told(replace(case, sources=(source,)))
    assert rows["Source"] == f"imported article, {len(source.text):,} characters"
    assert rows["Date"] == "2024-05-06"


def test_the_audit_is_told_by_tone() -> None:
    assert told(usual())["Check"].endswith(" checked · × 1 does not hold · ? 1 ambiguous")


def test_no_number_is_parted_from_what_it_counts() -> None:
    rows = {label.en: text.zh for label, text in facts_of_dossier(usual()).rows}
    for row in ("Holds", "Check"):
        assert not any(" " in part for part in rows[row].split("· "))


def test_the_verdict_on_the_premise_stands_with_its_claim() -> None:
    premise = assessment("a9", "f0", "differs", premise=True)
    verdict = VERDICTS["differs"]
    assert told(dossier(assessments=(premise,)))["Premise"] == f"{verdict.mark} {verdict.name.en}: the claim"
