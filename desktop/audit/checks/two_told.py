"""Which of two told things a clause calls more, faster, dearer or better: 甲院312元，乙院287元，甲院便宜25元."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Prose
from desktop.audit.told_values import values_before
from desktop.audit.two_names import Two, mention, moved_twos, sentences_between, twos
from desktop.audit.word_signs import left, sign
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "two_told"
_CLAUSE: Final = re.compile(r"[^，,；;。：:！!？?\n（）()“”]+")
_CUE: Final = re.compile(
    r"更|[比较]|[高低多少大小长短快慢贵重轻强弱优好胜逊]于|[高多大长胜强盖压低少小短轻]过|超[过出]|不及|不如|不敌|得[多很]|占优|上风|下风|领先|落后|胜[一出]"
    r"|逊|略|稍|[高低多少长短快慢贵便]了|便宜|[高低多少长短快慢贵宜]一?些|一点|头号|[前后]者|[高多贵长大快]出|反超|吃亏|(?:[高低多少长短快慢贵省]|便宜)\d"
)
_CHARS: Final = "更比较于过超及如敌得优风先后胜逊略稍了宜些点号者出亏贵头主"
_BARE: Final = re.compile(
    r"^[^\d]{2,10}[高低多少大小长短快慢贵重轻强弱优好差省][了]?$|大头|小头|主力|主角|零头"
)
_UNSURE: Final = re.compile(
    r"[或若都各]|(?<!平)均|如果|未必|不一定|越来越|[今去前往上当次]年|[上本下]季|年(?:初|末|底)|以前|过去|此前|之前|从前|原来|预计|目标|计划|希望|为什么|"
    r"是否|能否|可能|也许|应该|往往|其他|其余|另|合计|之和|加起来|总和|[增降涨跌升减]幅|增速|改善|进步|最|同期|(?<![那当])时(?![间长效])|后(?!者)|倍|之一|不同|差距|相差|差不多|怎么|难道"
)
_THAN: Final = re.compile(
    r"(?<![占对相价])比(?![例率重分])|较|不及|不如|不敌|[高低多少大小长短快慢贵重轻强弱优好胜逊差]于|[超高多大长胜强盖压低少小短轻赶]过|超出|反超|落后|领先|赶不上|比不[上过]"
)
_SUPPOSED: Final = re.compile(
    r"(?:如果|若|假如|要是|一旦|除去|剔除|扣除|扣掉|算上|加上|不算|不计)[^，。；！？]{0,16}[，,]\Z"
)
_SIZE: Final = re.compile(r"^[^比较离距差到]*(?:[高低多少贵省快慢长短]|便宜)[了出]?(?:足足|整整|约|近)?$")
_NEAR: Final = 10  # characters
_ABOUT: Final = re.compile(r"(?:单[论从看]|光[论看]|论|就|从|按|看)[^\d]{2,10}$|[^\d]{2,8}(?:方面|上)$")
_LEADS: Final = re.compile(r"(?:[与跟和同较]|相比|比起|相较于?|对比)$")
_SIDES: Final = {"前者": 0, "后者": 1}
SAID: Final = Text(
    "文中说{0}，可{1}是{2}、{3}是{4}，正好相反。",
    "The text says {0}, but {1} is {2} and {3} is {4}: the other way round.",
)


NAMED, OTHER = "它", "另一数"


class _Held(NamedTuple):
    """A clause read against one pair: whether it holds, and whether nothing in it is left unexplained."""

    two: Two
    holds: bool
    plain: bool
    literal: bool


@check(
    KEY, "两者相比", "which of two told values is more", "prose",
    needs={"prose": (_CHARS, "same*2", "level ratio")},
)  # fmt: skip
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold a clause that sets one of two things above the other against the values told of both before it."""
    values = [f for f in piece.figures if not f.is_date and f.role in ("level", "ratio")]
    if len(values) < 2:
        return
    begin = values[0].anchor.end - piece.start
    for match in _CLAUSE.finditer(piece.text, begin):
        if 3 <= len(match[0]) <= 40 and (_CUE.search(match[0]) or _BARE.search(match[0])):
            yield from _read(piece, match)


def _read(piece: Prose, match: re.Match[str]) -> Iterable[Result]:
    start, end = piece.start + match.start(), piece.start + match.end()
    own = [f for f in piece.figures if start <= f.anchor.start < end and not f.is_date]
    if len(own) > 1 and own[-1].unit == own[-2].unit and not _UNSURE.search(match[0]):
        yield from _subject(piece, match, own[-2], own[-1])
    if (
        len(own) > 1
        or _UNSURE.search(match[0])
        or _SUPPOSED.search(piece.text[max(0, match.start() - 24) : match.start()])
    ):
        return
    size = own[0] if own else None
    words = match[0][: size.anchor.start - start] if size is not None else match[0]
    pairs = list(twos(piece, start))
    if not pairs and (size is not None or _THAN.search(words) is None):
        return
    words = _topic(piece.text, match.start()) + words
    if re.search(r"\d", words) and size is None:
        return
    found = [h for two in pairs if (h := _held(two, words, size)) is not None]
    if not found and size is None and _THAN.search(words):
        moved = [(t, _who(t, words)) for t in moved_twos(piece, start)]
        found = [h for t, w in moved if w is not None and w[2] and (h := _held(t, words, None)) is not None]
    if not found:
        return
    last = found[0]
    figures = (last.two.first, last.two.second)
    if _right_before(piece, last.two, match.start()):
        found = [h for h in found if _same_two(h.two, last.two)]  # and no whole with one of its parts
    if any(h.holds for h in found):
        if last.holds and size is None:
            yield say.passed(KEY, figures, _written(last.two))
        return
    if not (last.plain or not last.literal) or sentences_between(piece, last.two.second, match.start()) > 1:
        return
    yield _turned(piece, match, last, size)


