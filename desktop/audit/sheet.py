"""A table with its figures: a piece of work of its own, and what sentences nearby are held against."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.audit.interval import value_of
from desktop.audit.marks import marks_of, pairs_of
from desktop.core.figure import Figure
from desktop.core.table import Cell, Table
from desktop.core.value import kept, value

if TYPE_CHECKING:
    from desktop.audit.move import Move
    from desktop.audit.table_names import Names


def by_owner(moves: tuple[Move, ...]) -> dict[str, list[Move]]:
    """The moves by the check that tests them."""
    from desktop.audit.kinds_of_move import owner

    found: dict[str, list[Move]] = {}
    for move in moves:
        found.setdefault(owner(move), []).append(move)
    return found


@value
class Sheet:
    """A table with its figures."""

    key: str
    table: Table
    figures: tuple[Figure, ...]

    @kept
    def text(self) -> str:
        """The words of its header and its labels."""
        return "".join(map(self.head, self.cols)) + "".join(map(self.label, self.rows))

    @kept
    def marks(self) -> frozenset[str]:
        """What a check may need (``marks.py``)."""
        return marks_of(self.text, self.figures) | pairs_of(self.text)

    @kept
    def grid(self) -> dict[tuple[int, int], tuple[Figure, ...]]:
        """The figures of each cell."""
        found: dict[tuple[int, int], tuple[Figure, ...]] = {}
        for figure in self.figures:
            place = (figure.row or 0, figure.col or 0)
            found[place] = (*found.get(place, ()), figure)
        return found

    def at(self, row: int, col: int) -> Figure | None:
        """The one amount of a cell; None where there is none or more than one."""
        return self.amounts.get((row, col))

    @kept
    def moves(self) -> tuple[Move, ...]:
        """The changes stated beside the values before and after."""
        from desktop.audit.table_moves import moves_in_table

        return tuple(moves_in_table(self))

    @kept
    def _owned(self) -> dict[str, list[Move]]:
        return by_owner(self.moves)

    def moves_of(self, check: str) -> Sequence[Move]:
        """The moves whose stated change a check tests; each is tested by one."""
        return self._owned.get(check, ())

    @kept
    def by_names(self) -> tuple[Names, ...]:
        """The table as it is read by the names of its rows, and by those of its columns."""
        from desktop.audit.table_names import readings

        return readings(self)

    @kept
    def _heads(self) -> tuple[str, ...]:
        return tuple(cell.text or "" for cell in self.table.header)

    @kept
    def _labels(self) -> tuple[str, ...]:
        return tuple(_words(line, 0) for line in self.table.rows)

    @kept
    def amounts(self) -> dict[tuple[int, int], Figure]:
        """The amounts that stand alone in their cells."""
        found = {place: [f for f in own if not f.is_date] for place, own in self.grid.items()}
        return {place: own[0] for place, own in found.items() if len(own) == 1}

    @kept
    def levels(self) -> dict[tuple[int, int], Figure]:
        """The amounts that stand alone in their cells and state one number, changes and limits left out."""
        return {
            place: f
            for place, f in self.amounts.items()
            if f.role in ("level", "ratio") and value_of(f) is not None
        }

    def head(self, col: int) -> str:
        """The words of a header cell."""
        return self._heads[col] if 0 <= col < len(self._heads) else ""

    def label(self, row: int) -> str:
        """The words of the first cell of a row."""
        return self._labels[row - 1] if 0 < row <= len(self._labels) else ""

    def words(self, row: int, col: int) -> str:
        """The words of a cell."""
        return _words(self.table.rows[row - 1], col) if 0 < row <= len(self.table.rows) else ""

    @kept
    def turned(self) -> Turned:
        """The same table with its rows as columns."""
        return Turned(self)

    @kept
    def rows(self) -> range:
        """The numbers of the body rows."""
        return range(1, len(self.table.rows) + 1)

    @kept
    def cols(self) -> range:
        """The numbers of the columns."""
        return range(max([len(self.table.header), *(len(r) for r in self.table.rows)], default=0))


@value
class Turned:
    """A table read the other way round: its rows as columns, what quantities are often written in."""

    sheet: Sheet

    @property
    def rows(self) -> range:
        """The numbers of the columns of the table, that of the labels left out."""
        return self.sheet.cols[1:]

    @property
    def cols(self) -> range:
        """The numbers of the rows of the table, and 0."""
        return range(len(self.sheet.rows) + 1)

    def head(self, col: int) -> str:
        """The label of a row of the table."""
        return self.sheet.label(col)

    def label(self, row: int) -> str:
        """The head of a column of the table."""
        return self.sheet.head(row)

    def at(self, row: int, col: int) -> Figure | None:
        """The one amount of a cell."""
        return self.sheet.at(col, row)


def _words(line: tuple[Cell, ...], col: int) -> str:
    return (line[col].text or "") if 0 <= col < len(line) else ""
