"""The whole that a share is of: the amount that its words name, the only one, a total, or what a list comes to."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit.adding import added
from desktop.audit.amounts import amount, bare
from desktop.audit.interval import INF, Interval, as_claim
from desktop.audit.passage_names import named
from desktop.audit.passages import Passage, Told, alike, asked, passages
from desktop.audit.scope import Section
from desktop.audit.share_parts import Part
from desktop.audit.ways import like
from desktop.core.figure import Figure
from desktop.core.text import Text

_OF_THAT: Final = re.compile(
    r"(?:[是为到足过]|相当于)(?:约|近)?(?!去年|上年|今年|本年)(?P<of>[\u4e00-\u9fff]{3,8})的(?:约|近)?$"
)
TOTAL: Final = re.compile(r"总|共|全|合计|原有|一共|应|收到|登记|名单")
_ALL: Final = re.compile(
    r"^(?:其中?|总|全[部体]|所有|整个|总体|合计|[总全]\w{0,4}|这\w{0,4}|一半)?(?:的|里|中)*$"
)
_AMONG: Final = re.compile(
    r"(?:^|[，。；])(?P<of>[^，。；、\d]{2,10}?)(?:的[^，。；\d]{1,4})?(?:里头?|里面|当中|之中|中)[，,][^，。；]*$"
)
_INSIDE: Final = re.compile(r"[^，,。；\d]{0,10}(?:里头?|(?<!其)中|当中)[，,]")
_LEAST: Final = 2  # entries of a list that agree on their whole
_ROUGH: Final = 0.06  # of a whole that shares imply: what is told more roughly shows nothing
_OF_IT: Final = re.compile(r"占[^，,。；\d]{2,8}的[^，,。；\d]{0,2}$")
_ROUND: Final = 0.01  # of a power of ten, as a logarithm
_BESIDE: Final = 16  # characters from an amount to the share that is told of it


_TWO, _LISTED = 2, 6  # amounts of a sentence that make up one
_SPLIT: Final = 0.002  # of a whole: what the rounding of its parts leaves
_TAKES: Final = re.compile(r"占|比重|份额")
_DIVIDES: Final = re.compile(r"其中|包括|分别|含|[:：]")
_OTHER_TIME: Final = re.compile(
    r"[年月季周期届次]|[日天]|[一二三四上下本]半|[总共均每比]|合计|其中|目标|计划|预算|[到至]|[增减升降涨跌成]"
)


class Whole(NamedTuple):
    """An amount, or what the entries of a list come to; ``sure`` where the parts leave no other whole."""

    own: Interval
    point: float
    shown: Text
    figures: tuple[Figure, ...]
    sure: bool = False


def sums_of(passage: Passage, part: Told, amounts: Sequence[Told]) -> Iterator[Whole]:
    """What the entries of a list come to, and the amounts of the sentence of a part."""
    if part in passage.items:
        yield from sum_of(passage.items)
    own = [t for t in amounts if t.sentence == part.sentence and t in passage.own]
    if part in own and not any(TOTAL.search(t.lead) for t in own):
        top = max(own, key=lambda t: t.value)
        yield from sum_of([t for t in own if t is not top] if len(own) > 2 and top is not part else own)


def sum_of(told: Sequence[Told]) -> Iterator[Whole]:
    """What some amounts come to; nothing where they cannot be added."""
    both = added([t.figure for t in told])
    if both is not None and both[1] > 0:
        yield Whole(both[0], both[1], amount(both[1], told[0].figure, exact=True), ())


def whole_of(passage: Passage, told: Told, of: Part, wholes: Sequence[Told]) -> Whole | None:
    """The whole that is meant: the one that is named, the only one, or the nearest that is called a total."""
    part = of.part
    if of.row:
        return next(sum_of(of.row), None)
    if (
        not of.of
        and not of.named
        and (made := _split(passage, part) or _of_two(passage, told, part)) is not None
    ):
        return made
    if of.whole is not None:
        return one_of(of.whole) if alike(of.whole, part) or (of.named and asked(of.whole, part)) else None
    if of.of and not _ALL.match(of.of):
        called = named(of.of, wholes, within=True)
        return one_of(called[-1]) if called and len({t.value for t in called}) == 1 else None
    others = [t for t in wholes if t not in passage.items and (of.rate or not _apart(t, part))]
    if part in passage.items:
        total = next((t for t in others if TOTAL.search(t.lead)), None)
        return one_of(total) if total is not None else _implied(passage, told)
    before = [t for t in others if t.start < told.start or t not in passage.own]
    among = _AMONG.search(passage.text, 0, part.start) if part in passage.own else None
    if among is not None:
        called = named(among["of"], before, within=True)
        if called and len({t.value for t in called}) == 1:
            return one_of(called[-1])
    inside = [
        t
        for t in before
        if t in passage.own and t.sentence == told.sentence and _INSIDE.match(passage.text, t.end)
    ]
    if inside:
        return one_of(inside[-1])  # 1640份有效问卷里，902人…
    near = [t for t in before if t in passage.own and part.sentence - t.sentence <= 1] or before
    if len({t.value for t in near}) == 1:
        return one_of(near[-1])
    totals = [t for t in near if TOTAL.search(t.lead)]
    if totals:
        return one_of(totals[-1])
    top = max(near, key=lambda t: t.value, default=None)
    return one_of(top) if top is not None and (near[0] is top or "毛利" in told.lead) else None


def _split(passage: Passage, part: Told) -> Whole | None:
    """The amount that a part and those beside it make up: 38.4万只，其中犬21.5万、猫15.4万、异宠1.5万."""
    if part not in passage.own:
        return None
    own = [t for t in passage.sizes if t.sentence == part.sentence]
    for n, whole in enumerate(own):
        rest = own[n + 1 : n + 1 + _LISTED]
        if part not in rest or not _DIVIDES.search(passage.between(whole, rest[0])):
            continue
        total = 0.0
        for many, each in enumerate(rest, 1):
            if each.figure.unit != rest[0].figure.unit or not like(each.figure, whole.figure):
                break
            total += each.value
            if many >= _TWO and abs(total - whole.value) < _SPLIT * whole.value and part in rest[:many]:
                one = one_of(whole)
                return one._replace(sure=True) if one is not None else None
    return None


def _of_two(passage: Passage, told: Told, part: Told) -> Whole | None:
    """What two amounts of one verb come to, of which a share names the one: 堂食卖了24万元，外送卖了16万元，外送占."""
    if part not in passage.own or told.sentence != part.sentence or not _TAKES.search(told.lead):
        return None
    own = [t for t in passage.sizes if t.sentence == part.sentence and t.start < told.start]
    if len(own) != _TWO or part not in own or own[0].figure.unit != own[1].figure.unit:
        return None
    leads = [t.lead.strip("，,；; ") for t in own]
    verb = _same(leads[0][::-1], leads[1][::-1])
    if not verb or verb >= min(map(len, leads)) or any(_OTHER_TIME.search(lead) for lead in leads):
        return None
    name = part.lead.strip("，,；; ")
    if _same(name, told.lead.strip("，,；; ")) < max(_TWO, len(name) - verb):
        return None
    both = next(sum_of(own), None)
    return both._replace(sure=True) if both is not None else None


def _same(one: str, other: str) -> int:
    """How many characters two words begin with alike."""
    return sum(1 for _ in itertools.takewhile(lambda two: two[0] == two[1], zip(one, other, strict=False)))


def _implied(passage: Passage, told: Told) -> Whole | None:
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
        return next(sum_of(passage.items), None)
    if many < _LEAST or low > high or high - low > _ROUGH * low:
        return None
    own = next(sum_of(passage.items), None)
    if own is not None and low <= own.point <= high:
        return own
    point = (low + high) / 2
    return Whole(Interval(low, high), point, amount(point, passage.items[0].figure), ())


def called_total(piece: Section, passage: Passage, told: Told, of: Part) -> Whole | None:
    """The total that a share names (占总额的24%) where its line has none so called: the likeliest of those before."""
    part = of.part
    if (
        not of.of.startswith("总")
        or len(of.of) < len("总额")
        or any(of.of in t.lead for t in passage.own if not t.share)
    ):
        return None
    lines = itertools.takewhile(lambda line: line is not passage, passages(piece))
    before = [
        t for line in lines for t in line.own if of.of in t.lead and alike(t, part) and t.value > part.value
    ]
    best = min(before, key=lambda t: abs(part.value / t.value * 100 - told.value), default=None)
    return one_of(best) if best is not None else None


def one_of(told: Told) -> Whole | None:
    """An amount as a whole; None of nothing."""
    own = as_claim(told.figure)
    return (
        Whole(own, told.value, bare(told.figure), (told.figure,)) if own is not None and told.value else None
    )


def _apart(one: Told, other: Told) -> bool:
    """Whether two amounts are of two times."""
    a, b = one.figure.period, other.figure.period
    return a is not None and b is not None and a != b


def is_slip(passage: Passage, told: Told, meant: Whole, share: float) -> bool:
    """Whether a share of a whole that its own sentence tells is a power of ten off."""
    here = any(t.figure in meant.figures and t.sentence == told.sentence for t in passage.own)
    power = math.log10(told.value / share / 100) if here and told.value > 0 and share > 0 else 0.0
    return abs(power) > 0.5 and abs(power - round(power)) < _ROUND


def is_part(passage: Passage, told: Told, meant: Whole) -> bool:
    """Whether a whole is itself told as a part: 渠道1.31亿元，占保费的28.0%；运营0.52亿元，占11.1%."""
    for whole, share in itertools.pairwise(passage.own):
        if whole.figure in meant.figures and share is not told and share.start < told.start:
            return share.share and share.start - whole.end < _BESIDE and _OF_IT.search(share.lead) is not None
    return False


def of_named(passage: Passage, told: Told) -> bool:
    """Whether a share is of another amount by its name: 人工费用是材料费用的六成, which are parts of one whole."""
    of = _OF_THAT.search(passage.clause(told))
    return of is not None and any(
        t.lead.endswith(of["of"]) and not TOTAL.search(t.lead) for t in passage.amounts
    )
