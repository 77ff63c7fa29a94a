"""The review in the window without a mouse: names for everything, and Tab reaches it and leads on."""

from __future__ import annotations

import pytest
from page_tools import reached_with
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from review_cases import imported

from desktop.app.tour import settle
from desktop.core.focus import Focus
from desktop.models.review_order import Step
from desktop.widgets.main_window import MainWindow
from desktop.widgets.review.page import ReviewPage

STEPS = 120


@pytest.fixture(params=["list", "form"])
def page(request: pytest.FixtureRequest, window: MainWindow, qtbot: QtBot) -> ReviewPage:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.ctx.workspace.show(imported())
    window.ctx.selection.show(Focus("case", "review"))
    settle(window.ctx.jobs)
    made = window.pages.current
    assert isinstance(made, ReviewPage)
    if request.param == "form":
        made._do("edit", ["g1"])
    return made


def _stops(page: ReviewPage) -> set[QWidget]:
    return {
        w
        for w in page.findChildren(QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus
        and w.isVisible()
        and w.isEnabled()
        and w.focusProxy() is None
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_has_a_name(page: ReviewPage, language: str) -> None:
    page.ctx.preferences.set_language("en" if language == "en" else "zh")
    for widget in _stops(page):
        heard = QAccessible.queryAccessibleInterface(widget)
        assert heard.text(QAccessible.Text.Name).strip(), f"{type(widget).__name__} {widget.objectName()}"


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_reaches_everything(page: ReviewPage, key: Qt.Key) -> None:
    before = page.ctx.selection.focus
    missed = _stops(page) - set(reached_with(key, STEPS))
    assert not missed, [f"{type(w).__name__} {w.accessibleName()}" for w in missed]
    assert page.ctx.selection.focus == before


def test_undo_is_the_menu_of_the_window(page: ReviewPage, window: MainWindow) -> None:
    page._do("accept", ["p1"])
    assert window.actions_["undo"].isEnabled()
    window.actions_["undo"].trigger()
    assert page.model.line("p1").status == "open"
    window.actions_["redo"].trigger()
    assert page.model.line("p1").status == "accepted"


def test_f8_goes_from_doubt_to_doubt_in_the_window(page: ReviewPage, window: MainWindow) -> None:
    """The window has the key for all its pages; one of the page's own besides would make it mean nothing."""
    page.close_editor()
    page.view.setFocus()
    doubtful = [page.model.order.neighbour("", 1, Step.OPEN)]
    for _ in range(2):
        doubtful.append(page.model.order.neighbour(doubtful[-1], 1, Step.OPEN))
    page._choose(doubtful[0])
    QTest.keyClick(page.view, Qt.Key.Key_F8)
    assert window.ctx.selection.focus.item == doubtful[1]
    QTest.keyClick(page.view, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert window.ctx.selection.focus.item == doubtful[0]


def test_ctrl_f_searches_the_article(page: ReviewPage, window: MainWindow) -> None:
    page.view.setFocus()
    window.actions_["find"].trigger()
    assert page.article.find_bar.isVisible()
    assert not window.column_shown("inspector")


def test_f8_asks_the_page_in_view(page: ReviewPage, window: MainWindow) -> None:
    page._choose("g2")
    window.actions_["next-finding"].trigger()
    assert page.ctx.selection.focus.item == "p1"
    window.actions_["previous-finding"].trigger()
    assert page.ctx.selection.focus.item == "g1"


def test_keys_of_the_review_are_no_keys_of_the_window(window: MainWindow) -> None:
    taken = {k for one in window.actions_.actions for k in one.keys}
    assert taken.isdisjoint({"F2", "E", "Return", "Enter", "Delete"})
