"""The two charts of the overview: policies and events in time, and how firm the evidence is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.chart.choose import strength, timeline
from desktop.core.focus import Focus
from desktop.services.context import Context
from desktop.widgets.cards.sides import Sides
from desktop.widgets.chart_panel import ChartPanel
from desktop.widgets.panel import Panel


class OverviewCharts(Panel):
    """Follows dossier and focus; a click on a mark selects its item.

    ``drawn`` tells that a chart was drawn, which makes a new widget.
    """

    drawn = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Make both panels."""
        super().__init__(ctx, parent)
        self._times, self._strength = ChartPanel(ctx), ChartPanel(ctx)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Sides(self._times, self._strength, (8, 5), narrow=860, gap=12))
        for panel in (self._times, self._strength):
            panel.item_clicked.connect(self._choose)
            panel.drawn.connect(self.drawn)
        self.refresh()

    def show_dossier(self) -> None:
        """Draw the charts of the dossier."""
        if self.dossier is not None:
            self._times.show_specs((timeline(self.dossier, self.ctx.workspace.record),))
            self._strength.show_specs((strength(self.dossier),))

    def show_focus(self, focus: Focus) -> None:
        """Ring the marks of what is selected."""
        self._times.highlight(focus.item)
        self._strength.highlight(focus.factor)

    def _choose(self, item_id: str) -> None:
        if self.dossier is not None:
            self.ctx.selection.show(self.ctx.selection.focus.on(self.dossier, item_id))
