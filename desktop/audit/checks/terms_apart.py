"""One thing sold by the month and by the year: 年费180元，按月买每月20元，按月买一年要贵三分之一.

The prices are brought to one time; red only where neither they nor the bare prices are that much apart.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, percent, stated
from desktop.audit.any_reading import wanted
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import behind_last
from desktop.audit.per import EACH, factor, longer, time_in
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "terms_apart"
_APART: Final = re.compile(
    r"(?:贵|便宜|省|多[付花交掏]|少[付花交掏]|高出|低|划算)[了出去下]?(?:约|近|超过|将近)?$"
)
_TERM: Final = re.compile(r"[年季月周日](?=[费付缴租卡票])|(?<=[包按])[年季月周日天]")
_WORDS: Final = {"年": "year", "季": "quarter", "月": "month", "周": "week", "日": "day", "天": "day"}
_CLAUSE: Final = re.compile(r"[，,；;。：:（(]")
_MORE: Final = re.compile(r"贵|多[付花交掏]|高出")
_LESS: Final = re.compile(r"便宜|省|少[付花交掏]|低")
_SPREAD: Final = re.compile(r"摊|折|相当于|均|下来")
_FAR: Final = 8  # times: what comes to more is no price of the same
_ONE: Final = Interval(1.0, 1.0)
_REACH: Final = 70  # characters from the first price to the size
SAID: Final = Text(
    "{0}折成{1}是{2}，与{3}相差{4}，不是文中的{5}。",
    "{0} comes to {2} {1}, which is {4} apart from {3}, not {5}.",
)


@check(
    KEY, "包月包年比价", "prices by the month and by the year", "prose",
    needs={"prose": ("% times", "年月日天季周", "贵便省多少高低划")},
)  # fmt: skip
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold how much dearer a term is against the two prices before it, each told with its own time."""
    figures = [f for f in piece.figures if not f.is_date]
    for n, size in enumerate(figures[2:], 2):
        if size.unit not in ("%", "times") or not _APART.search(_clause(piece, size)):
            continue
        prices = [
            f
            for f in figures[max(0, n - 5) : n]
            if f.role == "level" and f.comparator == "=" and same_dimension(f.unit, "CNY")
        ][-3:]
        timed = [(f, time) for f in prices if (time := _time(_clause(piece, f)))
                 and not _SPREAD.search(_clause(piece, f))]  # fmt: skip
        near = [t for t in timed if size.anchor.start - t[0].anchor.end < _REACH]
        if len(near) >= 2 and near[-1][1] != near[-2][1]:
            yield from _held(size, near, prices, _clause(piece, size))


def _clause(piece: Prose, figure: Figure) -> str:
    return behind_last(_CLAUSE, piece.text[: figure.anchor.start - piece.start])


def _time(clause: str) -> str:
    told = _TERM.findall(clause)
    return time_in(clause) or (_WORDS[told[-1]] if told else "")


def _held(
    size: Figure, timed: list[tuple[Figure, str]], prices: list[Figure], clause: str
) -> Iterator[Result]:
    claim = wanted(size)
    pairs = [(one, other) for n, one in enumerate(timed) for other in timed[n + 1 :] if one[1] != other[1]]
    if claim is None:
        return
    for (one, a), (other, b) in pairs:
        short, long = ((one, a), (other, b)) if longer(b, a) else ((other, b), (one, a))
        own, base = (Interval(*(value_of(f) or 0.0,) * 2) for f, _ in (short, long))  # prices are set
        if base.low <= 0 or own.low <= 0:
            return
        made = own.times(factor(short[1], long[1]))
        if any(claim.meets(way) for x in (made, own) for way in _ways(x, base, clause)):
            yield say.passed(KEY, (size, one, other), _written(short, long))
            return
    plain = [x for f in prices if f.low == f.high and (x := as_claim(f)) is not None and x.low > 0]
    if any(claim.meets(way) for x, y in itertools.combinations(plain, 2) for way in _ways(x, y, clause)):
        return  # two of them as they stand, whatever times their clauses name
    (one, a), (other, b) = timed[-2:]
    short, long = ((one, a), (other, b)) if longer(b, a) else ((other, b), (one, a))
    made_point, base_point = _made(short, long), value_of(long[0]) or 1.0
    if not 1 / _FAR < made_point / base_point < _FAR:
        return
    apart = percent(abs(made_point / base_point - 1) * 100)
    said = SAID.format(
        bare(short[0]), EACH[long[1]], amount(made_point, long[0]), bare(long[0]), apart, stated(size)
    )
    yield say.finding(KEY, "inconsistent", (size, one, other), _written(short, long), said)


def _ways(one: Interval, other: Interval, clause: str) -> Iterator[Interval]:
    """How far two prices are apart: dearer is of the cheaper one, cheaper of the dearer one."""
    less, more = (one, other) if one.low < other.low else (other, one)
    up, down = more.over(less), less.over(more)
    if up is None or down is None:
        return
    if not _LESS.search(clause):
        yield from (up.minus(_ONE), up)
    if not _MORE.search(clause):
        yield from (_ONE.minus(down), down)


def _made(short: tuple[Figure, str], long: tuple[Figure, str]) -> float:
    step = factor(short[1], long[1])
    return (value_of(short[0]) or 0.0) * (365.0 if step.high == 366.0 else (step.low + step.high) / 2)


def _written(short: tuple[Figure, str], long: tuple[Figure, str]) -> Text:
    made = _made(short, long)
    times = made / (value_of(short[0]) or 1.0)
    return formula("{} × {} = {}; {}", bare(short[0]), number(times), amount(made, long[0]), bare(long[0]))
