"""Finding in a table: a job that lists the places, and the steps between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.services.jobs import Ok, Outcome
from desktop.widgets.find_bar import FindBar
from desktop.widgets.table.view import TableView

if TYPE_CHECKING:
    from desktop.models.frame_column import Array

_TYPING = 120  # ms between the last key and the search


class Finder(QObject):
    """Joins a find bar and a table; the places are numbered in reading order."""

    counted = Signal(int, int)

    def __init__(self, view: TableView, bar: FindBar) -> None:
        """Listen to the bar."""
        super().__init__(view)
        self._view, self._bar = view, bar
        self._places: Array | None = None
        self._columns: list[int] = []
        self._step = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_TYPING)
        self._later.timeout.connect(self._search)
        bar.changed.connect(self._changed)
        bar.stepped.connect(self.step)
        bar.closed.connect(self._closed)

    def again(self) -> None:
        """Search anew: the rows or columns changed."""
        if not self._bar.isHidden():
            self._step = 0
            self._later.start()

    def step(self, by: int) -> None:
        """Move to the next or previous place, going round at the ends."""
        places = self._places
        if places is None or self._later.isActive():
            self._step = by
            self._later.stop()
            self._search()
            return
        if not len(places):
            return
        at = self._here()
        if by > 0:
            number = int(places.searchsorted(at, side="right")) % len(places)
        else:
            number = int(places.searchsorted(at, side="left")) - 1
        self._show(number % len(places))

    def _changed(self) -> None:
        self._places = None
        self._step = 0
        self._later.start()

    def _search(self) -> None:
        self._later.stop()
        needle = self._bar.box.text()
        self._view.cells.look_for(needle)
        self._view.viewport().update()
        self._columns = self._view.visible_columns()
        if self._view.frame is None or not needle:
            self._places = None
            self.counted.emit(0, 0)
            return
        self._view.frame.find(needle, self._columns, self._found)

    def _found(self, outcome: Outcome[Array]) -> None:
        if not isinstance(outcome, Ok):
            return
        self._places = outcome.value
        self.counted.emit(0, len(self._places))
        if self._step and len(self._places):
            by, self._step = self._step, 0
            self.step(by)

    def _here(self) -> int:
        index = self._view.currentIndex()
        if not index.isValid() or index.column() not in self._columns:
            return -1
        return index.row() * len(self._columns) + self._columns.index(index.column())

    def _show(self, number: int) -> None:
        assert self._places is not None
        frame = self._view.frame
        row, place = divmod(int(self._places[number]), len(self._columns))
        if frame is not None:
            self._view.setCurrentIndex(frame.index(row, self._columns[place]))
        self.counted.emit(number + 1, len(self._places))

    def _closed(self) -> None:
        self._later.stop()
        self._places = None
        self._view.cells.look_for("")
        self._view.viewport().update()
        self._view.setFocus()
