"""Sorting and filtering in the table card."""

from __future__ import annotations

import pandas as pd
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from table_tools import POPS_UP, popup_of, settled, texts

from desktop.core.text import same
from desktop.services.context import Context
from desktop.store.frames import ColumnInfo, Frame
from desktop.widgets.table.filter_popup import FilterPopup
from desktop.widgets.table.panel import TablePanel


def test_sorting_by_clicks_up_down_and_off(large: TablePanel, qtbot: QtBot) -> None:
    seen = []
    for _ in range(3):
        large.commands.sort(1, False)
        settled(large, qtbot)
        seen.append(texts(large, 1)[0])
    assert seen == ["0", "299", "299"]
    assert large.model is not None
    assert large.model.arrangement.sort == ()
    large.commands.sort(0, False)
    large.commands.sort(1, True)
    settled(large, qtbot)
    assert [k.col for k in large.model.arrangement.sort] == [0, 1]
    assert (texts(large, 0)[0], texts(large, 1)[0]) == ("行0", "5")


def test_filter_anywhere_and_clear(large: TablePanel, qtbot: QtBot) -> None:
    large.head.filter.click()
    assert large.anywhere.isVisible()
    large.anywhere.setText("行3")
    settled(large, qtbot)
    assert large.head.size_label.text() == "43 / 300 行 × 2 列"
    large.anywhere.setText("没有")
    settled(large, qtbot)
    assert large.notice.isVisible()
    large.notice.button.click()
    settled(large, qtbot)
    assert not large.notice.isVisible()
    assert large.anywhere.text() == ""
    assert large.head.size_label.text() == "300 行 × 2 列"


def test_hiding_the_filter_box_clears_it(large: TablePanel, qtbot: QtBot) -> None:
    large.head.filter.click()
    large.anywhere.setText("行3")
    large.head.filter.click()
    settled(large, qtbot)
    assert large.model is not None
    assert large.model.rowCount() == 300


@POPS_UP
def test_filter_by_values(large: TablePanel, qtbot: QtBot) -> None:
    popup = popup_of(large, 0, qtbot)
    assert [popup.values.item(n).text() for n in range(2)] == ["行0   43", "行1   43"]
    assert popup.all.checkState() == Qt.CheckState.Checked
    popup.all.click()
    assert not popup.apply_button.isEnabled()
    popup.values.item(1).setCheckState(Qt.CheckState.Checked)
    assert popup.all.checkState() == Qt.CheckState.PartiallyChecked
    popup.apply_button.click()
    settled(large, qtbot)
    assert set(texts(large, 0)) == {"行1"}
    again = popup_of(large, 0, qtbot)
    assert [again.values.item(n).checkState() == Qt.CheckState.Checked for n in range(3)] == [
        False,
        True,
        False,
    ]
    again.clear_button.click()
    settled(large, qtbot)
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
    settled(large, qtbot)
    assert set(texts(large, 0)) == {"行6"}
    assert not any(isinstance(w, FilterPopup) and w.isVisible() for w in QApplication.topLevelWidgets())


@POPS_UP
def test_missing_values_can_be_chosen(panel: TablePanel, qtbot: QtBot) -> None:
    frame = Frame(pd.DataFrame({"a": [1.0, None, 2.0]}), (ColumnInfo(same("a"), kind="quantity"),))
    panel.show_frame(frame, same("表"))
    popup = popup_of(panel, 0, qtbot)
    assert popup.values.item(2).text() == "（无数据）   1"
    popup.values.item(0).setCheckState(Qt.CheckState.Unchecked)
    popup.values.item(1).setCheckState(Qt.CheckState.Unchecked)
    popup.apply_button.click()
    settled(panel, qtbot)
    assert texts(panel, 0) == ["—"]


def test_the_same_table_in_other_words_keeps_its_filters(
    panel: TablePanel, ctx: Context, qtbot: QtBot
) -> None:
    assert panel.model is not None
    panel.model.arrange(panel.model.arrangement.with_chosen(1, frozenset({9})))
    settled(panel, qtbot)
    panel.anywhere.setText("42")
    panel.head.raw.click()
    qtbot.waitUntil(lambda: texts(panel, 1) == ["9%"])
    ctx.preferences.set_language("en")
    qtbot.waitUntil(lambda: texts(panel, 1) == ["9% en"])
    assert panel.anywhere.text() == "42"
    panel.head.typed.click()
    qtbot.waitUntil(lambda: texts(panel, 1) == ["9"])


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


def test_giving_up_leaves_the_table_as_it_is(large: TablePanel, qtbot: QtBot) -> None:
    model = large.model
    assert model is not None
    model.arrange(model.arrangement.sorted_by(1, False))
    qtbot.keyClick(large.view, Qt.Key.Key_Escape)
    assert not model.is_busy
    assert model.arrangement == model.arrangement.at_rest()
