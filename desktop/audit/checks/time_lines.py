"""A list of dated events that runs forwards but for one entry, whose date can only be a slip."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Section
from desktop.audit.time_order import longest
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "time_lines"
_BULLET: Final = re.compile(r"\n[ \t]*(?:[-*•·+]|\d{1,2}[.、)）])[ \t]*(?:\*\*)?$")
_OPENING: Final = re.compile(r"(?:^|[。；;\n])(?:到了?|至|在|自)?$")
_BACK: Final = re.compile(r"早在|此前|回溯|追溯|回顾|当年|曾|起初|最初|回头|倒推|在此之前|前身|往前")
_MONTH_TOLD: Final = re.compile(r"\d{4}.*月")
_MONTH: Final = re.compile(
    r"\d{4}-\d\d(?:-\d\d)?"
)  # years and year-ends are mostly those of data, not of events
_LEAST: Final = 4  # entries of which one can be told to be out of order
WRONG = Text(
    "这份清单按时间先后排列，却在{0}之后写{1}。",
    "The list runs in order of time, but has {1} after {0}.",
)


@check(KEY, "时间线次序", "order of time lines", "section", needs={"section": ("date", "-*•·+.、)）。；")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Check that the bullets of a time line run forwards."""
    for entries in (*_lists(piece), *_paragraphs(piece)):
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


def _told_on(text: str, entries: list[Figure], start: int) -> bool:
    """Whether the prose of a time line says that it looks back: 早在2012年."""
    first, last = entries[0].anchor.start - start, entries[-1].anchor.end - start
    return _BACK.search(text, first, last) is not None


def _paragraphs(piece: Section) -> list[list[Figure]]:
    """The months and days that open the sentences of a line, where at least four of them do."""
    found: list[list[Figure]] = []
    line = begin = -1
    for figure in piece.figures:
        period = figure.period
        if not figure.is_date or figure.table or period is None or _MONTH.fullmatch(period.text) is None:
            continue
        at = figure.anchor.start - piece.start
        if _OPENING.search(piece.text, max(0, at - 4), at) is None or not _MONTH_TOLD.search(
            figure.as_printed
        ):
            continue
        begin = piece.text.rfind("\n", 0, at)
        if begin != line or not found:
            found.append([])
        found[-1].append(figure)
        line = begin
    return [
        entries
        for entries in found
        if len(entries) >= _LEAST and not _told_on(piece.text, entries, piece.start)
    ]


def _odd_one(entries: list[Figure], days: list[date]) -> int | None:
    """The entry that is dated before the one above it, where all others run forwards; None where there are more."""
    ends = [f.period.end for f in entries if f.period is not None and f.period.end is not None]
    slips = [n for n in range(1, len(days)) if ends[n] < days[n - 1]]
    return slips[0] if len(slips) == 1 and len(days) - longest([d.toordinal() for d in days]) == 1 else None
