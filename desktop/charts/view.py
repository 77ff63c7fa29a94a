"""A whole chart on the screen: legend, panels in rows, tooltip, ring."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.charts.legend import Legend
from desktop.charts.overlay import Tooltip
from desktop.charts.painter import Colours, face_for
from desktop.charts.plot_view import PlotView
from desktop.core.chart.arrange import columns_for, plots_of, row_heights
from desktop.core.chart.ink import Spot
from desktop.core.chart.spec import ChartSpec
from desktop.core.text import Language, Text
from desktop.services.theme import Theme

SWATCHES = ("bars", "ranges", "strength")  # kinds whose series are areas rather than points


class ChartView(QWidget):
    """Draws one ChartSpec; ``clicked`` carries the id of the item of a mark."""

    clicked = Signal(str)

    def __init__(
        self, spec: ChartSpec, theme: Theme, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        self.spec = spec
        self.hidden_names: frozenset[Text] = frozenset()
        self._colours = Colours(theme)
        self._plots = plots_of(spec)
        pixels = self.fontInfo().pixelSize()
        self._face = face_for(self.font(), pixels, language)
        self.views = [PlotView(plot) for plot in self._plots]
        self._columns = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.legend: Legend | None = None
        if spec.legend:
            self.legend = Legend(spec.legend, spec.kind in SWATCHES, self._colours, language)
            self.legend.toggled.connect(self._hide_series)
            column.addWidget(self.legend)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(round(pixels * 1.2))
        self._grid.setVerticalSpacing(round(pixels * 0.6))
        column.addLayout(self._grid, 1)
        self.tip = Tooltip(self, self._colours)
        for view, panel in zip(self.views, spec.panels, strict=True):
            view.restyle(self._face, self.font(), self._colours)
            title = panel.title if panel.title.zh else spec.title
            view.setAccessibleName(title(language))
            view.setAccessibleDescription(spec.sentence(language))
            view.pointed.connect(self._point)
            view.chosen.connect(self.clicked)
        self._arrange(max(1, self.width()))

    def highlight(self, item_id: str) -> bool:
        """Ring the mark of an item in every panel that shows it; False when none does."""
        return sum(view.highlight(item_id) for view in self.views) > 0

    def reset_zoom(self) -> None:
        """Show everything in every panel."""
        for view in self.views:
            view.reset_zoom()

    def zoom(self, factor: float) -> None:
        """Enlarge every panel around its middle."""
        for view in self.views:
            view.zoom(factor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the panels for the new width."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        if self.legend is not None:
            self.legend.lay_out(width)
        columns = columns_for(self._plots, width, self._face)
        if columns == self._columns:
            return
        self._columns = columns
        for number, view in enumerate(self.views):
            self._grid.addWidget(view, number // columns, number % columns)
        heights = row_heights(self._plots, columns, self._face)
        for row in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(row, round(heights[row]) if row < len(heights) else 0)
            self._grid.setRowStretch(row, round(heights[row]) if row < len(heights) else 0)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _hide_series(self, names: frozenset[Text]) -> None:
        self.hidden_names = names
        for view, panel in zip(self.views, self.spec.panels, strict=True):
            view.hide_series(frozenset(n for n, s in enumerate(panel.series) if s.name in names))

    def _point(self, spot: Spot | None) -> None:
        view = self.sender()
        if spot is None or not isinstance(view, QWidget):
            self.tip.hide()
            return
        rect = spot.rect
        at = QPointF(rect.x + rect.width / 2, rect.y + rect.height / 2)
        where = view.mapTo(self, at)
        self.tip.tell(spot.mark.tooltip(self._face.language), QPointF(where), rect.height / 2 + 6)
