"""An amount that its text may have made of others: what they give, and how sure the words are of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from desktop.audit.adding import TIMES, counted
from desktop.audit.interval import Interval
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
    """What they come to; whole days are counted, not rounded."""
    figures = [t.figure for t in parts]
    made = signed(figures, (1,) * len(parts))
    if made is not None and figures[0].unit in TIMES and counted(figures):
        return made._replace(found=Interval(made.point, made.point))
    return made


def largest_less(parts: Sequence[Told]) -> Way | None:
    """The largest less the others."""
    if len(parts) < 2:
        return None
    top = max(parts, key=lambda t: t.value)
    rest = [t for t in parts if t is not top]
    return signed([top.figure, *(t.figure for t in rest)], (1, *(-1 for _ in rest)))


def gained(parts: Sequence[Told], is_gain: Callable[[Told], bool | None]) -> Way | None:
    """Gains less losses, where amounts are told to be both: 一季度亏了2.3亿元，二季度赚回0.9亿元."""
    sides = [is_gain(t) for t in parts]
    if set(sides) != {True, False}:
        return None
    made = signed([t.figure for t in parts], [1 if side else -1 for side in sides])
    if made is None or made.point >= 0:
        return made
    return Way(made.inputs, made.found.scaled(-1), -made.point, made.sign)
