"""What borrowing an amount at a rate for a time costs, and the other ways in which an interest may have come about."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from desktop.audit.interval import Interval, as_claim, powers_apart, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.per import factor
from desktop.audit.rates_told import DAY, MONTH, YEAR, time_of
from desktop.audit.scope import Section
from desktop.core.figure import Figure, plain
from desktop.core.text import Text

SAVES: Final = re.compile(r"省|[少多][付交拿得收给赚]|saved?|less|more", re.I)
_CHARGED: Final = 0.5  # percent: 每日加收万分之五 is no change
_BLUR: Final = Interval(0.95, 1.05)
_OF_TERM: Final = re.compile(
    r"(?:[一二两三四五\d]年期|定期|活期|定存|存款)[^，,。；\d]{0,6}利率"
)  # paid by the year
_SPREAD: Final = {DAY: (365.0, 360.0, 366.0, 30.0), MONTH: (12.0,)}
_EXACT: Final = 1e-6
LENGTHS: Final = {"day": 86400.0, "month": 2629800.0, "year": 31557600.0}
REACH: Final = 120  # characters before an interest that are looked at
_BEHIND: Final = 24
SHOWN: Final = {
    DAY: Text("一天", "a day"), "week": Text("一周", "a week"), MONTH: Text("一个月", "a month"),
    "quarter": Text("一个季度", "a quarter"), YEAR: Text("一年", "a year"),
}  # fmt: skip


class InterestWay(NamedTuple):
    """A principal, a rate with its time, and for how long."""

    base: Figure
    rate: Figure
    per: str
    time: str
    many: float

    def found(self) -> Interval:
        """The interest."""
        own, rate, lent = as_claim(self.base), value_of(self.rate) or 0.0, value_of(self.base)
        if lent is not None and self.base.comparator == "=" and not self.base.hedge:
            own = Interval(lent, lent)  # what is lent is agreed, not measured
        times = Interval(1.0, 1.0) if self.per == self.time else factor(self.per, self.time)
        assert own is not None
        return own.scaled(rate / 100 * self.many).times(times)

    def allowed(self) -> Interval:
        """The interest, as wide as a hedge of the rate makes it: 七日年化约2.3%."""
        return self.found().times(_BLUR) if self.rate.comparator == "~" else self.found()


COMES_TO: Final = re.compile(
    r"(?:相当于|折合|约?合)(?:为|成)?每[天日](?:的?(?:利息|成本|费用))?(?:大?约|为|是)*"
)


def timed_rates(piece: Section) -> Iterator[tuple[Figure, str]]:
    """The rates of a section, those of its tables too, each with the time it is for."""
    for told in (*piece.figures, *(f for sheet in piece.earlier for f in sheet.figures)):
        if told.unit in ("%", "permille"):
            for figure in _ends(told):
                yield from _timed(piece, figure)


def _ends(figure: Figure) -> tuple[Figure, ...]:
    """A rate, or the two ends of a range of them: 日利率0.03%至0.06%."""
    if figure.low is None or figure.high is None or figure.low == figure.high:
        return (figure,) if value_of(figure) else ()
    mark = "%" if figure.unit == "%" else "‰"
    return tuple(
        replace(figure, low=end, high=end, as_printed=f"{plain(end)}{mark}")
        for end in (figure.low, figure.high)
        if end
    )


def _timed(piece: Section, figure: Figure) -> Iterator[tuple[Figure, str]]:
    if figure.role == "change" and (value_of(figure) or 0.0) > _CHARGED:
        return
    if figure.table:
        words, rest = figure.indicator.zh + figure.entity.zh, ""
    else:
        at = figure.anchor.end - piece.start
        words, rest = piece.clause(figure), piece.text[at : at + 16]
    time = time_of(words, rest) or (YEAR if _OF_TERM.search(words) else "")
    if COMES_TO.match(rest) and (value_of(figure) or 0.0) > _CHARGED:
        time = YEAR  # 一年计，19.6%相当于每天成本约5.4元
    if time in SHOWN:
        yield figure, time


def is_tenfold(way: InterestWay, value: float) -> bool:
    """Whether an amount is the interest at a rate of another paragraph, but for a power of ten."""
    point = point_of(way.found())
    power = powers_apart(point, value)
    return power != 0 and abs(point / value / 10.0**power - 1) < _EXACT


def comes_otherwise(piece: Section, cost: Figure, ways: Sequence[InterestWay]) -> bool:
    """Whether the difference of two rates, the interest for another time, or principal and interest give an amount."""
    claim = as_claim(cost)
    if claim is None:
        return True
    around = piece.between(cost.anchor.start - REACH, cost.anchor.end + _BEHIND)
    plain = [w._replace(rate=f, per=w.time) for f in around if f.unit == "%" and value_of(f) for w in ways]
    if any(w.found().meets(claim) for w in plain):
        return True  # 即3.85%，一年利息: a rate that has no time of its own
    found = [w.found() for w in ways]
    if any(f.plus(as_claim(w.base) or f).meets(claim) for w, f in zip(ways, found, strict=True)):
        return True
    if SAVES.search(piece.clause(cost)):
        apart = (a.minus(b) for a, b in itertools.permutations(found[:12], 2))
        if any(f.meets(claim) for f in apart):
            return True
    before = piece.between(cost.anchor.start - REACH, cost.anchor.start)
    lent = max((value_of(w.base) or 0.0 for w in ways), default=0.0)
    alike = [as_claim(f) for f in before if same_dimension(f.unit, cost.unit) and value_of(f) != lent]
    if any(
        v is not None and v.scaled(1 / n).meets(claim) for v in alike for n in _SPREAD.get(ways[0].time, ())
    ):
        return True  # 一年少拿1,200元，摊到每天3.3元
    lengths = [f for f in before if f.unit in LENGTHS]
    return any(
        w._replace(time=f.unit, many=(value_of(f) or 0.0) / LENGTHS[f.unit]).found().meets(claim)
        for w in ways for f in lengths
    )  # fmt: skip


def point_of(found: Interval) -> float:
    """The middle of an interval."""
    return (found.low + found.high) / 2
