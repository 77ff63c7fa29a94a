"""The card with a table: what it shows, follows and says."""

from __future__ import annotations

import pandas as pd
import pytest
from invented import dossier, open_in
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from table_tools import Make, settled, texts

from desktop.core.focus import Focus
from desktop.core.text import Text, same
from desktop.services.context import Context
from desktop.store.frames import ColumnInfo, Frame
from desktop.widgets.table.head import size_text
from desktop.widgets.table.panel import TablePanel


def test_values_and_as_printed(panel: TablePanel) -> None:
    assert texts(panel, 1) == ["22", "9"]
    assert panel.head.size_label.text() == "2 行 × 3 列"
    panel.head.raw.click()
    assert texts(panel, 1) == ["22%", "9%"]
    assert panel.head.raw.isVisible()


def test_no_switch_where_nothing_was_read(ctx: Context, make: Make) -> None:
    panel = make()
    bare = dossier(figures=())
    panel.show_table(bare, bare.tables[0])
    assert not panel.head.raw.isVisible()
    assert texts(panel, 1) == ["22%", "9%"]


def test_the_language_changes_live(panel: TablePanel, ctx: Context) -> None:
    panel.show_item("h21")
    ctx.preferences.set_language("en")
    assert panel.head.title.text() == "Spending and people"
    assert panel.head.size_label.text() == "2 rows × 3 columns"
    model = panel.model
    assert model is not None
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Share (%)"
    assert panel.view.currentIndex() == model.index(1, 1)
    assert panel.view.accessibleName() == "Spending and people"


def test_the_language_of_any_frame_changes_too(large: TablePanel, ctx: Context) -> None:
    ctx.preferences.set_language("en")
    assert large.model is not None
    assert large.model.headerData(0, Qt.Orientation.Horizontal) == "Name"
    assert large.head.title.text() == "Any table"


def test_it_follows_the_selection_without_echo(panel: TablePanel, ctx: Context, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.cell_activated):
        ctx.selection.show(Focus("case", "factor", "f2", "c12"))
        assert panel.view.currentIndex() == panel.view.model().index(0, 2)
        ctx.selection.show(Focus("case", "factor", "f2", "h21"))
        assert panel.view.currentIndex() == panel.view.model().index(1, 1)
        ctx.selection.show(Focus("case", "factor", "f2", "g2"))
    assert not panel.view.currentIndex().isValid()


def test_a_click_tells_the_cell(panel: TablePanel, qtbot: QtBot) -> None:
    place = panel.view.visualRect(panel.view.model().index(1, 2)).center()
    with qtbot.waitSignal(panel.cell_activated) as told:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["c22"]


def test_an_empty_table_says_so(panel: TablePanel) -> None:
    panel.show_frame(Frame(pd.DataFrame({"a": []}), (ColumnInfo(same("a")),)), same("空"))
    assert panel.notice.isVisible()
    assert not panel.notice.button.isVisible()


def test_the_same_table_in_other_words_keeps_its_order(panel: TablePanel, ctx: Context, qtbot: QtBot) -> None:
    panel.commands.sort(1, False)
    settled(panel, qtbot)
    ctx.preferences.set_language("en")
    qtbot.waitUntil(lambda: texts(panel, 1) == ["9", "22"])


def test_everything_has_a_name(large: TablePanel) -> None:
    head = large.head
    buttons = (head.raw, head.typed, head.filter, head.search, head.columns, head.copy, head.reset)
    for part in (*buttons, large.anywhere, large.find_bar.box, large.view):
        assert part.accessibleName()


def test_theme_and_zoom_change_live(panel: TablePanel, ctx: Context) -> None:
    before = panel.view.rowHeight(0)
    ctx.preferences.set_theme("dark")
    ctx.preferences.set_zoom(150)
    assert panel.view.rowHeight(0) == before * 3 // 2
    image = panel.view.viewport().grab().toImage()
    assert image.pixelColor(image.width() - 3, 5).name().upper() == ctx.ui.theme()["surface"].upper()


def test_the_size_in_words() -> None:
    assert size_text(1, 1, 1) == Text("1 行 × 1 列", "1 row × 1 column")
    assert size_text(5, 12_000, 2) == Text("5 / 12,000 行 × 2 列", "5 of 12,000 rows × 2 columns")


def test_until_the_engine_is_loaded_it_says_so(
    ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = dossier()
    open_in(ctx, made)
    monkeypatch.setattr(
        "desktop.widgets.table.engine.MODULES", ("desktop.models.frame", "antigravity_of_tables")
    )
    panel = TablePanel(ctx)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_table(made, made.tables[0])
    assert panel.notice.isVisible()
    assert not panel.view.isVisible()
    assert panel.model is None
    qtbot.waitUntil(lambda: "antigravity_of_tables" in panel.notice._words.text())
    monkeypatch.undo()
    panel.show_table(made, made.tables[0])
    assert panel.view.isVisible()
    assert not panel.notice.isVisible()
