"""Paints a row of the review: status, quote and how it was read; below, what else is known or in doubt."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from desktop.core.review import DECIDED, STATUSES
from desktop.core.review_rows import KINDS
from desktop.core.text import Language
from desktop.models.review_list import Line
from desktop.models.roles import Role
from desktop.services.theme import Theme
from desktop.widgets.cards.ink import ELIDE, font, metrics
from desktop.widgets.list_ink import ListInk

PAD, LEFT, ARROW = 7, 34, "  →  "
SMALLEST_QUOTE = 0.5  # of the line, when quote and meaning are both long


class RowInk(ListInk):
    """All rows are of one height; buttons may cover the end of a row."""

    def __init__(self, theme: Theme, language: Language, view: QListView) -> None:
        """Paint the rows of ``view``."""
        super().__init__(theme, language, view)
        self.covered, self.covered_row = 0, -1

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height that all rows share."""
        zoom = self._theme.percent
        lines = metrics("body", zoom).height() + metrics("small", zoom).height()
        return QSize(self._theme.px(120), lines + self._theme.px(2 * PAD + 3))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        line = index.data(Role.LINE)
        if not isinstance(line, Line):
            return
        theme, zoom = self._theme, self._theme.percent
        box: QRect = option.rect
        chosen = self.is_chosen(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self.covered_row:
            painter.fillRect(box, self._inks["sunken"])
        self.paint_ground(painter, box, index)
        body, small = metrics("body", zoom), metrics("small", zoom)
        top = box.top() + theme.px(PAD)
        left, right = box.left() + theme.px(LEFT), box.right() - theme.px(12)
        self._sign(
            painter, line.status, QPointF(box.left() + theme.px(LEFT / 2 + 1), top + body.height() / 2)
        )
        right = self._status(painter, line, index.row(), right, top)
        self._first(painter, line, QRect(left, top, max(0, right - left), body.height()), chosen=chosen)
        if index.row() != self.covered_row:
            right = box.right() - theme.px(12)  # the status stands in the first line only
        second = QRect(left, top + body.height() + theme.px(3), max(0, right - left), small.height())
        painter.setFont(font("small", zoom))
        painter.setPen(self._inks["amber" if line.doubt else "selection_text" if chosen else "muted"])
        words = line.doubt or " · ".join(p for p in (KINDS[line.kind](self._language), line.more) if p)
        painter.drawText(second, _LINE, small.elidedText(words, ELIDE, second.width()))
        painter.restore()

    def _sign(self, painter: QPainter, status: str, centre: QPointF) -> None:
        """An exclamation mark for a doubt, a ring for what nobody has looked at, a tick for what somebody has."""
        size = self._theme.px(16)
        box = QRect(round(centre.x() - size / 2), round(centre.y() - size / 2), size, size)
        if status == "automatic":
            radius = self._theme.px(3.5)
            painter.setPen(QPen(self._inks["faint"], 1.3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, radius, radius)
            return
        decided = status in DECIDED
        painter.setFont(font("name", self._theme.percent))
        painter.setPen(self._inks["green" if decided else "amber"])
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "✓" if decided else "!")

    def _status(self, painter: QPainter, line: Line, row: int, right: int, top: int) -> int:
        """Write the status at the right unless buttons stand there; returns where the texts end."""
        if row == self.covered_row:
            return right - self.covered
        zoom = self._theme.percent
        words = STATUSES[line.status](self._language)
        width = metrics("small", zoom).horizontalAdvance(words)
        painter.setFont(font("small", zoom))
        painter.setPen(self._inks["amber" if line.status == "open" else "faint"])
        place = QRect(right - width - 1, top, width + 2, metrics("body", zoom).height())
        painter.drawText(place, _LINE, words)
        return right - width - self._theme.px(10)

    def _first(self, painter: QPainter, line: Line, box: QRect, *, chosen: bool) -> None:
        zoom = self._theme.percent
        bold, body = metrics("name", zoom), metrics("body", zoom)
        arrow = body.horizontalAdvance(ARROW)
        room = box.width() - (arrow + body.horizontalAdvance(line.means) if line.means else 0)
        room = max(room, round(box.width() * SMALLEST_QUOTE))
        quote = bold.elidedText(line.quote, ELIDE, min(room, box.width()))
        width = bold.horizontalAdvance(quote)
        ink = "selection_text" if chosen else "text"
        painter.setFont(font("name", zoom))
        painter.setPen(self._inks[ink])
        painter.drawText(box, _LINE, quote)
        rest = box.adjusted(width, 0, 0, 0)
        if not line.means or rest.width() <= arrow:
            return
        painter.setFont(font("body", zoom))
        painter.setPen(self._inks["selection_text" if chosen else "faint"])
        painter.drawText(rest, _LINE, ARROW)
        rest.adjust(arrow, 0, 0, 0)
        painter.setPen(self._inks[ink])
        painter.drawText(rest, _LINE, body.elidedText(line.means, ELIDE, rest.width()))


_LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
