"""The tables and charts of a factor; a switch where there are several tables."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.chart.choose import choose, choose_for_factor
from desktop.core.chart.spec import ChartSpec
from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.focus import Focus
from desktop.core.record import Record
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
    """Made anew for each factor; ``chosen`` carries an item's id."""

    chosen = Signal(str)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(ctx, parent)
        self._tables: tuple[Table, ...] = ()
        self._shown = ""
        self._switch = Chips(TABLES, exclusive=True)
        self._switch.changed.connect(self._switched)
        self._switch.hide()
        self._chart: ChartPanel | None = None
        self._table: TablePanel | None = None
        self._panels: list[ChartPanel] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._switch)
        self._grid = CardGrid(NARROWEST, MOST)
        self.hide()
        self.restyle()

    def fill(self, dossier: Dossier, factor: Factor, record: Record) -> Iterator[bool]:
        """Make tables and charts in small steps, the first table first."""
        self._tables = tuple(i for i in dossier.of_factor(factor.id) if isinstance(i, Table))
        groups = choose_for_factor(dossier, factor, record)
        self.setVisible(bool(self._tables or groups))
        if self._tables:
            yield from self._fill_tables(dossier)
        if groups:
            more = QWidget()
            more.setLayout(self._grid)
            self.column.addWidget(more)
        for specs in groups:
            self._grid.addWidget(self._panel(specs))
            yield True

    def renew(self, dossier: Dossier, factor: Factor, record: Record) -> bool:
        """Show what an edit made of the same tables and charts; False when there are others now."""
        tables = tuple(i for i in dossier.of_factor(factor.id) if isinstance(i, Table))
        groups = choose_for_factor(dossier, factor, record)
        panels = self._panels[len(self._panels) - self._grid.count() :]
        if [t.id for t in tables] != [t.id for t in self._tables] or len(groups) != len(panels):
            return False
        self._tables = tables
        for table in tables:
            if table.id == self._shown and self._chart is not None and self._table is not None:
                self._offer(table.id)
                self._chart.show_specs(choose(dossier, table))
                self._table.show_table(dossier, table)
        for panel, specs in zip(panels, groups, strict=True):
            panel.show_specs(specs)
        return True

    def part_of(self, item_id: str) -> QWidget | None:
        """Return the part that shows an item of a table."""
        table = self.dossier.table_of(item_id) if self.dossier else None
        return self._table if table in self._tables else None

    def mark(self, item_id: str) -> bool:
        """Mark what is selected; True when another table had to be shown for it."""
        dossier, shown = self.dossier, self._shown
        table = dossier.table_of(item_id) if dossier is not None else None
        if dossier is not None and table is not None and table in self._tables:
            self._show(dossier, table)
        if self._table is not None:
            self._table.show_item(item_id)
        for panel in self._panels:
            panel.highlight(item_id)
        return self._shown != shown

    def retranslate(self) -> None:
        """Name the switch; the panels follow by themselves."""
        self._switch.dress(self.theme, self.language)

    def restyle(self) -> None:
        """Follow the zoom."""
        self.column.setSpacing(self.theme.px(12))
        self._grid.setSpacing(self.theme.px(12))
        self._grid.set_narrowest(self.theme.px(NARROWEST))
        self._switch.dress(self.theme, self.language)

    def _fill_tables(self, dossier: Dossier) -> Iterator[bool]:
        tables = self._tables
        self._offer(tables[0].id)
        self._chart = self._panel(choose(dossier, tables[0]))
        self.column.addWidget(self._chart)
        yield True
        self._table = _Table(self.ctx)
        self._table.cell_activated.connect(self.chosen)
        self.column.addWidget(self._table)
        self._shown = tables[0].id
        self._table.show_table(dossier, tables[0])
        yield True

    def _offer(self, table_id: str) -> None:
        self._switch.offer([(t.id, t.title, -1) for t in self._tables])
        self._switch.choose(frozenset((table_id,)))
        self._switch.dress(self.theme, self.language)
        self._switch.setVisible(len(self._tables) > 1)

    def _panel(self, specs: tuple[ChartSpec, ...]) -> ChartPanel:
        panel = ChartPanel(self.ctx)
        panel.item_clicked.connect(self.chosen)
        panel.show_specs(specs)
        panel.draw()
        self._panels.append(panel)
        return panel

    def _show(self, dossier: Dossier, table: Table) -> None:
        if table.id != self._shown and self._chart is not None and self._table is not None:
            self._shown = table.id
            self._switch.choose(frozenset((table.id,)))
            self._chart.show_specs(choose(dossier, table))
            self._table.show_table(dossier, table)

    def _switched(self) -> None:
        table = next((t for t in self._tables if t.id in self._switch.chosen), None)
        if table is not None and table.id != self._shown:
            self.chosen.emit(table.id)


class _Table(TablePanel):
    """Moved by the page alone, so that it does nothing while the page is hidden."""

    def show_focus(self, focus: Focus) -> None:
        pass
