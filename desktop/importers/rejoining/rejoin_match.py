"""Which item of a new reading is which item of the old one: by kind, quote, context and place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import Final, NamedTuple

from desktop.core.dossier import Dossier, Item
from desktop.core.figure import Figure
from desktop.core.table import Cell
from desktop.importers.rejoining.rejoin_tables import Places, match_tables

NEAR: Final = 12  # characters of context that are enough beside the quote
FAR: Final = 600  # characters that a quote without its context may stand off from where its neighbours went

Mapping = dict[str, str]  # new id -> old id


class Spot(NamedTuple):
    """An item as it is looked for; ``place`` is its cell or section, by old ids."""

    id: str
    start: int
    quote: str
    prefix: str
    suffix: str
    place: Hashable


Pair = tuple[Spot, Spot]  # old and new
Key = Callable[[Spot], Hashable]
_CONTEXTS: Final[tuple[Key, ...]] = (
    lambda s: (s.quote, s.prefix, s.suffix),
    lambda s: (s.quote, s.prefix[-NEAR:], s.suffix[:NEAR]),
    lambda s: (s.quote, s.prefix[-NEAR:]),
    lambda s: (s.quote, s.suffix[:NEAR]),
)


def match(old: Dossier, fresh: Dossier) -> Mapping:
    """Return the old id of every item, cell and column of ``fresh`` that was there before."""
    titles = {f.id: f.title.zh for f in (*old.factors, *fresh.factors)}
    found = _pair(_spots(old.factors, {}), _spots(fresh.factors, {}), _CONTEXTS)
    # a heading may have another number now
    found |= _pair(*_left(old.factors, fresh.factors, found), (lambda s: titles[s.id],))
    found |= _frame(old, fresh, found)
    of_tables = match_tables(old.tables, fresh.tables)
    found |= of_tables.ids
    found |= _pair(*_left(old.figures, fresh.figures, found, of_tables.places), (_cell,))
    for name in ("figures", "policies", "events", "points"):
        spots = _left(getattr(old, name), getattr(fresh, name), found)
        found |= _pair(*spots, _CONTEXTS)
        found |= _pair(*_left(getattr(old, name), getattr(fresh, name), found), (_section,), FAR)
    return found


def _frame(old: Dossier, fresh: Dossier, found: Mapping) -> Mapping:
    """Pair the one introduction with the other, and so the conclusion: they may begin with other words now."""
    taken, made = set(found.values()), {}
    for kind in ("introduction", "conclusion"):
        before = [f.id for f in old.factors if f.kind == kind and f.id not in taken]
        now = [f.id for f in fresh.factors if f.kind == kind and f.id not in found]
        if len(before) == len(now) == 1:
            made[now[0]] = before[0]
    return made


def _cell(spot: Spot) -> Hashable:
    """A figure of a table by its cell; one of the prose by nothing that another has."""
    return (spot.quote, spot.place) if isinstance(spot.place, tuple) else spot.id


def _section(spot: Spot) -> Hashable:
    return (spot.quote, spot.place)


def _spots(items: Iterable[Item], names: Mapping, places: Places | None = None) -> list[Spot]:
    made = []
    for item in items:
        anchor, place = item.anchor, ""
        if not isinstance(item, Cell):
            section = getattr(item, "factor", "")
            place = names.get(section, section)
        spot = Spot(item.id, anchor.start, anchor.quote, anchor.prefix, anchor.suffix, place)
        if places is not None and isinstance(item, Figure) and item.table:
            cell = (item.table, item.row, item.col)
            spot = spot._replace(place=places.get(cell, cell))
        made.append(spot)
    return made


def _left(
    old: Iterable[Item], fresh: Iterable[Item], found: Mapping, places: Places | None = None
) -> tuple[list[Spot], list[Spot]]:
    """Return what is not paired yet; new sections and cells go by the ids that they had."""
    taken = set(found.values())
    before = _spots((i for i in old if i.id not in taken), {}, None if places is None else {})
    return before, _spots((i for i in fresh if i.id not in found), found, places)


def _pair(old: list[Spot], fresh: list[Spot], keys: tuple[Key, ...], reach: int | None = None) -> Mapping:
    """Pair by one key after the other; ``reach`` is how far a pair may stand apart, against its neighbours."""
    pairs: list[Pair] = []
    for key in keys:
        groups: defaultdict[Hashable, tuple[list[Spot], list[Spot]]] = defaultdict(lambda: ([], []))
        for side, spots in enumerate((old, fresh)):
            for spot in spots:
                groups[key(spot)][side].append(spot)
        both = [group for group in groups.values() if all(group)]
        even = [group for group in both if len(group[0]) == len(group[1]) and reach is None]
        for before, now in even:
            pairs += zip(_in_order(before), _in_order(now), strict=True)
        moved = _Drift(pairs)
        for before, now in both:
            if len(before) != len(now) or reach is not None:
                pairs += _nearest(_in_order(before), _in_order(now), moved, reach)
        gone = {spot.id for pair in pairs for spot in pair}
        old, fresh = [s for s in old if s.id not in gone], [s for s in fresh if s.id not in gone]
    return {now.id: before.id for before, now in pairs}


def _in_order(spots: list[Spot]) -> list[Spot]:
    return sorted(spots, key=lambda s: s.start)


class _Drift:
    """How far the text has moved at a place, from what is paired already."""

    def __init__(self, pairs: list[Pair]) -> None:
        self._pairs = sorted((before.start, now.start) for before, now in pairs)

    def __call__(self, start: int) -> int:
        """Return where something that stood at ``start`` would stand now."""
        if not self._pairs:
            return start
        before, now = self._pairs[max(0, bisect_right(self._pairs, (start, 1 << 60)) - 1)]
        return start + now - before


def _nearest(old: list[Spot], fresh: list[Spot], moved: _Drift, reach: int | None) -> list[Pair]:
    """Pair the fewer with the nearest of the more, in the order of the text; no pair crosses another."""
    expected, starts = [moved(s.start) for s in old], [s.start for s in fresh]
    few, many = (expected, starts) if len(old) <= len(fresh) else (starts, expected)
    pairs, low = [], 0
    for number, at in enumerate(few):
        high = len(many) - (len(few) - number)  # those that follow need places too
        place = min(max(bisect_left(many, at), low), high)
        if place > low and abs(many[place - 1] - at) <= abs(many[place] - at):
            place -= 1
        low = place + 1
        if reach is None or abs(many[place] - at) <= reach:
            pairs.append((old[number], fresh[place]) if few is expected else (old[place], fresh[number]))
    return pairs
