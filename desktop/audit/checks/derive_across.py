"""What follows from figures of different kinds: amounts behind shares, spending per unit, cost per convert."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.compare import ratio
from desktop.audit.interval import INF, Interval, as_claim, value_of
from desktop.audit.keys import alike
from desktop.audit.move import Move
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.stated_change import is_change
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "derive_across"
_LEAST: Final = 2  # shares of one whole
_PART: Final = re.compile(r"其中|当中|占|of which|of them|account", re.I)
_OF_IT: Final = re.compile(r"其中|当中|of which|of them")
_SPENT: Final = re.compile(r"支出|成本|费用|投入|开支|预算|花费|spending|costs?|expense|budget", re.I)
_VOLUME: Final = re.compile(
    r"规模|销量|产量|业务量|订单|用户|客户|会员|客流|人次|门店|交易|volume|sales|orders|users|output", re.I
)
_PER_HEAD: Final = re.compile(r"(?:单个|每个|每名|人均|单位|单).{0,8}成本|获客成本|拉新成本|cost per", re.I)
_CONVERTS: Final = re.compile(r"转化率|成交率|付费率|conversion", re.I)
AMOUNT = Text("{}（对应的数额）", "{} (amount it stands for)")
REST = Text("其余各类合计", "all other kinds together")
PER_UNIT = Text("{0}按{1}折算后的变化", "{0} per unit of {1}: change")
PER_CONVERT = Text("每个转化用户的成本", "cost per converted user")
TIMES = Text("变为{0}倍（{1}{2}%）", "{0} times as much ({1}{2}%)")


@check(KEY, "跨句推算", "values that follow across sentences", "prose", needs={"prose": ("%",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Offer what two statements of a paragraph say together."""
    sentences = piece.sentences
    for at, sentence in enumerate(sentences):
        if sentence.shares:
            yield from _amounts(sentences[at - 1] if at else None, sentence)
            yield from _per_convert(sentence)
    for move in piece.moves:
        if move.change is None or not alike(move.change.indicator.zh, move.after.indicator.zh):
            yield from _per_unit(piece, move)


def _amounts(before: Sentence | None, sentence: Sentence) -> Iterable[Result]:
    """ "1.2万条 … 其中甲占 42%、乙占 35%": what 42% and 35% are, and what is left."""
    shares = [f for f in sentence.shares if f.role == "ratio"]
    if len(shares) < _LEAST:
        return
    first = shares[0].anchor.start
    own = [f for f in sentence.amounts if f.anchor.start < first and _is_whole(f)]
    opening = sentence.text[: first - sentence.start]
    whole = own[-1] if own else None
    if (
        whole is None
        and before is not None
        and re.match(r"\s*(?:其中|在[^，。]{0,8}中|of (?:which|them|these))", opening, re.I)
    ):
        earlier = [f for f in before.amounts if _is_whole(f)]
        whole = earlier[0] if len(earlier) == 1 else None
    if whole is None or not _PART.search(opening):
        return
    point, claim = value_of(whole), as_claim(whole)
    if point is None or claim is None:
        return
    for share in shares:
        place = sentence.amounts.index(share)
        if place and sentence.amounts[place - 1] is whole and _OF_IT.search(sentence.between(whole, share)):
            continue  # the check of values that follow within a clause offers it
        part, interval = value_of(share) or 0.0, as_claim(share)
        if interval is not None and 0 < part <= 100:
            shown = amount(point * part / 100, whole)
            written = formula(
                "{} × {} {} {}", bare(whole), bare(share), _sign(point * part / 100, whole), shown
            )
            yield say.derived(KEY, AMOUNT.format(say.title(share)), shown, claim.times(interval).scaled(0.01),
                              whole.unit, written, (share, whole))  # fmt: skip
    yield from _rest(whole, point, claim, shares)


