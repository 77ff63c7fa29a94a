"""A list of dated events that runs forwards but for one entry, whose date can only be a slip."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Section
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "time_lines"
_BULLET: Final = re.compile(r"\n[ \t]*(?:[-*•·+]|\d{1,2}[.、)）])[ \t]*(?:\*\*)?$")
_LEAST: Final = 4  # entries of which one can be told to be out of order
WRONG = Text(
    "这份清单按时间先后排列，却在{0}之后写{1}。",
    "The list runs in order of time, but has {1} after {0}.",
)


@check(KEY, "时间线次序", "order of time lines", "section", needs={"section": ("date", "-*•·+.、)）")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Check that the bullets of a time line run forwards."""
    for entries in _lists(piece):
        days = [f.period.start for f in entries if f.period is not None and f.period.start is not None]
        if len(entries) < _LEAST or len(days) < len(entries):
            continue
        wrong = _odd_one(entries, days)
        if wrong is not None:
            before = entries[wrong - 1]
            written = formula("{} < {}", bare(entries[wrong]), bare(before))
            said = WRONG.format(bare(before), bare(entries[wrong]))
            yield say.finding(KEY, "inconsistent", (entries[wrong], before), written, said)


def _lists(piece: Section) -> list[list[Figure]]:
    """The dates that open the entries of each list, entry by entry without another line between."""
    found: list[list[Figure]] = []
    last = -2
    for figure in piece.figures:
        period = figure.period
        if not figure.is_date or figure.table or period is None or period.start is None or period.end is None:
            continue
        at = figure.anchor.start - piece.start
        line = piece.text.rfind("\n", 0, at)
        if line < 0 or _BULLET.match(piece.text, line, at) is None or "→" in period.text:
            continue
        if not found or piece.text.rfind("\n", 0, max(0, line)) > last:
            found.append([])
        found[-1].append(figure)
        last = line
    return found


def _odd_one(entries: list[Figure], days: list[date]) -> int | None:
    """The entry that is dated before the one above it, where all others run forwards; None where there are more."""
    ends = [f.period.end for f in entries if f.period is not None and f.period.end is not None]
    slips = [n for n in range(1, len(days)) if ends[n] < days[n - 1]]
    return slips[0] if len(slips) == 1 and len(days) - _forwards(days) == 1 else None


def _forwards(days: list[date]) -> int:
    """The length of the longest part of a list that runs forwards."""
    tails: list[date] = []
    for day in days:
        at = bisect_right(tails, day)
        tails[at : at + 1] = [day]
    return len(tails)
