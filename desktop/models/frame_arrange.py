"""How the rows of a table are arranged: what is asked for, the order it gives, and the steps to get there."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

import numpy as np

from desktop.core.progress import Progress
from desktop.models.frame_column import Array, FrameColumn, row_type
from desktop.models.frame_filter import Chosen, has_value, may_show, shows_text
from desktop.models.frame_sort import SortKey, sorted_rows

SCANNED = 5_000_000
"""To follow a few selected cells their rows are looked up, which beats inverting the whole order."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Sort keys, the strongest first; a filter by text and one by values a column; a text any may show."""

    sort: tuple[SortKey, ...] = ()
    texts: tuple[tuple[int, str], ...] = ()
    chosen: tuple[tuple[int, Chosen], ...] = ()
    anywhere: str = ""

    @property
    def is_filtered(self) -> bool:
        """Whether some rows may be left out."""
        return bool(self.texts or self.chosen or self.anywhere)

    def filters(self, col: int) -> bool:
        """Whether a column has a filter of its own."""
        return any(c == col for c, _ in (*self.texts, *self.chosen))

    def text_of(self, col: int) -> str:
        """Return the text that a column is filtered by."""
        return next((text for c, text in self.texts if c == col), "")

    def chosen_of(self, col: int) -> Chosen | None:
        """Return the values that a column is filtered by."""
        return next((chosen for c, chosen in self.chosen if c == col), None)

    def sorted_by(self, col: int, descending: bool, *, add: bool = False) -> Arrangement:
        """Sort by a column alone, or by it after the others (in its old rank if it has one)."""
        key = SortKey(col, descending)
        if not add:
            return replace(self, sort=(key,))
        if any(k.col == col for k in self.sort):
            return replace(self, sort=tuple(key if k.col == col else k for k in self.sort))
        return replace(self, sort=(*self.sort, key))

    def unsorted_by(self, col: int) -> Arrangement:
        """Sort no longer by a column."""
        return replace(self, sort=tuple(k for k in self.sort if k.col != col))

    def with_text(self, col: int, text: str) -> Arrangement:
        """Filter a column by a text; an empty one removes that filter."""
        others = tuple(t for t in self.texts if t[0] != col)
        return replace(self, texts=(*others, (col, text)) if text else others)

    def with_chosen(
        self, col: int, values: frozenset[Hashable] | None, *, missing: bool = False
    ) -> Arrangement:
        """Filter a column by values, and whether missing ones stay; None removes that filter."""
        others = tuple(c for c in self.chosen if c[0] != col)
        return replace(self, chosen=others if values is None else (*others, (col, Chosen(values, missing))))

    def with_anywhere(self, text: str) -> Arrangement:
        """Filter by a text that any column may show."""
        return replace(self, anywhere=text)

    def without_filter(self, col: int) -> Arrangement:
        """Filter a column no longer."""
        return self.with_text(col, "").with_chosen(col, None)

    def unfiltered(self) -> Arrangement:
        """Keep the order, show every row."""
        return Arrangement(self.sort)

    def at_rest(self) -> Arrangement:
        """Show every row as it stands in the DataFrame."""
        return Arrangement()


class Step(NamedTuple):
    """One change that Qt's models know: rows change places, the last ones go, or some come at the end."""

    kind: Literal["permute", "cut", "grow"]
    order: Array | None
    place: Array | None = None

    def rows_of(self, sources: Array) -> Array:
        """Return where rows of the DataFrame stand in the new order."""
        if self.order is None:
            return sources
        if self.place is not None:
            return self.place[sources]
        if len(sources) * len(self.order) <= SCANNED:
            return np.array([np.flatnonzero(self.order == row)[0] for row in sources], dtype=np.int64)
        return places(int(self.order.max()) + 1, self.order)[sources]


def filtered_rows(
    columns: Sequence[FrameColumn], count: int, wanted: Arrangement, progress: Progress
) -> Array:
    """Return the rows that pass every filter, in the order of the DataFrame."""
    rows: Array = np.arange(count, dtype=row_type(count))
    for col, chosen in wanted.chosen:
        rows = rows[has_value(columns[col], chosen, rows, progress)]
    for col, text in wanted.texts:
        rows = rows[shows_text(columns[col], text, rows, progress)]
    if not wanted.anywhere:
        return rows
    found, left = np.zeros(len(rows), dtype=bool), np.arange(len(rows), dtype=rows.dtype)
    for column in columns:
        if may_show(column, wanted.anywhere):
            shows = shows_text(column, wanted.anywhere, rows[left], progress)
            found[left[shows]] = True
            left = left[~shows]
    return rows[found]


def order_of(
    columns: Sequence[FrameColumn], count: int, wanted: Arrangement, progress: Progress
) -> Array | None:
    """Return the rows to show in their order; None for all of them as they stand."""
    rows = filtered_rows(columns, count, wanted, progress) if wanted.is_filtered else None
    rows = sorted_rows(columns, wanted.sort, rows, progress)
    return None if rows is None else rows.astype(row_type(count), copy=False)


def steps(count: int, old: Array | None, new: Array | None, followed: int) -> tuple[Step, ...]:
    """Return the changes that lead from one order to another and that ``followed`` selected cells can follow.

    Rows that go are first moved to the end, rows that come arrive there, so that each is one change.
    """
    if old is None and new is None:
        return ()
    everything = np.arange(count, dtype=row_type(count))
    before, after = everything if old is None else old, everything if new is None else new

    def permuted(order: Array, shown: Array | None) -> Step:
        many = followed * count > SCANNED
        return Step("permute", shown, places(count, order) if many else None)

    if len(before) == len(after) == count:
        return (permuted(after, new),)
    gone, come = before[~_member(count, after)[before]], after[~_member(count, before)[after]]
    if not len(gone) and not len(come):
        return (permuted(after, new),)
    stay = after[_member(count, before)[after]]
    found: list[Step] = []
    if len(gone):
        order = np.concatenate((stay, gone))
        found += [permuted(order, order), Step("cut", stay if len(come) else new)]
    else:
        found.append(permuted(stay, stay))
    if len(come):
        found += [Step("grow", np.concatenate((stay, come))), permuted(after, new)]
    return tuple(found)


def places(count: int, order: Array) -> Array:
    """Return the inverse of an order: for each of ``count`` rows where it stands."""
    found = np.empty(count, dtype=order.dtype)
    found[order] = np.arange(len(order), dtype=order.dtype)
    return found


def _member(count: int, rows: Array) -> Array:
    member = np.zeros(count, dtype=bool)
    member[rows] = True
    return member
