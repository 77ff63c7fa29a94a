"""Which one of several times is out of an order that all others keep."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


def odd_one(times: Sequence[int]) -> int | None:
    """The one that comes before the one above it, where all others run forwards; None where there are more."""
    slips = [n for n in range(1, len(times)) if times[n] < times[n - 1]]
    return slips[0] if len(slips) == 1 and len(times) - longest(times) == 1 else None


def longest(times: Sequence[int]) -> int:
    """The length of the longest part that runs forwards."""
    tails: list[int] = []
    for one in times:
        at = bisect_right(tails, one)
        tails[at : at + 1] = [one]
    return len(tails)
