"""A growth that is told of every year, against the years of a table or of the paragraph: 2022年起每年增长五成."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, number, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.scope import Section
from desktop.audit.series import Series, meant
from desktop.audit.spoken import Clause, spoken
from desktop.audit.time_rows import time_rows
from desktop.audit.time_windows import told_series, window_of
from desktop.core.figure import Figure
from desktop.core.text import Text, same

KEY: Final = "each_year"
_EACH: Final = re.compile(
    r"(?:每年|年年)(?:都|均)?(?:以)?(?P<way>增长|增加|递增|上升|提高|下降|减少|递减|降低)(?:了|约|近|大约)*$"
)
_UNSURE: Final = re.compile(r"若|如果|目标|计划|预计|将|要|平均|行业|全[国省球]|同行|未来|今后|以前|此前")
_NAMELESS: Final = re.compile(r"[起间来里从自此]|以来|之后|[\d年末]|[两三四五六七八九十]年|[\s，,]|它")
_DOWN: Final = "下减降"
_LEAST: Final = 3
SAID: Final = Text(
    "文中说每年变化{0}，但{1}依次是{2}，各年变化{3}。",
    "The text says {0} a year, but {1} goes {2}, which is {3} from year to year.",
)


@check(KEY, "每年的增幅", "growth of every year", "section", needs={"section": ("每年|年年", "%")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold a growth of every year against the growth from each year to the next."""
    for clause in spoken(piece):
        figure = clause.figures[0] if len(clause.figures) == 1 else None
        if figure is None or figure.unit != "%" or figure.role != "change":
            continue
        told = _EACH.search(clause.before(figure))
        if told is not None and not _UNSURE.search(clause.text):
            yield from _held(piece, clause, figure, told)


def _held(piece: Section, clause: Clause, figure: Figure, told: re.Match[str]) -> Iterator[Result]:
    window = window_of(clause.text[: told.start()])
    line = piece.text.rfind("\n", 0, clause.start - piece.start) + 1
    known = [s for sheet in piece.around(clause.start) for s in time_rows(sheet)]
    known += told_series(piece, line)
    own = meant(known, window.left)
    if not own and len(known) == 1 and not _NAMELESS.sub("", window.left):
        own = known
    claim = as_claim(figure)
    series = window.of(own[0]) if len(own) == 1 else None
    if series is None or claim is None or len(series.cells) < _LEAST:
        return
    if window.first and not window.last:  # 2022年起每年增长: the first step is the one to 2022
        earlier = Series(series.name, tuple(c for c in own[0].cells if c[0] >= window.first - 1))
        series = earlier if len(earlier.cells) > len(series.cells) else series
    yield from _judged(series, figure, claim.scaled(-1 if told["way"][0] in _DOWN else 1))


def _judged(series: Series, figure: Figure, claim: Interval) -> Iterator[Result]:
    values = [value_of(f) or 0.0 for _, f in series.cells]
    if min(values) <= 0:
        return
    first, last = values[0], values[-1]
    steps = [100 * (b / a - 1) for a, b in itertools.pairwise(values)]
    pace = 100 * ((last / first) ** (1 / len(steps)) - 1)
    mean = 100 * (last / first - 1) / len(steps)
    figures = tuple(f for _, f in series.cells)
    shown = same(" → ").join([bare(f) for f in figures])
    if (
        any(claim.holds(round(s, 1)) for s in steps)
        or claim.holds(round(pace, 1))
        or claim.holds(round(mean, 1))
    ):
        yield say.passed(KEY, (figure, *figures), shown)
        return
    rates = same("、").join([same(f"{number(s, 1)}%") for s in steps])
    said = SAID.format(stated(figure), quote(series.name), shown, rates)
    yield say.finding(KEY, "inconsistent", (figure, *figures), shown, said)
