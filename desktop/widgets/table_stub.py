"""TEMPORARY stand-in until widgets/table/panel.py is there; delete with the fallback that imports it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop.core.dossier import Dossier
from desktop.core.table import Table
from desktop.widgets.panel import Panel


class TablePanel(Panel):
    """Shows nothing."""

    cell_activated = Signal(str)

    def show_table(self, dossier: Dossier, table: Table) -> None:
        """Show nothing."""

    def show_item(self, item_id: str) -> None:
        """Show nothing."""
