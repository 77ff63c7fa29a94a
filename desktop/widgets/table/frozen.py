"""The first column once more, over the left edge, so that it stays while the others scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QTableView

from desktop.services.theme import Theme
from desktop.widgets.table.plain_view import PlainView

if TYPE_CHECKING:
    from desktop.models.frame import FrameModel
    from desktop.widgets.table.view import TableView


class FrozenColumn(PlainView):
    """Shares model, selection and delegate with the view that it lies on; hidden until switched on."""

    def __init__(self, view: TableView) -> None:
        """Lie on ``view``."""
        super().__init__(view.cells, view)
        self._view = view
        self._on = False
        self.setFocusProxy(view)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.heading.setSectionsMovable(False)
        view.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(view.verticalScrollBar().setValue)
        view.heading.sectionResized.connect(self._resized)
        view.heading.sectionMoved.connect(self.place)
        view.verticalHeader().sectionResized.connect(lambda row, _, height: self.setRowHeight(row, height))
        self.heading.sectionResized.connect(self._resized_here)
        self.heading.sort_wanted.connect(view.heading.sort_wanted)
        self.heading.customContextMenuRequested.connect(view.heading.customContextMenuRequested)
        self.customContextMenuRequested.connect(view.customContextMenuRequested)
        self.hide()

    @property
    def is_on(self) -> bool:
        """Whether the first column is frozen."""
        return self._on

    def freeze(self, on: bool) -> None:
        """Freeze the first column, or let it go."""
        self._on = on
        self.place()

    def covers(self, col: int) -> bool:
        """Whether a column is the frozen one."""
        return self._on and self._view.visible_columns()[:1] == [col]

    def show_frame(self, frame: FrameModel) -> None:
        """Follow the view to another model."""
        old = self.selectionModel()
        self.heading.frame = frame
        self.setModel(frame)
        own = self.selectionModel()
        self.setSelectionModel(self._view.selectionModel())
        for unused in (old, own):
            if unused is not None and unused is not self._view.selectionModel():
                unused.deleteLater()
        self.place()

    def place(self) -> None:
        """Lie exactly on the first column of the view."""
        columns = self._view.visible_columns()
        if not self._on or not columns:
            self.hide()
            return
        first = columns[0]
        for col in range(self.heading.count()):
            self.setColumnHidden(col, col != first)
        width = self._view.columnWidth(first)
        self.setColumnWidth(first, width)
        heads = self._view.heading.height()
        self.setGeometry(0, 0, width, heads + self._view.viewport().height())
        self.verticalScrollBar().setValue(self._view.verticalScrollBar().value())
        self.show()
        self.raise_()

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._edge = QColor(theme["border"])
        super().restyle(theme)
        self.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the column and the edge under which the others scroll."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        area = self.viewport().rect()
        painter.fillRect(area.right(), 0, 1, area.height(), self._edge)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the view below."""
        QTableView.wheelEvent(self._view, event)

    def _resized(self, *_: int) -> None:
        if self._on:
            self.place()

    def _resized_here(self, col: int, _: int, width: int) -> None:
        if self._on and width and width != self._view.columnWidth(col):
            self._view.setColumnWidth(col, width)
