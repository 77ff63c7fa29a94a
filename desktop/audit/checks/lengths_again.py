"""A length in years and months that is told again with other years: 四年零十个月 by its dates, then 三年十个月."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, product
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.reading import number as counted
from desktop.audit.scope import Whole
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text, same

KEY: Final = "lengths_again"
_N: Final = r"\d{1,2}|[一二两三四五六七八九十]{1,3}"
_MONTHS: Final = re.compile(
    rf"年[零又]?(?P<m>{_N})个多?月"
)  # begins with a plain character, which is found fast
_YEARS: Final = re.compile(rf"(?<![\d.第近每一二两三四五六七八九十])(?P<y>{_N})$")
_REACH: Final = 4  # characters of a number of years
_APART: Final = (1, 2, 3, 10)  # years that a slip is off by
_LOOSE: Final = 1  # months: a month begun may count
_MOST: Final = 40  # dates of a text
SAID: Final = Text(
    "文中两处写的时长只差年数：{0}与所写日期相符，{1}在附近没有日期可以对上。",
    "Two lengths of the text differ in their years only: {0} fits the dates, and no dates near {1} do.",
)


class _Exact(NamedTuple):
    months: int
    words: str
    source: str
    start: int


@check(KEY, "时长前后不一", "a length told differently", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Hold lengths that are alike but for their years against each other and the dates."""
    told = list(_exact(whole.dossier))
    if len({t.months for t in told}) < 2:
        return
    dates = [f for f in whole.dossier.figures if _monthly(f)]
    for one, other in product(told, told):
        years = (one.months - other.months) / 12
        if abs(years) not in _APART or len(dates) > _MOST:
            continue
        base, lone = _line(whole.dossier, one, dates), _line(whole.dossier, other, dates)
        pair = next((p for p in combinations(base, 2) if _fits(one, *p)), None)
        if pair is None or any(_fits(other, *p) for p in combinations(lone, 2)) or len(lone) > 1:
            continue
        places = [Anchor(t.source, t.start, t.start + len(t.words), t.words) for t in (other, one)]
        near = [f for f in whole.dossier.figures if f.anchor.source == other.source and not f.is_date
                and other.start <= f.anchor.start < other.start + len(other.words)]  # fmt: skip
        said = SAID.format(quote(one.words), quote(other.words))
        written = formula("{} ≠ {}", same(other.words), same(one.words))
        yield say.finding(KEY, "inconsistent", (*near[:1], *pair), written, said, "again", spans=places)


def _exact(dossier: Dossier) -> Iterator[_Exact]:
    for source in dossier.sources:
        for match in _MONTHS.finditer(source.text):
            years = _YEARS.search(source.text, max(0, match.start() - _REACH), match.start())
            if years is not None:
                months = 12 * _number(years["y"]) + _number(match["m"])
                yield _Exact(months, years[0] + match[0], source.id, years.start())


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else int(counted(words))


def _monthly(figure: Figure) -> bool:
    period = figure.period
    return (
        figure.is_date and not figure.table and period is not None and period.start is not None
        and period.end is not None and "→" not in period.text and (period.end - period.start).days <= 31
    )  # fmt: skip


def _line(dossier: Dossier, told: _Exact, dates: list[Figure]) -> list[Figure]:
    """The dates of the line of a length."""
    source = dossier.source(told.source)
    text = source.text if source is not None else ""
    begin, end = text.rfind("\n", 0, told.start) + 1, text.find("\n", told.start)
    return [
        f
        for f in dates
        if f.anchor.source == told.source and begin <= f.anchor.start < (end if end > 0 else len(text))
    ]


def _fits(told: _Exact, one: Figure, other: Figure) -> bool:
    if one.period is None or other.period is None or one.period.start is None or other.period.start is None:
        return False
    a, b = one.period.start, other.period.start
    apart = abs((b.year - a.year) * 12 + b.month - a.month)
    return abs(apart - told.months) <= _LOOSE
