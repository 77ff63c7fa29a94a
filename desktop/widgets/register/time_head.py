"""The axis over the time line of the register, and the day on it that can be moved."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop.core.register.told import day as day_told
from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.cards.ink import Inks, font, metrics
from desktop.widgets.register.time_scale import NARROWEST, TimeScale

NAME = Text("所看的日子", "The day that is looked at")
KEYS = Text(
    "左右键移动一个月，Page Up 和 Page Down 移动一年。",
    "Left and right move by a month, Page keys by a year.",
)
MONTHS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -12,
    Qt.Key.Key_PageDown: 12,
}


class TimeHead(QWidget):
    """``moved`` tells the day that a drag, a click or a key asks for."""

    moved = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing until there is a scale."""
        super().__init__(parent)
        self._scale: TimeScale | None = None
        self._day = date.min
        self._language: Language = "zh"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.restyle(theme, "zh")

    def restyle(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language."""
        self._theme, self._language = theme, language
        self._inks = Inks(theme)
        self.setToolTip(KEYS(language))
        self._name()
        self.updateGeometry()
        self.update()

    def show_scale(self, scale: TimeScale, day: date) -> None:
        """Show an axis and a day on it."""
        self._scale, self._day = scale, day
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of two lines."""
        return QSize(100, 2 * metrics("small", self._theme.percent).height() + self._theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint years below, and the day with its handle above."""
        scale, theme, inks = self._scale, self._theme, self._inks
        if scale is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small, bottom = metrics("small", theme.percent), self.height() - 1
        painter.setFont(font("small", theme.percent))
        painter.setPen(inks["muted"])
        for year in scale.ticks(theme.px(NARROWEST)):
            x, words = scale.x(date(year, 1, 1)), str(year)
            left = min(x - small.horizontalAdvance(words) / 2, self.width() - small.horizontalAdvance(words))
            painter.drawText(QPointF(left, bottom - theme.px(4) - small.descent()), words)
        painter.fillRect(QRectF(0, bottom, self.width(), 1), inks["border"])
        words = day_told(self._day)(self._language)
        x = scale.x(self._day)
        width = small.horizontalAdvance(words) + theme.px(12)
        left = min(max(x - width / 2, 0), self.width() - width - 1)
        box = QRectF(left, 1, width, small.height() + 2)
        painter.setPen(QPen(inks["focus_ring"], 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(inks["red_mark"])
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        painter.setPen(inks["surface"])
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.setPen(Qt.PenStyle.NoPen)
        half = theme.px(4)
        tip = QPolygonF(
            [
                QPointF(x - half, box.bottom()),
                QPointF(x + half, box.bottom()),
                QPointF(x, box.bottom() + half),
            ]
        )
        painter.drawPolygon(tip)
        painter.fillRect(
            QRectF(round(x), box.bottom(), max(1, theme.px(1.5)), self.height()), inks["red_mark"]
        )
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the day there."""
        self._take(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the day."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._take(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by a month or a year."""
        months = MONTHS.get(Qt.Key(event.key()))
        if months is None or self._scale is None:
            super().keyPressEvent(event)
            return
        self.moved.emit(min(max(month_on(self._day, months), self._scale.first), self._scale.last))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ring the handle."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring off."""
        super().focusOutEvent(event)
        self.update()

    def _take(self, event: QMouseEvent) -> None:
        if self._scale is not None:
            self.moved.emit(self._scale.day(event.position().x()))

    def _name(self) -> None:
        words = day_told(self._day)(self._language) if self._day != date.min else ""
        self.setAccessibleName(f"{NAME(self._language)} {words}".strip())
        self.setAccessibleDescription(KEYS(self._language))


def month_on(day: date, months: int) -> date:
    """Return the same day some months on, or the last one of a shorter month."""
    at = day.year * 12 + day.month - 1 + months
    year, month = divmod(at, 12)
    year = min(max(year, 1), 9998)
    last = (date(year + month // 11, (month + 1) % 12 + 1, 1)).toordinal() - 1
    return date.fromordinal(min(date(year, month + 1, 1).toordinal() + day.day - 1, last))
