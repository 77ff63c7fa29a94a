"""What is marked in the text of a review: items by kind and status, and numbers that were left over."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from desktop.core.dossier import Dossier
from desktop.core.factor import THEMES, Factor
from desktop.core.review_rows import factor_name, review_kind, statuses
from desktop.core.source import Source
from desktop.core.table import Cell, Table
from desktop.core.text import DOT, Text

LEFTOVER = "leftover"
WIDE = frozenset({"table", "factor", "point", "event"})  # marked around or beside, never filled


class Mark(NamedTuple):
    """A stretch in code points: an item of a kind and a status, or a leftover (``item`` empty)."""

    start: int
    end: int
    kind: str
    status: str
    item: str


class Marks:
    """The marks of a text by their start; finds those that reach into a stretch."""

    def __init__(self, marks: list[Mark]) -> None:
        """``marks`` in any order."""
        self.all = sorted(marks, key=lambda m: (m.start, -m.end))
        self._starts = [m.start for m in self.all]
        self._ends = list(accumulate((m.end for m in self.all), max))

    def within(self, start: int, end: int) -> list[Mark]:
        """Return the marks that have a part in ``start``..``end``, the longer first where they share a start."""
        first, last = bisect_left(self._ends, start), bisect_left(self._starts, end)
        return [m for m in self.all[first:last] if m.end > start]

    def at(self, offset: int) -> Mark | None:
        """Return the shortest mark that holds an offset; tables only where nothing else does."""
        found = [m for m in self.within(offset, offset + 1) if m.start <= offset < m.end]
        return min(found, key=lambda m: m.end - m.start, default=None)


def review_marks(dossier: Dossier, source: Source) -> Marks:
    """Return the marks of one source; an item whose quote no longer stands there has none."""
    status = statuses(dossier)
    marks = [
        Mark(i.anchor.start, i.anchor.end, review_kind(i), status(i.id), i.id)
        for i in dossier.items.values()
        if not isinstance(i, Cell) and i.anchor.source == source.id and i.anchor.holds(source.text)
    ]
    marks += [
        Mark(one.anchor.start, one.anchor.end, LEFTOVER, "", "")
        for one in dossier.leftovers
        if one.anchor.source == source.id and one.anchor.holds(source.text)
    ]
    return Marks([m for m in marks if m.end > m.start])


def chip_of(item: Factor) -> Text:
    """Return what stands beside a heading: the section's kind or number, and its theme."""
    theme = (
        [Text("主题：{}", "{}").format(THEMES[item.theme])] if item.theme in THEMES and item.is_reason else []
    )
    return DOT.join([factor_name(item), *theme])


def grid_of(table: Table, text: str) -> tuple[tuple[tuple[int, int], ...], ...] | None:
    """Return the spans of a table's cells by row; None unless they follow each other in the text."""
    rows = tuple(tuple((c.anchor.start, c.anchor.end) for c in line) for line in (table.header, *table.rows))
    at = table.anchor.start
    for line in (table.header, *table.rows):
        for cell in line:
            if cell.anchor.start < at or not cell.anchor.holds(text):
                return None
            at = cell.anchor.end
    return rows if at <= table.anchor.end and rows and all(rows) else None