def _is_whole(figure: Figure) -> bool:
    return figure.role == "level" and figure.comparator in ("=", "~") and (
        figure.unit.startswith("count:") or figure.unit in ("person", "CNY", "USD")
    ) and "/" not in figure.unit  # fmt: skip


def _sign(value: float, whole: Figure) -> str:
    """Things come whole: a part of a count that is no whole number is shown rounded."""
    return "≈" if not whole.unit.startswith(("CNY", "USD")) and abs(value - round(value)) > 1e-9 else "="


def _rest(whole: Figure, point: float, claim: Interval, shares: Sequence[Figure]) -> Iterable[Result]:
    known = sum(value_of(f) or 0.0 for f in shares)
    if not 0 < known < 100:
        return
    shown = amount(point * (100 - known) / 100, whole)
    left = formula("{}", " − ".join(["100%", *(f"{number(value_of(f) or 0.0)}%" for f in shares)]))
    sign = _sign(point * (100 - known) / 100, whole)
    written = formula("{} × ({}) {} {}", bare(whole), left, sign, shown)
    yield say.derived(
        KEY, REST, shown, claim.scaled((100 - known) / 100), whole.unit, written, (whole, *shares)
    )


def _per_unit(piece: Prose, move: Move) -> Iterable[Result]:
    """Spending from A to B while the volume grew by X %: what one unit of it costs now."""
    found = ratio(move)
    if found is None or not _SPENT.search(move.after.indicator.zh):
        return
    sentence = next((s for s in piece.sentences if move.after in s.amounts), None)
    for change in sentence.amounts if sentence is not None else ():
        if sentence is None or change.unit != "%" or not is_change(sentence, change):
            continue
        claim, value = as_claim(change), value_of(change)
        if (
            claim is None
            or value is None
            or not _VOLUME.search(change.indicator.zh)
            or change.entity != move.after.entity
        ):
            continue
        sign = -1 if change.direction == "down" else 1
        grown = Interval(*sorted((1 + sign * claim.low / 100, 1 + sign * claim.high / 100)))
        point = found[1] / (1 + sign * value / 100) if value * sign > -100 else 0.0
        each = found[0].over(grown)
        if each is None or grown.low <= 0 or INF in each:
            continue
        more = (point - 1) * 100
        shown = TIMES.format(number(point, 2), "+" if more >= 0 else "−", number(abs(more)))
        written = formula("({} ÷ {}) ÷ (1 {} {}) = {}", bare(move.after), bare(move.before), "−" if sign < 0 else "+",
                          bare(change), number(point, 2))  # fmt: skip
        name = PER_UNIT.format(say.title(move.after), say.title(change))
        yield say.derived(KEY, name, shown, each, "times", written, (move.before, move.after, change))


def _per_convert(sentence: Sentence) -> Iterable[Result]:
    """The cost of a registered user over the share of them that converts."""
    rates = [f for f in sentence.shares if _CONVERTS.search(f.indicator.zh) and not is_change(sentence, f)]
    if len(rates) != 1:
        return
    costs = [
        f for f in sentence.amounts if f.unit.startswith(("CNY", "USD")) and _PER_HEAD.search(f.indicator.zh)
    ]
    if not costs:
        return
    rate, cost = rates[0], costs[-1]
    claim, own, part, price = as_claim(rate), as_claim(cost), value_of(rate), value_of(cost)
    if claim is None or own is None or not part or price is None or rate.entity != cost.entity:
        return
    low = own.low / min(1.0, claim.high / 100)
    high = own.high / (claim.low / 100) if claim.low > 0 else INF
    sign = "≥" if rate.comparator in ("<", "<=") else "≈"
    value = amount(price / (part / 100), cost)
    shown = Text(f"{sign} {value.zh.split('/')[0]}", f"{sign} {value.en.split(' per ')[0]}")
    written = formula("{} ÷ {} {} {}", bare(cost), stated(rate), sign, number(price / (part / 100), 0))
    yield say.derived(KEY, PER_CONVERT, shown, Interval(low, high), cost.unit, written, (cost, rate))
