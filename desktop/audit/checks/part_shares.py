"""What part of what: a share against the amount that its words name or follow, and the whole that stands before it.

水泵312台：柴油96台，电动178台…。电动泵占57%: a share is wrong only if its part makes it of no amount around.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.adding import added
from desktop.audit.amounts import amount, bare, formula, percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import INF, Interval, as_claim, digits
from desktop.audit.passages import Passage, Told, alike, asked, named, passages
from desktop.audit.scope import Section
from desktop.audit.share_parts import Part, part_of
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "part_shares"
_ALL: Final = re.compile(
    r"^(?:其中?|总|全[部体]|所有|整个|总体|合计|[总全]\w{0,4}|这\w{0,4}|一半)?(?:的|里|中)*$"
)
_TOTAL: Final = re.compile(r"总|共|全|合计|原有|一共|应|收到|登记|名单")
_WORDED: Final = re.compile(r"成|分之|半")
_AMONG: Final = re.compile(
    r"(?:^|[，。；])(?P<of>[^，。；、\d]{2,10}?)(?:的[^，。；\d]{1,4})?(?:里头?|里面|当中|之中|中)[，,][^，。；]*$"
)
_EXACT: Final = re.compile(r"正好|恰好|刚好|整整")
_EACH: Final = re.compile(r"每$")
_FAR: Final = 3  # times: a share that misses the whole of another sentence by more is of something else
_MORE: Final = 2  # times its whole: no part, though a plan may be surpassed
_STRICT: Final = 0.995  # of a part: a whole that is hardly more is its equal
_LEAST: Final = 2  # entries of a list that agree on their whole
_ROUGH: Final = 0.06  # of a whole that shares imply: what is told more roughly shows nothing
_MOST: Final = 24  # amounts around a share that are looked at
WRONG: Final = Text("{0}占{1}的{2}，不是文中的{3}。", "{0} of {1} is {2}, not {3} as the text says.")
REST: Final = Text(
    "{0}占{1}的{2}，其余是{3}，不是文中的{4}。",
    "{0} of {1} is {2}, which leaves {3}, not {4} as the text says.",
)


class _Whole(NamedTuple):
    """An amount, or what the entries of a list come to."""

    own: Interval
    point: float
    shown: Text
    figures: tuple[Figure, ...]


@check(KEY, "部分占整体", "parts of a whole", "section", needs={"section": ("%",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each share of the prose against its part and the wholes around it."""
    for passage in passages(piece):
        if any(t.share for t in passage.own) and len(passage.amounts) > 1:
            for at, told in enumerate(passage.own):
                if told.share and told.figure.role != "change":
                    part = part_of(passage, at, told)
                    if part is not None:
                        yield from _held(passage, told, part)


def _held(passage: Passage, told: Told, of: Part) -> Iterator[Result]:
    part, claim = of.part, as_claim(told.figure)
    if claim is not None and _EXACT.search(told.lead) and _WORDED.search(told.figure.as_printed):
        claim = Interval(told.value * 0.97, told.value * 1.03)
    change = part.figure.role == "change"
    amounts = [
        t
        for t in passage.amounts
        if (t.figure.role == "change") == change
        and not _EACH.search(t.lead)
        and (alike(t, part) or asked(t, part))
    ]
    if claim is None or len(amounts) < 2 or len(amounts) > _MOST:
        return
    wholes = [t for t in amounts if t is not part and (of.rate or t.value * _STRICT > part.value)]
    meant = _whole(passage, told, of, wholes)
    if meant is None or part.value > _MORE * meant.point:
        return
    if _fits(part, meant.own, claim, rest=of.rest):
        yield _passed(told, part, meant, rest=of.rest)
        return
    siblings = [] if of.rate else _siblings(passage, part, meant)
    for whole in wholes:
        later = whole in passage.own and whole.start > told.end and not _TOTAL.search(whole.lead)
        own = as_claim(whole.figure) if whole not in siblings and not later else None
        if own is not None and (
            _fits(part, own, claim, rest=of.rest) or (of.either and _fits(part, own, claim, rest=True))
        ):
            return
    if of.whole is None and any(
        _fits(part, each.own, claim, rest=of.rest) for each in _sums(passage, part, amounts)
    ):
        return
    a, b = part.value, meant.point
    away = [t for t in passage.own if t.figure in meant.figures and t.sentence != part.sentence]
    if away and not of.of and not told.value / _FAR < a / b * 100 < told.value * _FAR:
        return  # 1200家门店贡献60亿元。前300家门店拿到补贴2.4亿元，占三成
    share = percent(a / b * 100)
    written = _written(part, meant, rest=of.rest)
    said = WRONG.format(bare(part.figure), meant.shown, share, stated(told.figure))
    if of.rest:
        said = REST.format(
            bare(part.figure), meant.shown, share, percent(100 - a / b * 100), stated(told.figure)
        )
    yield say.finding(KEY, "inconsistent", (told.figure, part.figure, *meant.figures), written, said)


