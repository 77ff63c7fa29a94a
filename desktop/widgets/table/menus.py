"""The menus of a table: of a column, of the columns, and for copying."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu

from desktop.core.text import Language, Text
from desktop.widgets.table.column_layout import ColumnLayout
from desktop.widgets.table.view import TableView

ASCENDING = Text("升序", "Sort ascending")
DESCENDING = Text("降序", "Sort descending")
THEN_UP = Text("再按此列升序", "Then ascending by this column")
THEN_DOWN = Text("再按此列降序", "Then descending by this column")
UNSORT = Text("此列不再排序", "Do not sort by this column")
FILTER = Text("筛选…（Alt+↓）", "Filter… (Alt+Down)")
UNFILTER = Text("清除此列筛选", "Clear the filter of this column")
HIDE = Text("隐藏此列", "Hide this column")
LEFT = Text("左移", "Move left")
RIGHT = Text("右移", "Move right")
FREEZE = Text("固定首列", "Freeze the first column")
FIT = Text("自动列宽", "Fit the widths")
TSV = Text("复制（制表符分隔，含表头）", "Copy with headings, tab-separated")
MARKDOWN = Text("复制为 Markdown 表格", "Copy as a Markdown table")


def add(
    menu: QMenu, text: str, run: Callable[[], object], *, on: bool | None = None, enabled: bool = True
) -> None:
    """Append an entry; ``on`` makes it one that is checked or not."""
    action = QAction(text, menu)
    action.setCheckable(on is not None)
    action.setChecked(bool(on))
    action.setEnabled(enabled)
    action.triggered.connect(lambda _=False: run())
    menu.addAction(action)


def fill_column(menu: QMenu, view: TableView, layout: ColumnLayout, col: int, language: Language) -> None:
    """Offer what can be done with one column."""
    frame, header = view.frame, view.heading
    if frame is None:
        return
    now = frame.arrangement
    ranks = {key.col: key for key in now.sort}
    others = bool(ranks.keys() - {col})
    key = ranks.get(col)
    alone = key is not None and not others
    up, down = now.sorted_by(col, False), now.sorted_by(col, True)
    add(menu, ASCENDING(language), lambda: frame.arrange(up), on=alone and key == (col, False))
    add(menu, DESCENDING(language), lambda: frame.arrange(down), on=alone and key == (col, True))
    if others:
        then_up, then_down = now.sorted_by(col, False, add=True), now.sorted_by(col, True, add=True)
        add(menu, THEN_UP(language), lambda: frame.arrange(then_up), on=key == (col, False))
        add(menu, THEN_DOWN(language), lambda: frame.arrange(then_down), on=key == (col, True))
    add(menu, UNSORT(language), lambda: frame.arrange(now.unsorted_by(col)), enabled=key is not None)
    menu.addSeparator()
    add(menu, FILTER(language), lambda: view.filter_wanted.emit(col))
    add(menu, UNFILTER(language), lambda: frame.arrange(now.without_filter(col)), enabled=now.filters(col))
    menu.addSeparator()
    shown = view.visible_columns()
    place = shown.index(col) if col in shown else 0
    add(menu, LEFT(language), lambda: _swap(header, col, shown[place - 1]), enabled=place > 0)
    add(menu, RIGHT(language), lambda: _swap(header, col, shown[place + 1]), enabled=place < len(shown) - 1)
    add(menu, HIDE(language), lambda: layout.hide(col), enabled=len(shown) > 1)
    menu.addSeparator()
    fill_general(menu, view, layout, language)


def fill_general(menu: QMenu, view: TableView, layout: ColumnLayout, language: Language) -> None:
    """Offer what concerns all columns."""
    frozen = view.frozen.is_on
    add(menu, FREEZE(language), lambda: layout.freeze(not frozen), on=frozen)
    add(menu, FIT(language), lambda: view.fit_columns(anew=True))


def fill_columns(menu: QMenu, view: TableView, layout: ColumnLayout, language: Language) -> None:
    """List the columns, each to be shown or hidden, and what concerns all."""
    frame = view.frame
    if frame is None:
        return
    shown = view.visible_columns()
    for col, info in enumerate(frame.frame.columns):
        on = col in shown
        change = partial(layout.hide if on else layout.show_column, col)
        add(menu, info.heading(language), change, on=on, enabled=not on or len(shown) > 1)
    menu.addSeparator()
    fill_general(menu, view, layout, language)


def _swap(header: QHeaderView, col: int, other: int) -> None:
    header.moveSection(header.visualIndex(col), header.visualIndex(other))
