"""Where the doubts of an article stand, as ticks beside its scroll bar; a click goes there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.core.review_marks import LEFTOVER, Marks
from desktop.services.theme import Theme

WIDTH, TICK = 8, 3


class MarkStrip(QWidget):
    """Places are shares of the text's length, not of its height: near enough, and known without a layout."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme, self._length = theme, 1
        self._ticks: tuple[tuple[int, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_marks(self, marks: Marks, length: int, current: int) -> None:
        """Show what is in doubt, what was left over, and where the reader is (-1: nowhere)."""
        self._length = max(1, length)
        ticks = [(m.start, "grey_mark") for m in marks.all if m.kind == LEFTOVER]
        ticks += [(m.start, "amber_mark") for m in marks.all if m.status == "open"]
        ticks += [(current, "focus_ring")] if current >= 0 else []
        self._ticks = tuple(ticks)
        self.update()

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the width of a tick."""
        return QSize(self._theme.px(WIDTH), self._theme.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint each tick once, however many items stand there."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme["surface"]))
        height, tick = self.height(), self._theme.px(TICK)
        for y, token in dict.fromkeys((self._y(at), token) for at, token in self._ticks):
            painter.fillRect(
                QRectF(1, min(y, height - tick), self.width() - 2, tick), QColor(self._theme[token])
            )
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the nearest tick."""
        y = event.position().y()
        nearest = min(self._ticks, key=lambda tick: abs(self._y(tick[0]) - y), default=None)
        if nearest is not None:
            self.chosen.emit(nearest[0])

    def _y(self, at: int) -> int:
        return round(at / self._length * self.height())
