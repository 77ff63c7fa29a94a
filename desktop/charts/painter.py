"""Draws the inks of a picture with QPainter."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop.core.chart.ink import Box, Face, Ink, Picture, Rect, Stroke, Symbol, Words, corners, hatching
from desktop.core.text import Language
from desktop.services.theme import Theme

PALE = 0.28


class Colours:
    """Theme tokens and "series:<n>" as QColor."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def __getitem__(self, token: str) -> QColor:
        if token.startswith("series:"):
            return QColor(self.theme.series(int(token.removeprefix("series:"))))
        return QColor(self.theme[token])

    def edge(self, token: str) -> QColor:
        """Return the colour of lines, points and the edges of solid marks: a pale series stands out by it."""
        if token.startswith("series:"):
            return QColor(self.theme.edge(int(token.removeprefix("series:"))))
        return self[token]


def face_for(font: QFont, pixels: float, language: Language) -> Face:
    """Return a face that measures text in a font; widths are remembered, as labels are measured often."""
    sized = QFont(font)
    sized.setPixelSize(round(pixels))
    metrics = QFontMetricsF(sized)
    known: dict[str, float] = {}

    def width(text: str) -> float:
        found = known.get(text)
        if found is None:
            found = known[text] = metrics.horizontalAdvance(text)
        return found

    return Face(pixels, language, width)


def paint(painter: QPainter, picture: Picture, face: Face, font: QFont, colours: Colours) -> None:
    """Draw a picture; what belongs inside the axes is clipped to them."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    area = _rect(picture.area).adjusted(-1, -1, 1, 1)
    for ink in picture.inks:
        clip = isinstance(ink, (Stroke, Box)) and ink.clip
        painter.setClipRect(area, Qt.ClipOperation.ReplaceClip) if clip else painter.setClipping(False)
        _draw(painter, ink, face, font, colours)
    painter.setClipping(False)


def _draw(painter: QPainter, ink: Ink, face: Face, font: QFont, colours: Colours) -> None:
    colour = colours[ink.colour]
    if isinstance(ink, Words):
        _words(painter, ink, face, font, colour)
    elif isinstance(ink, Stroke):
        _stroke(painter, ink, colours.edge(ink.colour))
    elif isinstance(ink, Box):
        _box(painter, ink, colour, colours.edge(ink.colour), face)
    else:
        draw_symbol(painter, ink, colours.edge(ink.colour), colours["surface"])


def _stroke(painter: QPainter, ink: Stroke, colour: QColor) -> None:
    pen = QPen(colour, ink.width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    points = [QPointF(x, y) for x, y in ink.points]
    if ink.dashed:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([3.0, 2.0])
    if ink.width <= 1.0 and len(points) == 2:  # a hairline is sharp only in the middle of a pixel
        points = [QPointF(math.floor(p.x()) + 0.5, math.floor(p.y()) + 0.5) for p in points]
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))


def _box(painter: QPainter, ink: Box, colour: QColor, edge: QColor, face: Face) -> None:
    rect = _rect(ink.rect)
    fill = QColor(colour)
    if ink.fill != "solid":
        fill.setAlphaF(PALE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRect(rect)
    if ink.fill == "solid" and edge != colour:
        painter.setPen(QPen(edge, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    if ink.fill == "hatch":
        painter.setPen(QPen(colour, 1.0))
        for (x0, y0), (x1, y1) in hatching(ink.rect, face.size * 0.45):
            painter.drawLine(QPointF(x0, y0), QPointF(x1, y1))


def _words(painter: QPainter, ink: Words, face: Face, font: QFont, colour: QColor) -> None:
    sized = QFont(font)
    sized.setPixelSize(max(1, round(face.size * ink.scale)))
    sized.setBold(ink.bold)
    painter.setFont(sized)
    painter.setPen(colour)
    metrics = QFontMetricsF(sized)
    width = metrics.horizontalAdvance(ink.text)
    left = ink.x - {"start": 0.0, "middle": width / 2, "end": width}[ink.anchor]
    painter.drawText(QPointF(left, ink.y + (metrics.ascent() - metrics.descent()) / 2), ink.text)


def draw_symbol(painter: QPainter, ink: Symbol, colour: QColor, inside: QColor) -> None:
    """Draw a marker; a hollow one shows ``inside`` within its outline."""
    painter.setPen(QPen(colour, max(1.5, ink.size * 0.18)) if not ink.filled else Qt.PenStyle.NoPen)
    painter.setBrush(colour if ink.filled else inside)
    if ink.shape == "o":
        painter.drawEllipse(QPointF(ink.x, ink.y), ink.size / 2, ink.size / 2)
    else:
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners(ink)]))


def _rect(rect: Rect) -> QRectF:
    return QRectF(*rect)
