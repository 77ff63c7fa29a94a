"""What borrowing an amount costs by the rates of a text: 借1万元一天利息5元, 用满30天要付90元, 两年利息1.2万元.

Any rate of the section, its tables included, on any amount of the paragraph for any of its times acquits.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.per import factor, time_in
from desktop.audit.rates_told import DAY, MONTH, YEAR, time_of
from desktop.audit.scope import Section
from desktop.audit.slips import of_scale
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "interest_told"
_PAYS: Final = re.compile(r"息|用[满足]?[一\d]?|[要得需应多少]付|成本|省|每[天日]|charge|interest|cost", re.I)
_LENT: Final = re.compile(r"借|贷|本金|利息|日息|欠|分期|用款|资金|垫|owe|borrow|loan|lent|principal", re.I)
_SAVED: Final = re.compile(r"省|[少多][付交拿得收给赚]|saved?|less|more", re.I)
_PARTS: Final = re.compile(r"等额|按月还|逐[期月]|分期|每期|本息|月供|复利|罚|其中|手续")
_STOP: Final = re.compile(r"[。！？\n]")
_TIME_A: Final = re.compile(r"\s*(?:a|per|each|every) (day|month|year)\b", re.I)
_LENGTHS: Final = {"day": 86400.0, "month": 2629800.0, "year": 31557600.0}
_NEAR: Final = 24  # characters before an interest in which 每万元 is its principal
_CHARGED: Final = 0.5  # percent: 每日加收万分之五 is no change
_FAR, _LEAST, _REACH = 6, 3.0, 120
SAID: Final = Text(
    "{0}按{1}计{2}，利息是{3}，不是文中的{4}。",
    "At {1}, {0} costs {3} {2}, not {4}.",
)
_SHOWN: Final = {
    DAY: Text("一天", "a day"), "week": Text("一周", "a week"), MONTH: Text("一个月", "a month"),
    "quarter": Text("一个季度", "a quarter"), YEAR: Text("一年", "a year"),
}  # fmt: skip


class _Way(NamedTuple):
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


@check(
    KEY,
    "利息",
    "interest told",
    "section",
    needs={"section": ("% permille table", "CNY USD EUR GBP", "息借贷款欠 latin")},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each interest for a time against the rates of its section and the amounts before it."""
    rates: list[tuple[Figure, str]] | None = None
    for cost in piece.amounts:
        known = same_dimension(cost.unit, "CNY") or cost.unit in ("USD", "EUR", "GBP")
        if not known or not value_of(cost) or not _PAYS.search(piece.clause(cost)):
            continue
        line = _line(piece, cost)
        lasted = _lasted(piece, cost) if _LENT.search(line) and not _PARTS.search(line) else None
        if lasted is None:
            continue
        rates = list(_rates(piece)) if rates is None else rates
        start = piece.start + piece.text.rfind("\n", 0, cost.anchor.start - piece.start)
        near = [r for r in rates if r[0].table or start < r[0].anchor.start < start + len(line) + 2]
        if near or rates:
            yield from _held(piece, cost, near or rates, *lasted)


def _line(piece: Section, figure: Figure) -> str:
    at = figure.anchor.start - piece.start
    begin = piece.text.rfind("\n", 0, at) + 1
    end = piece.text.find("\n", at)
    return piece.text[begin : end if end >= 0 else len(piece.text)]


def _lasted(piece: Section, cost: Figure) -> tuple[str, float] | None:
    """For how long an amount is due: 一天, 每月, 用满30天."""
    clause, at = piece.clause(cost), cost.anchor.start
    lengths = [f for f in piece.between(at - len(clause), at) if f.unit in _LENGTHS and not f.is_date]
    if len(lengths) == 1:
        unit = lengths[0].unit
        return unit, (value_of(lengths[0]) or 0.0) / _LENGTHS[unit]
    time = time_in(clause)
    behind = _TIME_A.match(piece.text, cost.anchor.end - piece.start)
    time = time or (behind[1].lower() if behind is not None else "")
    return (time, 1.0) if time and not lengths else None


def _rates(piece: Section) -> Iterator[tuple[Figure, str]]:
    """The rates of a section, those of its tables too, each with the time it is for."""
    for figure in (*piece.figures, *(f for sheet in piece.earlier for f in sheet.figures)):
        if figure.unit not in ("%", "permille") or not value_of(figure):
            continue
        if figure.role == "change" and (value_of(figure) or 0.0) > _CHARGED:
            continue
        if figure.table:
            words, rest = figure.indicator.zh + figure.entity.zh, ""
        else:
            at = figure.anchor.end - piece.start
            words, rest = piece.clause(figure), piece.text[at : at + 16]
        time = time_of(words, rest)
        if time in _SHOWN:
            yield figure, time


