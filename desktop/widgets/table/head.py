"""The head of a table card: title, size, raw or typed, filter, find, columns, copy, reset."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.cards.ink import font
from desktop.widgets.elided import Elided
from desktop.widgets.icons import icon
from desktop.widgets.menu_button import MenuButton

RAW = Text("原文", "As printed")
TYPED = Text("数值", "Values")
RAW_TIP = Text("显示原文写法", "Show the cells as printed")
TYPED_TIP = Text("显示解析出的数值，单位写在表头", "Show the values that were read, units in the headings")
FILTER = Text("筛选行", "Filter rows")
FIND = Text("在表中查找（Ctrl+F）", "Find in the table (Ctrl+F)")
COLUMNS = Text("列", "Columns")
COPY = Text("复制", "Copy")
RESET = Text("恢复原样：顺序、筛选和列", "Reset order, filters and columns")
SIZE = Text("{} 行 × {} 列", "{} × {}")
SIZE_FILTERED = Text("{} / {} 行 × {} 列", "{} of {} × {}")


def counted(number: int, one: str, many: str) -> str:
    """Return a number with the English noun for it."""
    return f"{number:,} {one if number == 1 else many}"


def size_text(shown: int, total: int, cols: int) -> Text:
    """Return how large a table is, and how many of its rows a filter lets through."""
    columns = counted(cols, "column", "columns")
    if shown == total:
        zh, en = SIZE.zh.format(f"{total:,}", cols), SIZE.en.format(counted(total, "row", "rows"), columns)
    else:
        zh = SIZE_FILTERED.zh.format(f"{shown:,}", f"{total:,}", cols)
        en = SIZE_FILTERED.en.format(f"{shown:,}", counted(total, "row", "rows"), columns)
    return Text(zh, en)


class TableHead(QWidget):
    """``slot`` takes what a page adds beside the title; a menu that opens asks to be filled."""

    typed_chosen = Signal(bool)
    filter_toggled = Signal(bool)
    find_wanted = Signal()
    reset_wanted = Signal()
    columns_opened = Signal(QMenu)
    copy_opened = Signal(QMenu)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the buttons."""
        super().__init__(parent)
        self.title, self.size_label = Elided(), QLabel()
        self.raw, self.typed, self.filter, self.search, self.reset = (QToolButton() for _ in range(5))
        self.columns = MenuButton(self.columns_opened.emit)
        self.copy = MenuButton(self.copy_opened.emit)
        self._icons = {
            self.filter: ("filter", FILTER),
            self.search: ("search", FIND),
            self.columns: ("columns-3", COLUMNS),
            self.copy: ("copy", COPY),
            self.reset: ("rotate-ccw", RESET),
        }
        self._kind = QButtonGroup(self)
        for button in (self.raw, self.typed):
            button.setCheckable(True)
            self._kind.addButton(button)
        self.slot = QHBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.title, 1)
        row.addLayout(self.slot)
        row.addWidget(self.size_label)
        for button in (self.raw, self.typed, *self._icons):
            row.addWidget(button)
        for button in self._icons:
            button.setObjectName("icon")
        self.filter.setCheckable(True)
        self._kind.buttonToggled.connect(self._chosen)
        self.filter.toggled.connect(self.filter_toggled)
        self.search.clicked.connect(self.find_wanted)
        self.reset.clicked.connect(self.reset_wanted)

    def offer_kinds(self, offered: bool, typed: bool) -> None:
        """Show the switch between raw and typed where both exist."""
        self.raw.setVisible(offered)
        self.typed.setVisible(offered)
        self._kind.blockSignals(True)
        (self.typed if typed else self.raw).setChecked(True)
        self._kind.blockSignals(False)

    def set_title(self, title: str) -> None:
        """Name the table."""
        self.title.show_text(title)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The size gives way to the title."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Part the room anew when a button or the title wants more or less: their style may come after them."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def show_size(self, text: str) -> None:
        """Say how large the table is."""
        self.size_label.setText(text)
        self.size_label.setToolTip(text)
        self._fit()

    def _fit(self) -> None:
        """Hide the size where the title would be cut for it; the title's tooltip says it then."""
        row = self.layout()
        assert row is not None
        others = [b for b in (self.raw, self.typed, *self._icons) if not b.isHidden()]
        used = sum(b.sizeHint().width() + row.spacing() for b in others) + self.title.sizeHint().width()
        room = row.contentsRect().width() - used - row.spacing()
        self.size_label.setVisible(room >= self.size_label.sizeHint().width())
        title, size = self.title.text(), self.size_label.text()
        self.title.setToolTip(title if self.size_label.isVisibleTo(self) else f"{title}\n{size}")

    def retranslate(self, language: Language) -> None:
        """Show the other language."""
        for button, text, tip in ((self.raw, RAW, RAW_TIP), (self.typed, TYPED, TYPED_TIP)):
            button.setText(text(language))
            button.setToolTip(tip(language))
            button.setAccessibleName(tip(language))
        for button, (_, text) in self._icons.items():
            button.setToolTip(text(language))
            button.setAccessibleName(text(language))

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self.title.setFont(font("name", theme.percent))
        self.size_label.setFont(font("small", theme.percent))
        palette = self.size_label.palette()
        palette.setColor(self.size_label.foregroundRole(), QColor(theme["muted"]))
        self.size_label.setPalette(palette)
        for button, (name, _) in self._icons.items():
            button.setIcon(icon(name, theme))
        row = self.layout()
        assert row is not None
        row.setSpacing(theme.px(2))
        self.size_label.setContentsMargins(0, 0, theme.px(8), 0)

    def _chosen(self, button: QToolButton, checked: bool) -> None:
        if checked:
            self.typed_chosen.emit(button is self.typed)
