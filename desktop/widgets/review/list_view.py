"""The list of a review: keys and buttons ask for what is to be done; the page does it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QCursor, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from desktop.core.review import DECIDED
from desktop.core.text import Language, Text
from desktop.models.review_list import Line, ReviewList
from desktop.models.roles import Role
from desktop.services.theme import Theme
from desktop.widgets.review.row_buttons import RowButtons
from desktop.widgets.review.row_ink import RowInk

NAME = Text("找到的内容", "What was found")
MENU: tuple[tuple[str, Text], ...] = (
    ("accept", Text("接受", "Accept")),
    ("reopen", Text("撤回决定", "Reopen")),
    ("edit", Text("更正…", "Correct…")),
    ("delete", Text("删除", "Delete")),
)
KEYS = {
    Qt.Key.Key_Return: "accept",
    Qt.Key.Key_Enter: "accept",
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_F2: "edit",
    Qt.Key.Key_E: "edit",
}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ReviewListView(QListView):
    """``wanted`` tells what is asked for (a key of MENU) and of which items."""

    wanted = Signal(str, list)

    def __init__(
        self, model: ReviewList, theme: Theme, language: Language, parent: QWidget | None = None
    ) -> None:
        """Show ``model``."""
        super().__init__(parent)
        self._model, self._language, self._theme = model, language, theme
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self._ink = RowInk(theme, language, self)
        self.setItemDelegate(self._ink)
        self.buttons = RowButtons(self.viewport())
        self._hovered = QModelIndex()
        self.buttons.pressed.connect(self._press)
        self.entered.connect(self._hover)
        self.selectionModel().currentChanged.connect(self.place_buttons)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        model.dataChanged.connect(self.place_buttons)
        for signal in (model.modelReset, model.rowsRemoved, model.rowsInserted):
            signal.connect(self._forget_hovered)

    def chosen(self) -> list[str]:
        """Return the items of the selected rows, in the order of the list."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self._model.order.ids[row] for row in rows]

    def look(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language."""
        self._theme, self._language = theme, language
        self._ink.restyle(theme, language)
        self.buttons.restyle(theme)
        self.setAccessibleName(NAME(language))
        self.scheduleDelayedItemsLayout()
        self.place_buttons()

    def place_buttons(self) -> None:
        """Put the buttons on the row under the mouse, else on the current one."""
        row = self._hovered if self._hovered.isValid() else self.currentIndex()
        line = row.data(Role.LINE) if row.isValid() else None
        if not isinstance(line, Line):
            self._cover(-1, 0)
            self.buttons.hide()
            return
        self.buttons.show_for(line.status, self._language)
        size, box = self.buttons.sizeHint(), self.visualRect(row)
        self.buttons.resize(size)
        self.buttons.move(
            box.right() - size.width() - self._theme.px(10), box.center().y() - size.height() // 2
        )
        self.buttons.show()
        self._cover(row.row(), size.width() + self._theme.px(8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Accept, edit or delete what is selected; the rest is Qt's."""
        key = KEYS.get(Qt.Key(event.key()))
        if key is not None and event.modifiers() in _PLAIN:
            if self.chosen():
                self.wanted.emit(key, self.chosen())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click edits."""
        super().mouseDoubleClickEvent(event)
        item = self._model.item_at(self.indexAt(event.position().toPoint()))
        if item is not None:
            self.wanted.emit("edit", [item])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with what is selected."""
        chosen = self.chosen()
        if not chosen:
            return
        menu = QMenu(self)
        lines = [self._model.line(item) for item in chosen]
        for key, text in MENU:
            action = menu.addAction(text(self._language), partial(self.wanted.emit, key, chosen))
            if key in ("accept", "reopen"):
                action.setEnabled(any((line.status in DECIDED) == (key == "reopen") for line in lines))
            elif key == "edit":
                action.setEnabled(len(chosen) == 1)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the mouse any more."""
        super().leaveEvent(event)
        self._forget_hovered()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stay at the right edge."""
        super().resizeEvent(event)
        self.place_buttons()

    def _hover(self, index: QModelIndex) -> None:
        self._hovered = index
        self.place_buttons()

    def _forget_hovered(self) -> None:
        self._hovered = QModelIndex()
        self.place_buttons()

    def _scrolled(self) -> None:
        """What is under the mouse is another row now."""
        here = self.viewport().mapFromGlobal(QCursor.pos())
        self._hovered = self.indexAt(here) if self.underMouse() else QModelIndex()
        self.place_buttons()

    def _press(self, key: str) -> None:
        row = self._hovered if self._hovered.isValid() else self.currentIndex()
        item = self._model.item_at(row)
        if item is None:
            return
        chosen = self.chosen()
        together = item in chosen and key != "edit"
        self.wanted.emit(key, chosen if together else [item])

    def _cover(self, row: int, width: int) -> None:
        if (row, width) == (self._ink.covered_row, self._ink.covered):
            return
        before = self._ink.covered_row
        self._ink.covered_row, self._ink.covered = row, width
        for one in (before, row):
            self.update(self._model.index(one, 0))
