"""The table view alone: sizes, keys, frozen column, what it paints."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QFocusEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.text import same
from desktop.core.verdict import VERDICTS
from desktop.models.frame import FrameModel
from desktop.services.context import Context
from desktop.store.frames import ColumnInfo, Frame
from desktop.widgets.table.ruler import ELLIPSIS, Ruler, shared_out
from desktop.widgets.table.view import SELECTED, TableView


def _view(ctx: Context, qtbot: QtBot, data: pd.DataFrame, kinds: str = "", **more: object) -> TableView:
    infos = tuple(
        ColumnInfo(same(str(name)), kind="quantity" if kind == "q" else "text")
        for name, kind in zip(data, kinds.ljust(data.shape[1]), strict=True)
    )
    view = TableView()
    qtbot.addWidget(view)
    view.restyle(ctx.ui.theme())
    view.show_frame(FrameModel(Frame(data, infos, **more), ctx.jobs, "zh", view))  # type: ignore[arg-type]
    view.resize(600, 300)
    view.show()
    return view


@pytest.fixture
def view(ctx: Context, qtbot: QtBot) -> TableView:
    data = pd.DataFrame({"a": [f"甲{n}" for n in range(40)], "b": np.arange(40.0), "c": ["丙"] * 40})
    return _view(ctx, qtbot, data, " q ", items={(3, 1): "item", (4, 1): "other"})


def _paints(view: TableView, row: int, col: int, colour: str) -> bool:
    box = view.visualRect(view.model().index(row, col))
    image = view.viewport().grab(box).toImage()
    wanted = QColor(colour)
    return any(
        image.pixelColor(x, y) == wanted for x in range(0, image.width(), 2) for y in range(image.height())
    )


def test_columns_fill_the_view(view: TableView) -> None:
    assert sum(view.columnWidth(c) for c in range(3)) == view.viewport().width()
    view.resize(900, 300)
    assert sum(view.columnWidth(c) for c in range(3)) == view.viewport().width()


def test_a_width_chosen_by_hand_stays(view: TableView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.columns_changed):
        view.heading.resizeSection(1, 222)
    view.resize(900, 300)
    assert view.columnWidth(1) == 222
    assert view.own_widths() == {1: 222}
    view.fit_columns(anew=True)
    assert view.own_widths() == {}


def test_long_texts_of_a_small_table_get_more_lines(ctx: Context, qtbot: QtBot) -> None:
    view = _view(ctx, qtbot, pd.DataFrame({"a": ["短", "长" * 120], "b": ["字" * 60, "字"]}))
    assert view.rowHeight(0) > view.cells.row_height
    assert view.rowHeight(1) > view.rowHeight(0)
    assert view.rowHeight(1) <= view.cells.row_height + 3 * view.cells.line_height


def test_rows_of_a_large_table_stay_single(ctx: Context, qtbot: QtBot) -> None:
    view = _view(ctx, qtbot, pd.DataFrame({"a": ["长" * 10_000] * 300}))
    assert view.rowHeight(0) == view.cells.row_height
    assert view.columnWidth(0) < view.viewport().width() * 2
    view.grab()


def test_height_for_the_rows_there_are(view: TableView, ctx: Context, qtbot: QtBot) -> None:
    few = _view(ctx, qtbot, pd.DataFrame({"a": [1, 2]}))
    assert few.sizeHint().height() == few.heading.height() + 2 * few.cells.row_height
    assert view.sizeHint().height() < view.heading.height() + 40 * view.cells.row_height


def test_zoom_makes_all_larger(view: TableView, ctx: Context) -> None:
    before = view.rowHeight(0), view.heading.height()
    ctx.preferences.set_zoom(200)
    view.restyle(ctx.ui.theme())
    assert (view.rowHeight(0), view.heading.height()) == (before[0] * 2, before[1] * 2)


def test_a_narrow_column_that_the_zoom_widens_was_not_chosen_by_hand(ctx: Context, qtbot: QtBot) -> None:
    view = _view(ctx, qtbot, pd.DataFrame({name: ["丙"] for name in "abcdefgh"}), "")
    view.resize(300, 300)
    assert view.columnWidth(0) < ctx.ui.theme().px(96)
    ctx.preferences.set_zoom(200)
    view.restyle(ctx.ui.theme())
    assert view.own_widths() == {}


def test_moving_tells_the_item_and_entering_does_not(view: TableView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.item_entered):
        view.enter(view.model().index(3, 1))
    assert view.currentIndex().row() == 3
    view.setFocus()
    with qtbot.waitSignal(view.item_entered) as told:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert told.args == ["other"]
    with qtbot.assertNotEmitted(view.item_entered):
        qtbot.keyClick(view, Qt.Key.Key_Down)


def test_the_keyboard_finds_a_cell_to_start_from(view: TableView, qtbot: QtBot) -> None:
    view.enter(QModelIndex())
    QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusIn))
    assert (view.currentIndex().row(), view.currentIndex().column()) == (0, 0)


def test_keys(view: TableView, qtbot: QtBot) -> None:
    view.enter(view.model().index(2, 1))
    with qtbot.waitSignal(view.copy_wanted):
        qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(view.filter_wanted) as told:
        qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert told.args == [1]


def test_a_click_on_a_heading_wants_a_sort(view: TableView, qtbot: QtBot) -> None:
    place = QPoint(view.heading.sectionViewportPosition(2) + 40, 10)
    for held, add in ((Qt.KeyboardModifier.NoModifier, False), (Qt.KeyboardModifier.ShiftModifier, True)):
        with qtbot.waitSignal(view.heading.sort_wanted) as told:
            qtbot.mouseClick(view.heading.viewport(), Qt.MouseButton.LeftButton, held, place)
        assert told.args == [2, add]


def test_the_frozen_column_lies_on_the_first_one(view: TableView) -> None:
    view.frozen.freeze(True)
    assert view.frozen.isVisible()
    assert view.frozen.width() == view.columnWidth(0)
    view.heading.moveSection(1, 0)
    assert not view.frozen.isColumnHidden(1)
    assert view.frozen.isColumnHidden(0)
    assert view.frozen.covers(1)
    view.heading.resizeSection(1, 180)
    assert view.frozen.width() == 180
    view.verticalScrollBar().setValue(100)
    assert view.frozen.verticalScrollBar().value() == 100
    view.frozen.freeze(False)
    assert not view.frozen.isVisible()


def test_a_cell_is_not_left_under_the_frozen_column(view: TableView) -> None:
    for col in range(3):
        view.set_width(col, 300)
    view.frozen.freeze(True)
    view.enter(view.model().index(0, 2))
    view.enter(view.model().index(0, 1))
    assert view.visualRect(view.currentIndex()).left() >= view.frozen.width()


def test_sorting_with_very_much_selected_gives_the_selection_up(ctx: Context, qtbot: QtBot) -> None:
    view = _view(ctx, qtbot, pd.DataFrame({"a": np.arange(SELECTED + 2)[::-1]}))
    flags = QItemSelectionModel.SelectionFlag
    view.enter(view.model().index(7, 0))
    view.selectAll()
    frame = view.frame
    assert frame is not None
    with qtbot.waitSignal(frame.arranged):
        frame.arrange(frame.arrangement.sorted_by(0, False))
    assert not view.selectionModel().hasSelection()
    assert view.currentIndex().row() == SELECTED + 1 - 7
    view.selectionModel().select(view.model().index(1, 0), flags.Select)
    with qtbot.waitSignal(frame.arranged):
        frame.arrange(frame.arrangement.at_rest())
    assert [i.row() for i in view.selectionModel().selectedIndexes()] == [SELECTED]


def test_what_is_painted(ctx: Context, qtbot: QtBot) -> None:
    data = pd.DataFrame({"a": ["甲", "乙", None, "丁丁丁"]})
    view = _view(ctx, qtbot, data, marks={(1, 0): VERDICTS["differs"]})
    theme = ctx.ui.theme()
    assert _paints(view, 0, 0, theme["text"])
    assert _paints(view, 1, 0, theme["amber_bg"])
    assert not _paints(view, 0, 0, theme["amber_bg"])
    assert not _paints(view, 2, 0, theme["text"])
    view.cells.look_for("丁")
    assert _paints(view, 3, 0, theme["highlight"])
    assert not _paints(view, 0, 0, theme["highlight"])
    view.enter(view.model().index(3, 0))
    assert _paints(view, 3, 0, theme["selection"])


def test_odd_texts_are_painted(ctx: Context, qtbot: QtBot) -> None:
    texts = ["\ud800", "\0", "a\nb\tc", "𠮷" * 9000, "ا" * 50, "", "\u200b" * 5000, "-" * 10_000]
    _view(ctx, qtbot, pd.DataFrame({"a": texts, "b": texts}, dtype=object)).grab()
    _view(ctx, qtbot, pd.DataFrame({"a": texts * 40}, dtype=object)).grab()


@pytest.mark.parametrize("shape", [(0, 0), (0, 2), (2, 0)])
def test_nothing_to_paint(ctx: Context, qtbot: QtBot, shape: tuple[int, int]) -> None:
    view = _view(ctx, qtbot, pd.DataFrame(np.zeros(shape)))
    view.frozen.freeze(True)
    view.grab()
    view.setFocus()


def test_what_fits_on_a_line(ctx: Context, qtbot: QtBot) -> None:
    view = _view(ctx, qtbot, pd.DataFrame({"a": [1]}))
    ruler = Ruler(view.font())
    wide = ruler.width("中文")
    assert ruler.fit("中文", wide) == ("中文", wide)
    cut, width = ruler.fit("中文中文中文", wide + ruler[ELLIPSIS])
    assert cut == "中文…"
    assert width <= wide + ruler[ELLIPSIS]
    assert ruler.fit("一\n二", 500)[0] == "一 二"
    assert ruler.fit("中文", 0)[0] == ELLIPSIS
    assert ruler.widest(["一", "一二三"], 1000) == ruler.width("一二三")
    assert ruler.widest(["一" * 5000], 100) == 100


@pytest.mark.parametrize(
    ("natural", "room", "widths"),
    [
        ([100, 100], 300, [150, 150]),
        ([50, 100], 300, [100, 200]),
        ([50, 500], 300, [50, 250]),
        ([400, 50, 500], 350, [150, 50, 150]),
        ([400, 400], 100, [192, 192]),
        ([400, 60, 100], 250, [192, 60, 100]),
        ([], 100, []),
    ],
)
def test_room_is_shared_out(natural: list[int], room: int, widths: list[int]) -> None:
    assert shared_out(natural, room, 96) == widths
