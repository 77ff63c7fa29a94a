"""Finding in the table card, and copying from it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from table_tools import POPS_UP, choose, settled

from desktop.widgets.table.panel import TablePanel


def test_find_steps_round(large: TablePanel, qtbot: QtBot) -> None:
    large.open_find()
    large.find_bar.box.setText("29")
    qtbot.waitUntil(lambda: "/" in large.find_bar._count.text())
    assert large.find_bar._count.text() == "0/13"
    rows = []
    for by in (1, 1, -1, -1):
        large.finder.step(by)
        rows.append(large.view.currentIndex().row())
    assert rows == [0, 1, 0, 299 - 29]
    assert large.find_bar._count.text() == "13/13"
    large.find_bar.close_bar()
    assert large.view.hasFocus() or not large.isActiveWindow()


def test_enter_before_the_search_is_through(large: TablePanel, qtbot: QtBot) -> None:
    large.open_find()
    large.find_bar.box.setText("行6")
    large.finder.step(1)
    qtbot.waitUntil(lambda: large.view.currentIndex().row() == 6)


def test_found_anew_when_rows_move(large: TablePanel, qtbot: QtBot) -> None:
    large.open_find()
    large.find_bar.box.setText("299")
    large.finder.step(1)
    qtbot.waitUntil(lambda: large.view.currentIndex().row() == 0)
    large.commands.sort(1, False)
    settled(large, qtbot)
    assert large.view.currentIndex().row() == 299
    large.view.enter(large.model.index(0, 0))  # type: ignore[union-attr]
    large.finder.step(1)
    qtbot.waitUntil(lambda: large.view.currentIndex().row() == 299)


def test_copy(large: TablePanel, qtbot: QtBot) -> None:
    large.view.enter(large.view.model().index(0, 1))
    qtbot.keyClick(large.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "数（%）\n299\n"
    menu = QMenu()
    large.commands.fill_copy(menu)
    choose(menu, "复制为 Markdown 表格")
    assert QGuiApplication.clipboard().text().count("\n") == 302
    large.view.clearSelection()
    choose(menu, "复制（制表符分隔，含表头）")
    assert QGuiApplication.clipboard().text().splitlines()[1] == "行0\t299"


@POPS_UP
def test_the_menu_of_a_cell_offers_to_copy(large: TablePanel, qtbot: QtBot) -> None:
    large.view.enter(large.view.model().index(0, 0))
    large.view.customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text().startswith("复制")
    menu.close()
