"""What is written is read again, whole; a write that fails or is killed leaves what was there."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from any_dossier import dossiers
from any_text import TEXTS
from hypothesis import given, settings

from desktop.core.dossier import Dossier
from desktop.core.errors import UserError
from desktop.importers.draft import draft
from desktop.importers.reading import Reading
from desktop.store import writer
from desktop.store.aside import ASIDE, restore
from desktop.store.codec import load
from desktop.store.library import bundled, entries
from desktop.store.paths import bundled_data
from desktop.store.record import load_record
from desktop.store.validate import validate
from desktop.store.writer import files_of, write

REGISTER = load_record(bundled_data())[0].register


@pytest.mark.parametrize("name", bundled())
def test_bundled_dossiers_are_written_as_they_are(name: str, tmp_path: Path) -> None:
    dossier = load(bundled_data(name)).dossier
    write(dossier, tmp_path / name)
    again = load(tmp_path / name)
    assert again.notices == ()
    assert replace(again.dossier, location=dossier.location) == dossier
    for path, data in files_of(dossier).items():
        if path.endswith(".csv"):
            assert data == (bundled_data(name) / path).read_bytes()
    assert validate(tmp_path / name, bundled_data("register")) == []


@given(dossiers())
@settings(max_examples=60, deadline=None)
def test_any_dossier_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, made: Dossier) -> None:
    folder = tmp_path_factory.mktemp("any") / "made"
    write(made, folder)
    assert replace(load(folder).dossier, location="") == made
    shutil.rmtree(folder.parent)


@given(TEXTS)
@settings(max_examples=40, deadline=None)
def test_the_draft_of_any_text_is_valid_and_comes_back(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.mktemp("draft") / "made"
    made = draft(Reading("a.txt", "txt", "utf-8", text), REGISTER)
    write(made, folder)
    loaded = load(folder)
    assert loaded.notices == ()
    assert replace(loaded.dossier, location="") == made
    assert validate(folder, bundled_data("register")) == []
    shutil.rmtree(folder.parent)


@pytest.fixture
def made() -> Dossier:
    return replace(load(bundled_data("lilidai")).dossier, id="lilidai-copy", location="")


def _names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_a_write_that_fails_leaves_the_old_one(
    made: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "档案"
    write(made, folder)
    old = (folder / "figures.csv").read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writer.os, "fsync", full)
    with pytest.raises(UserError, match="No space left"):
        write(replace(made, figures=()), folder)
    assert (folder / "figures.csv").read_bytes() == old
    assert _names(tmp_path) == ["档案"]


def test_what_a_kill_set_aside_comes_back(
    made: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIYIN_HOME", str(tmp_path))
    library = tmp_path / "data" / "library"
    write(made, library / "a")
    (library / "a").rename(library / f"{ASIDE}a")
    restore(library)
    assert _names(library) == ["a"]
    (library / "a").rename(library / f"{ASIDE}a")
    assert [e.id for e in entries()] == [*bundled(), "lilidai-copy"]
    write(replace(made, id="newer"), library / "a")
    (library / f"{ASIDE}a").mkdir()  # left over from a kill after the second rename
    assert [e.id for e in entries()] == [*bundled(), "newer"]


def test_a_folder_that_cannot_be_written_gets_a_sentence(made: Dossier, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match=r"file"):
        write(made, tmp_path / "file" / "a")


def test_what_an_import_adds_is_described(tmp_path: Path) -> None:
    text = "题目\n一、监管\n2021年的《个人信息保护法》要求单独同意，额度为20万。\n"
    write(draft(Reading("a.txt", "txt", "utf-8", text), REGISTER), tmp_path / "a")
    described = json.loads((tmp_path / "a" / "datapackage.json").read_text("utf-8"))
    names = {
        r["name"]: [f["name"] for f in r.get("schema", {}).get("fields", ())] for r in described["resources"]
    }
    assert "register_id" in names["policies"]
    assert "doubts" in names
    assert "reviews" not in names, "a file without records is left out where it may be"
