"""What lies over a plot: the picture itself, the ring around the selected mark, the tooltip."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.charts.painter import Colours, paint
from desktop.core.chart.ink import Face, Picture, Rect, Spot


class PictureItem(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """Paints a picture in the pixels of the plot."""

    def __init__(self) -> None:
        super().__init__()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)  # only the ring is repainted
        self._picture = Picture((), (), Rect(0, 0, 1, 1))
        self._look: tuple[Face, QFont, Colours] | None = None
        self._size = QRectF(0, 0, 1, 1)

    def show_picture(self, picture: Picture, look: tuple[Face, QFont, Colours], size: QRectF) -> None:
        """Take another picture of a given size."""
        if size != self._size:
            self.prepareGeometryChange()
            self._size = size
        self._picture, self._look = picture, look
        self.update()

    def boundingRect(self) -> QRectF:
        """The whole plot."""
        return self._size

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw the picture."""
        if self._look is not None:
            face, font, colours = self._look
            paint(painter, self._picture, face, font, colours)


class Ring:
    """A ring around one spot, with a halo in the colour of the surface.

    No item of the scene: a scene that changes has the window painted before its layouts have settled.
    """

    def __init__(self) -> None:
        self.rect: QRectF | None = None
        self._round = True
        self._colours = (QColor(), QColor())

    def restyle(self, ring: QColor, halo: QColor) -> None:
        """Take the colours of a theme."""
        self._colours = (ring, halo)

    def surround(self, spot: Spot | None) -> tuple[QRect, ...]:
        """Move to a spot, or away; returns what has to be painted anew."""
        before, was_round = self.rect, self._round
        self.rect = QRectF(*spot.rect).adjusted(-4, -4, 4, 4) if spot is not None else None
        self._round = spot is not None and spot.round
        if self.rect == before and self._round == was_round:
            return ()
        return tuple(r.adjusted(-3, -3, 3, 3).toAlignedRect() for r in (before, self.rect) if r is not None)

    def paint(self, painter: QPainter) -> None:
        """Draw it, if it surrounds anything."""
        if self.rect is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring, halo = self._colours
        for colour, width in ((halo, 5.0), (ring, 2.5)):
            painter.setPen(QPen(colour, width))
            if self._round:
                painter.drawEllipse(self.rect)
            else:
                painter.drawRoundedRect(self.rect, 4, 4)


class Tooltip(QWidget):
    """A rounded dark card with the lines of a mark's tooltip, kept inside its parent."""

    def __init__(self, parent: QWidget, colours: Colours) -> None:
        super().__init__(parent)
        self._over, self._colours = parent, colours
        self.lines: list[str] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def tell(self, text: str, at: QPointF, gap: float) -> None:
        """Show a text below a point, or above it where there is no room."""
        self.lines = text.split("\n")
        metrics = QFontMetricsF(self.font())
        pad, line = metrics.height() * 0.5, metrics.height() * 1.25
        widest = max(metrics.horizontalAdvance(t) for t in self.lines) + pad * 2.4
        width, height = min(widest, self._over.width() - 8.0), line * len(self.lines) + pad * 1.4
        x = min(max(4.0, at.x() - width / 2), self._over.width() - width - 4)
        y = at.y() + gap if at.y() + gap + height < self._over.height() else at.y() - gap - height
        self.setGeometry(round(x), round(max(0.0, y)), round(width), round(height))
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw card and lines, the value in its own colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colours["tooltip"])
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        metrics = self.fontMetrics()
        pad, line = metrics.height() * 0.5, metrics.height() * 1.25
        for number, text in enumerate(self.lines):
            painter.setPen(self._colours["tooltip_value" if number == 1 else "tooltip_text"])
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(self.width() - pad * 2.2))
            baseline = pad * 0.7 + line * number + metrics.ascent() + (line - metrics.height()) / 2
            painter.drawText(QPointF(pad * 1.2, baseline), shown)
        painter.end()
