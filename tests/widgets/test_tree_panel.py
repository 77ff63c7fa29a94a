"""The left column: filter, keyboard, selection both ways, languages and themes."""

from __future__ import annotations

import pytest
from invented import dossier, large, open_in
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.focus import Focus
from desktop.services.context import Context
from desktop.widgets.tree_panel import TreePanel

Key = Qt.Key


@pytest.fixture
def panel(ctx: Context, qtbot: QtBot) -> TreePanel:
    open_in(ctx, dossier())
    made = TreePanel(ctx)
    qtbot.addWidget(made)
    made.resize(262, 600)
    made.show()
    return made


def item(panel: TreePanel) -> str | None:
    return panel.view.model().item_at(panel.view.currentIndex())


def lines(panel: TreePanel) -> list[str]:
    found, index = [], panel.view.model().index(0, 0)
    while index.isValid():
        found.append(index.data())
        index = panel.view.indexBelow(index)
    return found


def test_a_click_shows_the_factor_and_a_focus_from_elsewhere_opens_the_tree(
    panel: TreePanel, ctx: Context
) -> None:
    view = panel.view
    place = view.visualRect(view.model().index_of("f1")).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (ctx.selection.focus.page, ctx.selection.focus.factor) == ("factor", "f1")
    ctx.selection.show(Focus("case", "factor", "f2", "c21"))
    assert item(panel) == "h21"
    assert view.isExpanded(view.model().index_of("t1"))
    assert ctx.selection.focus.item == "c21"


def test_arrows_move_the_focus_and_space_leads_back_to_the_page(panel: TreePanel, ctx: Context) -> None:
    panel.view.setFocus()
    QTest.keyClick(panel.view, Key.Key_Down)
    QTest.keyClick(panel.view, Key.Key_Down)
    assert ctx.selection.focus.factor == "f1"
    QTest.keyClick(panel.view, Key.Key_Right)
    QTest.keyClick(panel.view, Key.Key_Down)
    assert ctx.selection.focus.item == "g1"
    QTest.keyClick(panel.view, Key.Key_Up)
    ctx.selection.show(Focus("case", "timeline", "f1", "f1"))
    QTest.keyClick(panel.view, Key.Key_Space)
    assert ctx.selection.focus.page == "factor"


@pytest.mark.parametrize(("typed", "found"), [("2", "f2"), ("投", "f2"), ("展", "f9"), ("x", "")])
def test_type_ahead_knows_number_and_name(panel: TreePanel, typed: str, found: str) -> None:
    panel.view.setCurrentIndex(panel.view.model().index(0, 0))
    panel.view.keyboardSearch(typed)
    assert item(panel) == found


def test_filter_counts_highlights_and_leads_into_the_tree(panel: TreePanel, ctx: Context) -> None:
    QTest.keyClicks(panel.filter, "38%")
    assert lines(panel) == ["测贷为何停办", "2 投入减少", "占比"]
    assert panel._count.text() == "1 项"
    QTest.keyClick(panel.filter, Key.Key_Down)
    assert ctx.selection.focus.item == "g3"
    assert panel.view.hasFocus()
    QTest.keyClick(panel.view, Key.Key_Escape)
    assert panel.filter.text() == ""
    assert panel._count.isHidden()


def test_clearing_the_filter_puts_back_what_was_open(panel: TreePanel) -> None:
    panel.view.expand(panel.view.model().index_of("f1"))
    before = lines(panel)
    panel.filter.setText("850")
    panel.filter.setText("8")
    QTest.keyClick(panel.filter, Key.Key_Escape)
    assert lines(panel) == before
    assert len(before) == 9


def test_no_match_is_said_with_the_way_out(panel: TreePanel, ctx: Context) -> None:
    panel.filter.setText("没有{这个}")
    assert panel.view.isHidden()
    assert "没有{这个}" in panel._message.text()
    ctx.preferences.set_language("en")
    assert panel._message.text().startswith("Nothing contains “没有{这个}”")
    panel.filter.clear()
    assert not panel.view.isHidden()
    assert lines(panel)[2] == "1 Tighter rules"


def test_another_dossier_starts_without_filter(panel: TreePanel, ctx: Context) -> None:
    panel.filter.setText("850")
    open_in(ctx, large())
    assert panel.filter.text() == ""
    ctx.selection.show(Focus("case", "factor", "f1", "m1999"))
    assert item(panel) == "m1999"


def test_nothing_open_is_said(ctx: Context, qtbot: QtBot) -> None:
    panel = TreePanel(ctx)
    qtbot.addWidget(panel)
    assert panel._message.text() == "没有打开的档案。"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("zoom", [100, 200])
def test_lines_are_painted_in_the_colours_of_the_theme(
    panel: TreePanel, ctx: Context, theme: str, zoom: int
) -> None:
    ctx.preferences.set_theme(theme)
    ctx.preferences.set_zoom(zoom)
    panel.resize(262 * zoom // 100, 600)
    ctx.selection.show(Focus("case", "factor", "f1", "g1"))
    panel.filter.setText("出资")
    image = panel.view.viewport().grab().toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    }
    shown = ctx.ui.theme()
    assert {shown["selection"], shown["surface"], shown["highlight"], shown.series(0).lower()} <= {
        c.upper() if c.upper() in shown.tokens.values() else c for c in colours
    }
    assert panel.view.sizeHintForRow(0) >= panel.view.fontMetrics().height()


def test_everything_has_an_accessible_name(panel: TreePanel) -> None:
    assert panel.filter.accessibleName()
    assert panel.view.accessibleName()
