"""Words that say a value keeps or breaks a limit that another sentence tells: 限值是5毫克…浓度6.2毫克…氨氮达标.

A clause is wrong only where every value and limit that it may mean, by unit and name, stand the other way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.conclusion_worth import better_high
from desktop.audit.interval import value_of
from desktop.audit.lines import behind_last
from desktop.audit.scope import Prose
from desktop.audit.worded_values import FILL, Named, before, common, grams, named_values
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "worded_verdicts"
_NOT: Final = r"(?:未能?|没有?|尚未|还没有?|并未|不|达不到|够不上|未能)"
_LINE: Final = (
    r"(?:[^，。；\d]{0,6}?(?:要求|规定|标准|红线|底线|上限|下限|门槛|保本线|及格线|目标|限值|警戒线))"
)
_VERDICT: Final = re.compile(
    rf"(?P<bad>{_NOT}(?:达标|合格|合规|过关|符合{_LINE}|满足{_LINE}|达到了?{_LINE}|守住了?{_LINE})|超标|超限|越线|踩线|破线|违规|触线"
    rf"|(?:越过|突破|冲破|触碰|踩过|跌破|跌穿)了?{_LINE}|在[^，。；]{{0,14}}?{_LINE}(?:以外|之外))"
    rf"|(?P<good>{_NOT}(?:超标|超限|越线|踩线|破线|违规|触线|(?:越过|突破|触碰|跌破)了?{_LINE})|达标|合格|合规|过关"
    rf"|(?:符合|满足|达到|守住)了?{_LINE}|在[^，。；]{{0,14}}?{_LINE}(?:以内|之内))"
    r"(?:了|的)?(?=[，,。；;、！（）()“”\s]|$)"
)
_END: Final = re.compile(r"[，,；;：:。！？!?\n（）()“”、]")
_UNSURE: Final = re.compile(
    r"[或若将曾？?]|如果|假如|只要|才[能算会]?|应当?|必须|须|需要|是否|能否|为了|确保|力争|争取|预计|计划|可能|也许|认为|以为|哪怕|即使|否则|倘|避免|防止"
    r"|其他|其余|另|去年|上年|此前|原来|过去|当时|[0-9]|就算|视为|属于|判定|谁|只有|除|不再|率|部|证|检查|整改"
)
_ALL: Final = re.compile(r"全部|全都|都|均|各项|悉数|无一|[两三四五六]项")
_SOME: Final = re.compile(r"[一两二三四五六七八]|部分|有的|个别|多数|少数|一些|主要|总体|基本")
_FAR: Final = 140  # characters from a value to the words that judge it
_NEAR: Final = 48
SAID: Final = Text(
    "文中说{0}，可{1}是{2}，限度是{3}，{4}。", "The text says {0}, but {1} is {2} and the limit {3}: {4}."
)
ASIDE: Final = Text("文中说{0}，可{1}是{2}，并不如此。", "The text says {0}, but {1} is {2}: it is not.")
_SIDES: Final = re.compile(r"(?<=\d)\S{0,5}(?:之[上下]|以[上下]|[上下]方)")
_BESIDE: Final = re.compile(
    r"(?:的?(?:水平|要求|标准|红线|底线))?(?:(?P<up>之上|以上|上方)|(?P<down>之下|以下|下方))(?=[，。；、,;）]|$)"
)
_REACHED: Final = re.compile(
    r"(?:在|到|至|于|回|处)了?[^，。；\d]{0,8}(?:要求|监管|红线|底线|上限|下限|警戒|标准|平均|水平|规定|目标)[^，。；\d]{0,3}$"
)
KEEPS, BREAKS = Text("并未越限", "within it"), Text("已经越限", "beyond it")


class _Pair(NamedTuple):
    """A value, its limit, and whether it keeps it; None where that is not to be told."""

    value: Named
    limit: Named
    keeps: bool | None


@check(
    KEY,
    "达标与超标",
    "within a limit or beyond it",
    "prose",
    needs={"prose": ("标格规符满达守越踩破限违线以触之方", "same*2")},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold each verdict against the values and limits told before it."""
    begin = piece.figures[0].anchor.end - piece.start
    yield from _aside(piece)
    matches = list(_VERDICT.finditer(piece.text, begin))
    limits = [v for v in named_values(piece) if v.side is not None] if matches else []
    for match in matches if limits else ():
        yield from _read(piece, match, limits)


