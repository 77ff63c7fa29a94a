"""The legend: one button a series, which switches it off and on."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.charts.painter import Colours, draw_symbol, paint
from desktop.core.chart.ink import Box, Face, Picture, Rect, Symbol
from desktop.core.chart.spec import Series
from desktop.core.text import Language


class Entry(QAbstractButton):
    """A checkable legend entry: marker or swatch, and name; unchecked it is faint and crossed out."""

    def __init__(
        self, series: Series, swatch: bool, colours: Colours, language: Language, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._series, self._swatch, self._colours = series, swatch, colours
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(series.name(language))
        self.setAccessibleName(series.name(language))

    def sizeHint(self) -> QSize:
        """Room for marker and name."""
        metrics = QFontMetrics(self.font())
        return QSize(
            metrics.horizontalAdvance(self.text()) + round(metrics.height() * 2.0),
            round(metrics.height() * 1.5),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw marker and name, and a frame when it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = float(QFontMetrics(self.font()).height())
        colour = self._colours[self._series.colour if self.isChecked() else "faint"]
        middle = self.height() / 2
        if self._swatch:
            box = Box(
                Rect(size * 0.4, middle - size * 0.3, size * 0.7, size * 0.6),
                self._series.colour,
                self._series.fill,
            )
            face = Face(size * 0.7, "zh", len)
            if self.isChecked():
                paint(painter, Picture((box,), (), box.rect), face, self.font(), self._colours)
            else:
                painter.setPen(colour)
                painter.drawRect(QRect(*(round(v) for v in box.rect)))
        else:
            filled = self.isChecked() and self._series.fill == "solid"
            symbol = Symbol(size * 0.75, middle, size * 0.62, self._series.shape, "", filled)
            edge = self._colours.edge(self._series.colour) if self.isChecked() else colour
            draw_symbol(painter, symbol, edge, self._colours["surface"])
        font = self.font()
        font.setStrikeOut(not self.isChecked())
        painter.setFont(font)
        painter.setPen(self._colours["muted" if self.isChecked() else "faint"])
        painter.drawText(
            self.rect().adjusted(round(size * 1.4), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        if self.hasFocus():
            painter.setPen(self._colours["focus_ring"])
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        painter.end()


class Legend(QWidget):
    """Entries that wrap to the width; ``toggled`` carries the names of the series that are off."""

    toggled = Signal(object)

    def __init__(
        self, series: tuple[Series, ...], swatches: bool, colours: Colours, language: Language
    ) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.entries = [
            Entry(s, swatches and s.shape not in ("d", "flag"), colours, language, self) for s in series
        ]
        self._names = [s.name for s in series]
        for entry in self.entries:
            entry.toggled.connect(self._tell)

    def lay_out(self, width: int) -> None:
        """Place the entries from left to right, in as many rows as they need."""
        x = y = height = 0
        for entry in self.entries:
            size = entry.sizeHint()
            if x and x + size.width() > width:
                x, y = 0, y + size.height()
            entry.setGeometry(x, y, min(size.width(), width), size.height())
            x, height = x + size.width(), y + size.height()
        self.setFixedHeight(height)

    def _tell(self) -> None:
        self.toggled.emit(
            frozenset(
                name for name, entry in zip(self._names, self.entries, strict=True) if not entry.isChecked()
            )
        )
