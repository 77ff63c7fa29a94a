"""The whole window without a mouse: everything has a name, Tab reaches it and leads on, Escape leads out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from page_tools import reached_with
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QHeaderView,
    QMenu,
    QScrollBar,
    QSplitter,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

import desktop
from desktop.app.tour import settle
from desktop.widgets import tab_order
from desktop.widgets.main_window import MainWindow
from desktop.widgets.pages.base import PAGES
from desktop.widgets.pages.scroll import ScrollPage
from desktop.widgets.table.frozen import FrozenColumn

STEPS = 400
WIDE = ("check", "register")  # they take the room of the columns


@pytest.fixture(params=["overview", "factor with a table", "factor without", "timeline", "check", "register"])
def place(request: pytest.FixtureRequest, window: MainWindow, qtbot: QtBot) -> str:
    """A page of the shipped dossier, in a window that has the keyboard."""
    window.resize(1600, 1000)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    dossier = window.ctx.workspace.dossier
    assert dossier is not None
    page, _, how = request.param.partition(" ")
    assert page in PAGES
    with_table = dossier.tables[0].factor
    without = next(f.id for f in dossier.reasons if all(t.factor != f.id for t in dossier.tables))
    factor = {"with a table": with_table, "without": without}.get(how, "")
    window.ctx.selection.show(replace(window.ctx.selection.focus, page=page, factor=factor, item=factor))
    settle(window.ctx.jobs)
    return str(request.param)


def _stops(window: MainWindow) -> Iterator[QWidget]:
    """What the keyboard should reach."""
    for widget in window.findChildren(QWidget):
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes and widget.isVisible() and widget.isEnabled() and not _passes_on(widget):
            yield widget


def _passes_on(widget: QWidget) -> bool:
    """Whether the keyboard goes from here to the widget's proxy; asking for that would disturb PySide."""
    parent = widget.parentWidget()
    return isinstance(widget, FrozenColumn) or (
        isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget
    )


def _said(widget: QWidget) -> str:
    heard = QAccessible.queryAccessibleInterface(widget)
    return heard.text(QAccessible.Text.Name) if heard is not None else ""


def _list(widgets: set[QWidget]) -> list[str]:
    return sorted(
        f"{type(w).__name__} {w.objectName()} {_said(w)!r} in {type(w.parentWidget()).__name__}"
        for w in widgets
    )


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_that_takes_the_keyboard_has_a_name(language: str, window: MainWindow) -> None:
    window.ctx.preferences.set_language("en" if language == "en" else "zh")
    settle(window.ctx.jobs)
    nameless = {w for w in _stops(window) if not _said(w).strip()}
    assert not nameless, _list(nameless)


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_reaches_everything_and_is_caught_nowhere(key: Qt.Key, window: MainWindow) -> None:
    before = window.ctx.selection.focus
    wanted = set(_stops(window))
    reached = reached_with(key, STEPS)
    missed = {w for w in wanted - set(reached) if _group(w).isdisjoint(reached)}
    assert not missed, _list(missed)
    assert window.ctx.selection.focus == before, "going through the window chooses nothing"


def _group(widget: QWidget) -> set[QWidget]:
    """What the arrow keys reach from a button: of a group, Tab stops at one."""
    if not isinstance(widget, QAbstractButton):
        return set()
    if widget.group() is not None:
        return set(widget.group().buttons())
    parent = widget.parentWidget() if widget.autoExclusive() else None
    return set(parent.findChildren(QAbstractButton)) if parent is not None else set()


def test_f6_goes_round_the_columns(place: str, window: MainWindow) -> None:
    seen: list[QWidget | None] = []
    for _ in range(4):
        window.actions_["next-area"].trigger()
        seen.append(QApplication.focusWidget())
    assert len(set(seen)) == (1 if place in WIDE else 3)
    assert seen[0] is seen[3]


@pytest.mark.usefixtures("place")
def test_what_has_the_keyboard_is_on_the_screen(window: MainWindow) -> None:
    for _ in range(len(set(_stops(window)))):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert not isinstance(focused, (QScrollBar, QHeaderView))
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        seen = QRect(QPoint(), now.size())
        above: QWidget = now
        while above is not window:
            seen = seen.translated(above.pos()).intersected(above.parentWidget().rect())
            above = above.parentWidget()
        assert not seen.isEmpty(), f"out of view: {_list({now})}"


def test_the_order_is_that_of_the_window(place: str, window: MainWindow) -> None:
    """From top to bottom and left to right: bar, tree, page, inspector, status."""
    panels: list[str] = []
    for _ in range(STEPS):
        focused = QApplication.focusWidget()
        assert focused is not None
        part = next(p for p in window._parts if p.isAncestorOf(focused))
        if type(part).__name__ not in panels[-1:]:
            panels.append(type(part).__name__)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if len(panels) > 1 and panels[-1] == panels[0]:
            break
    if place in WIDE:
        assert panels == ["PageStack", "StatusBar", "TopBar", "PageStack"]
        return
    crumbs = [] if place == "overview" else ["Breadcrumb"]
    assert panels == ["TreePanel", *crumbs, "PageStack", "Late", "StatusBar", "TopBar", "TreePanel"]


def test_tab_goes_through_two_panes_from_left_to_right(place: str, window: MainWindow) -> None:
    """Qt keeps what stands in a splitter the other way round."""
    panes = [s for s in window.findChildren(QSplitter) if s.isVisible() and s.count() == 2]
    assert panes or place == "timeline"
    stops = list(tab_order._stops(window))
    for pane in panes:
        first, second = (
            [n for n, stop in enumerate(stops) if pane.widget(at).isAncestorOf(stop)] for at in (0, 1)
        )
        assert not first or not second or max(first) < min(second)


@pytest.mark.usefixtures("place")
def test_what_tab_has_passed_may_be_deleted(window: MainWindow) -> None:
    """PySide would take the window for a child of the last widget in Qt's focus chain, and end it with that one."""
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Tab)
    gone = {w for page in window.pages.findChildren(ScrollPage) for w in page.findChildren(QWidget)}
    for page in window.pages.findChildren(ScrollPage):
        page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone
    assert not any(isValid(w) for w in gone)
    assert all(isValid(w) for w in (window.menuBar(), *window.menuBar().findChildren(QMenu)))
    window.actions_.retranslate()


def test_nobody_walks_the_focus_chain() -> None:
    """See ``tab_order``: what these return is taken for a child of the widget that is asked."""
    asking = re.compile(r"\b(nextInFocusChain|previousInFocusChain|focusProxy)\(\)")
    found = [
        str(p) for p in Path(desktop.__file__).parent.rglob("*.py") if asking.search(p.read_text("utf-8"))
    ]
    assert not found
