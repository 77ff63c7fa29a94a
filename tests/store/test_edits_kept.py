"""Edits over restarts: undo and redo go on, what no longer fits is told and kept, a kill loses nothing."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from changes_made import ACCEPT, CASE, FIXED
from invented import anchor, figure

from desktop.core.changes import Several, accept, add
from desktop.store.edits import Edits, open_edits


def steps(edits: Edits, count: int) -> None:
    for number in range(count):
        new = figure(f"new{number}", "f1", str(number), anchor("30%"))
        edits.do(add(edits.dossier, new), "me")


def test_undo_and_redo_go_on_after_a_restart() -> None:
    edits, _ = open_edits(CASE)
    steps(edits, 3)
    edits.undo()
    now = edits.dossier
    again, notices = open_edits(CASE)
    assert (again.dossier, notices) == (now, ())
    again.redo()
    assert len(again.dossier.figures) == len(CASE.figures) + 3
    for _ in range(4):
        again.undo()
    assert again.dossier == CASE
    third, _ = open_edits(CASE)
    assert third.dossier == CASE
    third.redo()
    assert third.last is not None
    third.do(ACCEPT, "me")
    assert third.next is None
    assert open_edits(CASE)[0].dossier == third.dossier


def test_what_no_longer_applies_is_told_kept_and_there_again_with_the_base_that_it_fits() -> None:
    edits, _ = open_edits(CASE)
    edits.do(FIXED, "me")
    edits.do(accept(edits.dossier, ["p1"]), "me")  # type: ignore[arg-type]
    newer = replace(CASE, figures=tuple(f for f in CASE.figures if f.id != "g1"))
    other, notices = open_edits(newer)
    assert "更正“不得低于30%”" in notices[0].zh
    assert other.dossier.status_of("p1") == "accepted"
    other.undo()
    assert other.last is None
    again, notices = open_edits(CASE)
    assert notices == ()
    assert again.dossier.status_of("g1") == "corrected"
    assert again.dossier.status_of("p1") == ""
    assert again.touched() == {"g1", "p1"}


def test_when_and_by_whom_is_kept() -> None:
    edits, _ = open_edits(CASE)
    edits.do(Several((ACCEPT, FIXED)), "me")
    review = open_edits(CASE)[0].dossier.review_of("g1")
    assert review is not None
    assert (review.by, review.at[:2], review.reason) == ("me", "20", FIXED.reason)


@pytest.mark.slow
def test_a_killed_process_leaves_every_change_that_it_called_done(home: Path) -> None:
    code = """
import sys
sys.path.insert(0, "tests")
from invented import anchor, dossier, figure
from desktop.core.changes import add
from desktop.store.edits import open_edits
edits, _ = open_edits(dossier())
for number in range(100_000):
    edits.do(add(edits.dossier, figure(f"new{number}", "f1", "1", anchor("30%"))), "me")
    print(number, flush=True)
"""
    root = Path(__file__).resolve().parent.parent.parent
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=root, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        told = [int(process.stdout.readline()) for _ in range(30)][-1]
        process.kill()
        told = max([told, *(int(line) for line in process.stdout if line.endswith("\n"))])
    edits, _ = open_edits(CASE)
    assert f"new{told}" in edits.dossier.items
    edits.do(ACCEPT, "me")
    assert open_edits(CASE)[1] == ()
