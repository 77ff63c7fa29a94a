"""One told value above or below another that a clause names: 收盘价21.2元，仍高于发行价; 首贷逾期率低于复贷.

Every pair that the words and the units allow is looked at; only where none of them stands as told is a clause wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.lines import behind_last
from desktop.audit.scope import Prose
from desktop.audit.word_signs import sign
from desktop.audit.worded_values import FILL, Named, before, called, common, grams, named_values
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text
from desktop.core.units import unit

KEY: Final = "worded_order"
_ORDER: Final = re.compile(
    r"[高低多少大小长短快慢贵重轻强弱优好差早晚逊]于|[高多大长胜强盖压低少小短贵快慢]过|超过|超出|高出|低出|不及|不如|不敌"
    r"|落后于?|领先于?|超前于|跑赢|跑输|跌破|赶不上|比不上|输给"
)
_END: Final = re.compile(r"[，,；;：:。！？!?\n（）()“”]")
_UNSURE: Final = re.compile(
    r"[或若都各曾将？?]|如果|未必|预计|计划|可能|也许|应该|是否|能否|并[未非]|不[是会能得可应要再]|没有?|[尚仍还从]未|最(?![低高][要标限门])|合计|之和|加起来|相加|总和"
    r"|以为|认为|原以|倘|一旦|希望|力争|争取|不[高低超多少大小][于过]?|[高低]于预期|除|扣|剔|任何|其他|其余|每[年月]|倍|谁|往往|通常"
)
_TIME: Final = re.compile(
    r"去年|前年|上年|同期|今年|明年|本[月季年周]|上[月季周期]|年[初末底]|\d月|季度|(?:19|20)\d\d|此前|以前|过去|往年|从前|当[年时]|现在|如今|目前"
)
_LINE: Final = re.compile(
    r"红线|上限|下限|底线|要求|标准|限值|警戒线|及格线|保本线|盈亏线|门槛|天花板|监管线|荣枯线|达标线|合格线"
)
_BASE: Final = re.compile(
    r"[比较从由]|去年|[上前]年|同期|此前|以前|原|上[月季周期]|年前"
)  # what was before is not meant
_SURE: Final = {
    **dict.fromkeys(("跌破", "低于", "低过", "低出", "少于", "小于", "跑输"), -1),
    **dict.fromkeys(("高于", "高过", "高出", "超过", "超出", "多于", "大于", "跑赢"), 1),
}
_TOPIC, _LETTER = re.compile(r"(?:单)?[论就按看从]"), re.compile(r"[甲乙丙丁A-Z]")
_FAST, _SIZES = re.compile(r"[快慢]"), re.compile(r"^[大小多少]")
_DIGIT: Final = re.compile(r"\d|[一二三四五六七八九]成")  # 三分之一 is of something
_RATES: Final = re.compile(r"[增涨升降跌减缩]|速|幅|收窄")
_GROWTH: Final = re.compile(r"增速|[增涨升跌降][幅势速]|增长|改善|上升|下降|变化|进步")
_GOES_ON: Final = re.compile(
    r"[\d年月季度上下半今去前末底第一二三四]+[已就才]?[做达升增涨降跌变]?[到至成为是达]?"
)
_FAR, _LONG = 110, 28  # characters between a clause and what it is of; in a clause
SAID: Final = Text(
    "文中说{0}，可{1}是{2}，{3}是{4}，正好相反。",
    "The text says {0}, but {1} is {2} and {3} is {4}: the other way round.",
)


class _Clause(NamedTuple):
    """The words before and behind a word of order, with their place in the source."""

    start: int
    end: int
    lead: str
    word: str
    rest: str


class _Pair(NamedTuple):
    """What is said to be more or less, and what than."""

    one: Named
    other: Named
    rate: float


@check(KEY, "与文中另一数的高低", "above or below another value of the text", "prose",
       needs={"prose": ("于过超出及如敌先赢输破不", "same*2")})  # fmt: skip
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold each clause of order against the values that it names."""
    begin = piece.figures[0].anchor.end - piece.start
    for match in _ORDER.finditer(piece.text, begin):
        clause = _clause(piece, match)
        if clause is not None:
            yield from _read(piece, clause)


