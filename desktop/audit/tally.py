"""An amount that its text may have made of others: what they give, and how sure the words are of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop.audit.passages import Told
from desktop.audit.ways import Way, signed


class Tally(NamedTuple):
    """An amount, the ways in which all before it may give it, and whether the words leave no other reading."""

    told: Told
    kind: str
    ways: tuple[Way, ...]
    sure: bool


def tally_of(told: Told, kind: str, ways: Sequence[Way | None], *, sure: bool) -> Tally | None:
    """The ways that can be computed; None where there is none, or nothing is left."""
    known = tuple(w for w in ways if w is not None and w.point > 0)
    return Tally(told, kind, known, sure) if known else None


def added_up(parts: Sequence[Told]) -> Way | None:
    """What they come to."""
    return signed([t.figure for t in parts], (1,) * len(parts))


def largest_less(parts: Sequence[Told]) -> Way | None:
    """The largest less the others."""
    if len(parts) < 2:
        return None
    top = max(parts, key=lambda t: t.value)
    rest = [t for t in parts if t is not top]
    return signed([top.figure, *(t.figure for t in rest)], (1, *(-1 for _ in rest)))
