"""Where the keyboard goes with a page: to its list, to the page itself, and back to the pages after another dossier."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from desktop.app.tour import settle
from desktop.store.paths import bundled_data
from desktop.widgets import tab_order
from desktop.widgets.main_window import MainWindow
from desktop.widgets.page_button import PageButton
from desktop.widgets.pages.scroll import ScrollPage


@pytest.mark.parametrize("key", [Qt.Key.Key_4, Qt.Key.Key_5])
def test_the_keyboard_goes_along_to_the_list_of_a_page(key: Qt.Key, window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    settle(window.ctx.jobs)
    for start in ("tree", "middle"):
        QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        window.columns.enter(start)
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        settle(window.ctx.jobs)
        assert isinstance(QApplication.focusWidget(), QListView)


@pytest.mark.parametrize(("page", "name"), [("factor", "因素"), ("timeline", "时间线")])
def test_a_page_that_scrolls_has_the_keyboard_itself_until_tab(
    page: str, name: str, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(900, 500)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.columns.enter("middle")
    window.actions_[f"page-{page}"].trigger()
    settle(window.ctx.jobs)
    shown = window.pages.current
    assert shown is not None
    assert shown.hasFocus()
    assert shown.accessibleName() == name
    QTest.keyClick(shown, Qt.Key.Key_PageDown)
    sheet = (
        shown
        if isinstance(shown, ScrollPage)
        else next(s for s in shown.findChildren(ScrollPage) if s.isVisible())
    )
    bar = sheet.area.verticalScrollBar()
    assert bar.value() > 0
    for end, place in ((Qt.Key.Key_End, bar.maximum()), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(shown, end)
        assert bar.value() == place
    stops = list(tab_order._stops(shown))
    QTest.keyClick(shown, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is stops[0]
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_Backtab)
    assert window._parts[3].isAncestorOf(QApplication.focusWidget()), "the breadcrumb stands before the page"


@pytest.mark.parametrize("page", ["overview", "factor", "timeline"])
@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Left, Qt.Key.Key_Escape])
def test_a_key_that_scrolls_nothing_ends_at_the_page(
    page: str, key: Qt.Key, window: MainWindow, qtbot: QtBot
) -> None:
    """An area passes on what it does not know to what stands around it: the page that gave it the key."""
    window.ctx.selection.show(replace(window.ctx.selection.focus, page=page))
    settle(window.ctx.jobs)
    shown = window.pages.current
    assert shown is not None
    shown.setFocus()
    with qtbot.captureExceptions() as raised:
        QTest.keyClick(shown, key)
    assert not raised
    assert shown.hasFocus()


def test_a_click_on_a_page_leaves_the_keyboard_to_the_page(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button = next(b for b in window.findChildren(PageButton) if b.text() == "登记簿")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(window.ctx.jobs)
    assert isinstance(QApplication.focusWidget(), QListView)


@pytest.mark.parametrize("page", ["overview", "factor", "timeline", "check", "register"])
def test_another_dossier_leaves_the_keyboard_in_the_pages(
    page: str, window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    dossier = window.ctx.workspace.dossier
    assert dossier is not None
    factor = dossier.reasons[1].id if page == "factor" else ""
    window.ctx.selection.show(replace(window.ctx.selection.focus, page=page, factor=factor, item=factor))
    settle(window.ctx.jobs)
    window.columns.enter("middle")
    for _ in range(5):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
    window.open_path(bundled_data("lilidai"))
    settle(window.ctx.jobs)
    middle = window.pages.parentWidget()
    assert middle is not None
    assert middle.isAncestorOf(QApplication.focusWidget())
