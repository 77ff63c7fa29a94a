"""How marks look: the kind is a tint, the status a line below it, so that colour is never alone."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.core.review_marks import Mark
from desktop.services.theme import Theme

TINTS = {"figure": ("accent_bg", "accent"), "date": ("grey_bg", "grey"), "policy": ("green_bg", "green")}
OPEN = ("amber_bg", "amber")
QUIET = ("", "faint")
ROUND = 3
BAR = 3


class Stroke(NamedTuple):
    """The line below a mark: pixels, dash pattern in widths (empty: solid), and whether there are two of them."""

    width: float
    dash: tuple[float, ...] = ()
    double: bool = False


STROKES: dict[str, Stroke] = {
    "open": Stroke(2, (2.5, 1.5)),
    "automatic": Stroke(1),
    "accepted": Stroke(2),
    "corrected": Stroke(1, double=True),
    "added": Stroke(2, (4, 1.5, 1, 1.5)),
    "": Stroke(1.5, (1, 1.5)),
}


def tint_of(kind: str, status: str) -> tuple[str, str]:
    """Return the tokens of ground and line of a mark; an empty ground is not filled."""
    return OPEN if status == "open" else TINTS.get(kind, QUIET)


def paint_mark(painter: QPainter, theme: Theme, mark: Mark, boxes: list[QRectF], *, current: bool) -> None:
    """Paint a figure, date, regulation or leftover under its words, which are painted later."""
    ground, line = tint_of(mark.kind, mark.status)
    radius = theme.px(ROUND)
    for box in boxes:
        tint = "highlight" if current else ground
        if tint:
            painter.setPen(QPen(QColor(theme["focus_ring"]), 1.5) if current else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme[tint]))
            painter.drawRoundedRect(box, radius, radius)
        paint_line(painter, theme, STROKES[mark.status], line, box.bottomLeft(), box.right())


def paint_line(
    painter: QPainter, theme: Theme, stroke: Stroke, token: str, start: QPointF, right: float
) -> None:
    """Paint the line of a status from a point to the right."""
    pen = QPen(QColor(theme[token]), max(1.0, stroke.width * theme.percent / 100))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if stroke.dash:
        pen.setDashPattern(list(stroke.dash))
    painter.setPen(pen)
    y = start.y() - pen.widthF() / 2
    painter.drawLine(QPointF(start.x(), y), QPointF(right, y))
    if stroke.double:
        gap = 2 * pen.widthF() + 0.5
        painter.drawLine(QPointF(start.x(), y - gap), QPointF(right, y - gap))


def paint_bar(
    painter: QPainter, theme: Theme, mark: Mark, left: float, boxes: list[QRectF], *, current: bool
) -> None:
    """Paint a bar beside a statement; beside a heading or table only when it is current or in doubt."""
    if not boxes or (mark.kind != "point" and not current and mark.status != "open"):
        return
    token = "focus_ring" if current else "amber_mark" if mark.status == "open" else "grey_mark"
    top, bottom = boxes[0].top(), boxes[-1].bottom()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme[token]))
    width = theme.px(BAR)
    painter.drawRoundedRect(QRectF(left, top, width, bottom - top), width / 2, width / 2)