def _read(piece: Prose, match: re.Match[str], limits: Sequence[Named]) -> Iterator[Result]:
    lead = behind_last(_END, piece.text[max(0, match.start() - 30) : match.start()])
    if _UNSURE.search(lead + match[0].partition("在")[0]):
        return
    at = piece.start + match.start()
    told = [v for v in before(named_values(piece), at) if at - v.figure.anchor.end <= _FAR and _is_value(v)]
    pairs = [
        p
        for v in told
        for p in _of(v, [x for x in limits if x.figure.anchor.start < piece.start + match.end()], match[0])
    ]
    every = _ALL.search(lead) is not None
    if not every and _SOME.search(lead):
        return
    if every:
        wrong = [p for p in pairs if p.keeps is False] if match["good"] else []
        if wrong and all(at - p.value.figure.anchor.end <= _FAR for p in wrong):
            yield _turned(piece, match, lead, wrong[0])
        return
    pairs = _named(lead, pairs, at)
    if pairs and all(p.keeps is (match["bad"] is not None) for p in pairs):
        yield _turned(piece, match, lead, pairs[0])
    elif pairs and all(p.keeps is (match["good"] is not None) for p in pairs):
        yield say.passed(KEY, (pairs[0].value.figure, pairs[0].limit.figure), _written(pairs[0]))


def _aside(piece: Prose) -> Iterator[Result]:
    """A value and the side of a limit that it is said to be on: 降至12.4%，已跌到监管要求的10.5%之下."""
    for limit in named_values(piece) if _SIDES.search(piece.text) else ():
        end = limit.figure.anchor.end - piece.start
        text = limit.figure.anchor.quote.partition(limit.figure.as_printed)[2] + piece.text[end : end + 6]
        found, clause = _BESIDE.match(text), limit.words.partition("的之")[0]
        if found is None or _REACHED.search(clause) is None or _UNSURE.search(clause):
            continue
        begin = limit.figure.anchor.start - len(clause)
        told = [
            v
            for v in before(named_values(piece), begin)
            if v.figure.unit == limit.figure.unit and _is_value(v)
        ]
        told = [v for v in told[-1:] if begin - v.figure.anchor.end <= 2 and not re.search("[比较]", v.words)]
        top = value_of(limit.figure)
        if not told or top is None or told[0].claim.holds(top):
            continue
        if (told[0].claim.low > top) != (found["up"] is not None):
            pair = _Pair(told[0], limit, keeps=None)
            place = Anchor(
                piece.source, begin, limit.figure.anchor.end, piece.text[begin - piece.start : end]
            )
            value = told[0].figure
            said = ASIDE.format(quote(place.quote + found[0]), say.title(value), bare(value))
            yield say.finding(
                KEY,
                "changes_conclusion",
                (value, limit.figure),
                _written(pair),
                said,
                "aside",
                spans=(place,),
            )


def _is_value(one: Named) -> bool:
    return (
        one.side is None
        and one.figure.role in ("level", "ratio")
        and not re.search("去年|上年|此前|原来|过去", one.words)
    )


def _of(value: Named, limits: Sequence[Named], words: str) -> Iterator[_Pair]:
    """A value with each limit that can be its own: the one that its words share most with."""
    own = [x for x in limits if x.figure.unit == value.figure.unit]
    if len(own) > 1:
        rates = [common(value.words, x) for x in own]
        own = [x for x, rate in zip(own, rates, strict=True) if rate == max(rates)]
    for limit in own if len(own) == 1 else ():
        yield _Pair(value, limit, _keeps(value, limit, words))


def _keeps(value: Named, limit: Named, words: str) -> bool | None:
    side = limit.side or _side(value, words)
    top = limit.claim.low
    if not side or value.claim.holds(top):
        return None
    return (value.claim.high < top) == (side > 0)


def _side(value: Named, words: str) -> int:
    """Which side of a limit is allowed, by the verdict or by what is measured."""
    if re.search(r"超标|超限|突破|冲破|越", words):
        return 1
    if re.search(r"跌破|跌穿|守住|达到", words):
        return -1
    wanted = better_high(f"{value.words} @{value.figure.unit}")
    return 0 if wanted is None else -1 if wanted else 1


def _named(lead: str, pairs: Sequence[_Pair], at: int) -> list[_Pair]:
    """The pairs that a clause means: those that it names, else the last one if it stands near."""
    rates = [common(lead, p.value) for p in pairs]
    best = max(rates, default=0.0)
    if best > 0:
        return [p for p, rate in zip(pairs, rates, strict=True) if rate == best]
    if not pairs or grams(FILL.sub("|", lead)):
        return []
    near = [p for p in pairs if at - max(p.value.figure.anchor.end, p.limit.figure.anchor.end) <= _NEAR]
    return near[-1:] if len(near) < 2 else near


def _written(pair: _Pair) -> Text:
    sign = ">" if pair.value.claim.low > pair.limit.claim.high else "<"
    return formula("{} {} {}", bare(pair.value.figure), sign, bare(pair.limit.figure))


def _turned(piece: Prose, match: re.Match[str], lead: str, pair: _Pair) -> Result:
    start = piece.start + match.start() - len(lead)
    place = Anchor(piece.source, start, piece.start + match.end(), lead + match[0])
    value, limit = pair.value.figure, pair.limit.figure
    way = KEEPS if pair.keeps else BREAKS
    said = SAID.format(quote(lead + match[0]), say.title(value), bare(value), bare(limit), way)
    return say.finding(
        KEY, "changes_conclusion", (value, limit), _written(pair), said, "verdict", spans=(place,)
    )
