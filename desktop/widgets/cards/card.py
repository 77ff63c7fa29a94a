"""A card that is painted as a whole and pressed like a button."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.core.text import Language
from desktop.services.theme import Theme
from desktop.widgets.cards.dress import Dressed
from desktop.widgets.cards.ink import paint_sheet

ARROWS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class Card(QAbstractButton, Dressed):
    """Emits ``clicked`` on click, Enter and Space; arrow keys go to the card beside it in the same parent.

    ``lines`` are those that its name gets: as many as the longest name beside it takes.
    """

    bar = ""
    quiet = False
    lines = 1

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing until it is dressed."""
        super().__init__(parent)
        self.theme: Theme | None = None
        self.language: Language = "zh"
        self.current = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow theme and language."""
        self.theme, self.language = theme, language
        self.updateGeometry()
        self.update()

    def lines_at(self, width: int) -> int:
        """Return how many lines its own name takes in a width."""
        return 1

    def set_current(self, current: bool) -> None:
        """Show whether the window looks at what this stands for."""
        if current != self.current:
            self.current = current
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet, then what is on it."""
        if self.theme is None:
            return
        painter = QPainter(self)
        ground = "window" if self.quiet else "surface"
        line = "focus_ring" if self.underMouse() or self.current else "border"
        whole = QRectF(self.rect())
        paint_sheet(
            painter, self.theme, whole, ground=ground, line=line, bar=self.bar, focused=self.hasFocus()
        )
        self.paint_face(painter, self.theme)
        painter.end()

    def paint_face(self, painter: QPainter, theme: Theme) -> None:
        """Paint what the card says."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; an arrow moves to the nearest card that way."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in ARROWS and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self._move(ARROWS[key])
        else:
            super().keyPressEvent(event)

    def _move(self, way: QPoint) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        here, best = self.geometry().center(), None
        for card in parent.findChildren(Card, options=Qt.FindChildOption.FindDirectChildrenOnly):
            step = card.geometry().center() - here
            along = step.x() * way.x() + step.y() * way.y()
            across = abs(step.x() * way.y()) + abs(step.y() * way.x())
            if card is not self and card.isVisible() and along > 0 and along > across:
                distance = along + 4 * across
                if best is None or distance < best[0]:
                    best = (distance, card)
        if best is not None:
            best[1].setFocus(Qt.FocusReason.OtherFocusReason)
