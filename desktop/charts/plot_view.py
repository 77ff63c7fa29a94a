"""One panel on the screen: pyqtgraph zooms and pans, the picture is laid out anew for what is visible."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy

from desktop.charts.overlay import PictureItem, Ring
from desktop.charts.painter import Colours
from desktop.core.chart.frame import View
from desktop.core.chart.ink import Face, Picture, Rect
from desktop.core.chart.place import area_of, full_view, height_of, place
from desktop.core.chart.plot import Plot

ZOOM = 1.25
REACH = 8.0  # pixels around a point that still mean it


class PlotView(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """Shows a Plot. ``pointed`` carries the spot under mouse or keyboard (or None), ``chosen`` an item id.

    A view box is all of pyqtgraph's plot that it needs: axes, menu and buttons would take twenty times as long to make.
    """

    pointed = Signal(object)
    chosen = Signal(str)

    def __init__(self, plot: Plot) -> None:
        super().__init__(background=None)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._plot = plot
        self._look: tuple[Face, QFont, Colours] | None = None
        self._hidden: frozenset[int] = frozenset()
        self._item_id = ""
        self._current = -1
        self.picture = Picture((), (), Rect(0, 0, 1, 1))
        self.setCentralItem(None)
        self.box = pg.ViewBox(enableMenu=False)
        self.box.setMouseEnabled(x=plot.x.kind != "category", y=plot.y.kind == "number")
        self.box.invertY(plot.y.kind == "category")
        view = full_view(plot)
        self.box.setLimits(xMin=view.x0, xMax=view.x1, yMin=view.y0, yMax=view.y1)
        self._paper, self.ring = PictureItem(), Ring()
        for layer in (self.box, self._paper):
            self.scene().addItem(layer)
        self._show_view(view)
        self.box.sigRangeChanged.connect(self._draw)
        self.scene().sigMouseMoved.connect(self._moved)
        self.scene().sigMouseClicked.connect(self._clicked)

    def restyle(self, face: Face, font: QFont, colours: Colours) -> None:
        """Take font, language and colours."""
        self._look = (face, font, colours)
        self.setBackground(colours["surface"])
        self.ring.restyle(colours["accent"], colours["surface"])
        self._fit()

    def hide_series(self, hidden: frozenset[int]) -> None:
        """Leave some series out."""
        self._hidden = hidden
        self._draw()

    def highlight(self, item_id: str) -> bool:
        """Ring the mark of an item; False when this panel does not show it."""
        self._item_id = item_id
        spot = self.picture.spot_of(item_id)
        for changed in self.ring.surround(spot):
            self.viewport().update(changed)
        return spot is not None

    def reset_zoom(self) -> None:
        """Show everything again."""
        self._show_view(full_view(self._plot))

    def zoom(self, factor: float) -> None:
        """Enlarge (factor above 1) around the middle, along the axes that may be zoomed."""
        across, along = self.box.state["mouseEnabled"]
        self.box.scaleBy((1 / factor if across else 1.0, 1 / factor if along else 1.0))

    def sizeHint(self) -> QSize:
        """The height that the plot wants; any width will do."""
        return QSize(0, round(height_of(self._plot, self._look[0])) if self._look else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        if hasattr(self, "_paper"):  # pyqtgraph resizes once while it is still being built
            self._fit()

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the ring over the picture."""
        self.ring.paint(painter)

    def viewportEvent(self, event: QEvent) -> bool:
        """Leave out that the scene is told of a page being shown or hidden.

        The view box would answer by having the window painted at once, before its layouts have settled.
        """
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            return bool(QAbstractScrollArea.viewportEvent(self, event))
        return bool(super().viewportEvent(event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, or without it on a focused time line; otherwise the page scrolls."""
        plain = self.hasFocus() and self._plot.x.kind == "time" and self._plot.y.kind == "category"
        if plain or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move from mark to mark, Enter chooses one; + and − zoom, 0 shows everything."""
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(ZOOM)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / ZOOM)
        elif key == Qt.Key.Key_0:
            self.reset_zoom()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self._step(1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self._step(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and 0 <= self._current < len(
            self.picture.spots
        ):
            self.chosen.emit(self.picture.spots[self._current].mark.item_id)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard points at nothing any more."""
        super().focusOutEvent(event)
        self._current = -1
        self.pointed.emit(None)

    def leaveEvent(self, event: QEvent) -> None:
        """Nor does the mouse."""
        super().leaveEvent(event)
        self.pointed.emit(None)

    def _step(self, by: int) -> None:
        """Move the keyboard to the next mark and tell about it."""
        spots = self.picture.spots
        if spots:
            self._current = (
                (self._current + by) % len(spots) if self._current >= 0 else (0 if by > 0 else len(spots) - 1)
            )
            self.pointed.emit(spots[self._current])

    def _moved(self, position: QPointF) -> None:
        spot = self.picture.spot_at(position.x(), position.y(), REACH)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor)
        self.pointed.emit(spot)

    def _clicked(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        if event.double():
            self.reset_zoom()
            return
        position = event.scenePos()
        spot = self.picture.spot_at(position.x(), position.y(), REACH)
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(spot.mark.item_id)

    def _show_view(self, view: View) -> None:
        self.box.setRange(xRange=(view.x0, view.x1), yRange=(view.y0, view.y1), padding=0)

    def _fit(self) -> None:
        """Give the view box the rectangle inside the axes, then draw."""
        if self._look is None:
            return
        width, height = float(self.width()), float(self.height())
        area = area_of(self._plot, width, height, self._look[0])
        self.box.setGeometry(QRectF(area.x, area.y, max(0.0, area.width), max(0.0, area.height)))
        self._draw()

    def _draw(self) -> None:
        if self._look is None:
            return
        (x0, x1), (y0, y1) = self.box.viewRange()
        face = self._look[0]
        size = QRectF(0, 0, self.width(), self.height())
        self.picture = place(
            self._plot, size.width(), size.height(), face, View(x0, x1, y0, y1), self._hidden
        )
        self._paper.show_picture(self.picture, self._look, size)
        self.highlight(self._item_id)