def _siblings(passage: Passage, part: Told, meant: _Whole) -> list[Told]:
    """The other parts of a whole that opens their sentence: none of them is what a part is a share of."""
    whole = next((t for t in passage.own if t.figure in meant.figures), None)
    if whole is None or part not in passage.own:
        return []
    own = [t for t in passage.own if t.sentence == part.sentence]
    apart = whole is own[0] or whole.sentence < part.sentence
    if not apart and (whole.start < part.start or not _TOTAL.search(whole.lead)):
        return []
    fits = [t for t in own if t is part or t.value + part.value <= whole.value]
    return [t for t in fits if t is not whole and not _TOTAL.search(t.lead)]


def _written(part: Told, whole: _Whole, *, rest: bool) -> Text:
    share = part.value / whole.point * 100
    if rest:
        return formula("100% − {} ÷ {} = {}", bare(part.figure), whole.shown, percent(100 - share))
    return formula("{} ÷ {} = {}", bare(part.figure), whole.shown, percent(share))


def _passed(told: Told, part: Told, whole: _Whole, *, rest: bool) -> Result:
    share = part.value / whole.point * 100
    plain = digits(told.figure)
    exact = plain is not None and plain.holds(100 - share if rest else share)
    figures = (told.figure, part.figure, *whole.figures)
    return say.passed(KEY, figures, _written(part, whole, rest=rest), rounded=not exact)


def _fits(part: Told, whole: Interval, claim: Interval, *, rest: bool) -> bool:
    one = as_claim(part.figure)
    quotient = one.scaled(100).over(whole) if one is not None else None
    if quotient is None:
        return True
    return claim.meets(Interval(100 - quotient.high, 100 - quotient.low) if rest else quotient)


def _sums(passage: Passage, part: Told, amounts: Sequence[Told]) -> Iterator[_Whole]:
    """What the entries of a list come to, and the amounts of the sentence of a part."""
    if part in passage.items:
        yield from _sum(passage.items)
    own = [t for t in amounts if t.sentence == part.sentence and t in passage.own]
    if part in own and not any(_TOTAL.search(t.lead) for t in own):
        top = max(own, key=lambda t: t.value)
        yield from _sum([t for t in own if t is not top] if len(own) > 2 and top is not part else own)


def _sum(told: Sequence[Told]) -> Iterator[_Whole]:
    both = added([t.figure for t in told])
    if both is not None and both[1] > 0:
        yield _Whole(both[0], both[1], amount(both[1], told[0].figure, exact=True), ())


def _whole(passage: Passage, told: Told, of: Part, wholes: Sequence[Told]) -> _Whole | None:
    """The whole that is meant: the one that is named, the only one, or the nearest that is called a total."""
    part = of.part
    if of.whole is not None:
        return _one(of.whole) if alike(of.whole, part) else None
    if of.of and not _ALL.match(of.of):
        called = named(of.of, wholes, within=True)
        return _one(called[-1]) if called and len({t.value for t in called}) == 1 else None
    others = [t for t in wholes if t not in passage.items and (of.rate or not _apart(t, part))]
    if part in passage.items:
        total = next((t for t in others if _TOTAL.search(t.lead)), None)
        return _one(total) if total is not None else _implied(passage, told)
    before = [t for t in others if t.start < told.start or t not in passage.own]
    among = _AMONG.search(passage.text, 0, part.start) if part in passage.own else None
    if among is not None:
        called = named(among["of"], before, within=True)
        if called and len({t.value for t in called}) == 1:
            return _one(called[-1])
    near = [t for t in before if t in passage.own and part.sentence - t.sentence <= 1] or before
    if len({t.value for t in near}) == 1:
        return _one(near[-1])
    totals = [t for t in near if _TOTAL.search(t.lead)]
    if totals:
        return _one(totals[-1])
    top = max(near, key=lambda t: t.value, default=None)
    return _one(top) if top is not None and (near[0] is top or "毛利" in told.lead) else None


def _implied(passage: Passage, told: Told) -> _Whole | None:
    """What the other entries of a list are of by their own shares, else what all come to."""
    every, low, high, many = (*passage.above, *passage.own), 0.0, INF, 0
    for item, share in itertools.pairwise(every):
        if item not in passage.items or not share.share or share is told:
            continue
        one, other = as_claim(item.figure), as_claim(share.figure)
        whole = one.scaled(100).over(other) if one is not None and other is not None else None
        if whole is not None:
            low, high, many = max(low, whole.low), min(high, whole.high), many + 1
    if not many:
        return next(_sum(passage.items), None)
    if many < _LEAST or low > high or high - low > _ROUGH * low:
        return None
    own = next(_sum(passage.items), None)
    if own is not None and low <= own.point <= high:
        return own
    point = (low + high) / 2
    return _Whole(Interval(low, high), point, amount(point, passage.items[0].figure), ())


def _one(told: Told) -> _Whole | None:
    own = as_claim(told.figure)
    return (
        _Whole(own, told.value, bare(told.figure), (told.figure,)) if own is not None and told.value else None
    )


def _apart(one: Told, other: Told) -> bool:
    """Whether two amounts are of two times."""
    a, b = one.figure.period, other.figure.period
    return a is not None and b is not None and a != b
