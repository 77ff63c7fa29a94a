"""Columns that are one column divided by another: which two, and by how much each row may differ."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from desktop.audit.check import Result
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.core.figure import Figure

LEAST: Final = 3  # rows that must fit before the one that does not is called wrong
_FEW: Final = 2  # of three rows
_DEVIANTS: Final = 0.25  # of the rows
_ROUGH: Final = 1.5  # times the lower end: what is so roughly printed fits anything


def made_from(
    cols: Sequence[int], rows: Callable[[int, int], Iterable[tuple[bool, Result]]]
) -> Iterator[Result]:
    """What to say of the first two columns that most rows fit; ``rows`` tells of two whether each row fits."""
    for top, bottom in itertools.permutations(cols, 2):
        results = list(rows(top, bottom))
        right = [r for fits, r in results if fits]
        wrong = [r for fits, r in results if not fits]
        few = len(right) == _FEW and len(wrong) == 1
        if few or (len(right) >= LEAST and len(wrong) <= _DEVIANTS * len(results)):
            yield from right
            yield from wrong
            return


def quotient(part: Figure, whole: Figure, scale: float = 1.0) -> tuple[Interval, float] | None:
    """One figure over another, as an interval and as the point of the printed numbers; None where it tells nothing."""
    one, other, a, b = as_claim(part), as_claim(whole), value_of(part), value_of(whole)
    found = one.scaled(scale).over(other) if one is not None and other is not None else None
    if found is None or a is None or not b or found.low <= 0 or found.high > _ROUGH * found.low:
        return None
    return found, a / b * scale
