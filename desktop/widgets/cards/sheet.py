"""A rounded sheet that holds other widgets; one that stands for an item can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.core.text import Language
from desktop.services.theme import Theme
from desktop.widgets.cards.dress import Dressed
from desktop.widgets.cards.ink import paint_sheet


class Sheet(QWidget, Dressed):
    """Paints a rounded ground; ``bar`` is a token of the theme for a strip along the top."""

    def __init__(self, bar: str = "", parent: QWidget | None = None) -> None:
        """Paint nothing until it is dressed."""
        super().__init__(parent)
        self._bar = bar
        self._theme: Theme | None = None
        self.current = False

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow the theme."""
        self._theme = theme
        self.update()

    def set_current(self, current: bool) -> None:
        """Show whether the window looks at what this stands for."""
        if current != self.current:
            self.current = current
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and edge."""
        if self._theme is None:
            return
        painter = QPainter(self)
        ring = self.current or self.hasFocus()
        bar = self._theme[self._bar] if self._bar else ""
        paint_sheet(painter, self._theme, QRectF(self.rect()), bar=bar, focused=ring)
        painter.end()


class ItemSheet(Sheet):
    """Stands for an item: ``chosen`` carries its id on click, Enter and Space."""

    chosen = Signal(str)

    def __init__(self, item_id: str, parent: QWidget | None = None) -> None:
        """``item_id`` is what a click selects; empty where there is nothing to select."""
        super().__init__(parent=parent)
        self.item_id = item_id
        if item_id:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click inside chooses."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._choose()
        super().mouseReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        self.update()
        super().focusOutEvent(event)

    def _choose(self) -> None:
        if self.item_id:
            self.chosen.emit(self.item_id)
