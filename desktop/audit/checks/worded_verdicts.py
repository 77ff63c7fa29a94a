"""Words that say a value keeps or breaks a limit that another sentence tells: 限值是5毫克…浓度6.2毫克…氨氮达标.

A clause is wrong only where every value and limit that it may mean, by unit and name, stand the other way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, percent, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.limit_ratios import MEAN, Made, made
from desktop.audit.limit_verdicts import UNSURE, Verdict, plain, verdicts
from desktop.audit.limits_of import Held, held
from desktop.audit.lines import behind_last
from desktop.audit.scope import Prose
from desktop.audit.worded_values import FILL, Named, before, common, grams, named_values
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "worded_verdicts"
_ALL: Final = re.compile(r"全部|全都|都|(?<![平人户日月年])均|各项|悉数|无一|[两三四五六]项")
_SOME: Final = re.compile(r"[一两二三四五六七八]|部分|有的|个别|多数|少数|一些|主要|总体|基本")
_CUT: Final = re.compile(r"[，,；;：:。！？!?\n、（）()]|——")
_BEHIND: Final = 18  # characters behind a limit in which its side is told
_NEXT: Final = 5  # characters from a value to the clause of its limit: 4.1毫克/升，在…
_FAR: Final = 140  # characters from a value to the words that judge it
SAID: Final = Text(
    "文中说{0}，可{1}是{2}，限度是{3}，{4}。", "The text says {0}, but {1} is {2} and the limit {3}: {4}."
)
ASIDE: Final = Text("文中说{0}，可{1}是{2}，并不如此。", "The text says {0}, but {1} is {2}: it is not.")
_SIDES: Final = re.compile(r"(?<=\d)[^，。；]{0,12}?(?:之[上下内]|以[上下内]|[上下]方)")
_BESIDE: Final = re.compile(
    r"(?:/[\u4e00-\u9fffa-zA-Z]{1,3}|每[\u4e00-\u9fff]{1,2}(?=的))?(?P<wall>的?[^，。；、\d]{0,6}?(?:水平|要求|标准|[红底界]线|[上下]限|限[值额速]|门槛|规定|能力|警戒线|目标))?(?:(?P<up>之上|以上|上方)|(?P<down>之下|以下|下方|以内|之内))(?=[，。；、,;）]|$)"
)
_REACHED: Final = re.compile(
    r"(?:在|到|至|于|回|处)了?[^，。；\d]{0,8}(?:要求|监管|红线|底线|上限|下限|警戒|标准|平均|水平|规定|目标)[^，。；\d]{0,3}$"
)
_COMPARED: Final = re.compile(r"较|(?<![占同环])比(?![率例重])")
_MOST: Final = re.compile(r"最[高多大低少小](?:为|是|达到?|到)$")  # 处理量最高为1.3万吨 is no limit
_IN: Final = re.compile(r"(?:^|[处站保留]|[已仍均都])在(?:了)?$")  # 在8%的最低要求之上
SHARE: Final = Text(
    "文中说{0}，可{1}与{2}之比是{3}，限度是{4}，{5}。",
    "The text says {0}, but {1} is {3} of {2} and the limit {4}: {5}.",
)
EACH: Final = Text(
    "文中说{0}，可{1}摊到{2}，每份是{3}，限度是{4}，{5}。",
    "The text says {0}, but {1} over {2} is {3} each and the limit {4}: {5}.",
)
KEEPS, BREAKS = Text("并未越限", "within it"), Text("已经越限", "beyond it")


@check(
    KEY,
    "达标与超标",
    "within a limit or beyond it",
    "prose",
    needs={"prose": ("标格规符满达守越踩破限违线以触之方兑超", "same*2")},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold each verdict against the values and limits told before it."""
    yield from _aside(piece)
    begin = piece.figures[0].anchor.end - piece.start
    found = list(verdicts(piece, begin))
    limits = [v for v in named_values(piece) if v.side is not None] if found else []
    last = 0
    for verdict in found if limits else ():
        yield from _read(piece, verdict, limits, last)
        last = verdict.end


def _read(piece: Prose, verdict: Verdict, limits: Sequence[Named], last: int) -> Iterator[Result]:
    at = piece.start + verdict.start
    told = [v for v in before(named_values(piece), at) if _is_value(v)]
    known = [x for x in limits if x.figure.anchor.start < piece.start + verdict.end]
    every = _ALL.search(verdict.lead) is not None
    if not every and _SOME.search(verdict.lead):
        return
    judged = _judged(piece, verdict, told, known, last)
    if not judged:
        return
    each = [list(held(piece, v, known, verdict.words)) for v in judged]
    if not any(each):
        yield from _computed(piece, verdict, made(piece, verdict, judged[-1], told, known))
        return
    right, wrong = verdict.good, not verdict.good
    broken = [pairs[0] for pairs in each if pairs and all(p.keeps is wrong for p in pairs)]
    if every:
        if broken and verdict.good:
            yield _turned(piece, verdict, broken[0])
    elif len(broken) == len(each):
        yield _turned(piece, verdict, broken[0])
    elif all(pairs and all(p.keeps is right for p in pairs) for pairs in each):
        yield say.passed(KEY, (each[0][0].value.figure, each[0][0].limit.figure), _written(each[0][0]))


