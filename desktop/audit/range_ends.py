"""Amounts that are the two ends of a range, where a range turns into a range: 从1.5万到3万元降到1.2万到2.1万元."""

from __future__ import annotations

import itertools
import re
from typing import Final

from desktop.audit.interval import value_of
from desktop.audit.reading import Reading
from desktop.core.figure import Figure
from desktop.core.value import once

_BARE: Final = re.compile(r"\s*(?:到|至|～|~|—+|–|-)\s*")
_NEAR: Final = 8  # characters between the ends of a range
_TURNS: Final = re.compile(
    r"[^，,。；;\d]{0,10}(?:[涨升增提抬拉跌降减掉落缩压调改变回退滑][^，,。；;\d]{0,3})(?:到|至|为|成|回)了?"
)


@once
def range_ends(reading: Reading) -> frozenset[str]:
    """The figures that are ends of a range which becomes another, or the range that it becomes.

    Read one by one they look like a value before and after, and like its change.
    """
    found: set[str] = set()
    amounts = reading.sentence.amounts
    if len(amounts) < 3:
        return frozenset()
    for one, other, target in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if one.id in found or not _joined(reading, one, other):
            continue
        if not _TURNS.fullmatch(reading.text, reading.end(other), reading.start(target)):
            continue
        last = next((f for f in amounts if f.anchor.start >= target.anchor.end), None)
        if value_of(target) is None:
            found |= {one.id, other.id, target.id}
        elif last is not None and _joined(reading, target, last):
            found |= {one.id, other.id, target.id, last.id}
    return frozenset(found)


def spread(reading: Reading, sizes: list[Figure]) -> frozenset[str]:
    """The sizes that are ends of a range of sizes: 涨了六成到一倍."""
    return frozenset(f.id for pair in itertools.pairwise(sizes) if _joined(reading, *pair) for f in pair)


def _joined(reading: Reading, one: Figure, other: Figure) -> bool:
    begin, end = reading.end(one), reading.start(other)
    return end - begin <= _NEAR and bool(_BARE.fullmatch(reading.text, begin, end))
