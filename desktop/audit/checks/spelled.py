"""Arithmetic that a sentence spells out: A加B到C, A减去B亏损C, 12期每期650元共7800元, 3亿元（30000万元）."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.stated_change import is_change
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "spelled"
_SPEAKS: Final = re.compile(r"加|减|扣|每[期月]|相当于|按|率|[（(]|平均")
_W: Final = r"[^，,。；;：:、\d]"
_PLUS: Final = re.compile(rf"{_W}{{0,6}}(?:加上?|再加){_W}{{0,8}}")
_MINUS: Final = re.compile(rf"{_W}{{0,6}}(?:减去?|扣除|扣掉|减掉){_W}{{0,8}}")
_MAKES: Final = re.compile(
    rf"{_W}{{0,6}}[，,]?{_W}{{0,8}}?(?:到|是|为|就|合计|总共|一共|共|等于|达到?)(?:了|有)?(?:约|近)?"
)
_LOSS: Final = re.compile(r"[，,]?(?:净|共|合计|仍|还|就|一年)*(?:亏损|亏了|亏掉|亏|倒贴|缺口为?)")
_GAIN: Final = re.compile(
    r"[，,]?(?:净|共|合计|仍|还|就|只|一年)*(?:盈利|赚了|赚|结余|剩下?|还剩|等于|得|是|为)"
)
_NO_SUM: Final = re.compile(r"[增涨降均每占比]|预计|其中")
_EACH_TERM: Final = re.compile(r"[，,]?每(?:期|个?月)(?:要|需|得|应)?(?:还|付|交|缴|供)(?:款|息)?")
_IN_ALL: Final = re.compile(
    r"[，,](?:那么|这样)?(?:一共|总共|合计|共|总计)(?:要|需|得|应)?(?:还|付|交|缴|供)(?:款|了)?"
)
_AMOUNTS_TO: Final = re.compile(rf"(?:^|[，,的]){_W}{{0,8}}相当于{_W}{{0,8}}$")
_OF_WHOLE: Final = re.compile(rf"{_W}{{0,6}}的")
_USED: Final = re.compile(rf"{_W}{{0,4}}(?:只|仅|实际|就)*(?:住|用|坐|租出|售出|使用|开放|开)(?:了|着|上)?")
_USE_RATE: Final = re.compile(
    r"[，,](?:床位)?(?:使用|入住|上座|出租|利用|占用|入座|空置)?率(?:为|是|只有|仅)?"
)
_AT_RATE: Final = re.compile(r"[，,]?(?:按照?|以)(?:照)?")
_RATE_OF: Final = re.compile(
    r"的(?P<noun>[\u4e00-\u9fff]{2,3})(?:费率|率|比例)(?:计算|算|收取|抽取)?[，,](?P<rest>[^，,。；\d]{2,8})"
)
_MONTHS: Final = re.compile(r"(?P<a>\d{1,2})(?:至|到|—|–|-|~|～)(?P<b>\d{1,2})月份?[^，,。；\d]{0,12}$")
_A_MONTH: Final = re.compile(r"[，,](?:平均每个?月|月均|每个?月平均)[^，,。；\d]{0,6}")
_MONTHLY: Final = re.compile(r"平均每个?月|月均|每个?月平均")
RESULT = Text("{0}应是{1}，不是文中的{2}。", "{0} comes to {1}, not {2}.")
SLIP = Text(
    "{0}与括号里的{1}相差{2}倍，两处应是同一数目。",
    "{0} and {1} in its brackets should be one amount; they are {2} times apart.",
)


@check(KEY, "文中算式", "arithmetic in words", "prose", needs={"prose": ("加减扣每相按率（平 (",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Check sums, differences, products and quotients that the words between amounts spell out."""
    if not _SPEAKS.search(piece.text):
        return
    marks = piece.marks
    brackets = not marks.isdisjoint("（(")
    for sentence in piece.sentences:
        own, gaps = sentence.amounts, sentence.gaps
        monthly = "月" in sentence.marks and _MONTHLY.search(sentence.text) is not None
        for at in range(len(own) - 1):
            joins = gaps[at + 1]
            if brackets and joins in ("（", "("):
                yield from _bracketed(sentence, own[at], own[at + 1])
            if monthly:
                yield from _a_month(sentence, own[at], own[at + 1])
            if at + 2 < len(own):
                three = own[at], own[at + 1], own[at + 2]
                if _PLUS.fullmatch(joins) or _MINUS.fullmatch(joins):
                    yield from _plus_minus(sentence, *three)
                if three[1].unit == "%":
                    yield from _at_a_rate(sentence, *three)
                if three[2].unit == "%":
                    yield from _used(sentence, *three)
            if at + 3 < len(own) and own[at + 1].unit in ("count:期", "month"):
                yield from _terms(sentence, own[at + 1], own[at + 2], own[at + 3])
        if "%" in marks and "相当于" in sentence.text:
            yield from _amounts_to(sentence)


def _plus_minus(sentence: Sentence, one: Figure, other: Figure, claim: Figure) -> Iterator[Result]:
    a, b, c = as_claim(one), as_claim(other), as_claim(claim)
    if a is None or b is None or c is None or is_change(sentence, claim):
        return
    if not same_dimension(one.unit, other.unit) or not same_dimension(one.unit, claim.unit):
        return
    x, y = value_of(one) or 0.0, value_of(other) or 0.0
    joins, makes = sentence.between(one, other), sentence.between(other, claim)
    if _PLUS.fullmatch(joins) and _MAKES.fullmatch(makes) and not _NO_SUM.search(joins + makes):
        if "再加" not in sentence.lead(one):
            yield _result(claim, (one, other), a.plus(b), x + y, "{} + {}")
    elif _MINUS.fullmatch(joins):
        if _LOSS.fullmatch(makes):
            yield _result(claim, (other, one), b.minus(a), y - x, "{} − {}")
        elif _GAIN.fullmatch(makes):
            yield _result(claim, (one, other), a.minus(b), x - y, "{} − {}")


