"""The card with a table: it shows, sorts, filters, finds, copies, remembers, and follows the window."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
from invented import assessment, dossier, open_in
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.core.focus import Focus
from desktop.core.text import Text, same
from desktop.services.context import Context
from desktop.store.frames import ColumnInfo, Frame
from desktop.widgets.table.filter_popup import FilterPopup
from desktop.widgets.table.head import size_text
from desktop.widgets.table.panel import TablePanel

Make = Callable[[], TablePanel]
# What the offscreen platform says when a popup opens.
POPS_UP = pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)")


@pytest.fixture
def make(ctx: Context, qtbot: QtBot) -> Make:
    """Return a panel on the table of the invented dossier."""
    made = dossier(assessments=(assessment("a", "f2", "differs", "h21"),))
    open_in(ctx, made)

    def show() -> TablePanel:
        panel = TablePanel(ctx)
        qtbot.addWidget(panel)
        panel.resize(700, 400)
        panel.show()
        panel.show_table(made, made.tables[0])
        qtbot.waitUntil(lambda: panel.model is not None)
        return panel

    return show


@pytest.fixture
def panel(make: Make) -> TablePanel:
    return make()


@pytest.fixture
def large(make: Make) -> TablePanel:
    """A panel on 300 rows of any frame."""
    panel = make()
    data = pd.DataFrame({"名": [f"行{n % 7}" for n in range(300)], "数": np.arange(300)[::-1]})
    infos = (ColumnInfo(Text("名称", "Name")), ColumnInfo(Text("数", "Number"), same("%"), "quantity"))
    panel.show_frame(Frame(data, infos), Text("任意表", "Any table"), "any")
    return panel


def _texts(panel: TablePanel, col: int) -> list[str]:
    assert panel.model is not None
    return [panel.model.text(row, col) for row in range(panel.model.rowCount())]


def _settled(panel: TablePanel, qtbot: QtBot) -> None:
    model = panel.model
    assert model is not None
    qtbot.waitUntil(lambda: not model.is_busy)


def _choose(menu: QMenu, text: str) -> None:
    next(a for a in menu.actions() if a.text() == text).trigger()


def test_values_and_as_printed(panel: TablePanel) -> None:
    assert _texts(panel, 1) == ["22", "9"]
    assert panel.head.size_label.text() == "2 行 × 3 列"
    panel.head.raw.click()
    assert _texts(panel, 1) == ["22%", "9%"]
    assert panel.head.raw.isVisible()


def test_no_switch_where_nothing_was_read(ctx: Context, make: Make) -> None:
    panel = make()
    bare = dossier(figures=())
    panel.show_table(bare, bare.tables[0])
    assert not panel.head.raw.isVisible()
    assert _texts(panel, 1) == ["22%", "9%"]


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


def test_sorting_by_clicks_up_down_and_off(large: TablePanel, qtbot: QtBot) -> None:
    seen = []
    for _ in range(3):
        large.commands.sort(1, False)
        _settled(large, qtbot)
        seen.append(_texts(large, 1)[0])
    assert seen == ["0", "299", "299"]
    assert large.model is not None
    assert large.model.arrangement.sort == ()
    large.commands.sort(0, False)
    large.commands.sort(1, True)
    _settled(large, qtbot)
    assert [k.col for k in large.model.arrangement.sort] == [0, 1]
    assert (_texts(large, 0)[0], _texts(large, 1)[0]) == ("行0", "5")


def test_filter_anywhere_and_clear(large: TablePanel, qtbot: QtBot) -> None:
    large.head.filter.click()
    assert large.anywhere.isVisible()
    large.anywhere.setText("行3")
    _settled(large, qtbot)
    assert large.head.size_label.text() == "43 / 300 行 × 2 列"
    large.anywhere.setText("没有")
    _settled(large, qtbot)
    assert large.notice.isVisible()
    large.notice.button.click()
    _settled(large, qtbot)
    assert not large.notice.isVisible()
    assert large.anywhere.text() == ""
    assert large.head.size_label.text() == "300 行 × 2 列"


def test_hiding_the_filter_box_clears_it(large: TablePanel, qtbot: QtBot) -> None:
    large.head.filter.click()
    large.anywhere.setText("行3")
    large.head.filter.click()
    _settled(large, qtbot)
    assert large.model is not None
    assert large.model.rowCount() == 300


def test_an_empty_table_says_so(panel: TablePanel) -> None:
    panel.show_frame(Frame(pd.DataFrame({"a": []}), (ColumnInfo(same("a")),)), same("空"))
    assert panel.notice.isVisible()
    assert not panel.notice.button.isVisible()


def _popup(panel: TablePanel, col: int, qtbot: QtBot) -> FilterPopup:
    panel.commands.open_filter(col)
    popup = next(w for w in QApplication.topLevelWidgets() if isinstance(w, FilterPopup) and w.isVisible())
    qtbot.waitUntil(lambda: popup.values.count() > 0)
    return popup


@POPS_UP
def test_filter_by_values(large: TablePanel, qtbot: QtBot) -> None:
    popup = _popup(large, 0, qtbot)
    assert [popup.values.item(n).text() for n in range(2)] == ["行0   43", "行1   43"]
    assert popup.all.checkState() == Qt.CheckState.Checked
    popup.all.click()
    assert not popup.apply_button.isEnabled()
    popup.values.item(1).setCheckState(Qt.CheckState.Checked)
    assert popup.all.checkState() == Qt.CheckState.PartiallyChecked
    popup.apply_button.click()
    _settled(large, qtbot)
    assert set(_texts(large, 0)) == {"行1"}
    again = _popup(large, 0, qtbot)
    assert [again.values.item(n).checkState() == Qt.CheckState.Checked for n in range(3)] == [
        False,
        True,
        False,
    ]
    again.clear_button.click()
    _settled(large, qtbot)
    assert large.head.size_label.text() == "300 行 × 2 列"


@POPS_UP
def test_filter_by_text_with_the_keyboard(large: TablePanel, qtbot: QtBot) -> None:
    large.view.enter(large.view.model().index(0, 0))
    qtbot.keyClick(large.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = next(w for w in QApplication.topLevelWidgets() if isinstance(w, FilterPopup) and w.isVisible())
    qtbot.waitUntil(lambda: popup.values.count() == 7)
    popup.box.setText("6")
    assert [popup.values.item(n).isHidden() for n in range(7)] == [True] * 6 + [False]
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    _settled(large, qtbot)
    assert set(_texts(large, 0)) == {"行6"}
    assert not any(isinstance(w, FilterPopup) and w.isVisible() for w in QApplication.topLevelWidgets())


@POPS_UP
def test_missing_values_can_be_chosen(panel: TablePanel, qtbot: QtBot) -> None:
    frame = Frame(pd.DataFrame({"a": [1.0, None, 2.0]}), (ColumnInfo(same("a"), kind="quantity"),))
    panel.show_frame(frame, same("表"))
    popup = _popup(panel, 0, qtbot)
    assert popup.values.item(2).text() == "（无数据）   1"
    popup.values.item(0).setCheckState(Qt.CheckState.Unchecked)
    popup.values.item(1).setCheckState(Qt.CheckState.Unchecked)
    popup.apply_button.click()
    _settled(panel, qtbot)
    assert _texts(panel, 0) == ["—"]


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
    _settled(large, qtbot)
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
    _choose(menu, "复制为 Markdown 表格")
    assert QGuiApplication.clipboard().text().count("\n") == 302
    large.view.clearSelection()
    _choose(menu, "复制（制表符分隔，含表头）")
    assert QGuiApplication.clipboard().text().splitlines()[1] == "行0\t299"


def test_the_menu_of_a_column(large: TablePanel, qtbot: QtBot) -> None:
    _choose(large.commands.column_menu(1), "升序")
    _settled(large, qtbot)
    _choose(large.commands.column_menu(0), "再按此列降序")
    _settled(large, qtbot)
    assert large.model is not None
    assert [(k.col, k.descending) for k in large.model.arrangement.sort] == [(1, False), (0, True)]
    _choose(large.commands.column_menu(1), "此列不再排序")
    _choose(large.commands.column_menu(0), "右移")
    assert large.view.visible_columns() == [1, 0]
    _choose(large.commands.column_menu(0), "隐藏此列")
    assert large.view.visible_columns() == [1]
    assert large.head.size_label.text() == "300 行 × 1 列"
    last = large.commands.column_menu(1)
    assert not next(a for a in last.actions() if a.text() == "隐藏此列").isEnabled()
    menu = QMenu()
    large.commands.fill_columns(menu)
    _choose(menu, "名称")
    assert large.view.visible_columns() == [1, 0]
    _settled(large, qtbot)


def test_columns_are_remembered_by_table(make: Make, ctx: Context, qtbot: QtBot) -> None:
    first = make()
    first.columns.hide(2)
    first.view.heading.moveSection(1, 0)
    first.view.heading.resizeSection(0, 211)
    first.columns.freeze(True)
    first.columns.save_now()
    second = make()
    assert second.view.visible_columns() == [1, 0]
    assert second.view.columnWidth(0) == 211
    assert second.view.frozen.is_on
    assert second.head.reset.isVisible()
    second.commands.reset()
    assert second.view.visible_columns() == [0, 1, 2]
    assert not second.head.reset.isVisible()
    second.columns.save_now()
    assert make().view.visible_columns() == [0, 1, 2]


@pytest.mark.parametrize("known", ["x", {"hidden": 3, "order": ["gone", "col1"], "widths": {"col0": "x"}, "frozen": []},
                                   {"hidden": ["col0", "col1", "col2"]}])  # fmt: skip
def test_what_is_remembered_may_be_anything(make: Make, ctx: Context, known: object) -> None:
    ctx.preferences.set_value("layout/table/t1", known)
    assert make().view.visible_columns()


def test_reset(large: TablePanel, qtbot: QtBot) -> None:
    assert not large.head.reset.isVisible()
    large.head.filter.click()
    large.anywhere.setText("行1")
    large.commands.sort(1, False)
    _settled(large, qtbot)
    assert large.head.reset.isVisible()
    large.head.reset.click()
    _settled(large, qtbot)
    assert (_texts(large, 1)[0], large.model.rowCount() if large.model else 0) == ("299", 300)
    assert large.anywhere.text() == ""


def test_the_same_table_in_other_words_keeps_its_order(panel: TablePanel, ctx: Context, qtbot: QtBot) -> None:
    panel.commands.sort(1, False)
    _settled(panel, qtbot)
    ctx.preferences.set_language("en")
    qtbot.waitUntil(lambda: _texts(panel, 1) == ["9", "22"])


def test_the_same_table_in_other_words_keeps_its_filters(
    panel: TablePanel, ctx: Context, qtbot: QtBot
) -> None:
    assert panel.model is not None
    panel.model.arrange(panel.model.arrangement.with_chosen(1, frozenset({9})))
    _settled(panel, qtbot)
    panel.anywhere.setText("42")
    panel.head.raw.click()
    qtbot.waitUntil(lambda: _texts(panel, 1) == ["9%"])
    ctx.preferences.set_language("en")
    qtbot.waitUntil(lambda: _texts(panel, 1) == ["9% en"])
    assert panel.anywhere.text() == "42"
    panel.head.typed.click()
    qtbot.waitUntil(lambda: _texts(panel, 1) == ["9"])


def test_work_that_takes_long_is_shown_and_can_be_given_up(
    large: TablePanel, ctx: Context, qtbot: QtBot
) -> None:
    large.busy.set_busy(True)
    qtbot.waitUntil(large.busy.isVisible)
    large.busy.show_progress(1, 2)
    large.busy.grab()
    with qtbot.waitSignal(large.busy.cancel_wanted):
        large.busy.button.click()
    large.busy.set_busy(False)
    assert not large.busy.isVisible()


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


@POPS_UP
def test_the_menu_of_a_cell_offers_to_copy(large: TablePanel, qtbot: QtBot) -> None:
    large.view.enter(large.view.model().index(0, 0))
    large.view.customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text().startswith("复制")
    menu.close()


def test_until_the_engine_is_loaded_it_says_so(
    ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = dossier()
    open_in(ctx, made)
    monkeypatch.setattr(
        "desktop.widgets.table.panel._ENGINE", ("desktop.models.frame", "antigravity_of_tables")
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


def test_giving_up_leaves_the_table_as_it_is(large: TablePanel, qtbot: QtBot) -> None:
    model = large.model
    assert model is not None
    model.arrange(model.arrangement.sorted_by(1, False))
    qtbot.keyClick(large.view, Qt.Key.Key_Escape)
    assert not model.is_busy
    assert model.arrangement == model.arrangement.at_rest()
