"""The tree as a view: full-width selection, quiet arrows, type-ahead that knows numbers and names."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QTreeView, QWidget

from desktop.models.tree_nodes import fold
from desktop.services.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class TreeView(QTreeView):
    """Paints selection and arrows in theme colours; Space activates like Enter."""

    escaped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start unstyled; call ``restyle``."""
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.entered.connect(self._hover)
        self._hovered = QPersistentModelIndex()
        self._typed, self._typed_at = "", 0.0
        self.restyle(theme)

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._theme = theme
        self._chosen, self._under = QColor(theme["selection"]), QColor(theme["sunken"])
        self._arrow, self._ring = QPen(QColor(theme["faint"]), 1.5), QColor(theme["focus_ring"])
        self.setIndentation(theme.px(15))
        self.scheduleDelayedItemsLayout()

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the background over the whole width, then the line."""
        box: QRect = option.rect
        if self.selectionModel().isSelected(index):
            painter.fillRect(box, self._chosen)
            if self.hasFocus():
                painter.fillRect(QRect(box.left(), box.top(), self._theme.px(3), box.height()), self._ring)
        elif self._hovered == index:
            painter.fillRect(box, self._under)
        super().drawRow(painter, option, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint an arrow where something can be opened."""
        if not self.model().hasChildren(index):
            return
        half = self._theme.px(7) / 2
        x, y = rect.right() - self.indentation() / 2 + 1, rect.center().y() + 0.5
        if self.isExpanded(index):
            points = [
                QPointF(x - half, y - half / 2),
                QPointF(x, y + half / 2),
                QPointF(x + half, y - half / 2),
            ]
        else:
            points = [
                QPointF(x - half / 2, y - half),
                QPointF(x + half / 2, y),
                QPointF(x - half / 2, y + half),
            ]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._arrow)
        painter.drawPolyline(points)
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space activates, Escape is told to the panel; the rest is Qt's."""
        if event.key() == Qt.Key.Key_Space and not self._is_typing():
            self.activated.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Go to the next visible line whose number or name starts with what is typed."""
        if not search:
            return
        again = self._is_typing()
        self._typed, self._typed_at = (self._typed if again else "") + fold(search), time.monotonic()
        start = self.currentIndex()
        index = start if again and start.isValid() else self._after(start)
        for _ in range(self._line_count()):
            name = fold(str(index.data()))
            if name.startswith(self._typed) or name.lstrip("0123456789 《").startswith(self._typed):
                self.setCurrentIndex(index)
                return
            index = self._after(index)

    def leaveEvent(self, event: QEvent) -> None:
        """No line is under the mouse any more."""
        self._hover(QModelIndex())
        super().leaveEvent(event)

    def _is_typing(self) -> bool:
        pause = time.monotonic() - self._typed_at
        return bool(self._typed) and pause * 1000 < QApplication.keyboardInputInterval()

    def _after(self, index: QModelIndex) -> QModelIndex:
        below = self.indexBelow(index) if index.isValid() else QModelIndex()
        return below if below.isValid() else self.model().index(0, 0)

    def _line_count(self) -> int:
        count, index = 0, self.model().index(0, 0)
        while index.isValid():
            count, index = count + 1, self.indexBelow(index)
        return count

    def _hover(self, index: QModelIndex) -> None:
        if self._hovered != index:
            self._hovered = QPersistentModelIndex(index)
            self.viewport().update()