def _judged(
    piece: Prose, verdict: Verdict, told: Sequence[Named], limits: Sequence[Named], last: int
) -> list[Named]:
    """The values that a verdict is on: those that it names, else those right before it in its own stretch."""
    at, lead = piece.start + verdict.start, plain(verdict.lead)
    near = [v for v in told if at - v.figure.anchor.end <= _FAR]
    stretch = piece.start + max(last, 0, *(piece.text.rfind(stop, 0, verdict.start) for stop in "。！？\n"))
    own = [v for v in near if v.figure.anchor.start >= stretch]
    if _ALL.search(verdict.lead):
        return own or near
    rates = [common(lead, v) for v in near]
    best = max(rates, default=0.0)
    if best > 0:
        return [v for v, rate in zip(near, rates, strict=True) if rate == best]
    named = grams(FILL.sub("|", lead))
    if named and not (MEAN.search(lead) or any(common(lead, x) > 0 for x in limits)):
        return []
    return (own or [v for v in near[-1:] if _is_meant(v, limits)])[-1:]


def _is_meant(one: Named, limits: Sequence[Named]) -> bool:
    """Whether the limit that stands alone in the sentence of a verdict is of the value of the one before."""
    own = [x for x in limits if x.figure.unit == one.figure.unit]
    return not own or any(common(x.words, one) > 0 for x in own)


def _computed(piece: Prose, verdict: Verdict, found: Sequence[Made]) -> Iterator[Result]:
    """What two amounts make, where every pair that may be meant is on the other side of the limit."""
    if not found or any(one.keeps is not (not verdict.good) for one in found):
        return
    one = min(found, key=lambda m: abs(m.found.low - m.limit.claim.low))
    point = (value_of(one.one.figure) or 0.0) / (value_of(one.other.figure) or 1.0)
    shown = percent(point * 100) if one.share else amount(point, one.limit.figure)
    pattern = SHARE if one.share else EACH
    place = _place(piece, verdict)
    figures = (one.one.figure, one.other.figure, one.limit.figure)
    said = pattern.format(
        quote(place.quote),
        bare(figures[0]),
        bare(figures[1]),
        shown,
        bare(figures[2]),
        _way(keeps=not verdict.good),
    )
    written = formula("{} ÷ {} = {}", bare(figures[0]), bare(figures[1]), shown)
    yield say.finding(KEY, "changes_conclusion", figures, written, said, "ratio", spans=(place,))


def _aside(piece: Prose) -> Iterator[Result]:
    """A value and the side of a limit that it is said to be on: 降至12.4%，已跌到监管要求的10.5%之下."""
    for limit in named_values(piece) if _SIDES.search(piece.text) else ():
        end = limit.figure.anchor.end - piece.start
        text = (
            limit.figure.anchor.quote.partition(limit.figure.as_printed)[2] + piece.text[end : end + _BEHIND]
        )
        found, clause = _BESIDE.match(text), _lead(piece, limit)
        if found is None or not (_REACHED.search(clause) or (found["wall"] and _IN.search(clause))):
            continue
        if UNSURE.search(clause):
            continue
        begin = limit.figure.anchor.start - len(clause)
        told = [
            v
            for v in before(named_values(piece), begin)
            if v.figure.unit == limit.figure.unit and (_is_value(v) or _MOST.search(v.words))
        ]
        told = [
            v for v in told[-1:] if begin - v.figure.anchor.end <= _NEXT and not _COMPARED.search(v.words)
        ]
        top = value_of(limit.figure)
        if not told or top is None or told[0].claim.holds(top):
            continue
        if (told[0].claim.low > top) != (found["up"] is not None):
            pair = Held(told[0], limit, keeps=None)
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


def _lead(piece: Prose, limit: Named) -> str:
    """The words of the clause of a limit before its number."""
    at = limit.figure.anchor.start - piece.start
    return behind_last(_CUT, piece.text[max(0, at - 40) : at])


def _written(pair: Held) -> Text:
    sign = ">" if pair.value.claim.low > pair.limit.claim.high else "<"
    return formula("{} {} {}", bare(pair.value.figure), sign, bare(pair.limit.figure))


def _way(*, keeps: bool) -> Text:
    return KEEPS if keeps else BREAKS


def _place(piece: Prose, verdict: Verdict) -> Anchor:
    start = verdict.start - len(verdict.lead)
    return Anchor(
        piece.source, piece.start + start, piece.start + verdict.end, piece.text[start : verdict.end]
    )


def _turned(piece: Prose, verdict: Verdict, pair: Held) -> Result:
    place = _place(piece, verdict)
    value, limit = pair.value.figure, pair.limit.figure
    way = _way(keeps=pair.keeps is True)
    said = SAID.format(quote(place.quote), say.title(value), bare(value), bare(limit), way)
    return say.finding(
        KEY, "changes_conclusion", (value, limit), _written(pair), said, "verdict", spans=(place,)
    )
