"""A dossier that was edited goes out as one file, and comes back as it was."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.core.changes import accept, correct, delete, replay
from desktop.core.dossier import Dossier
from desktop.core.errors import UserError
from desktop.core.text import same
from desktop.importers.draft import draft
from desktop.importers.reading import Reading
from desktop.store.adopt import adopt
from desktop.store.codec import load
from desktop.store.edits import open_edits
from desktop.store.paths import bundled_data
from desktop.store.share import export
from desktop.store.validate import validate
from desktop.store.writer import write

TEXT = "甲贷为何停办\n\n一、规则收紧\n出资比例不得低于30%，甲贷只有12%。\n\n二、投入减少\n客服由850人减到420人。\n"


def edited(base: Dossier) -> Dossier:
    first, second, third = base.figures[:3]
    done = [
        accept(base, [first.id, base.factors[1].id]),
        correct(base, replace(second, entity=same("他人")), "原文写错，\n换行也在"),
        delete(base, [third.id]),
    ]
    return replay(base, [change for change in done if change is not None]).dossier


@pytest.mark.parametrize("which", ["imported", "bundled"])
def test_a_copy_holds_the_edits_and_is_a_valid_package(tmp_path: Path, which: str) -> None:
    imported = draft(Reading("a.txt", "txt", "utf-8", TEXT), ())
    base = imported if which == "imported" else load(bundled_data("weilidai")).dossier
    now = edited(base)
    export(now, tmp_path / "copy.guiyin")
    folder = adopt(tmp_path / "copy.guiyin").folder
    loaded = load(folder)
    assert loaded.notices == ()
    there = {"doubts": tuple(d for d in now.doubts if d.item in now.items)}
    assert replace(loaded.dossier, id=now.id, product=now.product, location="") == replace(
        now, location="", **there
    )
    assert validate(folder) == []
    assert [p.name for p in tmp_path.iterdir()] == ["copy.guiyin"]


def test_opening_ones_own_copy_makes_no_second_dossier(tmp_path: Path, home: Path) -> None:
    base = replace(draft(Reading("a.txt", "txt", "utf-8", TEXT), ()), location="")
    write(base, home / "data" / "library" / base.id)
    edits, _ = open_edits(base)
    change = accept(base, [base.figures[0].id])
    assert change is not None
    edits.do(change, "me")
    export(edits.dossier, tmp_path / "copy.guiyin")
    adopted = adopt(tmp_path / "copy.guiyin")
    assert adopted.folder == home / "data" / "library" / base.id
    assert adopted.notices == ()
    edits.undo()  # now the copy holds something else
    assert adopt(tmp_path / "copy.guiyin").folder.name == f"{base.id}-2"


def test_the_same_dossier_gives_the_same_bytes(tmp_path: Path) -> None:
    now = edited(draft(Reading("a.txt", "txt", "utf-8", TEXT), ()))
    export(now, tmp_path / "1.guiyin")
    export(now, tmp_path / "2.guiyin")
    assert (tmp_path / "1.guiyin").read_bytes() == (tmp_path / "2.guiyin").read_bytes()
    with zipfile.ZipFile(tmp_path / "1.guiyin") as archive:
        assert {"datapackage.json", "reviews.csv", "deleted.csv"} <= set(archive.namelist())


def test_a_place_that_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    now = draft(Reading("a.txt", "txt", "utf-8", TEXT), ())
    with pytest.raises(UserError, match="Cannot write"):
        export(now, tmp_path / "nowhere" / "copy.guiyin")
    (tmp_path / "copy.guiyin").mkdir()
    with pytest.raises(UserError, match="Cannot write"):
        export(now, tmp_path / "copy.guiyin")
    assert [p.name for p in tmp_path.iterdir()] == ["copy.guiyin"]
