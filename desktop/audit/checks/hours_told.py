"""Hours told beside the two times of day they lie between: 早上六点半开门、夜里十点半打烊，一天营业16个小时."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, number, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.clocks import Clock, clocks
from desktop.audit.interval import as_claim
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "hours_told"
_HOUR: Final = 3600.0
_NEAR: Final = 24  # characters between the two times, and from them to the hours
_LOOSE: Final = 0.51  # hours that people round away
# What makes the hours something else than the time between.
_OTHER: Final = re.compile(
    r"[比较多少各轮若改调扣周]|(?<![首末头])班|午休|休息|平均|延长|缩短|提前|推迟|早了|晚了|分别|每人|其中|除去|不含|只睡|睡|充电|车程|路上"
    r"|以内|之内|如果|原来|原定|\b(?:break|rest|longer|shorter|later|earlier|within)\b",
    re.I,
)
_INSIDE: Final = re.compile(r"(?:以|之)?[内前]|(?:之|以)?后")
_BREAK: Final = re.compile(r"[，,；;。：:（(]")
_WHOLE: Final = re.compile(
    r"[一每全整]天|每[日晚夜]|一[共夜晚]|合计|总[计共]|[共时]$|时长|长达|历时|持续|连续|连着|整整|足足|营业|开放|开门|运营|运行|服务|断"
    r"|停|封|前后|全程|一[场趟]|[用花开播站]了|也就是|即|[（(，,]\s*$|\btotal|\b(?:open|for|runs?|ran|running|operat\w+)\s*$",
    re.I,
)
_DAILY: Final = re.compile(r"\s*(?:in all|a day|daily|every day|per day|each day)", re.I)
SAID: Final = Text("从{0}到{1}是{2}小时，不是文中的{3}。", "From {0} to {1} is {2} hours, not {3}.")


@check(KEY, "起止钟点与时长", "hours between times of day", "prose",
       needs={"prose": ("hour", "点时:： latin")})  # fmt: skip
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold each number of hours against the times of day right before it, or in brackets behind it."""
    whole = Sentence(piece.start, piece.text, piece.figures)  # English: a.m. ends no sentence
    for sentence in (whole,) if piece.text.isascii() else piece.sentences:
        hours = [f for f in sentence.amounts if f.unit == "hour"]
        times = list(clocks(sentence.text)) if hours else []
        for figure in hours if len(times) > 1 else ():
            yield from _held(sentence, figure, times)


def _held(sentence: Sentence, figure: Figure, times: Sequence[Clock]) -> Iterator[Result]:
    pair, claim = _pair(sentence, figure, times), as_claim(figure)
    if pair is None or claim is None:
        return
    room = _LOOSE if claim.high - claim.low < _HOUR / 2 else 0.0  # 9小时 is printed to the hour
    low, high = claim.low / _HOUR - room, claim.high / _HOUR + room
    hours = pair[0].until(pair[1])
    written = formula("{} − {} = {} h", quote(pair[1].words), quote(pair[0].words), number(hours[0]))
    if any(low <= h <= high for h in hours):
        yield say.passed(KEY, (figure,), written)
    elif not any(low <= found <= high for found in _allowed(times)):
        said = SAID.format(quote(pair[0].words), quote(pair[1].words), number(hours[0]), stated(figure))
        yield say.finding(KEY, "inconsistent", (figure,), written, said, "hours")


def _pair(sentence: Sentence, figure: Figure, times: Sequence[Clock]) -> tuple[Clock, Clock] | None:
    """The two times that the hours are told of."""
    text, begin, end = sentence.text, figure.anchor.start - sentence.start, figure.anchor.end - sentence.start
    before = [t for t in times if t.end <= begin][-2:]
    behind = [t for t in times if t.start >= end][:2]
    own = text[:begin]
    if len(before) == 2 and begin - before[1].end <= _NEAR:
        pair, gap = before, text[before[1].end : begin]
        own = gap
        if not (_WHOLE.search(gap) or _DAILY.match(text, end)) or len(_BREAK.findall(gap)) > 2:
            return None
    elif len(behind) == 2 and re.fullmatch(
        r"(?:营业|开放)?[（(：:，,]?(?:每[天日]|即|从|自|由)*", text[end : behind[0].start]
    ):
        pair, own = behind, text[max(0, begin - 12) : begin]
    else:
        return None
    between = text[pair[0].end : pair[1].start]
    told = own + between + text[max(0, pair[0].start - 6) : pair[0].start]
    if (
        len(between) > _NEAR
        or _OTHER.search(told)
        or _INSIDE.match(text, end)
        or any(c.isdecimal() for c in own + between)
    ):
        return None
    return pair[0], pair[1]


def _allowed(times: Sequence[Clock]) -> Iterator[float]:
    """What any two of the times give, and what two spans after one another come to."""
    yield from (h for a, b in combinations(times, 2) for h in a.until(b))
    if len(times) > 3:
        spans = [a.until(b) for a, b in zip(times[::2], times[1::2], strict=False)]
        yield from (a + b for one, other in combinations(spans, 2) for a in one for b in other)
