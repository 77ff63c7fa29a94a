"""How long it was from one named event to another: 从约谈到处罚，历时十个月, where other lines date both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.lengths import Length, lengths, shown
from desktop.audit.moments import Moment, lies, moments
from desktop.audit.scope import Section
from desktop.core.text import Text

KEY: Final = "named_spans"
_FILL: Final = (
    r"(?:历时|用时|耗时|历经|花了?|用了?|走了?|前后|先后|一共|总共|共|只|仅|不过|足足|整整|恰好|正好|刚好|恰恰|又|过去了?|过了|隔了?"
    r"|相隔|间隔|相距|大约|约|差不多|将近|接近|不到|不足|超过|逾|才|便|就|也|了|是|为|有|[，,])*"
)
_NAME: Final = r"[^，,。；：:\d“”]{2,12}?"
_SPAN: Final = re.compile(rf"[从自](?P<a>{_NAME})(?:算起|开始|起)?[，,]?[到至](?P<b>{_NAME}){_FILL}$")
_CUE: Final = re.compile(rf"[从自]{_NAME}[，,]?[到至]{_NAME[:-1]}")
_PLANNED: Final = re.compile(r"计划|原定|预[计期定]|目标|承诺|约定|规定|要求|行业|平均|每|一般|通常|往往")
_ENDS: Final = re.compile(r"的?(?:时间|光景|之久)?(?:[，,。；;、）)！？：:\n|]|$)")
_WORDS: Final = re.compile(r"[，,：:）)】 ]*(?P<own>[^，,。；;\n|]*)")
_BREAK: Final = re.compile(r"[，,。；;：:\n]")
_REACH: Final = 40  # characters before a length
_FAR: Final = Text(
    "从{0}（{1}）到{2}（{3}）是{4}，不是文中的{5}。", "From {0} ({1}) to {2} ({3}) is {4}, not {5}."
)


@check(KEY, "两件事之间的时长", "the time between two named events", "section",
       needs={"section": ("date", "从自", "到至", "年月周期拜天")})  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Find the dates of both events by the words beside them, and hold the length against them."""
    if _CUE.search(piece.text) is None:
        return
    known: tuple[Moment, ...] = ()
    for length in lengths(piece.text):
        lead = piece.text[max(0, length.start - _REACH) : length.start]
        match = _SPAN.search(lead[max(lead.rfind("。"), lead.rfind("；"), lead.rfind("\n")) + 1 :])
        if match is None or _PLANNED.search(match[0]) or not _ENDS.match(piece.text, length.end):
            continue
        known = known or moments(piece)
        yield from _held(piece, length, match, known)


def _held(piece: Section, length: Length, match: re.Match[str], known: Sequence[Moment]) -> Iterator[Result]:
    ends = []
    for name in (match["a"], match["b"]):
        own = [m for m in known if _is(name, _own(piece, m))]
        if len({m.period.text for m in own}) != 1:
            return  # the event is dated nowhere, or the name is that of two
        ends.append(own[0])
    one, other = ends
    if one.figure is other.figure:
        return
    told = piece.anchor(length.start, length.end)
    own_ = [f for f in piece.between(told.start, told.end) if not f.is_date]
    figures = (*own_[:1], other.figure, one.figure)
    far = shown(one.period, other.period)
    written = formula("{} − {} ≈ {}", say.time(other.period), say.time(one.period), far)
    if one.first <= other.first and lies(length, one, other):
        yield say.passed(KEY, figures, written, rounded=True)
    else:
        names = (quote(match["a"]), say.time(one.period), quote(match["b"]), say.time(other.period))
        said = _FAR.format(*names, far, quote(length.words))
        yield say.finding(KEY, "inconsistent", figures, written, said, "span", spans=(told,))


def _own(piece: Section, date: Moment) -> str:
    """What the text says of a date: the words before it in its clause and those right behind it."""
    behind = _WORDS.match(piece.text, date.end)
    ahead = _BREAK.split(piece.text[max(0, date.start - 20) : date.start])[-1]
    return f"{ahead}|{behind['own'] if behind is not None else ''}"


def _is(name: str, told: str) -> bool:
    """Whether the words of a date have the event: every pair of a short name, half of those of a longer one."""
    pairs = {name[n : n + 2] for n in range(len(name) - 1)}
    return 2 * len([p for p in pairs if p in told]) > len(pairs) or (len(pairs) == 2 and name[-2:] in told)
