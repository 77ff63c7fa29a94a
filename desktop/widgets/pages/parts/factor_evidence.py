"""The tables and charts of a factor; a switch where there are several tables."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.chart.choose import choose, choose_for_factor
from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.focus import Focus
from desktop.core.table import Table
from desktop.core.text import Text
from desktop.services.context import Context
from desktop.widgets.cards.chips import Chips
from desktop.widgets.cards.flow_layout import CardGrid
from desktop.widgets.chart_panel import ChartPanel
from desktop.widgets.panel import Panel
from desktop.widgets.table.panel import TablePanel

TABLES = Text("表格", "Tables")
NARROWEST, MOST = 460, 2


class FactorEvidence(Panel):
    """Kept for all factors, since charts and tables are dear to make; ``chosen`` carries an item's id.

    ``drawn`` tells that a chart was drawn, which makes a new widget.
    """

    chosen = Signal(str)
    drawn = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Make the panels of a table; further charts are made when a factor has them."""
        super().__init__(ctx, parent)
        self._tables: tuple[Table, ...] = ()
        self._shown = ""
        self._switch = Chips(TABLES, exclusive=True)
        self._switch.changed.connect(self._switched)
        self._chart, self._table = ChartPanel(ctx), TablePanel(ctx)
        self._more: list[ChartPanel] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        more = QWidget()
        self._grid = CardGrid(NARROWEST, MOST, parent=more)
        for part in (self._switch, self._chart, self._table, more):
            self.column.addWidget(part)
        self._chart.item_clicked.connect(self.chosen)
        self._chart.drawn.connect(self.drawn)
        self._table.cell_activated.connect(self.chosen)
        self.restyle()

    def show_factor(self, dossier: Dossier, factor: Factor) -> None:
        """Show the tables and charts of a factor, the first table first."""
        self._tables = tuple(i for i in dossier.of_factor(factor.id) if isinstance(i, Table))
        self._switch.offer([(t.id, t.title, -1) for t in self._tables])
        self._switch.dress(self.theme, self.language)
        self._switch.setVisible(len(self._tables) > 1)
        for part in (self._chart, self._table):
            part.setVisible(bool(self._tables))
        self._shown = ""
        if self._tables:
            self._show(dossier, self._tables[0])
        groups = choose_for_factor(dossier, factor, self.ctx.workspace.record)
        while len(self._more) < len(groups):
            panel = ChartPanel(self.ctx)
            panel.item_clicked.connect(self.chosen)
            panel.drawn.connect(self.drawn)
            self._grid.addWidget(panel)
            self._more.append(panel)
        for number, panel in enumerate(self._more):
            panel.setVisible(number < len(groups))
            panel.show_specs(groups[number] if number < len(groups) else ())
        self.setVisible(bool(self._tables or groups))

    def part_of(self, item_id: str) -> QWidget | None:
        """Return the part that shows an item of a table."""
        table = self.dossier.table_of(item_id) if self.dossier else None
        return self._table if table in self._tables else None

    def show_focus(self, focus: Focus) -> None:
        """Mark what is selected; another table is shown when it stands there."""
        dossier = self.dossier
        if dossier is None:
            return
        table = dossier.table_of(focus.item)
        if table is not None and table in self._tables:
            self._show(dossier, table)
            self._table.show_item(focus.item)
        for panel in (self._chart, *self._more):
            if not panel.isHidden():
                panel.highlight(focus.item)

    def retranslate(self) -> None:
        """Name the switch; the panels follow by themselves."""
        self._switch.dress(self.theme, self.language)

    def restyle(self) -> None:
        """Follow the zoom."""
        self.column.setSpacing(self.theme.px(12))
        self._grid.setSpacing(self.theme.px(12))
        self._grid.set_narrowest(self.theme.px(NARROWEST))
        self._switch.dress(self.theme, self.language)

    def _show(self, dossier: Dossier, table: Table) -> None:
        if table.id != self._shown:
            self._shown = table.id
            self._switch.choose(frozenset((table.id,)))
            self._chart.show_specs(choose(dossier, table))
            self._table.show_table(dossier, table)

    def _switched(self) -> None:
        table = next((t for t in self._tables if t.id in self._switch.chosen), None)
        if table is not None and table.id != self._shown:
            self.chosen.emit(table.id)
