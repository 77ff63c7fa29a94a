"""Paints a line of the factor tree: colour or sign, name, verdict pills, value."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from desktop.models.factor_tree import Line
from desktop.models.roles import Role
from desktop.models.tree_nodes import Pill, fold
from desktop.services.theme import Theme
from desktop.widgets.cards.ink import Inks

MIDDLE = Qt.AlignmentFlag.AlignVCenter
LEFT, RIGHT, CENTRE = (MIDDLE | Qt.AlignmentFlag.AlignLeft, MIDDLE | Qt.AlignmentFlag.AlignRight,
                       MIDDLE | Qt.AlignmentFlag.AlignHCenter)  # fmt: skip
ELIDE = Qt.TextElideMode.ElideRight
SIGNS = {"figure": "#", "policy": "§", "point": "¶"}
SMALL = 0.88
LEAST, WHOLE = 64, 400  # pixels of a name that the gravest pill and the others leave it


class TreeDelegate(QStyledItemDelegate):
    """One delegate for all lines; the counts give way first, then all pills but the gravest, then the name."""

    def __init__(self, theme: Theme, font: QFont, view: QTreeView) -> None:
        """Paint the lines of ``view`` in a theme; ``font`` is that of the view."""
        super().__init__(view)
        self._view = view
        self.restyle(theme, font)

    def restyle(self, theme: Theme, font: QFont) -> None:
        """Follow theme and zoom."""
        self._theme = theme
        self._colours = Inks(theme)
        self._font, self._bold, self._small = QFont(font), QFont(font), QFont(font)
        self._bold.setBold(True)
        self._small.setPixelSize(max(9, round(font.pixelSize() * SMALL)))
        self._metrics, self._bold_metrics = QFontMetrics(self._font), QFontMetrics(self._bold)
        self._small_metrics = QFontMetrics(self._small)
        self._height = self._metrics.height() + theme.px(8)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height that all lines share."""
        return QSize(self._theme.px(80), self._height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one line; the view has painted the background."""
        line: Line = index.data(Role.LINE)
        box: QRect = option.rect
        chosen = self._view.selectionModel().isSelected(index)  # the style's flags take 10 ms to load
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = box.left() + self._theme.px(2), box.right() - self._theme.px(10)
        left = self._sign(painter, line, left, box)
        heading = line.kind == "dossier"
        metrics = self._bold_metrics if heading else self._metrics
        name_width = metrics.horizontalAdvance(line.name)
        pills = self._pill_widths(line)
        if line.kind not in ("factor", "dossier"):
            right, pills = self._verdict(painter, line, right, box), []
        while pills:
            least = self._theme.px(LEAST if len(pills) == 1 else WHOLE)
            if right - left - sum(pills) >= min(name_width, least):
                break
            pills.pop()
        room = right - left - name_width - sum(pills)
        right = self._value(painter, line, right, room, box, chosen)
        width = min(name_width, right - left - sum(pills))
        painter.setFont(self._bold if heading else self._font)
        quiet = line.kind == "factor" and line.series < 0
        token = "selection_text" if chosen else "muted" if quiet else "text"
        place = QRect(left, box.top(), max(0, width), box.height())
        name = line.name if width >= name_width else metrics.elidedText(line.name, ELIDE, width)
        if line.needle:
            self._highlight(painter, name, line.needle, place, metrics)
        painter.setPen(self._colours[token])
        painter.drawText(place, LEFT, name)
        at = place.left() + place.width() + self._theme.px(5)
        for pill, pill_width in zip(line.pills, pills, strict=False):
            self._pill(painter, pill, QRect(at, box.top(), pill_width - self._theme.px(5), box.height()))
            at += pill_width

    def _sign(self, painter: QPainter, line: Line, left: int, box: QRect) -> int:
        """Paint the coloured dot of a reason, a ring for a section, the sign of an item."""
        if line.kind == "dossier":
            return left
        size = self._theme.px(15)
        centre = QPointF(left + size / 2 - self._theme.px(1), box.center().y() + 0.5)
        if line.kind == "factor":
            radius = self._theme.px(9) / 2
            named = line.series >= 0
            painter.setPen(
                QPen(QColor(self._theme.edge(line.series)) if named else self._colours["faint"], 1.4)
            )
            painter.setBrush(QColor(self._theme.series(line.series)) if named else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, radius - 0.7, radius - 0.7)
        elif line.kind in SIGNS:
            painter.setFont(self._small)
            painter.setPen(self._colours["faint"])
            painter.drawText(QRect(left, box.top(), size - 3, box.height()), CENTRE, SIGNS[line.kind])
        else:
            self._drawn_sign(painter, line.kind, centre)
        return left + size + self._theme.px(2)

    def _drawn_sign(self, painter: QPainter, kind: str, centre: QPointF) -> None:
        """A small grid for a table, a clock for an event."""
        half = self._theme.px(9) / 2
        painter.setPen(QPen(self._colours["faint"], 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        x, y = centre.x(), centre.y()
        if kind == "table":
            painter.drawRect(QRectF(x - half, y - half, 2 * half, 2 * half))
            painter.drawLine(QPointF(x - half, y - half / 3), QPointF(x + half, y - half / 3))
            painter.drawLine(QPointF(x - half / 4, y - half / 3), QPointF(x - half / 4, y + half))
        else:
            painter.drawEllipse(centre, half, half)
            painter.drawLine(centre, QPointF(x, y - half * 0.6))
            painter.drawLine(centre, QPointF(x + half * 0.5, y))

    def _value(self, painter: QPainter, line: Line, right: int, room: int, box: QRect, chosen: bool) -> int:
        """Paint as many of the values as there is room for; returns where the rest of the line ends."""
        gap = self._theme.px(8)
        for count in range(len(line.values), 0, -1):
            text = " · ".join(line.values[:count])
            width = self._small_metrics.horizontalAdvance(text)
            # the value of a figure says more than the end of its name; that of other lines does not
            if width + gap <= room or line.kind in ("figure", "table"):
                place = QRect(right - width, box.top(), width, box.height())
                if line.needle:
                    self._highlight(painter, text, line.needle, place, self._small_metrics)
                painter.setFont(self._small)
                painter.setPen(self._colours["selection_text" if chosen else "muted"])
                painter.drawText(place, RIGHT, text)
                return right - width - gap
        return right

    def _verdict(self, painter: QPainter, line: Line, right: int, box: QRect) -> int:
        """Paint the verdict of an item as its mark, in a column of its own at the right."""
        width = self._theme.px(14)
        for pill in line.pills:
            painter.setFont(self._small)
            painter.setPen(self._colours[pill.tone])
            painter.drawText(QRect(right - width, box.top(), width, box.height()), CENTRE, pill.mark)
        return right - width - self._theme.px(3)

    def _pill_widths(self, line: Line) -> list[int]:
        pad = self._theme.px(10) + self._theme.px(5)
        return [self._small_metrics.horizontalAdvance(_pill_text(pill)) + pad for pill in line.pills]

    def _pill(self, painter: QPainter, pill: Pill, box: QRect) -> None:
        height = self._small_metrics.height() + self._theme.px(1)
        shape = QRectF(box.left(), box.center().y() - height / 2 + 0.5, box.width(), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colours[f"{pill.tone}_bg"])
        painter.drawRoundedRect(shape, height / 2, height / 2)
        painter.setFont(self._small)
        painter.setPen(self._colours[pill.tone])
        painter.drawText(shape, CENTRE, _pill_text(pill))

    def _highlight(
        self, painter: QPainter, name: str, needle: str, box: QRect, metrics: QFontMetrics
    ) -> None:
        """Tint what the filter found in a text at the left of a box; not where folding changes lengths."""
        folded = fold(name)
        at = folded.find(needle)
        if at < 0 or len(folded) != len(name):
            return
        left = metrics.horizontalAdvance(name[:at])
        width = metrics.horizontalAdvance(name[at : at + len(needle)])
        height = metrics.height()
        shape = QRectF(box.left() + left - 1, box.center().y() - height / 2 + 0.5, width + 2, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colours["highlight"])
        painter.drawRoundedRect(shape, 2, 2)


def _pill_text(pill: Pill) -> str:
    return f"{pill.mark} {pill.count}" if pill.count else pill.mark
