"""Ruling on findings: changes that can be undone, are kept in the journal and in a saved copy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from audit_cases import finding, found, usual
from invented import dossier

from desktop.core.changes import Rule, Stale, apply, revert, rule
from desktop.core.dossier import Dossier
from desktop.core.found import ruling_of
from desktop.store.change_codec import decode, encode
from desktop.store.codec import load
from desktop.store.writer import write


def ruled(case: Dossier, status: str, reason: str = "") -> tuple[Rule, Dossier]:
    change = rule(case, found(case).audit.findings[0], status, reason)
    assert change is not None
    return change, apply(case, change)


def status(case: Dossier) -> tuple[str, str]:
    ruling = ruling_of(case, found(case).audit.findings[0])
    return (ruling.status, ruling.reason) if ruling is not None else ("", "")


def test_accept_dispute_and_take_back_with_undo() -> None:
    case = usual()
    first, accepted = ruled(case, "accepted")
    second, disputed = ruled(accepted, "disputed", "口径不同")
    third, back = ruled(disputed, "")
    assert [status(c) for c in (accepted, disputed, back)] == [
        ("accepted", ""),
        ("disputed", "口径不同"),
        ("", ""),
    ]
    assert status(revert(back, third)) == ("disputed", "口径不同")
    assert status(revert(disputed, second)) == ("accepted", "")
    assert revert(accepted, first) == case


def test_the_same_again_is_no_change() -> None:
    case = usual()
    one = found(case).audit.findings[0]
    assert rule(case, one, "") is None
    _, accepted = ruled(case, "accepted")
    assert rule(accepted, one, "accepted") is None


def test_a_ruling_over_other_numbers_is_replaced_and_given_back() -> None:
    case = usual()
    _, old = ruled(case, "disputed", "旧")
    now = finding("fnd-1", "ambiguous", "g2", shown="39%")
    change = rule(old, now, "accepted")
    assert change is not None
    again = apply(old, change)
    assert [r.status for r in again.rulings] == ["accepted"]
    assert revert(again, change).rulings == old.rulings


def test_a_finding_whose_items_have_gone_cannot_be_ruled_on() -> None:
    change, _ = ruled(usual(), "accepted")
    with pytest.raises(Stale):
        apply(dossier(figures=()), change)


def test_the_menu_names_what_it_is_about() -> None:
    case = usual()
    change, _ = ruled(case, "disputed", "x")
    assert change.described(case).zh == "不同意对“38%”的发现"
    assert change.touched() == frozenset()


def test_the_journal_keeps_it() -> None:
    case = usual()
    _, accepted = ruled(case, "accepted")
    for change in (
        ruled(case, "accepted")[0],
        ruled(accepted, "disputed", "口径")[0],
        ruled(accepted, "")[0],
    ):
        assert decode(encode(change), Path("journal.jsonl"), 1) == change


def test_a_saved_copy_keeps_rulings_and_never_the_findings(tmp_path: Path) -> None:
    _, case = ruled(usual(), "disputed", "口径不同")
    write(case, tmp_path / "copy")
    copy = load(tmp_path / "copy").dossier
    assert copy.rulings == case.rulings
    assert copy.found is None
    write(replace(case, rulings=()), tmp_path / "none")
    assert not (tmp_path / "none" / "rulings.csv").exists()
