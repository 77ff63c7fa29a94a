"""A card with a chart, its title, controls, sentence and table twin."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.core.chart.spec import ChartSpec
from desktop.services.context import Context
from desktop.widgets.panel import Panel


class ChartPanel(Panel):
    """Shows one of several charts of the same thing; ``item_clicked`` carries the id of the item of a mark."""

    item_clicked = Signal(str)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty; ``show_specs`` fills it."""
        super().__init__(ctx, parent)
        self._specs: tuple[ChartSpec, ...] = ()

    def show_specs(self, specs: tuple[ChartSpec, ...]) -> None:
        """Show the first of the charts and offer the others; a spec of kind "none" says why there is none."""
        self._specs = specs

    def highlight(self, item_id: str) -> None:
        """Ring the mark of an item (none when the chart does not show it); takes well under a frame."""
