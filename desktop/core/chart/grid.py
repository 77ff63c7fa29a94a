"""A table read as numbers: which cells can be drawn, which rows or columns are times, before or after."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from desktop.core.chart.reading import dimension, start_of
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.period import Period
from desktop.core.table import Column, Table
from desktop.core.text import Text

_BEFORE = re.compile(
    r"(?<![当目])前$|之前|以前|初期|期初|^原(有|来|先|值|标准|方案)|^旧|此前|过去|上年|去年|\b(before|initial|old|previous|former|early|then)\b",
    re.I,
)
_HEADER = re.compile(
    r"(\d{4})\s*年?度?\s*(?:[-.]?\s*Q([1-4])|第?\s*([1-4])\s*季度?|[-.]?\s*H([12])|(上|下)半年|末|底)?", re.I
)
_AFTER = re.compile(
    r"后$|之后|以后|当前|期末|^现(行|有|在|值|标准|方案)|^新(值|标准|版|方案|规)|目前|如今|今年|本年|\b(after|current|new|now|present|today|latest)\b",
    re.I,
)


class Lane(NamedTuple):
    """A row or column of the table: its number there, its label, and the period that the label names."""

    number: int
    label: Text
    period: Period | None


@dataclass(frozen=True)
class Grid:
    """The numbers of a table by (row, column); rows count from 1 as in the table."""

    dossier: Dossier
    table: Table
    values: dict[tuple[int, int], Figure]
    left_out: int

    @cached_property
    def rows(self) -> tuple[Lane, ...]:
        """The rows that have a number, labelled by their first label or date cell."""
        return tuple(self._row(r) for r in sorted({r for r, _ in self.values}))

    @cached_property
    def columns(self) -> tuple[Lane, ...]:
        """The columns that have a number."""
        names = {c.col: c.name for c in self.table.columns}
        found = []
        for col in sorted({c for _, c in self.values}):
            name = names.get(col, Text(f"第 {col + 1} 列", f"Column {col + 1}"))
            found.append(Lane(col, name, period_named(name.zh)))
        return tuple(found)

    def _row(self, row: int) -> Lane:
        for column in self.table.columns:
            if column.kind in ("label", "date"):
                cell = self.table.cell(row, column.col)
                if cell is not None and cell.text:
                    dates = [
                        f for f in self.dossier.figures_in_cell(self.table.id, row, column.col) if f.is_date
                    ]
                    period = dates[0].period if dates else period_named(cell.text)
                    label = period.shown() if period else cell.shown()
                    return Lane(row, label, period)
        return Lane(row, Text(f"第 {row} 行", f"Row {row}"), None)

    def figure(self, row: int, col: int) -> Figure | None:
        """Return the number of a cell."""
        return self.values.get((row, col))

    def figures(self) -> Iterator[tuple[int, int, Figure]]:
        """All numbers in reading order."""
        for row, col in sorted(self.values):
            yield row, col, self.values[row, col]

    @property
    def has_ranges(self) -> bool:
        """Whether a cell gives a range rather than one number."""
        return any(f.low is not None and f.high is not None and f.low != f.high for f in self.values.values())

    @cached_property
    def times(self) -> tuple[tuple[Lane, ...], tuple[Lane, ...], bool] | None:
        """Rows (or columns) as points in time, in their order, with the other lines as measures.

        The last value says whether the times are rows. None when the table has no times.
        """
        for times, measures, by_row in ((self.rows, self.columns, True), (self.columns, self.rows, False)):
            starts = [start_of(line.period) for line in times]
            known = [s for s in starts if s is not None]
            if len(times) > 1 and len(known) == len(times) and len(set(known)) == len(known):
                return tuple(sorted(times, key=lambda line: start_of(line.period) or 0.0)), measures, by_row
        return None

    @cached_property
    def pair(self) -> tuple[tuple[Lane, Lane], tuple[Lane, ...], bool] | None:
        """Two points in time, or a line called before and one called after; otherwise as ``times``."""
        if self.times is not None:
            times, measures, by_row = self.times
            return ((times[0], times[1]), measures, by_row) if len(times) == 2 else None
        for lines, measures, by_row in ((self.columns, self.rows, False), (self.rows, self.columns, True)):
            early = [line for line in lines if _BEFORE.search(line.label.zh) or _BEFORE.search(line.label.en)]
            late = [
                line
                for line in lines
                if line not in early and (_AFTER.search(line.label.zh) or _AFTER.search(line.label.en))
            ]
            if len(early) == len(late) == 1:
                return (early[0], late[0]), measures, by_row
        return None

    def at(self, line: Lane, measure: Lane, by_row: bool) -> Figure | None:
        """Return the number where a line of ``times`` or ``pair`` meets a measure."""
        return (
            self.figure(line.number, measure.number) if by_row else self.figure(measure.number, line.number)
        )


def period_named(text: str) -> Period | None:
    """Return the year, quarter or half-year that a header names, with its days."""
    match = _HEADER.fullmatch(text.strip())
    if not match or not 1000 <= int(match[1]) <= 9998:
        return None
    year, quarter = int(match[1]), int(match[2] or match[3] or 0)
    half = int(match[4] or 0) or {"上": 1, "下": 2}.get(match[5] or "", 0)
    if quarter:
        first, after = date(year, quarter * 3 - 2, 1), date(year + quarter // 4, quarter % 4 * 3 + 1, 1)
        return Period(f"{year}-Q{quarter}", first, after - timedelta(days=1))
    if half == 1:
        return Period(f"{year}-H1", date(year, 1, 1), date(year, 6, 30))
    if half == 2:
        return Period(f"{year}-H2", date(year, 7, 1), date(year, 12, 31))
    return Period(str(year), date(year, 1, 1), date(year, 12, 31))


def read_grid(dossier: Dossier, table: Table) -> Grid:
    """Return the numbers of a table: of quantity columns all, of prose those with a peer beside them."""
    kinds: dict[int, Column] = {c.col: c for c in table.columns}
    firm: dict[tuple[int, int], Figure] = {}
    loose: dict[tuple[int, int], Figure] = {}
    left_out = 0
    for row in range(1, len(table.rows) + 1):
        for col in range(len(table.rows[row - 1])):
            column = kinds.get(col)
            if column is None or column.kind in ("label", "date"):
                continue
            found = [
                f
                for f in dossier.figures_in_cell(table.id, row, col)
                if not f.is_date and not f.negated and f.value is not None
            ]
            if found:
                (firm if column.kind == "quantity" else loose)[row, col] = found[0]
                left_out += len(found) - 1
    for where, figure in loose.items():
        peers = [
            f
            for place, f in loose.items()
            if place != where and (place[0] == where[0] or place[1] == where[1])
        ]
        if any(_comparable(figure, peer) for peer in peers):
            firm[where] = figure
        else:
            left_out += 1
    return _timed(Grid(dossier, table, firm, left_out))


def _timed(grid: Grid) -> Grid:
    """A number without a period of its own is of the time that its row or column names."""
    if grid.times is None:
        return grid
    times, _, by_row = grid.times
    named = {lane.number: lane.period for lane in times}
    values = {
        (row, col): figure if figure.period else replace(figure, period=named[row if by_row else col])
        for (row, col), figure in grid.values.items()
    }
    return replace(grid, values=values)


def _comparable(a: Figure, b: Figure) -> bool:
    same_axis = dimension(a) == dimension(b) and a.role == b.role
    return same_axis and (a.role == "change" or bool(_overlap(a.indicator.zh, b.indicator.zh)))


def _overlap(a: str, b: str) -> bool:
    """Whether two indicator names mostly agree: "steps before" and "steps after" are one indicator."""
    pairs = (Counter(pairwise(t)) for t in (a, b))
    left, right = pairs
    shared = sum((left & right).values())
    return a == b or 2 * shared >= 0.6 * (sum(left.values()) + sum(right.values()))
