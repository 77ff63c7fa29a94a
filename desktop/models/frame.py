"""A DataFrame as a Qt table: nothing is copied, rows are sorted and filtered by an order array beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.core.progress import Progress
from desktop.core.text import Language, Text
from desktop.core.verdict import Verdict
from desktop.models.frame_arrange import Arrangement, Step, filtered_rows, order_of, steps
from desktop.models.frame_column import Array, FrameColumn, row_type
from desktop.models.frame_filter import Distinct, distinct
from desktop.models.frame_find import find_cells
from desktop.models.frame_text import MISSING, exported
from desktop.services.jobs import Failed, JobRunner, Ok, Outcome
from desktop.store.frames import Frame

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ABSENT = Text("无数据", "no value")
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FrameModel(QAbstractTableModel):
    """Shows a Frame of any size; sorting, filtering and finding are jobs, of which the latest wins.

    ``arrangement`` is what was asked for last; ``arranged`` says that the rows follow it now, and
    ``busy_changed`` that a job for it began or ended.
    """

    busy_changed = Signal(bool)
    about_to_arrange = Signal()
    arranged = Signal()
    failed = Signal(object)
    progressed = Signal(int, int)

    def __init__(
        self, frame: Frame, jobs: JobRunner, language: Language, parent: QObject | None = None
    ) -> None:
        """Take views of the columns; rows stand as in the DataFrame."""
        super().__init__(parent)
        self.frame = frame
        self.columns = [
            FrameColumn(frame.data.iloc[:, n], info.kind, frame.keys.get(n))
            for n, info in enumerate(frame.columns)
        ]
        self.arrangement = Arrangement()
        self._shown = Arrangement()
        self._order: Array | None = None
        self._count = self._total = len(frame.data)
        self._jobs, self._language = jobs, language
        self._key = f"table {id(self)}"
        jobs.progressed.connect(self._report)

    @property
    def total(self) -> int:
        """How many rows there are without any filter."""
        return self._total

    @property
    def language(self) -> Language:
        """The language of the headings."""
        return self._language

    @property
    def is_busy(self) -> bool:
        """Whether a sort or filter is under way."""
        return self._jobs.is_running(self._key)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows the filters let through."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the whole text of a cell, its alignment, or for a screen reader that it is empty."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[index.column()].aligns_right else _LEFT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text, missing = self.reading(index.row(), index.column())
            return _ABSENT(self._language) if missing else text
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return headings with units, and row numbers of the DataFrame counted from 1."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self.source_row(section) + 1)
        return self.frame.columns[section].heading(self._language)

    def set_language(self, language: Language) -> None:
        """Head the columns in another language."""
        self._language = language
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def source_row(self, row: int) -> int:
        """Return the row of the DataFrame that stands at a row of the table."""
        return row if self._order is None else int(self._order[row])

    def text(self, row: int, col: int) -> str:
        """Return how a cell reads, all of it."""
        return self.columns[col].text(self.source_row(row))

    def reading(self, row: int, col: int) -> tuple[str, bool]:
        """Return how a cell reads, and whether that stands for no value."""
        column, source = self.columns[col], self.source_row(row)
        text = column.text(source)
        return text, text == MISSING and column.is_missing(source)

    def exported(self, row: int, col: int) -> str:
        """Return a cell for a spreadsheet: plain digits, empty when missing."""
        return exported(self.columns[col].value(self.source_row(row)))

    def is_missing(self, row: int, col: int) -> bool:
        """Whether a cell holds no value."""
        return self.columns[col].is_missing(self.source_row(row))

    def mark(self, row: int, col: int) -> Verdict | None:
        """Return the verdict on a cell."""
        return self.frame.marks.get((self.source_row(row), col))

    def item(self, row: int, col: int) -> str:
        """Return the id of the item that stands in a cell, or ""."""
        return self.frame.items.get((self.source_row(row), col), "")

    def index_of(self, item: str) -> QModelIndex:
        """Return where an item stands now; an invalid index when it is filtered out or not here."""
        place = next((place for place, known in self.frame.items.items() if known == item), None)
        if place is None:
            return QModelIndex()
        if self._order is None:
            return self.index(*place)
        rows = np.flatnonzero(self._order == place[0])
        return self.index(int(rows[0]), place[1]) if len(rows) else QModelIndex()

    def arrange(self, wanted: Arrangement) -> None:
        """Sort and filter; ``arranged`` follows, or ``failed``. Asking for the same again does nothing."""
        if wanted == self.arrangement:
            return
        columns, total, order = self.columns, self._total, self._order
        followed = len(self.persistentIndexList())

        def work(progress: Progress) -> tuple[Step, ...]:
            return steps(total, order, order_of(columns, total, wanted, progress), followed)

        def done(outcome: Outcome[tuple[Step, ...]]) -> None:
            if isinstance(outcome, Ok):
                self._follow(outcome.value, wanted)
            elif self.arrangement is wanted:  # nothing newer was asked for: what is shown is what counts
                self.arrangement = self._shown
            if isinstance(outcome, Failed):
                self.failed.emit(outcome.error)
            self.busy_changed.emit(self.is_busy)

        self.arrangement = wanted
        self._jobs.submit(self._key, work, done)
        self.busy_changed.emit(self.is_busy)

    def cancel(self) -> None:
        """Give up what is under way; the table stays as it is."""
        for kind in ("", " values", " find"):
            self._jobs.cancel(self._key + kind)

    def list_values(self, col: int, done: Callable[[Outcome[Distinct]], None]) -> None:
        """Find the values of a column among the rows that the other filters let through."""
        columns, total = self.columns, self._total
        others = self.arrangement.without_filter(col)

        def work(progress: Progress) -> Distinct:
            return distinct(columns[col], filtered_rows(columns, total, others, progress), progress)

        self._jobs.submit(f"{self._key} values", work, done)

    def find(self, needle: str, cols: Sequence[int], done: Callable[[Outcome[Array]], None]) -> None:
        """Find the cells of some columns that show a text: ``row * len(cols) + position``, ascending."""
        columns, total, order = [self.columns[c] for c in cols], self._total, self._order

        def work(progress: Progress) -> Array:
            rows = np.arange(total, dtype=row_type(total)) if order is None else order
            return find_cells(columns, rows, needle, progress)

        self._jobs.submit(f"{self._key} find", work, done)

    def _follow(self, changes: tuple[Step, ...], wanted: Arrangement) -> None:
        self.about_to_arrange.emit()
        for step in changes:
            length = self._total if step.order is None else len(step.order)
            if step.kind == "permute":
                self._permute(step)
                continue
            if step.kind == "cut":
                self.beginRemoveRows(_ROOT, length, self._count - 1)
            else:
                self.beginInsertRows(_ROOT, self._count, length - 1)
            self._order, self._count = step.order, length
            if step.kind == "cut":
                self.endRemoveRows()
            else:
                self.endInsertRows()
        self._shown = wanted
        self.arranged.emit()

    def _report(self, key: str, done: int, total: int) -> None:
        if key == self._key:
            self.progressed.emit(done, total)

    def _permute(self, step: Step) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        rows = np.fromiter((i.row() for i in before), np.int64, len(before))
        moved = step.rows_of(rows if self._order is None else self._order[rows]).tolist()
        self._order = step.order
        after = [self.createIndex(row, i.column()) for row, i in zip(moved, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
