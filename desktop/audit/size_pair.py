"""The two values that a size of change in open words is told of."""

from __future__ import annotations

from desktop.core.figure import Figure
from desktop.core.value import value


@value
class SizePair:
    """``one`` is the earlier value, or the base of the comparison, where ``based``; else the order is open.

    ``claim`` is the size as it is computed with; ``way`` is BY for what was added or taken off, TO for what became of
    the base, "" where the words allow both; ``sure`` is whether nothing else is named that the size may be of, and
    ``pool`` are the values around, ``inner`` those of its own sentence. ``years`` are the lengths that a growth a year
    may be over, ``compound`` whether it can be no mean. ``down`` is the way that the words tell beyond doubt.
    """

    size: Figure
    claim: Figure
    one: Figure
    other: Figure
    based: bool
    way: str
    sure: bool
    pool: tuple[Figure, ...]
    inner: tuple[Figure, ...]
    years: tuple[int, ...] = ()
    compound: bool = False
    down: bool | None = None
