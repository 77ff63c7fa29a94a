"""The columns of the table card: hidden, moved, frozen, remembered, reset."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from table_tools import Make, choose, settled, texts

from desktop.services.context import Context
from desktop.widgets.table.panel import TablePanel


def test_the_menu_of_a_column(large: TablePanel, qtbot: QtBot) -> None:
    choose(large.commands.column_menu(1), "升序")
    settled(large, qtbot)
    choose(large.commands.column_menu(0), "再按此列降序")
    settled(large, qtbot)
    assert large.model is not None
    assert [(k.col, k.descending) for k in large.model.arrangement.sort] == [(1, False), (0, True)]
    choose(large.commands.column_menu(1), "此列不再排序")
    choose(large.commands.column_menu(0), "右移")
    assert large.view.visible_columns() == [1, 0]
    choose(large.commands.column_menu(0), "隐藏此列")
    assert large.view.visible_columns() == [1]
    assert large.head.size_label.text() == "300 行 × 1 列"
    last = large.commands.column_menu(1)
    assert not next(a for a in last.actions() if a.text() == "隐藏此列").isEnabled()
    menu = QMenu()
    large.commands.fill_columns(menu)
    choose(menu, "名称")
    assert large.view.visible_columns() == [1, 0]
    settled(large, qtbot)


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
    settled(large, qtbot)
    assert large.head.reset.isVisible()
    large.head.reset.click()
    settled(large, qtbot)
    assert (texts(large, 1)[0], large.model.rowCount() if large.model else 0) == ("299", 300)
    assert large.anywhere.text() == ""