def _held(
    piece: Section, cost: Figure, rates: Sequence[tuple[Figure, str]], time: str, many: float
) -> Iterator[Result]:
    claim, value = as_claim(cost), value_of(cost) or 0.0
    at = cost.anchor.start
    bases = [
        f
        for f in piece.between(at - _REACH, at)
        if same_dimension(f.unit, cost.unit) and not f.table and (value_of(f) or 0.0) > value * _LEAST
    ]
    if not bases and "每万元" in piece.text[max(0, at - piece.start - _NEAR) : at - piece.start]:
        bases = [_ten_thousand(cost)]
    if claim is None or not bases:
        return
    ways = [_Way(b, r, per, time, many) for b, (r, per) in itertools.product(bases, rates)]
    lent = max(bases, key=lambda f: value_of(f) or 0.0)
    own = [w for w in ways if w.base is lent]
    fit = next((w for w in (*own, *ways) if w.found().meets(claim)), None)
    if fit is not None:
        yield say.passed(KEY, _told(cost, fit), _written(fit, cost), rounded=True)
        return
    near = [w for w in own if not w.rate.table] or own
    near = [w for w in near if _of_it(w.found(), cost)]
    saved = _SAVED.search(piece.clause(cost)) is not None  # at one rate instead of another
    if not near or (saved and len(rates) < 2) or _other(piece, cost, ways):
        return
    first = min(
        near, key=lambda w: (not of_scale(cost, w.found()), abs(w.rate.anchor.start - cost.anchor.start))
    )
    between = piece.text[lent.anchor.end - piece.start : cost.anchor.start - piece.start]
    if _STOP.search(between) and "息" not in piece.clause(cost):
        return
    point = _point(first.found())
    length = _SHOWN[time] if many == 1 else Text(f"{number(many)}个{time}", f"for {number(many)} {time}s")
    length = Text(f"{number(many)}{_UNITS[time]}", length.en) if many != 1 else length
    said = SAID.format(bare(first.base), bare(first.rate), length, amount(point, cost), stated(cost))
    yield say.finding(KEY, "inconsistent", _told(cost, first), _written(first, cost), said)


def _ten_thousand(cost: Figure) -> Figure:
    """The principal that 每万元 names without a number."""
    many = Decimal(10_000)
    return replace(
        cost, id="", unit="CNY", low=many, high=many, comparator="=", hedge="", as_printed="10,000元"
    )


def _told(cost: Figure, way: _Way) -> tuple[Figure, ...]:
    return tuple(f for f in (cost, way.base, way.rate) if f.id)


_UNITS: Final = {DAY: "天", MONTH: "个月", YEAR: "年"}


def _of_it(found: Interval, cost: Figure) -> bool:
    """Whether an amount is near enough to be meant for the interest, or a slip of scale away from it."""
    value, point = value_of(cost) or 0.0, _point(found)
    return value / _FAR < point < value * _FAR or of_scale(cost, found) != 0


def _other(piece: Section, cost: Figure, ways: Sequence[_Way]) -> bool:
    """Whether the difference of two rates, the interest for another time, or principal and interest give an amount."""
    claim = as_claim(cost)
    if claim is None:
        return True
    found = [w.found() for w in ways]
    if any(f.plus(as_claim(w.base) or f).meets(claim) for w, f in zip(ways, found, strict=True)):
        return True
    if _SAVED.search(piece.clause(cost)):
        apart = (a.minus(b) for a, b in itertools.permutations(found[:12], 2))
        if any(f.meets(claim) for f in apart):
            return True
    lengths = [f for f in piece.between(cost.anchor.start - _REACH, cost.anchor.start) if f.unit in _LENGTHS]
    return any(
        w._replace(time=f.unit, many=(value_of(f) or 0.0) / _LENGTHS[f.unit]).found().meets(claim)
        for w in ways for f in lengths
    )  # fmt: skip


def _point(found: Interval) -> float:
    return (found.low + found.high) / 2


def _written(way: _Way, cost: Figure) -> Text:
    shown = amount(_point(way.found()), cost)
    step = "" if way.per == way.time else " × 365" if way.time == YEAR else " ÷ 365"
    step = f" × {number(way.many)}" if way.many != 1 and way.per == way.time else step
    return formula(f"{{}} × {{}}{step} = {{}}", bare(way.base), bare(way.rate), shown)
