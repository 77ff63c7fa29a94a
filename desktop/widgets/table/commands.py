"""What the user does with a table: sort, filter, copy, menus, reset."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionRange, QObject, QPoint, Signal
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QMenu

from desktop.core.text import Text
from desktop.services.context import Context
from desktop.widgets.table import menus
from desktop.widgets.table.column_layout import ColumnLayout
from desktop.widgets.table.filter_popup import FilterPopup
from desktop.widgets.table.view import TableView

TOO_MUCH = Text("选中的单元格太多，无法复制。", "Too many cells are selected to be copied.")


class TableCommands(QObject):
    """Joins the view's wishes to the model; ``filtered`` says that a filter was set or cleared."""

    filtered = Signal()

    def __init__(self, ctx: Context, view: TableView, columns: ColumnLayout) -> None:
        """Listen to the view."""
        super().__init__(view)
        self._ctx, self._view, self._columns = ctx, view, columns
        view.heading.sort_wanted.connect(self.sort)
        view.heading.customContextMenuRequested.connect(self._heading_menu)
        view.customContextMenuRequested.connect(self._cell_menu)
        view.copy_wanted.connect(self.copy_cells)
        view.filter_wanted.connect(self.open_filter)

    def sort(self, col: int, add: bool) -> None:
        """Sort by a column: ascending, then descending, then no more; ``add`` keeps the other keys."""
        frame = self._view.frame
        if frame is None:
            return
        now = frame.arrangement
        key = next((k for k in now.sort if k.col == col), None)
        if key is not None and key.descending:
            frame.arrange(now.unsorted_by(col))
        else:
            frame.arrange(now.sorted_by(col, key is not None, add=add))

    def open_filter(self, col: int) -> None:
        """Open the filter of a column below its heading."""
        frame, view = self._view.frame, self._view
        if frame is None:
            return
        header = view.heading
        popup = FilterPopup(frame, col, self._ctx.ui.theme(), self._ctx.language, view)
        popup.applied.connect(self.filtered)
        popup.open_at(
            header.mapToGlobal(QPoint(max(0, header.sectionViewportPosition(col)), header.height()))
        )

    def clear_filters(self) -> None:
        """Show every row, in the order there is."""
        frame = self._view.frame
        if frame is not None:
            frame.arrange(frame.arrangement.unfiltered())
            self.filtered.emit()

    def give_up(self) -> None:
        """Cancel what the table is doing."""
        if self._view.frame is not None:
            self._view.frame.cancel()

    def reset(self) -> None:
        """Undo sorting, filters and every change of the columns."""
        frame = self._view.frame
        if frame is not None:
            self._columns.reset()
            frame.arrange(frame.arrangement.at_rest())
            self.filtered.emit()

    def copy_cells(self, markdown: bool = False) -> None:
        """Copy the selected cells with their headings; the whole table when no more than one cell is chosen."""
        from desktop.models.frame_copy import MOST_CELLS, as_markdown, as_tsv, covered

        frame, view = self._view.frame, self._view
        if frame is None:
            return
        selection = view.selectionModel().selection()
        if selection.count() == 0 or (markdown and _is_one_cell(selection.at(0)) and selection.count() == 1):
            rows: list[int] | range = range(frame.rowCount())
            cols = view.visible_columns()
        else:
            rows, cols = covered(selection, view.visible_columns())
        if len(rows) * len(cols) > MOST_CELLS:
            self._ctx.ui.notify(TOO_MUCH)
            return
        text = as_markdown(frame, rows, cols) if markdown else as_tsv(frame, rows, cols)
        QGuiApplication.clipboard().setText(text)

    def fill_copy(self, menu: QMenu) -> None:
        """Offer the ways to copy."""
        language = self._ctx.language
        menus.add(menu, menus.TSV(language), self.copy_cells)
        menus.add(menu, menus.MARKDOWN(language), lambda: self.copy_cells(markdown=True))

    def fill_columns(self, menu: QMenu) -> None:
        """Offer the columns."""
        menus.fill_columns(menu, self._view, self._columns, self._ctx.language)

    def column_menu(self, col: int) -> QMenu:
        """Return the menu of a column."""
        menu = QMenu(self._view)
        menu.aboutToHide.connect(menu.deleteLater)
        menus.fill_column(menu, self._view, self._columns, col, self._ctx.language)
        return menu

    def _heading_menu(self, place: QPoint) -> None:
        col = self._view.heading.logicalIndexAt(place)
        if col >= 0:
            self.column_menu(col).popup(QCursor.pos())

    def _cell_menu(self, place: QPoint) -> None:
        """Open the menu of a cell; asked for by key, that of the current cell."""
        view = self._view
        index = view.currentIndex() if view.currentIndex().isValid() else view.indexAt(place)
        if not index.isValid():
            return
        menu = self.column_menu(index.column())
        first = menu.actions()[0]
        copy = QMenu(menu)
        self.fill_copy(copy)
        menu.insertActions(first, copy.actions())
        menu.insertSeparator(first)
        menu.popup(view.viewport().mapToGlobal(place))


def _is_one_cell(part: QItemSelectionRange) -> bool:
    return part.width() == 1 and part.height() == 1
