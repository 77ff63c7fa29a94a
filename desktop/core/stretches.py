"""Which stretches of a text are items: to underline them, to find the one under a click, to step on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from desktop.core.dossier import Dossier, Item
from desktop.core.passage import original_passage
from desktop.core.policy import PolicyMention
from desktop.core.source import Source

TONES = ("red", "amber")
STOPS = frozenset({"figure", "policy", "event", "point"})
_RANK = {"figure": 0, "policy": 1, "cell": 2, "event": 3, "point": 4, "table": 5, "factor": 6}


class Stretch(NamedTuple):
    """An item's part of a text in code points; ``kind`` is what kind of item it is.

    ``tone`` is that of its verdict where the reader should stop: "red" or "amber"; else "".
    """

    start: int
    end: int
    kind: str
    item: str
    tone: str = ""


def kind_of(item: Item) -> str:
    """Return "factor", "table", "cell", "figure", "policy", "event" or "point"."""
    return "policy" if isinstance(item, PolicyMention) else type(item).__name__.lower()


def digest_stretches(dossier: Dossier, source: Source) -> tuple[Stretch, ...]:
    """Return the stretches of a source by their start, the longer first; a lost quote has none."""
    return _sorted(
        Stretch(item.anchor.start, item.anchor.end, kind_of(item), item.id, _tone(dossier, item))
        for item in dossier.items.values()
        if item.anchor.source == source.id and item.anchor.quote and item.anchor.holds(source.text)
    )


def original_stretches(dossier: Dossier, source: Source, text: str) -> tuple[Stretch, ...]:
    """Return the stretches of ``text``, the original of a source, as ``digest_stretches`` does."""
    own = [item for item in dossier.items.values() if item.anchor.source == source.id]
    places = [(item, original_passage(dossier, item.id, text)) for item in own]
    found = [(item, place) for item, place in places if place is not None and place.found]
    return _sorted(
        Stretch(place.start, place.end, kind_of(item), item.id, _tone(dossier, item)) for item, place in found
    )


def _tone(dossier: Dossier, item: Item) -> str:
    """The tone of what stops a reader; a cell has its figure for that, a factor the tree."""
    kind = kind_of(item)
    verdict = dossier.verdict_of(item.id) if kind in STOPS else None
    return verdict.tone if verdict is not None and verdict.tone in TONES else ""


def items_at(stretches: tuple[Stretch, ...], offset: int) -> tuple[str, ...]:
    """Return the items whose stretch holds an offset, the shortest first, a figure before its cell."""
    found = [s for s in stretches if s.start <= offset < s.end]
    return tuple(s.item for s in sorted(found, key=lambda s: (s.end - s.start, _RANK[s.kind])))


def neighbour(stretches: tuple[Stretch, ...], item: str, offset: int, step: int) -> str:
    """Return the item after (``step`` 1) or before (-1) the given one, or else after or before ``offset``.

    A reader steps through figures, policies, events and points, one item where several share a stretch;
    past the last comes the first. Empty when there is nothing to step to.
    """
    stops = list({(s.start, -s.end): s.item for s in reversed(stretches) if s.kind in STOPS}.items())[::-1]
    if not stops:
        return ""
    place = next(((s.start, -s.end) for s in stretches if s.item == item), (offset, -offset))
    at = bisect_left(stops, place, key=lambda stop: stop[0])
    here = at < len(stops) and stops[at][0] == place
    return stops[(at + step if here else at if step > 0 else at - 1) % len(stops)][1]


def _sorted(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    return tuple(sorted(stretches, key=lambda s: (s.start, -s.end, _RANK[s.kind])))
