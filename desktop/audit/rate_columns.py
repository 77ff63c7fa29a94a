"""What all rows of a table come to, each at its rate: 四条渠道手续费合计, from 保费 and 手续费率."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.scope import Section
from desktop.audit.ways import Way, like
from desktop.audit.worked import Worked
from desktop.core.figure import Figure

_ALL: Final = re.compile(r"合计|一共|总共|共计|共$|总|全部|加起来|合起来")
_MOVED: Final = re.compile(r"减少|增加|[多少][了出付收花]|节省|省下")
_TOTAL: Final = re.compile(r"合计|总计|小计|total", re.I)
_NAME: Final = re.compile(r"[（(].*?[）)]|首年|平均|年化|率|比例|\s")
_RATES: Final = ("%", "permille", "pp", "bp")
_CLEAR: Final = 3  # characters of a name that is no chance
_MOST: Final = 40  # rows of a table


def at_their_rates(piece: Section, told: Worked) -> Iterator[Way]:
    """The sums of a column at the rates of another one that the clause of a total names."""
    if not _ALL.search(told.clause) or told.figure.role == "change" or _MOVED.search(told.clause):
        return
    for sheet in piece.near(told.figure.anchor.start):
        if len(sheet.rows) > _MOST:
            continue
        rows = [r for r in sheet.rows if not _TOTAL.search(sheet.label(r))]
        for rate, base in itertools.permutations(sheet.cols[1:], 2):
            name = _NAME.sub("", sheet.head(rate))
            if len(name) < _CLEAR or name not in told.clause:
                continue
            cells = [(sheet.at(r, base), sheet.at(r, rate)) for r in rows]
            known = [(a, b) for a, b in cells if a is not None and b is not None and b.unit in _RATES]
            if len(known) == len(cells) > 1 and all(like(a, told.figure) for a, _ in known):
                way = _sum(known)
                if way is not None:
                    yield way


def _sum(cells: Sequence[tuple[Figure, Figure]]) -> Way | None:
    """What amounts at their rates come to together."""
    found, point = Interval(0.0, 0.0), 0.0
    for base, rate in cells:
        own, share, value, part = as_claim(base), as_claim(rate), value_of(base), value_of(rate)
        if own is None or share is None or value is None or part is None:
            return None
        found, point = found.plus(own.times(share.scaled(0.01))), point + value * part / 100
    return Way(tuple(f for pair in cells for f in pair), found, point, " + ".join("{} × {}" for _ in cells))
