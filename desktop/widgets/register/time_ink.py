"""Paints a row of the register's time line: the title, and when the entry is in force."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from desktop.core.register.force import IN_FORCE, Force
from desktop.core.text import Language
from desktop.models.register_list import RegisterLine
from desktop.models.roles import Role
from desktop.services.theme import Theme
from desktop.widgets.cards.ink import font, metrics
from desktop.widgets.list_ink import ListInk
from desktop.widgets.register.marked import write_marked
from desktop.widgets.register.row_ink import own_mark
from desktop.widgets.register.time_scale import TimeScale

ROW, BAR, LABEL = 26, 9, 0.4
EDGE = 12


class TimeInk(ListInk):
    """All rows share one scale, and one line for the day."""

    def __init__(self, theme: Theme, language: Language, view: QListView) -> None:
        """Paint the rows of ``view``."""
        super().__init__(theme, language, view)
        self.ends = (date(2000, 1, 1), date(2001, 1, 1))
        self.day = date.min

    def scale(self, width: int) -> TimeScale:
        """Return the scale at a width of the rows."""
        return TimeScale(*self.ends, round(width * LABEL), width - self._theme.px(EDGE))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height that all rows share."""
        return QSize(self._theme.px(120), self._theme.px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        line = index.data(Role.LINE)
        if not isinstance(line, RegisterLine):
            return
        theme, zoom, inks = self._theme, self._theme.percent, self._inks
        box: QRect = option.rect
        scale = self.scale(box.width())
        painter.save()
        self.paint_ground(painter, box, index)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.is_chosen(index)
        measure = metrics("small", zoom)
        top = box.top() + (box.height() - measure.height()) / 2
        label = QRectF(box.left() + theme.px(14), top, scale.left - theme.px(24), 99)
        title = line.title
        mark = own_mark(line)
        if mark is not None:
            sign = mark(self._language)[:1]
            room = measure.horizontalAdvance(sign) + theme.px(4)
            painter.setPen(inks["amber" if line.moved else "accent"])
            painter.setFont(font("small", zoom))
            painter.drawText(QPointF(label.left(), top + measure.ascent()), sign)
            label.adjust(room, 0, 0, 0)
        write_marked(painter, inks, zoom, "small", "selection_text" if chosen else "text", label, title)
        for year in scale.ticks(theme.px(44)):
            x = round(scale.x(date(year, 1, 1)))
            painter.fillRect(QRect(x, box.top(), 1, box.height()), inks["grid"])
        middle = box.center().y() + 0.5
        if line.force is None:
            self._moment(painter, line, scale, middle)
        else:
            self._span(painter, line.force, line.state == IN_FORCE, scale, middle, box)
        x = round(scale.x(self.day))
        painter.fillRect(QRect(x, box.top(), max(1, theme.px(1.5)), box.height()), inks["red_mark"])
        painter.restore()

    def _span(
        self, painter: QPainter, force: Force, now: bool, scale: TimeScale, middle: float, box: QRect
    ) -> None:
        if force.begin is None:
            return
        theme, inks = self._theme, self._inks
        colour = inks["accent" if now else "quiet_mark"]
        left, high = scale.x(force.begin), theme.px(BAR)
        right = scale.x(force.end) if force.end else scale.right
        bar = QRectF(left, middle - high / 2, max(right - left, theme.px(3)), high)
        if not force.known:  # it is over, and nobody knows since when
            painter.setPen(QPen(colour, 1.4, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar.adjusted(0, 0.7, 0, -0.7))
            return
        painter.fillRect(bar, colour)
        if force.end is None and scale.right - left > theme.px(10):  # it goes on
            tip = theme.px(6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            ends = ((0.0, -high), (tip, 0.0), (0.0, high))
            points = [QPointF(bar.right() + x, middle + y * 0.75) for x, y in ends]
            painter.drawPolygon(QPolygonF(points))
        if force.fallback or force.unverified:  # an open ring: the first day is not sure
            radius = high / 2 + 1
            painter.setPen(QPen(colour, 1.6))
            painter.setBrush(inks["surface"])
            painter.drawEllipse(QPointF(left, middle), radius, radius)

    def _moment(self, painter: QPainter, line: RegisterLine, scale: TimeScale, middle: float) -> None:
        """A diamond: filled for an event, open for a draft."""
        if line.dated is None:
            return
        x, half = scale.x(line.dated), self._theme.px(5)
        colour: QColor = self._inks["grey_mark" if line.mark == "◆" else "amber_mark"]
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(colour if line.mark == "◆" else self._inks["surface"])
        around = ((-half, 0), (0, -half), (half, 0), (0, half))
        painter.drawPolygon(QPolygonF([QPointF(x + a, middle + b) for a, b in around]))
