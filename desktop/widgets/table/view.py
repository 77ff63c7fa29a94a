"""The table itself: sized columns, higher rows where a small table needs them, keys, a frozen first column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.services.theme import Theme
from desktop.widgets.table.cells import CellPainter
from desktop.widgets.table.frozen import FrozenColumn
from desktop.widgets.table.plain_view import PlainView
from desktop.widgets.table.ruler import shared_out

if TYPE_CHECKING:
    from desktop.models.frame import FrameModel

SAMPLE = 200
"""So many rows are measured to size a column, and up to so many rows a table grows higher rows for long texts."""
WIDEST, FLOOR, MOST_ROWS = 360, 96, 14
SELECTED = 10_000
"""A selection of more cells is given up when rows move: Qt would follow each of its cells."""


class TableView(PlainView):
    """``item_entered`` carries the id of the item the user moved to; ``columns_changed`` a change to remember."""

    item_entered = Signal(str)
    copy_wanted = Signal()
    filter_wanted = Signal(int)
    columns_changed = Signal()
    frame: FrameModel | None = None  # Qt calls overrides before the constructor is through

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a model."""
        super().__init__(CellPainter(), parent)
        self.frozen = FrozenColumn(self)
        self._own_widths: set[int] = set()
        self._sizing = self._quiet = False
        self.heading.sectionResized.connect(self._resized)
        self.heading.sectionMoved.connect(self._moved)
        self.horizontalScrollBar().rangeChanged.connect(lambda: self.updateGeometry())  # room for the bar

    def show_frame(self, frame: FrameModel) -> None:
        """Show another model; columns are sized once the view has its own size."""
        old = self.selectionModel()
        self.frame = None  # Qt resizes meanwhile, when columns and headings are not yet those of one table
        self.setModel(frame)
        self.frame = self.cells.model = self.heading.frame = frame
        self.cells.forget()
        if old is not None:
            old.deleteLater()
        self.selectionModel().currentChanged.connect(self._entered)
        frame.about_to_arrange.connect(self._before_arranging)
        frame.arranged.connect(self._arranged)
        self._own_widths.clear()
        self.frozen.show_frame(frame)
        self.fit_columns()

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._theme = theme
        self.cells.restyle(theme)
        self._sizing = True  # the least width of a column grows with the zoom; nobody chose that
        super().restyle(theme)
        self._sizing = False
        self.frozen.restyle(theme)
        self.fit_columns()

    def set_width(self, col: int, width: int) -> None:
        """Give a column a width of its own, which fitting leaves alone."""
        self._own_widths.add(col)
        self._sizing = True
        self.setColumnWidth(col, width)
        self._sizing = False

    def own_widths(self) -> dict[int, int]:
        """Return the widths that were chosen by hand."""
        return {
            col: self.columnWidth(col) for col in sorted(self._own_widths) if not self.isColumnHidden(col)
        }

    def fit_columns(self, *, anew: bool = False) -> None:
        """Size the columns by a sample of rows to fill the view; ``anew`` forgets widths chosen by hand."""
        if self.frame is None:
            return
        if anew:
            self._own_widths.clear()
            self.columns_changed.emit()
        shown = [c for c in range(self.frame.columnCount()) if not self.isColumnHidden(c)]
        free = [c for c in shown if c not in self._own_widths]
        natural = [self._natural_width(c) for c in free]
        room = self.viewport().width() - sum(self.columnWidth(c) for c in shown if c in self._own_widths)
        if self._is_small or sum(natural) < room:
            natural = shared_out(natural, room, self._theme.px(FLOOR))
        self._sizing = True
        for col, width in zip(free, natural, strict=True):
            self.setColumnWidth(col, width)
        self._sizing = False
        self._fit_rows()

    def visible_columns(self) -> list[int]:
        """Return the columns that are shown, from left to right."""
        header = self.heading
        order = (header.logicalIndex(place) for place in range(header.count()))
        return [col for col in order if not header.isSectionHidden(col)]

    def enter(self, index: QModelIndex) -> None:
        """Move to a cell without telling anyone."""
        self._quiet = True
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False
        if index.isValid():
            self.scrollTo(index)

    def sizeHintForColumn(self, column: int) -> int:
        """Return the width that a double click at the edge of a heading gives."""
        return self._natural_width(column) if self.frame is not None else -1

    def sizeHint(self) -> QSize:
        """Return a height for all rows, up to a screenful, then the table scrolls."""
        rows = 0 if self.frame is None else min(self.frame.rowCount(), MOST_ROWS)
        body = sum(map(self.rowHeight, range(rows))) if self._is_small else rows * self.cells.row_height
        bar = self.horizontalScrollBar()
        scroll = bar.sizeHint().height() if bar.maximum() > bar.minimum() else 0
        return QSize(
            400, self.heading.sizeHint().height() + min(body, MOST_ROWS * self.cells.row_height) + scroll
        )

    def minimumSizeHint(self) -> QSize:
        """Return the height of the hint, so that a page gives it, and next to no width."""
        return QSize(self._theme.px(120), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with Ctrl+C, filter the column with Alt+Down, give up a running sort with Escape."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif alt and event.key() == Qt.Key.Key_Down and self.currentIndex().isValid():
            self.filter_wanted.emit(self.currentIndex().column())
        elif event.key() == Qt.Key.Key_Escape and self.frame is not None and self.frame.is_busy:
            self.frame.cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._entered(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the keyboard a cell to start from, without choosing it for the window."""
        if not self.currentIndex().isValid() and self.frame is not None and self.frame.rowCount():
            columns = self.visible_columns()
            if columns:
                self.enter(self.frame.index(0, columns[0]))
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit_columns()
        self.frozen.place()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into view, and out from under the frozen column."""
        super().scrollTo(index, hint)
        if self.frame is not None and self.frozen.isVisible() and not self.frozen.covers(index.column()):
            hidden = self.frozen.width() - self.visualRect(index).left()
            if hidden > 0:
                bar = self.horizontalScrollBar()
                bar.setValue(bar.value() - hidden)

    @property
    def _is_small(self) -> bool:
        return self.frame is not None and self.frame.total <= SAMPLE

    def _natural_width(self, col: int) -> int:
        frame = self.frame
        assert frame is not None
        rows = range(0, frame.rowCount(), max(1, frame.rowCount() // SAMPLE))
        marked = any(place[1] == col for place in frame.frame.marks)
        texts = [frame.text(row, col) for row in rows]
        cells = self.cells.natural_width(texts, self._theme.px(WIDEST), marked=marked)
        return max(cells, self.heading.natural_width(frame.frame.columns[col].heading(frame.language)))

    def _fit_rows(self) -> None:
        """Give long texts of a small table up to a few lines."""
        frame = self.frame
        if frame is None or not self._is_small:
            return
        columns = self.visible_columns()
        for row in range(frame.rowCount()):
            lines = max((len(self._lines(row, col)) for col in columns), default=1)
            height = self.cells.row_height + (lines - 1) * self.cells.line_height
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)
        self.cells.forget()
        self.updateGeometry()

    def _lines(self, row: int, col: int) -> tuple[str, ...]:
        frame = self.frame
        assert frame is not None
        if frame.columns[col].aligns_right:
            return ("",)
        return self.cells.wrapped(frame.text(row, col), self.columnWidth(col) - self.cells.taken(row, col))

    def _resized(self, col: int, _: int, width: int) -> None:
        self.cells.forget()
        if not self._sizing and width:
            self._own_widths.add(col)
            self._fit_rows()
            self.columns_changed.emit()

    def _moved(self) -> None:
        self.columns_changed.emit()

    def _entered(self, index: QModelIndex) -> None:
        if self.frame is not None and index.isValid() and not self._quiet:
            item = self.frame.item(index.row(), index.column())
            if item:
                self.item_entered.emit(item)

    def _before_arranging(self) -> None:
        chosen = self.selectionModel().selection()
        if sum(chosen.at(n).width() * chosen.at(n).height() for n in range(chosen.count())) > SELECTED:
            self.selectionModel().clearSelection()

    def _arranged(self) -> None:
        self.cells.forget()
        self._fit_rows()
        self.viewport().update()
        self.heading.viewport().update()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
