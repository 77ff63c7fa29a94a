"""Importing into a library: the same article is updated, another one never replaced."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.core.changes import accept, delete
from desktop.core.dossier import Dossier
from desktop.importers.draft import draft
from desktop.importers.reading import Reading
from desktop.services.shelf import shelve
from desktop.store.codec import load
from desktop.store.edits import open_edits

TEXT = """甲贷为何停办

一、规则收紧
出资比例不得低于30%，甲贷只有12%，因此不再续办新的业务。

二、投入减少
客服人员由850人减少到420人，投诉却增加到65件。
"""
OTHER = """乙贷的另一篇文章

一、成本上升
资金成本从4.2%升到6.8%，所以利润下降。
"""


def read(text: str, name: str = "a.txt", title: str = "") -> Dossier:
    return draft(Reading(name, "txt", "utf-8", text, title=title), ())


def dossiers(library: Path) -> set[str]:
    return {p.name for p in library.glob("[!.]*")}


def test_an_article_is_written_once_and_the_second_time_nothing_changes(tmp_path: Path) -> None:
    first = shelve(read(TEXT), tmp_path, "a.txt")
    assert not first.updated
    assert load(first.folder).dossier == first.dossier
    before = {p: p.stat().st_mtime_ns for p in first.folder.rglob("*")}
    second = shelve(read(TEXT), tmp_path, "a.txt")
    assert (second.updated, second.dossier, second.folder) == (True, first.dossier, first.folder)
    assert {p: p.stat().st_mtime_ns for p in first.folder.rglob("*")} == before
    assert dossiers(tmp_path) == {first.folder.name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (TEXT, "copy of a.txt"),  # the same text
        ("编者按：数据已经核对。\n\n" + TEXT, "a.txt"),  # the same file, and another title
        (TEXT.replace("12%", "13%"), "b.txt"),  # the same title
        (TEXT.replace("12%", "13%"), "a.txt"),
    ],
)
def test_the_same_article_is_known_by_text_file_or_title(tmp_path: Path, text: str, name: str) -> None:
    first = shelve(read(TEXT), tmp_path, "a.txt")
    second = shelve(read(text, name), tmp_path, name)
    assert second.updated
    assert dossiers(tmp_path) == {first.folder.name}
    assert second.dossier.id == first.dossier.id
    assert {f.id for f in first.dossier.figures} & {f.id for f in second.dossier.figures}
    assert load(second.folder).dossier.sources[0].text == text


def test_another_article_of_the_same_name_and_title_gets_a_folder_of_its_own(tmp_path: Path) -> None:
    one = shelve(read(TEXT, title="无题"), tmp_path, "a.txt")
    fresh = replace(read(OTHER), id=one.dossier.id, title=one.dossier.title)
    other = shelve(fresh, tmp_path, "a.txt")
    assert (one.updated, other.updated) == (False, False)
    assert dossiers(tmp_path) == {one.folder.name, f"{one.folder.name}-2"}
    assert shelve(fresh, tmp_path, "a.txt").folder == other.folder
    assert load(other.folder).dossier.id == other.folder.name


def test_edits_stay_and_are_on_what_comes_back(tmp_path: Path) -> None:
    first = shelve(read(TEXT), tmp_path, "a.txt").dossier
    edits, _ = open_edits(first)
    accepted, gone = (next(f.id for f in first.figures if f.anchor.quote == q) for q in ("12%", "65件"))
    for change in (accept(first, [accepted]), delete(first, [gone])):
        assert change is not None
        edits.do(change, "me")
    again = shelve(read("编者按：数据已经核对。\n\n" + TEXT), tmp_path, "a.txt")
    assert again.dossier.status_of(accepted) == "accepted"
    assert gone not in again.dossier.items
    assert (
        gone in load(again.folder).dossier.items
    )  # the files are what was read; the edits are the journal's


def test_a_dossier_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    first = shelve(read(TEXT), tmp_path, "a.txt")
    (first.folder / "datapackage.json").write_text("broken")
    second = shelve(read(TEXT), tmp_path, "a.txt")
    assert second.folder.name == f"{first.folder.name}-2"
    assert (first.folder / "datapackage.json").read_text() == "broken"


def test_many_at_once_lose_nothing(tmp_path: Path) -> None:
    start = threading.Barrier(4)

    def run(number: int) -> Path:
        fresh = replace(read(TEXT if number % 2 else OTHER), id="same", title=read(TEXT).title)
        start.wait(timeout=30)
        return shelve(fresh, tmp_path, "a.txt").folder

    with ThreadPoolExecutor(4) as pool:
        folders = list(pool.map(run, range(4)))
    assert len(set(folders)) == 2
    assert {load(f).dossier.sources[0].text for f in folders} == {TEXT, OTHER}


def test_a_note_that_leads_elsewhere_is_not_followed(tmp_path: Path) -> None:
    first = shelve(read(TEXT), tmp_path / "library", "a.txt")
    for note in (tmp_path / "library" / ".known").iterdir():
        note.write_text("../outside")
    outside = tmp_path / "outside"
    (tmp_path / "library" / first.folder.name).rename(outside)
    again = shelve(read(TEXT), tmp_path / "library", "a.txt")
    assert (again.updated, again.folder) == (False, first.folder)
