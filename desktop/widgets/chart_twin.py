"""The numbers of a chart as a table: what a screen reader reads, and what can be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.core.chart.spec import ChartSpec
from desktop.core.chart.twin import twin
from desktop.core.text import Language

ROWS = 12  # higher than so many rows it scrolls


class ChartTwin(QTableWidget):
    """One row a mark; ``chosen`` carries the id of the item of a row that is clicked or entered."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._items: tuple[str, ...] = ()
        self._header: list[str] = []
        self._texts: list[list[str]] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.cellClicked.connect(lambda row, _: self.chosen.emit(self._items[row]))

    def show_spec(self, spec: ChartSpec, language: Language) -> None:
        """Fill with the marks of a chart."""
        table = twin(spec)
        self._items = table.items
        self.clear()
        self.setColumnCount(len(table.header))
        self.setRowCount(len(table.rows))
        self._header = [h(language) for h in table.header]
        self._texts = [[text(language) for text in row] for row in table.rows]
        self.setHorizontalHeaderLabels(self._header)
        for r, row in enumerate(self._texts):
            for c, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(r, c, item)
        high = self.fontMetrics().height() * 2
        self.verticalHeader().setDefaultSectionSize(high)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.setMinimumHeight(high * (min(ROWS, len(table.rows)) + 1) + 8)
        self.setAccessibleName(spec.title(language))
        self.setAccessibleDescription(spec.sentence(language))

    def highlight(self, item_id: str) -> None:
        """Select the rows of an item without telling anyone."""
        self.clearSelection()
        if item_id in self._items:
            row = self._items.index(item_id)
            self.selectRow(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the row, Ctrl+C copies the selected rows with the header as tab-separated text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.chosen.emit(self._items[self.currentRow()])
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._tsv())
        else:
            super().keyPressEvent(event)

    def _tsv(self) -> str:
        rows = sorted({index.row() for index in self.selectedIndexes()}) or list(range(self.rowCount()))
        lines = [self._header, *(self._texts[r] for r in rows)]
        return "\n".join("\t".join(line) for line in lines) + "\n"
