"""What lies over a plot: the picture itself, the ring around the selected mark, the tooltip."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
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


class RingItem(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """A ring around one spot: moving it is all that a change of selection costs."""

    def __init__(self) -> None:
        super().__init__()
        self._rect = QRectF()
        self._round = True
        self._colours = (QColor(), QColor())
        self.setVisible(False)
        self.setZValue(10)

    def restyle(self, ring: QColor, halo: QColor) -> None:
        """Take the colours of a theme."""
        self._colours = (ring, halo)
        self.update()

    def surround(self, spot: Spot | None) -> None:
        """Move to a spot, or away."""
        self.setVisible(spot is not None)
        if spot is not None:
            self.prepareGeometryChange()
            self._rect = QRectF(*spot.rect).adjusted(-4, -4, 4, 4)
            self._round = spot.round
            self.update()

    @property
    def centre(self) -> QPointF | None:
        """Where the ring is, or None when nothing is ringed."""
        return self._rect.center() if self.isVisible() else None

    def boundingRect(self) -> QRectF:
        """The ring with its halo."""
        return self._rect.adjusted(-3, -3, 3, 3)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw a halo in the colour of the surface, and the ring on it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring, halo = self._colours
        for colour, width in ((halo, 5.0), (ring, 2.5)):
            painter.setPen(QPen(colour, width))
            if self._round:
                painter.drawEllipse(self._rect)
            else:
                painter.drawRoundedRect(self._rect, 4, 4)


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
