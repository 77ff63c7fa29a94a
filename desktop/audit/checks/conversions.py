"""One amount told twice, per different periods or things: a rent per year and per day, a total and its part a head."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.computed import EXTREME, Reading, clause_of, usable
from desktop.audit.fitting import fitting
from desktop.audit.interval import Interval, as_claim, powers_apart, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.pace import is_mean_of_any
from desktop.audit.per import no_times, rounded, thing_in, time_in
from desktop.audit.per_thing import resized
from desktop.audit.per_time import over_time, products, timed
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.slips import of_scale
from desktop.core.figure import Figure
from desktop.core.text import Text, same

KEY: Final = "conversions"
_SPEAKS: Final = re.compile(r"每|均|时速|亩产|一年|全年|一个月|摊|折合|单店|单车|[日月年][薪租产]")
_FAR: Final = 6  # times
_SLIP: Final = 0.02  # from a power of ten, between what the printed numbers give
_SPREAD: Final = re.compile(
    r"摊|折[合算成]|换算|(?<![综结组配符集])合(?![计同作并资规格理法伙约])|相当于|等于|平均|下来|也就是|就是|即"
)
_INTEREST: Final = re.compile(r"[付利计]息|利率|借")  # of a principal: "annualised" reckons it
_RATE: Final = re.compile(
    r"利率|日息|月息|费率"
)  # what is borrowed is the base, whichever amount stands before
_IN_ALL: Final = re.compile(r"合计|一共|总共|共计|总计|共|加起来|下来")
_STARTS: Final = re.compile(r"首[月年周期]|次[月年]起|第[二三四]个?[月年]起|试用|免费期")
_HOLDS: Final = re.compile(r"[（(，,]?(?:其中|已|都)?(?:[包内]?含|包括)")
_FLOW: Final = ("日均", "月均", "年均", "周均", "每天", "每日", "每月", "每周", "每年")


@check(
    KEY,
    "单位与期间折算",
    "amounts per period and per unit",
    "prose",
    needs={"prose": ("每均速亩年月摊折单产薪租",)},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Check amounts per day, month, head or kilogram against the amounts they are made from."""
    if not _SPEAKS.search(piece.text):
        return
    before: Sentence | None = None
    for sentence in piece.sentences:
        for claim in sentence.amounts:
            if usable(claim):
                yield from _held(piece, sentence, claim, list(_readings(sentence, claim, before)))
        before = sentence


def _held(piece: Prose, sentence: Sentence, claim: Figure, readings: list[Reading]) -> Iterable[Result]:
    """One reading that fits is enough; none is a finding where the pairing leaves no doubt."""
    own, point = rounded(claim), value_of(claim)
    if not readings or own is None:
        return
    for one in readings:
        if one.found.meets(own):
            exact = point is not None and abs(one.point - point) <= 1e-9 * max(1.0, abs(point))
            yield say.passed(KEY, (claim, *one.inputs), _written(one, claim), rounded=not exact)
            return
    if _with_others(sentence, claim, readings, own):
        return
    first = readings[0]
    at = sentence.amounts.index(claim)
    if (
        first.sure
        and _alike(claim, first)
        and not is_mean_of_any([f for f in piece.figures if f not in first.inputs], claim)
        and fitting(claim, sentence.amounts[:at], after=sentence.amounts[at + 1 :]) is None
    ):
        said = first.said.format(stated(claim))
        yield say.finding(KEY, "inconsistent", (claim, *first.inputs), _written(first, claim), said)


def _with_others(sentence: Sentence, claim: Figure, readings: list[Reading], own: Interval) -> bool:
    """Whether an amount has others in it besides what is told by time: 年费10元、短信费每月2元，一年合计34元."""
    if _STARTS.search(sentence.text):
        return True  # 首月1元，次月起每月25元
    if _HOLDS.match(sentence.text, claim.anchor.end - sentence.start):
        return True  # 每月2元，一年34元（含年费10元）
    if not _IN_ALL.search(clause_of(sentence, claim)):
        return False
    pool = [
        f
        for f in sentence.amounts
        if f.anchor.end <= claim.anchor.start and same_dimension(f.unit, claim.unit)
    ]
    return any(
        one.found.plus(more).meets(own)
        for one in readings
        for f in pool
        if f not in one.inputs and (more := as_claim(f)) is not None
    )


def _alike(claim: Figure, one: Reading) -> bool:
    """Whether an amount is near enough to be meant for the computed one, or a slip of scale away from it."""
    own = as_claim(claim)
    value = abs(value_of(claim) or (own.low if own is not None else 0.0))
    if value / _FAR < one.point < value * _FAR or of_scale(claim, one.found) != 0:
        return True
    power = powers_apart(one.point, value)
    return power != 0 and abs(one.point / value / 10.0**power - 1) < _SLIP


def _written(one: Reading, claim: Figure) -> Text:
    return formula("{} = {}", same(one.sign).format(*(bare(f) for f in one.inputs)), amount(one.point, claim))


def _readings(sentence: Sentence, claim: Figure, before: Sentence | None) -> Iterator[Reading]:
    clause = clause_of(sentence, claim)
    thing, time = thing_in(clause), time_in(clause)
    if (thing is None) == (not time):
        return  # 每平方米每天: two steps, which no one pair of numbers makes
    if EXTREME.search(clause) or _INTEREST.search(clause) or _RATE.search(sentence.text):
        return
    earlier = [f for f in sentence.amounts if f.anchor.end <= claim.anchor.start]
    spread = bool(_SPREAD.search(clause) or _SPREAD.search(sentence.lead(claim)[-14:]))
    if earlier:  # 摊到3.38亿人次上，每人…
        spread = spread or bool(_SPREAD.search(sentence.lead(earlier[-1])[-4:]))
    if thing is not None:
        yield from resized(sentence, claim, thing, earlier)
    elif time:
        yield from products(sentence, claim, time, earlier)
        yield from timed(sentence, claim, time, earlier, spread=spread)
        if spread or (no_times(clause) != clause and clause.startswith(_FLOW)):
            yield from over_time(sentence, claim, time, earlier, before)
