"""The page of all dossiers: what is listed, opening, the trash and back."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.core.progress import NoProgress
from desktop.store.listing import listing
from desktop.store.paths import bundled_data
from desktop.widgets.main_window import MainWindow
from desktop.widgets.pages.parts.library_page import LibraryPage


@pytest.fixture
def own(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dossier of the user's, and a trash of this test's alone."""
    (home / "share").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "share"))
    return shutil.copytree(bundled_data("lilidai"), home / "data" / "library" / "own")


@pytest.fixture
def page(window: MainWindow, own: Path, qtbot: QtBot) -> LibraryPage:
    window.ctx.selection.show(replace(window.ctx.selection.focus, page="library"))
    found = window.findChild(LibraryPage)
    assert found is not None
    qtbot.waitUntil(lambda: found.table.model is not None, timeout=30_000)
    return found


def _column(page: LibraryPage, col: int) -> list[str]:
    assert page.table.model is not None
    return [page.table.model.text(row, col) for row in range(page.table.model.rowCount())]


def _choose(page: LibraryPage, row: int) -> None:
    assert page.table.model is not None
    page.table.view.enter(page.table.model.index(row, 0))
    page._choose(page.table.model.item(row, 0))


def test_lists_shipped_and_own_dossiers_with_their_counts(page: LibraryPage) -> None:
    assert _column(page, 0) == ["微粒贷", "粒粒贷", "粒粒贷"]
    assert _column(page, 2) == ["8", "7", "7"]
    assert _column(page, 8)[0] == "随附，只读"


def test_articles_can_be_imported_from_here(
    page: LibraryPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(window, "import_files", lambda: asked.append(True))
    page._import.click()
    assert asked == [True]


def test_opens_the_chosen_dossier(page: LibraryPage, own: Path) -> None:
    assert not page._open.isEnabled()
    _choose(page, 2)
    page._open.click()
    assert page.dossier is not None
    assert page.dossier.location == str(own)


def test_the_open_dossier_is_shown_too(page: LibraryPage) -> None:
    """Its reader left it for this page, which would be the place to return to."""
    _choose(page, 0)
    page._open.click()
    assert page.ctx.selection.focus.page == "overview"


def test_enter_opens_from_the_rows_and_searches_in_the_search_box(
    page: LibraryPage, window: MainWindow, own: Path, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    _choose(page, 2)
    page.table.open_find()
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert page.dossier is not None
    assert page.dossier.location != str(own)
    page.table.view.setFocus()
    QTest.keyClick(page.table.view, Qt.Key.Key_Return)
    assert page.dossier.location == str(own)


def test_a_shipped_dossier_stays(page: LibraryPage) -> None:
    _choose(page, 0)
    assert page._open.isEnabled()
    assert not page._remove.isEnabled()


def test_the_trash_gives_back(page: LibraryPage, window: MainWindow, own: Path, qtbot: QtBot) -> None:
    window.open_path(own)
    window.ctx.selection.show(replace(window.ctx.selection.focus, page="library"))
    _choose(page, 2)
    page._remove.click()
    assert not own.exists()
    assert page.dossier is not None
    assert page.dossier.location != str(own)  # the one that was open has gone
    qtbot.waitUntil(lambda: len(_column(page, 0)) == 2)
    window.notices._offer.click()
    assert (own / "datapackage.json").is_file()
    qtbot.waitUntil(lambda: len(_column(page, 0)) == 3)


def test_the_latest_of_the_own_dossiers_comes_first(own: Path) -> None:
    later = Path(shutil.copytree(own, own.with_name("zz")))
    for folder, seconds in ((own, 1_000_000), (later, 2_000_000)):
        os.utime(folder / "datapackage.json", (seconds, seconds))
    assert [one.folder for one in listing(NoProgress())][2:] == [later, own]


def test_a_broken_dossier_is_listed_with_its_problem(own: Path) -> None:
    (own / "figures.csv").unlink()
    other = own.with_name("worse")
    other.mkdir()
    (other / "datapackage.json").write_text("{", encoding="utf-8")
    broken = [one for one in listing(NoProgress()) if one.problem is not None]
    assert [one.folder for one in broken] == [own, other]
    assert all(str(one.folder) in one.problem.zh for one in broken if one.problem)
