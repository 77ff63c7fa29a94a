"""Which items of a review are listed and in which order; an item keeps its place when it is decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from desktop.core.review import DECIDED
from desktop.core.review_rows import KINDS, Row
from desktop.core.text import Text

SORTS: dict[str, Text] = {
    "doubt": Text("存疑在前", "Doubtful first"),
    "text": Text("按原文顺序", "In the order of the text"),
    "kind": Text("按类别", "By kind"),
}
_RANKS = {kind: rank for rank, kind in enumerate(KINDS)}


class Wanted(NamedTuple):
    """What the list is narrowed to; an empty set or text narrows nothing."""

    kinds: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    text: str = ""


class Step(StrEnum):
    """Which rows a step stops at."""

    OPEN = "open"
    ANY = "any"


class ReviewOrder:
    """``rows`` are all of them by item, ``ids`` those that are listed; ``says`` tells whether a row has a text."""

    def __init__(self, says: Callable[[str, str], bool]) -> None:
        """Start empty, doubts first."""
        self._says = says
        self.sort, self.wanted = "doubt", Wanted()
        self.rows: dict[str, Row] = {}
        self.ids: list[str] = []
        self._keys: dict[str, tuple[object, ...]] = {}
        self._places: dict[str, int] = {}

    def take(self, rows: list[Row]) -> None:
        """Know other rows; what is listed stays as it is."""
        self.rows = {row.item: row for row in rows}

    def arrange(self, *, anew: bool) -> None:
        """List what is wanted; ``anew`` sorts by what the rows are now, else each keeps its place."""
        if anew:
            self._keys = {}
        self.put([item for item in self._ordered() if self._is_wanted(self.rows[item])])

    def after_edit(self) -> list[str]:
        """Return what is to be listed now: what was listed and is still there, and what is wanted since."""
        listed = self._places.keys()
        return [item for item in self._ordered() if item in listed or self._is_wanted(self.rows[item])]

    def put(self, ids: list[str]) -> None:
        """List exactly these."""
        self.ids = ids
        self._places = {item: n for n, item in enumerate(ids)}

    def place(self, item_id: str) -> int:
        """Return the row of an item, -1 when it is not listed."""
        return self._places.get(item_id, -1)

    def neighbour(self, item_id: str, step: int, kind: Step = Step.ANY) -> str:
        """Return the item ``step`` (1 or -1) on from one, round the ends; "" when there is none."""
        here = self._places.get(item_id, -1 if step > 0 else 0)
        for turn in range(1, len(self.ids) + 1):
            item = self.ids[(here + turn * step) % len(self.ids)]
            if kind is Step.ANY or self.rows[item].status == "open":
                return item
        return ""

    def without(self, items: Sequence[str]) -> str:
        """Return where to go when some items leave: the one after the last, else the one before; "" for none."""
        gone = frozenset(items)
        last = max((self.place(item) for item in items), default=-1)
        around = (*self.ids[last + 1 :], *reversed(self.ids[: max(0, last)]))
        return next((item for item in around if item not in gone), "")

    def with_status(self, status: str) -> list[str]:
        """Return every item of a status, listed or not."""
        return [row.item for row in self.rows.values() if row.status == status]

    def undecided(self) -> int:
        """Return how many of the items that are listed nobody has decided on."""
        return sum(self.rows[item].status not in DECIDED for item in self.ids)

    def _ordered(self) -> list[str]:
        """Every row; one that was placed before keeps its key, also while it is deleted."""
        for row in self.rows.values():
            if row.item not in self._keys:
                self._keys[row.item] = self._key(row)
        return sorted(self.rows, key=self._keys.__getitem__)

    def _key(self, row: Row) -> tuple[object, ...]:
        if self.sort == "doubt":
            return (row.status != "open", row.start)
        return (_RANKS[row.kind], row.start) if self.sort == "kind" else (row.start,)

    def _is_wanted(self, row: Row) -> bool:
        wanted = self.wanted
        kind = not wanted.kinds or row.kind in wanted.kinds
        status = not wanted.statuses or row.status in wanted.statuses
        return kind and status and (not wanted.text or self._says(row.item, wanted.text))