def _clause(piece: Prose, match: re.Match[str]) -> _Clause | None:
    lead = behind_last(_END, piece.text[max(0, match.start() - _LONG) : match.start()])
    stop = _END.search(piece.text, match.end())
    end = stop.start() if stop is not None else len(piece.text)
    rest = piece.text[match.end() : end]
    if (
        len(rest) > _LONG
        or (len(rest) < 2 and not _LETTER.fullmatch(rest))
        or _UNSURE.search(lead + match[0] + rest)
    ):
        return None
    if _GROWTH.search(lead) or _GROWTH.search(rest):
        return None
    start = piece.start + match.start() - len(lead)
    return _Clause(start, piece.start + end, lead, match[0], rest)


def _read(piece: Prose, clause: _Clause) -> Iterator[Result]:
    begin = clause.start + len(clause.lead) + len(clause.word)
    inner = [v for v in named_values(piece) if begin < v.figure.anchor.end <= clause.end]
    told = [v for v in before(named_values(piece), begin) if begin - v.figure.anchor.end <= _FAR]
    limit = _LINE.search(clause.rest) is not None
    sizes = [v for v in inner if v.figure.role == "change" or v.figure.unit in ("pp", "bp")]
    values = [v for v in inner if v not in sizes]
    if len(values) > 1 or (not values and not told) or (not inner and re.search(r"\d", clause.rest)):
        return
    if not values and sizes and len(inner) > 1:  # 高出150%的最低要求18个百分点
        values, sizes = [inner[0]], inner[1:]
    if values and (not sizes or _LINE.search(clause.rest) is None):
        return  # 高于15%的平均水平: of comparatives and verdict_words
    values = [replace(v, claim=_exact(v)) for v in values]  # 低于 is the word of order, no hedge
    size = sizes[0].figure if len(sizes) == 1 else None
    if len(sizes) > 1 or (size is not None and size.unit in ("%", "times")):
        return
    others = values or _meant(clause, told, limit=limit)
    pairs = list(_pairs(clause, told, others, inner=bool(values), sized=size is not None))
    if size is not None:
        pairs = [p for p in pairs if _apart(p, size)]  # how far they are apart tells which are meant
    if _SIZES.match(clause.word) and any(p.one.figure.unit != "%" for p in pairs):
        pairs = [p for p in pairs if p.one.figure.unit != "%"]  # 大于 is told of amounts
    pairs = [p for p in pairs if _names_its(clause.lead, p.one)]
    best = max((p.rate for p in pairs), default=0.0)
    pairs = [p for p in pairs if p.rate == best]
    held = [_holds(clause, p) for p in pairs]
    if held and all(h is False for h in held):
        if any(_holds(clause, pairs[0]._replace(one=v)) for v in told if _GOES_ON.fullmatch(v.words)):
            return  # 2022年300万件，2024年做到900万件: the later one is meant
        yield _turned(piece, clause, pairs[0])
    elif held and all(held):
        yield say.passed(KEY, (pairs[0].one.figure, pairs[0].other.figure), _written(pairs[0]))


def _names_its(lead: str, one: Named) -> bool:
    """Whether a value is of what a clause compares: 东山镇的亩产 is no 东山镇3.6万吨."""
    _, of, what = FILL.sub("", lead).rpartition("的")
    said = grams(what)
    return not of or not said or not said.isdisjoint(grams(f"{one.full}|{one.figure.indicator.zh}"))


def _exact(one: Named) -> Interval:
    number = value_of(one.figure)
    return one.claim if number is None else Interval(number, number)


def _meant(clause: _Clause, told: Sequence[Named], *, limit: bool) -> list[Named]:
    """What the words behind the word of order name."""
    if limit:
        limits = [v for v in told if v.side is not None]
        codes = [v.figure.unit for v in limits]
        return called(clause.rest, limits) or [v for v in limits if codes.count(v.figure.unit) == 1]
    when = _TIME.search(clause.rest)
    return [v for v in told if (when is None or when[0] in v.full) and common(clause.rest, v) > 0]


