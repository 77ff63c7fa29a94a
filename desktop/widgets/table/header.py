"""The headings of a table: name and unit, how the column is sorted, whether it is filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.services.theme import Theme
from desktop.widgets.cards.ink import font
from desktop.widgets.icons import icon
from desktop.widgets.table.cells import PAD
from desktop.widgets.table.ruler import Ruler

if TYPE_CHECKING:
    from desktop.models.frame import FrameModel

HEIGHT, SIGN = 32, 16
ROOM = 28  # for an arrow with its rank, or an arrow and a funnel


class TableHeader(QHeaderView):
    """Quiet headings; ``sort_wanted`` carries the column and whether Shift was held."""

    sort_wanted = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Sections can be moved and resized; a double click at an edge fits the column."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.frame: FrameModel | None = None
        self._theme: Theme | None = None
        self._shift = False
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.sectionClicked.connect(self._clicked)

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._theme = theme
        face = QFont(font("small", theme.percent))
        face.setBold(True)
        self.setFont(face)
        self._ruler = Ruler(face)
        self.setMinimumSectionSize(theme.px(48))
        self.setFixedHeight(theme.px(HEIGHT))
        self.viewport().update()

    def natural_width(self, text: str) -> int:
        """Return how wide a heading wants to be, with room for its signs."""
        assert self._theme is not None
        return int(self._ruler.width(text)) + self._theme.px(2 * PAD + ROOM)

    def sizeHint(self) -> QSize:
        """Return the fixed height."""
        return QSize(0, self._theme.px(HEIGHT) if self._theme else HEIGHT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remember Shift for the click that may follow."""
        self._shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mouseReleaseEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, col: int) -> None:
        """Paint one heading."""
        theme, frame = self._theme, self.frame
        if theme is None or frame is None or not rect.isValid():
            return
        painter.save()
        painter.fillRect(rect, QColor(theme["sunken"]))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(theme["border"]))
        pad = theme.px(PAD)
        right = frame.columns[col].aligns_right
        signs = self._signs(col, theme)
        heading = frame.frame.columns[col].heading(frame.language)
        text, width = self._ruler.fit(heading, rect.width() - 2 * pad - signs)
        left = rect.right() + 1 - pad - width if right else rect.left() + pad
        middle = rect.center().y()
        painter.setFont(self.font())
        painter.setPen(QColor(theme["text" if signs else "muted"]))
        metrics = painter.fontMetrics()
        painter.drawText(QPointF(left, middle + (metrics.ascent() - metrics.descent()) / 2), text)
        self._paint_signs(painter, col, theme, left - signs if right else left + width, middle)
        painter.restore()

    def _clicked(self, col: int) -> None:
        self.sort_wanted.emit(col, self._shift)

    def _signs(self, col: int, theme: Theme) -> int:
        """Return how wide the signs of a column are."""
        assert self.frame is not None
        arrangement = self.frame.arrangement
        ranks = [k.col for k in arrangement.sort]
        sort = theme.px(SIGN + (8 if len(ranks) > 1 else 0)) if col in ranks else 0
        return sort + (theme.px(SIGN + 4) if arrangement.filters(col) else 0)

    def _paint_signs(self, painter: QPainter, col: int, theme: Theme, left: float, middle: int) -> None:
        """Paint the arrow (with the rank among several sort keys) and the funnel."""
        assert self.frame is not None
        arrangement = self.frame.arrangement
        accent = QColor(theme["accent"])
        for rank, key in enumerate(arrangement.sort, 1):
            if key.col != col:
                continue
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            x, half, tip = left + theme.px(8), theme.px(4), theme.px(3) * (1 if key.descending else -1)
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(x - half, middle - tip),
                        QPointF(x + half, middle - tip),
                        QPointF(x, middle + tip),
                    ]
                )
            )
            if len(arrangement.sort) > 1:
                painter.setFont(font("badge", theme.percent))
                painter.setPen(accent)
                painter.drawText(QPointF(x + half + 1, middle + theme.px(4)), str(rank))
                left += theme.px(8)
            left += theme.px(SIGN)
        if arrangement.filters(col):
            side = theme.px(12)
            icon("filter", theme, "accent").paint(
                painter, QRect(round(left) + theme.px(3), middle - side // 2, side, side)
            )