def _terms(sentence: Sentence, terms: Figure, each: Figure, claim: Figure) -> Iterator[Result]:
    """分12期，每期还650元，一共还7800元."""
    n, one, whole = value_of(terms), as_claim(each), as_claim(claim)
    if n is None or one is None or whole is None or terms.unit not in ("count:期", "month"):
        return
    if not _EACH_TERM.fullmatch(sentence.between(terms, each)) or not _IN_ALL.fullmatch(
        sentence.between(each, claim)
    ):
        return
    if same_dimension(each.unit, claim.unit):
        count = n if terms.unit == "count:期" else float(terms.low or terms.high or 0)
        yield _result(claim, (each, terms), one.scaled(count), (value_of(each) or 0.0) * count, "{} × {}")


def _at_a_rate(sentence: Sentence, base: Figure, rate: Figure, claim: Figure) -> Iterator[Result]:
    """成交210亿元，按5%的佣金率，佣金收入10.5亿元."""
    a, r = as_claim(base), as_claim(rate)
    if rate.unit != "%" or a is None or r is None or not same_dimension(base.unit, claim.unit):
        return
    named = _RATE_OF.fullmatch(sentence.between(rate, claim))
    if (
        named is None
        or named["noun"][:2] not in named["rest"]
        or not _AT_RATE.fullmatch(sentence.between(base, rate))
    ):
        return
    point = (value_of(base) or 0.0) * (value_of(rate) or 0.0) / 100
    yield _result(claim, (base, rate), a.times(r.scaled(0.01)), point, "{} × {}")


def _a_month(sentence: Sentence, whole: Figure, claim: Figure) -> Iterator[Result]:
    """1至9月累计成交108亿元，平均每月12亿元."""
    own, start = as_claim(whole), whole.anchor.start - sentence.start
    months = _MONTHS.search(sentence.text, 0, start)
    if months is None or own is None or not same_dimension(whole.unit, claim.unit):
        return
    count = int(months["b"]) - int(months["a"]) + 1
    if 1 < count < 13 and _A_MONTH.fullmatch(sentence.between(whole, claim)):
        point = (value_of(whole) or 0.0) / count
        yield _result(claim, (whole,), own.scaled(1 / count), point, f"{{}} ÷ {count}")


def _used(sentence: Sentence, whole: Figure, part: Figure, share: Figure) -> Iterator[Result]:
    """120张床位只住30张，使用率25%."""
    if share.unit != "%" or not whole.unit.startswith("count:") or not whole.unit.startswith(part.unit):
        return
    rate = _USE_RATE.fullmatch(sentence.between(part, share))
    if rate is not None and "空置" not in rate[0] and _USED.fullmatch(sentence.between(whole, part)):
        yield from _share(part, whole, share)


def _amounts_to(sentence: Sentence) -> Iterator[Result]:
    """多还的1800元相当于6000元本金的30%."""
    own = sentence.amounts
    for whole, share in itertools.pairwise(own):
        if share.unit != "%" or whole.unit in ("%", "year") or not _AMOUNTS_TO.search(sentence.lead(whole)):
            continue
        before = [f for f in own if f.anchor.end <= whole.anchor.start and same_dimension(f.unit, whole.unit)]
        near = before[-1] if before else None
        one_clause = near is not None and not re.search(r"[，,；;]", sentence.between(near, whole))
        if (
            near is not None
            and _OF_WHOLE.fullmatch(sentence.between(whole, share))
            and (one_clause or len(before) == 1)
        ):
            yield from _share(near, whole, share)


def _share(part: Figure, whole: Figure, share: Figure) -> Iterator[Result]:
    one, other, a, b = as_claim(part), as_claim(whole), value_of(part), value_of(whole)
    quotient = one.over(other) if one is not None and other is not None else None
    if quotient is not None and a is not None and b:
        yield _result(share, (part, whole), quotient.scaled(100), a / b * 100, "{} ÷ {}")


def _bracketed(sentence: Sentence, one: Figure, other: Figure) -> Iterator[Result]:
    """One amount told again in brackets, in another unit of scale."""
    if sentence.between(one, other) not in ("（", "(") or sentence.tail(other)[:1] not in ("）", ")"):
        return
    a, b = value_of(one), value_of(other)
    if not a or not b or one.unit != other.unit or "%" in one.unit or a == b:
        return
    apart = max(a / b, b / a)
    power = round(math.log10(apart)) if apart > 0 else 0
    if power >= 1 and abs(apart / 10**power - 1) < 1e-9:
        said = SLIP.format(bare(one), bare(other), str(10**power))
        yield say.finding(
            KEY, "inconsistent", (other, one), formula("{} ≠ {}", bare(one), bare(other)), said, "slip"
        )


def _result(claim: Figure, parts: tuple[Figure, ...], found: Interval, point: float, sign: str) -> Result:
    own, value = as_claim(claim), value_of(claim)
    shown = percent(point) if claim.unit == "%" else amount(point, claim, exact=True)
    sums = formula(sign, *(bare(f) for f in parts))
    written = formula("{} = {}", sums, shown)
    if own is None or found.meets(own):
        exact = value is not None and abs(point - value) <= 1e-9 * max(1.0, abs(value))
        return say.passed(KEY, (claim, *parts), written, rounded=not exact)
    said = RESULT.format(sums, shown, stated(claim))
    return say.finding(KEY, "inconsistent", (claim, *parts), written, said)