def _pairs(
    clause: _Clause, told: Sequence[Named], others: Sequence[Named], *, inner: bool, sized: bool
) -> Iterator[_Pair]:
    """Every pair that the words allow, with how well they name it."""
    for other in others:
        own = [v for v in told if v is not other and v.figure.unit == other.figure.unit and v.side is None
               and _DIGIT.search(v.figure.as_printed)]  # fmt: skip
        own = [v for v in own if _is_rate(v) == _is_rate(other)] if other.side is None else own
        if not own:
            continue
        known = called(clause.lead, own)
        if not known and not sized and grams(FILL.sub("|", clause.lead)):
            continue  # of something else
        fresh = [v for v in own if _BASE.search(v.words) is None]
        if not known and not sized and (not fresh or _sentences_between(clause, fresh[-1])):
            continue
        for one in known or (own if sized else fresh[-1:]):
            if not inner and other.side is None and not _told_apart(clause.rest, one, other):
                continue
            if _TOPIC.match(clause.lead) and not grams(clause.lead) & (
                grams(one.words) | grams(other.words)
            ) - _names(one, other):
                continue  # 论估值甲低于乙, behind two prices
            about = common(clause.lead, one) + common(clause.lead, other) + common(clause.rest, other)
            yield _Pair(one, other, about)


def _names(one: Named, other: Named) -> frozenset[str]:
    """What two amounts are told apart by."""
    return grams(one.words) ^ grams(other.words)


def _is_rate(one: Named) -> bool:
    return one.figure.role == "change"


def _sentences_between(clause: _Clause, last: Named) -> bool:
    return clause.start - last.figure.anchor.end > _LONG


def _told_apart(words: str, one: Named, other: Named) -> bool:
    """Whether words name the one and not the other as well."""
    return bool((grams(words) & grams(other.full)) - grams(one.full))


def _apart(pair: _Pair, size: Figure) -> bool:
    """Whether two values are as far apart as a clause says."""
    own, gap = as_claim(size), pair.one.claim.minus(pair.other.claim)
    points = size.unit in ("pp", "bp")
    alike = pair.one.figure.unit == "%" if points else pair.one.figure.unit == size.unit
    return own is not None and alike and (own.meets(gap) or own.meets(gap.scaled(-1.0)))


def _holds(clause: _Clause, pair: _Pair) -> bool | None:
    """Whether two values stand as told; None where words or digits leave it open."""
    one, other = pair.one, pair.other
    if one.claim.meets(other.claim):
        return None
    way = _way(clause.word, one, other)
    return None if not way else (one.claim.low > other.claim.high) == (way > 0)


def _way(word: str, one: Named, other: Named) -> int:
    code = one.figure.unit
    known = unit(code.partition("/")[0])
    if word in _SURE:
        return _SURE[word]
    if _FAST.search(word) and (known is None or known.dimension != "duration"):
        rates = all(v.figure.unit == "%" and (_is_rate(v) or _RATES.search(v.words)) for v in (one, other))
        return 0 if not rates else 1 if "快" in word else -1
    return sign(word, f"{one.words}{other.words}", code).way


def _written(pair: _Pair) -> Text:
    more = pair.one.claim.low > pair.other.claim.high
    return formula("{} {} {}", bare(pair.one.figure), ">" if more else "<", bare(pair.other.figure))


def _turned(piece: Prose, clause: _Clause, pair: _Pair) -> Result:
    text = piece.text[clause.start - piece.start : clause.end - piece.start]
    place = Anchor(piece.source, clause.start, clause.end, text)
    one, other = pair.one.figure, pair.other.figure
    said = SAID.format(quote(text), say.title(one), bare(one), say.title(other), bare(other))
    return say.finding(KEY, "changes_conclusion", (one, other), _written(pair), said, "order", spans=(place,))
