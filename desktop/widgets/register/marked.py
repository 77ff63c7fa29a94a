"""Painting one line of text whose matches are lit, elided where it does not fit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop.models.register_list import Marked
from desktop.widgets.cards.ink import ELIDE, Inks, font, metrics


def write_marked(
    painter: QPainter, inks: Inks, percent: int, role: str, colour: str, box: QRectF, marked: Marked
) -> None:
    """Write a line into the top of a box; what matched has the ground of a highlight and its own ink."""
    measure = metrics(role, percent)
    shown = measure.elidedText(marked.text, ELIDE, int(box.width()))
    same = next((n for n, (a, b) in enumerate(zip(shown, marked.text, strict=False)) if a != b), len(shown))
    painter.setFont(font(role, percent))
    painter.setPen(inks[colour])
    at = QPointF(box.left(), box.top() + measure.ascent())
    painter.drawText(at, shown)
    for start, end in marked.found:
        if start >= same:
            break
        left = box.left() + measure.horizontalAdvance(shown[:start])
        right = box.left() + measure.horizontalAdvance(shown[: min(end, same)])
        lit = QRectF(left, box.top(), right - left, measure.height())
        painter.fillRect(lit, inks["highlight"])
        painter.setPen(inks["highlight_text"])
        painter.drawText(QPointF(left, at.y()), shown[start : min(end, same)])
        painter.setPen(inks[colour])