def _subject(piece: Prose, match: re.Match[str], one: Figure, size: Figure) -> Iterable[Result]:
    """Its own value and how far it is from the one before: 零买要430元，办一张399元的卡反而贵31元."""
    before = values_before(piece, piece.start + match.start())
    words = piece.text[one.anchor.end - piece.start : size.anchor.start - piece.start]
    if not before or one.unit != before[-1].figure.unit or one.unit == "%" or not _SIZE.search(words):
        return
    other = before[-1].figure
    a, b = as_claim(one), as_claim(other)
    way = sign(words, one.indicator.zh, one.unit)
    near = _right_before(piece, Two(other, other, "", "", ""), match.start())
    if a is None or b is None or not way.way or not way.literal or not near or not _fits(size, a, b, one):
        return
    if a.meets(b) or (a.low > b.high) == (way.way > 0) or re.search(r"[比较]", before[-1].words + match[0]):
        return
    two = Two(one, other, NAMED, before[-1].words or OTHER, "")
    yield _turned(piece, match, _Held(two, holds=False, plain=True, literal=True), size)


def _right_before(piece: Prose, two: Two, at: int) -> bool:
    """Whether a clause follows a pair at once."""
    between = piece.text[two.second.anchor.end - piece.start : at]
    return len(between) <= _NEAR and not re.search(r"[。！？\n]", between)


def _same_two(one: Two, other: Two) -> bool:
    """Whether two pairs are of the same two things."""
    pairs = ((one.one, other.one), (one.other, other.other)), ((one.one, other.other), (one.other, other.one))
    return any(all(a in b or b in a for a, b in pair) for pair in pairs)


def _topic(text: str, at: int) -> str:
    """The clause right before one that says only what it is about: 论新增规模，"""
    begin = max(text.rfind(mark, 0, max(0, at - 1)) for mark in "，。；！？\n：,") + 1
    words = text[begin : max(0, at - 1)]
    return words if text[at - 1 : at] in "，," and _ABOUT.match(words) else ""


def _written(two: Two) -> Text:
    a, b = as_claim(two.first), as_claim(two.second)
    more = a is not None and b is not None and a.low > b.high
    return formula("{} {} {}", bare(two.first), ">" if more else "<", bare(two.second))


def _turned(piece: Prose, match: re.Match[str], held: _Held, size: Figure | None) -> Result:
    two = held.two
    begin = piece.start + match.start()
    text = match[0] if size is None else match[0][: size.anchor.end - begin]
    place = Anchor(piece.source, begin, begin + len(text), text)
    one, other = quote(two.one), quote(two.other)
    said = SAID.format(quote(text.strip()), one, bare(two.first), other, bare(two.second))
    figures = (two.first, two.second) if size is None else (size, two.first, two.second)
    verdict = "changes_conclusion" if held.literal else "partly"
    return say.finding(KEY, verdict, figures, _written(two), said, "two", spans=(place,))


def _held(two: Two, words: str, size: Figure | None) -> _Held | None:
    """The clause as one that is of a pair; None where it is not, or does not tell."""
    read = _who(two, words)
    a, b = as_claim(two.first), as_claim(two.second)
    if read is None or a is None or b is None or a.meets(b):
        return None
    mine, rest, _ = read
    way = sign(rest, two.about, two.first.unit)
    if not way.way:
        return None
    holds = (a.low > b.high) == ((way.way > 0) == (mine == 0))
    if size is None:
        return _Held(two, holds, not left(rest, two.about, two.first.unit), way.literal)
    if not _fits(size, a, b, two.first):
        return None
    return _Held(two, holds, plain=True, literal=True)


def _fits(size: Figure, a: Interval, b: Interval, value: Figure) -> bool:
    """Whether a size is how far two values are apart."""
    apart, own = a.minus(b), as_claim(size)
    points = size.unit in ("pp", "bp")
    alike = points if value.unit == "%" else not size.unit or same_dimension(size.unit, value.unit)
    if own is None or not alike:
        return False
    return own.meets(apart) or own.meets(apart.scaled(-1.0))


def _who(two: Two, words: str) -> tuple[int, str, bool] | None:
    """Which of two a clause is about (0 or 1), its words without their names, and whether it names both."""
    sides = [(words.find(w), n) for w, n in _SIDES.items() if w in words]
    if len(sides) == 1:
        at, who = sides[0]
        return who, words[:at] + words[at + 2 :], False
    if sides:
        return None
    own = mention(two.one, two.other, words)
    others = mention(two.other, two.one, words)
    if own is None and others is None:
        return None
    if own is None or others is None:
        at, end = own or others or (0, 0)
        if (
            re.match(r"的?(?:人|用户|客户|群体)?(?:[比较]|相比)", words[end:])
            and "比" in words[end : end + 8]
        ):
            return None  # 甲院比去年…: with something else
        if _THAN.search(words[:at]) or (
            _THAN.search(words[end:]) and not re.search(r"[多高长大]出", words[end:])
        ):
            return None  # 高于乙院: of what was told before; 乙院高于… something else
        return (0 if own is not None else 1), words[:at] + "|" + words[end:], False
    if own[0] == others[0] or "被" in words:
        return None
    first, second = (own, others) if own[0] < others[0] else (others, own)
    who = 0 if first is own else 1
    between = words[first[1] : second[0]]
    if _LEADS.search(words[: first[0]]):
        who = 1 - who  # 与甲院相比，乙院更贵
    elif not _THAN.search(between):
        return None
    return who, words[: first[0]] + between + "|" + words[second[1] :], True
