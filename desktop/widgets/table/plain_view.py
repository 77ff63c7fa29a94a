"""The bare look that the table and its frozen column share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop.services.theme import Theme
from desktop.widgets.table.cells import CellPainter
from desktop.widgets.table.header import TableHeader


class PlainView(QTableView):
    """No frame, no grid, no row numbers; cells and headings paint themselves."""

    def __init__(self, cells: CellPainter, parent: QWidget | None = None) -> None:
        """``cells`` paints the cells."""
        super().__init__(parent)
        self.cells = cells
        self.heading = TableHeader(self)
        self.setHorizontalHeader(self.heading)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page at once."""
        painter = QPainter(self.viewport())
        self.cells.paint(painter, self, event.rect())
        painter.end()

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self.heading.restyle(theme)
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(theme.px(16))
        rows.setDefaultSectionSize(self.cells.row_height)
        self.verticalScrollBar().setSingleStep(self.cells.row_height)
        self.horizontalScrollBar().setSingleStep(theme.px(24))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme["surface"]))  # fills the corner
        self.setPalette(palette)
