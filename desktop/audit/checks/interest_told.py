"""What borrowing an amount costs by the rates of a text: 借1万元一天利息5元, 用满30天要付90元, 两年利息1.2万元.

Any rate of the section, its tables included, on any amount of the paragraph for any of its times acquits.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.compound_told import compounded
from desktop.audit.interest_ways import (
    COMES_TO,
    LENGTHS,
    REACH,
    SAVES,
    SHOWN,
    InterestWay,
    comes_otherwise,
    is_tenfold,
    point_of,
    timed_rates,
)
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import behind_last, sentence_start
from desktop.audit.per import time_in
from desktop.audit.rates_told import DAY, MONTH, YEAR
from desktop.audit.scope import Section
from desktop.audit.slips import of_scale
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "interest_told"
_PAYS: Final = re.compile(
    r"息|违约金|滞纳金|收益|用[满足]?[一\d]?|[要得需应多少天]付|成本|省|每[天日]|charge|interest|cost", re.I
)
_LENT: Final = re.compile(
    r"借|贷|本金|利息|日息|欠|存[满入期]?|年化收益|理财|分期|用款|资金|垫|owe|borrow|loan|lent|principal|balance",
    re.I,
)
_PARTS: Final = re.compile(r"等额|按月还|逐[期月]|分期|每期|本息|月供|复利|其中|手续")
_PENAL: Final = re.compile(r"罚息|违约金|滞纳金|逾期")
_STOP: Final = re.compile(r"[。！？\n]")
_TIME_A: Final = re.compile(r"\s*(?:a|per|each|every) (day|month|year)\b", re.I)
_PAID: Final = re.compile(r"^.息|^(?:违约|滞纳)金|(?:[付得收计]|利)息(?:约|共|为|是)*$")
_YIELD: Final = re.compile(r"收益")
_NEAR: Final = 24  # characters before an interest in which 每万元 is its principal
_STEPS: Final = {(DAY, YEAR): " × 365", (MONTH, YEAR): " × 12", (YEAR, MONTH): " ÷ 12", (DAY, MONTH): " × 30"}
_FAR, _LEAST = 6, 3.0
SAID: Final = Text(
    "{0}按{1}计{2}，利息是{3}，不是文中的{4}。",
    "At {1}, {0} costs {3} {2}, not {4}.",
)
SAVED: Final = Text(
    "{0}{1}的利息，按{2}与按{3}相差{4}，不是文中的{5}。",
    "The interest on {0} {1} differs by {4} between {2} and {3}, not by {5}.",
)
_NOW: Final = re.compile(r"[。；\n][^。；\n]*(?:如今|现在|目前|眼下|今年|后来|下调|上调|降[到至])")
_MOST: Final = 6  # rates that are set against each other


@check(
    KEY,
    "利息",
    "interest told",
    "section",
    needs={"section": ("% permille table", "CNY USD EUR GBP", "息借贷款欠存益利 latin")},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each interest for a time against the rates of its section and the amounts before it."""
    yield from compounded(piece, KEY)
    rates: list[tuple[Figure, str]] | None = None
    for cost in piece.amounts:
        known = same_dimension(cost.unit, "CNY") or cost.unit in ("USD", "EUR", "GBP")
        if not known or not value_of(cost) or not _PAYS.search(piece.clause(cost)):
            continue
        line = _line(piece, cost)
        lasted = _lasted(piece, cost) if _LENT.search(line) and not _PARTS.search(_own(piece, cost)) else None
        if lasted is None:
            continue
        rates = list(timed_rates(piece)) if rates is None else rates
        start = piece.start + piece.text.rfind("\n", 0, cost.anchor.start - piece.start)
        if _YIELD.search(piece.clause(cost)):  # of the rate of its own sentence, not of a business
            begin = piece.start + sentence_start(piece.text, cost.anchor.start - piece.start)
            here = [r for r in rates if begin <= r[0].anchor.start < cost.anchor.start and not r[0].table]
            if here:
                yield from _held(piece, cost, here, *lasted)
            continue
        late = (
            _PENAL.search(_own(piece, cost)) is not None
        )  # at the rate for what is overdue, and at no other
        own = [r for r in rates if r[0].table or late == (_PENAL.search(_own(piece, r[0])) is not None)]
        near = [r for r in own if r[0].table or start < r[0].anchor.start < start + len(line) + 2]
        if near or own:
            yield from _held(piece, cost, near or own, *lasted)


def _line(piece: Section, figure: Figure) -> str:
    at = figure.anchor.start - piece.start
    begin = piece.text.rfind("\n", 0, at) + 1
    end = piece.text.find("\n", at)
    return piece.text[begin : end if end >= 0 else len(piece.text)]


def _own(piece: Section, figure: Figure) -> str:
    """The sentence of a figure, up to its end."""
    at = figure.anchor.end - piece.start
    return (
        behind_last(_STOP, piece.text[max(0, at - REACH) : at]) + _STOP.split(piece.text[at : at + REACH])[0]
    )


def _lasted(piece: Section, cost: Figure) -> tuple[str, float] | None:
    """For how long an amount is due: 一天, 每月, 用满30天."""
    clause, at = piece.clause(cost), cost.anchor.start
    lengths = [f for f in piece.between(at - len(clause), at) if f.unit in LENGTHS and not f.is_date]
    if len(lengths) == 1:
        unit = lengths[0].unit
        return unit, (value_of(lengths[0]) or 0.0) / LENGTHS[unit]
    time = time_in(clause)
    if not time and not lengths and _PAID.search(clause):  # 用满30天，利息…
        opening = piece.opening(cost)
        lengths = [
            f
            for f in piece.between(at - len(clause) - len(opening), at)
            if f.unit in LENGTHS and not f.is_date
        ]
        if lengths:
            return lengths[-1].unit, (value_of(lengths[-1]) or 0.0) / LENGTHS[lengths[-1].unit]
    behind = _TIME_A.match(piece.text, cost.anchor.end - piece.start)
    time = time or (behind[1].lower() if behind is not None else "")
    return (time, 1.0) if time and not lengths else None


