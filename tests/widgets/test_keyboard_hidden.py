"""A list that is hidden gives the keyboard to what takes its place, never to the bar at the top."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from review_cases import imported, nothing_found

from desktop.app.tour import settle
from desktop.core.dossier import Dossier
from desktop.core.focus import Focus
from desktop.widgets.check.page import CheckPage
from desktop.widgets.main_window import MainWindow
from desktop.widgets.register.page import RegisterPage
from desktop.widgets.review.page import ReviewPage


@pytest.fixture(autouse=True)
def _in_front(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def _on(window: MainWindow, page: str) -> object:
    window.ctx.selection.show(replace(window.ctx.selection.focus, page=page))
    settle(window.ctx.jobs)
    return window.pages.current


def test_the_other_look_of_the_register_takes_the_keyboard(window: MainWindow) -> None:
    page = _on(window, "register")
    assert isinstance(page, RegisterPage)
    lists = page.side.lists
    assert lists.list.hasFocus()
    for name, rows in (("时间线", lists.times), ("条目", lists.list)):
        look = next(b for b in page.side.looks.findChildren(QAbstractButton) if b.text() == name)
        QTest.mouseClick(look, Qt.MouseButton.LeftButton)
        assert rows.hasFocus()


def test_an_empty_list_gives_the_keyboard_to_what_narrows_it(window: MainWindow) -> None:
    for key in ("check", "register"):
        page = _on(window, key)
        assert isinstance(page, (CheckPage, RegisterPage))
        box = page.head.box if isinstance(page, CheckPage) else page.side.finder.box
        page.keyboard_home().setFocus()
        box.setText("没有这样的内容")
        assert QApplication.focusWidget() is box


@pytest.mark.parametrize("case", [imported(), nothing_found()], ids=["narrowed", "nothing found"])
def test_an_empty_review_keeps_the_keyboard(case: Dossier, window: MainWindow) -> None:
    window.ctx.workspace.show(case)
    window.ctx.selection.show(Focus(case.id, "review"))
    settle(window.ctx.jobs)
    page = window.pages.current
    assert isinstance(page, ReviewPage)
    page.view.setFocus()
    page.list_head.box.setText("没有这样的内容")
    assert page.isAncestorOf(QApplication.focusWidget())


def test_the_keyboard_waits_for_the_check_and_goes_to_its_list(window: MainWindow) -> None:
    """A step back into another dossier shows the page before the audit is there."""
    page = _on(window, "check")
    assert isinstance(page, CheckPage)
    page.setFocus()
    page._tell_state()
    assert page.view.hasFocus()
