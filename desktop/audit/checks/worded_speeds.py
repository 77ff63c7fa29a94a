"""Which of two changes was the larger, in words: 充电量的增速远高于充电桩, 甲行息差收窄得更快."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.conclusion_worth import better_high
from desktop.audit.cut import prose_of
from desktop.audit.evidence import Evidence, evidence_in
from desktop.audit.interval import Interval, as_operand
from desktop.audit.scope import Prose, Whole
from desktop.audit.worded_values import FILL, grams
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "worded_speeds"
_GROWTH: Final = (
    r"增速|增长率?|[增涨升跌降]幅|[涨升降跌]势|上涨|上升|下降|下跌|下滑|回落|缩水|萎缩|收窄|改善|变化|扩张"
)
_ORDER: Final = re.compile(
    r"(?:远远|大大|明显|显著|略|稍|大幅|依然|仍|也|都|却|反而|要|已)*"
    r"(?:(?P<up>高于|快于|大于|超过|超出|跑赢|快过|高过|大过|猛于)|(?P<down>低于|慢于|小于|不及|跑输|落后于|赶不上|追不上|不如|慢过|低过))"
)
_THAN: Final = re.compile(
    r"(?:比|较)(?P<than>[\u4e00-\u9fff]{2,10}?)(?:的?(?:"
    + _GROWTH
    + r"))?(?:[涨增升降跌减收缩长掉窄]+得?)?(?:还|更|要|得|来得)*"
    r"(?:(?P<fast>快|多|猛|狠|大)|(?P<slow>慢|少|缓|小))(?:得多|不少|许多|一些|些)?$"
)
_MORE: Final = re.compile(
    r"(?:[增涨升跌降减收缩掉下滑窄]+)得?(?:更|还要|要)(?:(?P<fast>快|多|猛|狠)|(?P<slow>慢|少|缓))(?:一些|些)?$"
)
_CLAUSE: Final = re.compile(r"[^，,；;：:。！？!?\n（）()“”]{5,40}")
_WORD: Final = re.compile(_GROWTH)
_RACE: Final = re.compile(r"(?:增速|[增涨升跌降]幅)[^，。；\d]{0,6}(?:[高低快慢大小]于|超过|不及|跑[赢输])")
_MAY: Final = re.compile(r"增速|增长|[增涨升跌降]幅|改善|缩水|[增涨升跌降减窄收]得|[涨升降跌]势")
_FALLS: Final = re.compile(r"[跌降]幅|[跌降]势|下降|下跌|下滑|回落|缩水|萎缩|收窄|[降跌减窄]得")
_UNSURE: Final = re.compile(
    r"\d|[或若将曾]|如果|预计|计划|目标|可能|也许|是否|未必|[不没未](?!及|如)|倍|以为|认为|行业|全国|同业|同行|往年|去年|上年|最"
)
SAID: Final = Text(
    "文中说{0}，可{1}，{2}，大小正好相反。", "The text says {0}, but {1}, {2}: it is the other way round."
)
MOVED: Final = Text("{0}由{1}到{2}", "{0} went from {1} to {2}")
BY: Final = Text("{0}变化{1}", "{0} changed by {1}")


class _Sizes(NamedTuple):
    """Two changes of one scale, signed."""

    one: Interval
    other: Interval


@check(KEY, "增速的大小", "which of two changes was larger", "prose", "dossier",
       needs={"prose": ("速幅势长善水得", "于过出赢输及如上比较更")})  # fmt: skip
def run(piece: Prose | Whole, _world: World) -> Iterable[Result]:
    """Hold the clauses that set two changes against each other."""
    if isinstance(piece, Whole):
        yield from _far_off(piece)
        return
    if _MAY.search(piece.text) is None:
        return
    clauses = [m for m in _CLAUSE.finditer(piece.text) if _MAY.search(m[0]) and not _UNSURE.search(m[0])]
    every = evidence_in(piece) if clauses else []
    for match in clauses if len(every) > 1 else ():
        told = [e for e in every if e.end <= piece.start + match.start()]
        yield from _read(piece, match, told)


def _far_off(whole: Whole) -> Iterator[Result]:
    """投诉增速远高于放款笔数的增速, in an opening that leaves the numbers to later sections."""
    found = [(one, m) for one in whole.sentences if _RACE.search(one.text) for m in _CLAUSE.finditer(one.text)
             if _RACE.search(m[0]) and not _UNSURE.search(m[0])]  # fmt: skip
    lines = _lines(whole) if found else []
    for one, match in found:
        order = _ORDER.search(match[0])
        if order is None:
            continue
        own = [
            line
            for line in lines
            if line.source != one.source or not line.start <= one.start < line.start + len(line.text)
        ]
        every = [e for line in own for e in evidence_in(line)]
        lead, rest = match[0][: order.start()], match[0][order.end() :]
        pairs = [
            p
            for p in _pairs(_WORD.sub("", lead), _WORD.sub("", rest), every, alone=False)
            if _alike(p, lead, rest)
        ]
        held = [_holds(match[0], *pair, larger=order["up"] is not None) for pair in pairs]
        if held and all(h is False for h in held):
            yield _turned(one.anchor(match.start(), match.end()), *pairs[0])


def _lines(whole: Whole) -> list[Prose]:
    loose = [f for f in whole.dossier.figures if not f.table]
    return [
        line
        for source in whole.dossier.sources
        for line in prose_of(
            source.id,
            source.text,
            sorted((f for f in loose if f.anchor.source == source.id), key=lambda f: f.anchor.start),
        )
    ]


def _alike(pair: tuple[Evidence, Evidence], lead: str, rest: str) -> bool:
    """Whether two changes are wholly named: far off, half a name is no name."""
    names = [grams(_WORD.sub("", w)) for w in (lead, rest)]
    return all(2 * len(n & grams(e.full_name)) >= len(n) > 0 for n, e in zip(names, pair, strict=True))


def _read(piece: Prose, match: re.Match[str], every: Sequence[Evidence]) -> Iterator[Result]:
    order, than, more = _ORDER.search(match[0]), _THAN.search(match[0]), _MORE.search(match[0])
    if order is not None:
        lead, rest, larger = match[0][: order.start()], match[0][order.end() :], order["up"] is not None
    elif than is not None:
        lead, rest, larger = match[0][: than.start()], than["than"], than["fast"] is not None
    elif more is not None:
        lead, rest, larger = match[0][: more.start()], "", more["fast"] is not None
    else:
        return
    pairs = list(_pairs(_WORD.sub("", lead), _WORD.sub("", rest), every, alone=more is not None and not rest))
    held = [_holds(match[0], *pair, larger=larger) for pair in pairs]
    if held and all(h is False for h in held):
        start = piece.start + match.start()
        place = Anchor(piece.source, start, piece.start + match.end(), match[0])
        yield _turned(place, *pairs[0])
    elif held and all(held):
        yield say.passed(KEY, [f for e in pairs[0] for f in e.figures])


def _pairs(
    lead: str, rest: str, every: Sequence[Evidence], *, alone: bool
) -> Iterator[tuple[Evidence, Evidence]]:
    """The changes that two names may be of, each with more of the one than of the other."""
    if alone:
        mine = _called(lead, every[-2:])
        if len(every) > 1 and len(mine) == 1:
            yield mine[0], next(e for e in every[-2:] if e is not mine[0])
        return
    others = _called(rest, every)
    bare = not grams(FILL.sub("|", lead)) and bool(every) and every[-1] not in others
    for one in every[-1:] if bare else _called(lead, every):  # 降幅不及小微贷款: of what was told last
        for other in others:
            if one is not other and one.name != other.name:
                yield one, other


def _called(words: str, every: Sequence[Evidence]) -> list[Evidence]:
    said = grams(words)
    rates = [
        len(said & grams(f"{e.name}|{e.figures[0].indicator.zh}|{e.figures[0].entity.zh}")) for e in every
    ]
    best = max(rates, default=0)
    return [e for e, rate in zip(every, rates, strict=True) if rate == best] if best else []


def _sizes(one: Evidence, other: Evidence) -> _Sizes | None:
    """Both in percent of what they were, or both in points."""
    if one.size is not None and other.size is not None:
        return _Sizes(one.size, other.size)
    a, b = _points(one), _points(other)
    return _Sizes(a, b) if a is not None and b is not None else None


def _points(one: Evidence) -> Interval | None:
    if len(one.figures) != 2 or one.unit != "%":
        return None
    before, after = (as_operand(f) for f in one.figures)
    return after.minus(before) if before is not None and after is not None else None


def _holds(words: str, one: Evidence, other: Evidence, *, larger: bool) -> bool | None:
    sizes = _sizes(one, other)
    if sizes is None:
        return None
    a, b = sizes
    if "改善" in words:
        ways = [better_high(f"{e.full_name} @{e.unit}") for e in (one, other)]
        if ways[0] is None or ways[0] != ways[1]:
            if one.rises != other.rises:
                return None
            ways = [one.rises, one.rises]
        a, b = (a, b) if ways[0] else (a.scaled(-1), b.scaled(-1))
    elif _FALLS.search(words):  # 升幅大于降幅: of one that rose and one that fell, the sizes
        mixed = one.rises != other.rises
        a, b = (s if mixed and e.rises else s.scaled(-1) for s, e in ((a, one), (b, other)))
    elif not one.rises and not other.rises:
        return None  # 变化
    if a.meets(b):
        return None
    return (a.low > b.high) == larger


def _turned(place: Anchor, one: Evidence, other: Evidence) -> Result:
    figures = [f for e in (one, other) for f in e.figures]
    said = SAID.format(quote(place.quote), _told(one), _told(other))
    written = formula("{}; {}", _told(one), _told(other))
    return say.finding(KEY, "changes_conclusion", figures, written, said, "speed", spans=(place,))


def _told(one: Evidence) -> Text:
    name = say.title(one.figures[0])
    if len(one.figures) > 1:
        return MOVED.format(name, stated(one.figures[0]), stated(one.figures[1]))
    return BY.format(name, stated(one.figures[0]))