def _held(
    piece: Section, cost: Figure, rates: Sequence[tuple[Figure, str]], time: str, many: float
) -> Iterator[Result]:
    claim, value = as_claim(cost), value_of(cost) or 0.0
    at = cost.anchor.start
    bases = [
        f
        for f in piece.between(at - REACH, at)
        if same_dimension(f.unit, cost.unit) and not f.table and (value_of(f) or 0.0) > value * _LEAST
    ]
    if not bases and "每万元" in piece.text[max(0, at - piece.start - _NEAR) : at - piece.start]:
        bases = [_ten_thousand(cost)]
    if claim is None or not bases:
        return
    ways = [InterestWay(b, r, per, time, many) for b, (r, per) in itertools.product(bases, rates)]
    begin = piece.start + sentence_start(piece.text, at - piece.start)
    lent = max([b for b in bases if b.anchor.start >= begin] or bases, key=lambda f: value_of(f) or 0.0)
    own = [w for w in ways if w.base is lent]
    fit = next((w for w in (*own, *ways) if w.allowed().meets(claim)), None)
    if fit is not None:
        yield say.passed(KEY, _told(cost, fit), _written(fit, cost), rounded=True)
        return
    near = [w for w in own if not w.rate.table] or own
    told_as = [w for w in own if not w.rate.table and COMES_TO.fullmatch(_between(piece, w.rate, cost))]
    near = (
        [w for w in near if _of_it(w.found(), cost)]
        or told_as
        or [w for w in ways if w.base is lent and is_tenfold(w, value)]
    )
    saved = SAVES.search(piece.clause(cost)) is not None  # at one rate instead of another
    if saved and len(own) > 1 and not comes_otherwise(piece, cost, ways):
        yield from _slip_of_saved(cost, own, SHOWN[time])
        return
    here = [w for w in ways if w.base.anchor.start >= begin] or ways
    if not near or (saved and len(rates) < 2) or comes_otherwise(piece, cost, here):
        return
    first = min(
        near,
        key=lambda w: (
            not (w.rate.table and len(w.rate.entity.zh) > 1 and w.rate.entity.zh in piece.clause(cost)),
            w.per != w.time,
            not of_scale(cost, w.found()),
            abs(math.log(point_of(w.found()) / value)),
            abs(w.rate.anchor.start - cost.anchor.start),
        ),
    )
    if not first.rate.table and _NOW.search(_between(piece, cost, first.rate)):
        return  # 得息3850元。如今利率为2.75%: another time's rate
    between = _between(piece, lent, cost)
    if _STOP.search(between) and "息" not in piece.clause(cost):
        return
    point = point_of(first.found())
    length = SHOWN[time] if many == 1 else Text(f"{number(many)}个{time}", f"for {number(many)} {time}s")
    length = Text(f"{number(many)}{_UNITS[time]}", length.en) if many != 1 else length
    said = SAID.format(bare(first.base), bare(first.rate), length, amount(point, cost), stated(cost))
    yield say.finding(KEY, "inconsistent", _told(cost, first), _written(first, cost), said)


def _between(piece: Section, one: Figure, other: Figure) -> str:
    return piece.text[one.anchor.end - piece.start : other.anchor.start - piece.start]


def _ten_thousand(cost: Figure) -> Figure:
    """The principal that 每万元 names without a number."""
    many = Decimal(10_000)
    return replace(
        cost, id="", unit="CNY", low=many, high=many, comparator="=", hedge="", as_printed="10,000元"
    )


def _told(cost: Figure, way: InterestWay) -> tuple[Figure, ...]:
    return tuple(f for f in (cost, way.base, way.rate) if f.id)


_UNITS: Final = {DAY: "天", MONTH: "个月", YEAR: "年"}


def _of_it(found: Interval, cost: Figure) -> bool:
    """Whether an amount is near enough to be meant for the interest, or a slip of scale away from it."""
    value, point = value_of(cost) or 0.0, point_of(found)
    return value / _FAR < point < value * _FAR or of_scale(cost, found) != 0


def _slip_of_saved(cost: Figure, ways: Sequence[InterestWay], length: Text) -> Iterator[Result]:
    """What one rate costs less than another, where an amount has its digits at another power of ten."""
    claim = as_claim(cost)
    for one, other in itertools.permutations(ways[:_MOST], 2):
        apart = one.found().minus(other.found())
        if claim is None or apart.low <= 0 or one.many != 1 or of_scale(cost, apart) == 0:
            continue
        shown = amount(point_of(apart), cost)
        written = formula("{} × ({} − {}) = {}", bare(one.base), bare(one.rate), bare(other.rate), shown)
        said = SAVED.format(bare(one.base), length, bare(one.rate), bare(other.rate), shown, stated(cost))
        yield say.finding(KEY, "inconsistent", (*_told(cost, one), other.rate), written, said, "saved")
        return


def _written(way: InterestWay, cost: Figure) -> Text:
    shown = amount(point_of(way.found()), cost)
    step = "" if way.per == way.time else _STEPS.get((way.per, way.time), " ÷ 365")
    step = f" × {number(way.many)}" if way.many != 1 and way.per == way.time else step
    return formula(f"{{}} × {{}}{step} = {{}}", bare(way.base), bare(way.rate), shown)
