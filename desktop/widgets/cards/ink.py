"""What cards paint with: fonts by role, wrapped lines, rounded sheets."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
    QTextOption,
)

from desktop.services.theme import BASE_PIXELS, Theme

ELIDE = Qt.TextElideMode.ElideRight
RADIUS = 8
SIZES: dict[str, tuple[float, bool]] = {  # pixels at 100 %, bold
    "title": (19, True),
    "value": (20, True),
    "heading": (15, True),
    "name": (BASE_PIXELS, True),
    "body": (BASE_PIXELS, False),
    "small": (12, False),
    "label": (12, True),
    "badge": (11, False),
}


class Inks(dict[str, QColor]):
    """The colours of a theme by token, made when first asked for."""

    def __init__(self, theme: Theme) -> None:
        """Take the colours of ``theme``."""
        super().__init__()
        self._theme = theme

    def __missing__(self, token: str) -> QColor:
        made = self[token] = QColor(self._theme[token])
        return made


@cache
def font(role: str, percent: int) -> QFont:
    """Return the font of a role at a zoom."""
    pixels, bold = SIZES[role]
    made = QFont(QGuiApplication.font())
    made.setPixelSize(round(pixels * percent / 100))
    made.setBold(bold)
    return made


@cache
def metrics(role: str, percent: int) -> QFontMetrics:
    """Return the measures of a role's font."""
    return QFontMetrics(font(role, percent))


def forget_fonts() -> None:
    """Drop what was measured with the window's font before it changed."""
    for cached in (font, metrics, wrap, _advance):
        cached.cache_clear()


@lru_cache(maxsize=2000)
def _advance(text: str, role: str, percent: int) -> int:
    return metrics(role, percent).horizontalAdvance(text)


@lru_cache(maxsize=2000)  # layouts ask for the same widths again and again
def wrap(text: str, role: str, percent: int, width: int, most: int = 0) -> tuple[str, ...]:
    """Break a text into lines; the last of ``most`` is elided when there is more (0 = all)."""
    lines: list[str] = []
    for part in text.split("\n"):
        if most and len(lines) >= most:
            break
        if _advance(part, role, percent) + 2 < width:  # rounding
            lines.append(part.rstrip())
            continue
        layout = QTextLayout(part, font(role, percent))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            start = line.textStart()
            if most and len(lines) == most - 1 and start + line.textLength() < len(part):
                lines.append(metrics(role, percent).elidedText(part[start:], ELIDE, width))
                break
            lines.append(part[start : start + line.textLength()].rstrip())
        layout.endLayout()
    return tuple(lines)


def write(painter: QPainter, theme: Theme, role: str, colour: str, box: QRectF, text: str) -> None:
    """Write one line into the top of a box, elided where it does not fit."""
    measure = metrics(role, theme.percent)
    painter.setFont(font(role, theme.percent))
    painter.setPen(QColor(theme[colour]))
    shown = measure.elidedText(text, ELIDE, int(box.width()))
    painter.drawText(QPointF(box.left(), box.top() + measure.ascent()), shown)


def write_large(painter: QPainter, theme: Theme, box: QRectF, text: str) -> None:
    """Write a figure large; it is never cut, so it shrinks until it fits."""
    face, measure = font("value", theme.percent), metrics("value", theme.percent)
    wide = measure.horizontalAdvance(text)
    if wide > box.width():
        face = QFont(face)
        face.setPixelSize(max(theme.px(11), int(face.pixelSize() * box.width() / wide)))
    painter.setFont(face)
    painter.setPen(QColor(theme["text"]))
    painter.drawText(QPointF(box.left(), box.top() + measure.ascent()), text)


def paint_sheet(
    painter: QPainter,
    theme: Theme,
    box: QRectF,
    *,
    ground: str = "surface",
    line: str = "border",
    bar: str = "",
    focused: bool = False,
) -> None:
    """Paint a rounded sheet; ``bar`` (a colour) runs along its top, ``focused`` rings it."""
    radius = theme.px(RADIUS)
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme[ground]))
    painter.drawRoundedRect(inner, radius, radius)
    if bar:
        outline = QPainterPath()
        outline.addRoundedRect(inner, radius, radius)
        strip = QPainterPath()
        strip.addRect(QRectF(box.left(), box.top(), box.width(), theme.px(4)))
        painter.fillPath(outline.intersected(strip), QColor(bar))
    width = 2 if focused else 1
    edge = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme["focus_ring"] if focused else theme[line]), width))
    painter.drawRoundedRect(edge, radius, radius)
    if bar and not focused:  # the bar covers the top of the edge
        strip = QPainterPath()
        strip.addRect(QRectF(box.left(), box.top(), box.width(), theme.px(4)))
        outline = QPainterPath()
        outline.addRoundedRect(box, radius, radius)
        painter.fillPath(outline.intersected(strip), QColor(bar))
