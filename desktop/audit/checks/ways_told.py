"""One change told in two ways in a breath: 是上年的2.5倍，也就是增长2.5倍; 增长3倍，即翻了三番."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.any_reading import wanted
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim
from desktop.audit.move_words import CHAIN
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "ways_told"
_SIZES: Final = ("times", "%", "count:番")
_UP: Final = r"增长|增加|上升|上涨|提高|扩大|涨|增|多|高出?"
_DOWN: Final = r"减少|下降|降低|下跌|缩短|缩减|降|跌"
_OF: Final = re.compile(
    r"(?:[原从]来|此前|之前|当初|[上去前]一?(?:年|期|月|季)|首[年期月]|\d{4}年|起初|最初)(?:同期|末|底)?的(?:约|近)?$"
)
_BY: Final = re.compile(rf"(?P<up>{_UP})(?:了|出)?(?:约|近)?$|(?P<down>{_DOWN})(?:了)?(?:约|近)?$")
_FOLD: Final = re.compile(r"翻了?$")
_LINK: Final = re.compile(
    rf"[，,（(]?\s*(?:也就是说?|就是说?|即|相当于|等于|换句话说|或者说|换言之)[，,]?(?:是|为)?(?P<words>(?:翻|{_UP}|{_DOWN})[了出]?(?:约|近)?)"
    rf"|[，,](?P<on>(?:增长|增加|减少|下降)了?)"
)
_EACH: Final = re.compile(rf"{CHAIN.pattern}|[日周月季年]均|每", re.I)
_CLAUSE: Final = re.compile(r"[，,；;：:。（(]")
_EDGE: Final = 1e-9
_DOUBLE: Final = 0.05  # of what doublings come to, as they are spoken
SAID: Final = Text(
    "“{0}”是原来的{1}，“{2}”却是原来的{3}，两种说法不一致。",
    "“{0}” is {1} as much as before, but “{2}” is {3}: the two do not agree.",
)


@check(
    KEY, "同一变化的两种说法", "one change told in two ways", "prose", needs={"prose": ("times count:番",)}
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold a size of change against the one right before it that it only puts into other words."""
    for sentence in piece.sentences:
        amounts = sentence.amounts
        for n in range(1, len(amounts)):
            yield from _of(sentence, amounts[n - 1], amounts[n])


def _of(sentence: Sentence, one: Figure, other: Figure) -> Iterable[Result]:
    if one.unit not in _SIZES or other.unit not in _SIZES:
        return
    link = _LINK.fullmatch(sentence.between(one, other) + _hedge(other))
    if link is None:
        return
    if _EACH.search(_CLAUSE.split(sentence.lead(one))[-1]) and not _EACH.search(link[0]):
        return  # 年均复合增长25.0%，增长了1.44倍: of one year, and of all
    first = _became(one, sentence.lead(one) + _hedge(one))
    second = _became(other, link["words"] or link["on"])
    if first is None or second is None or (link["on"] and not _BY.search(sentence.lead(one))):
        return
    written = formula("{} ≠ {}", bare(one), bare(other))
    if first.low < second.high - _EDGE and second.low < first.high - _EDGE:  # 2.5 to 3.5 beside 3.5 to 4.5
        yield say.passed(KEY, (other, one), formula("{} = {}", bare(one), bare(other)))
        return
    said = SAID.format(
        _words(sentence.lead(one), one), _times(first, one), _words(link[0], other), _times(second, other)
    )
    yield say.finding(KEY, "inconsistent", (other, one), written, said)


def _hedge(figure: Figure) -> str:
    """The words that the figure takes in before its digits."""
    return figure.anchor.quote.partition(figure.as_printed)[0]


def _became(figure: Figure, lead: str) -> Interval | None:
    """What a size makes of what was, as a multiple of it; None where its words allow more than one."""
    lead = lead.strip()
    if figure.unit == "count:番":
        own = as_claim(figure)
        if own is None or own.high > 10 or not _FOLD.search(lead) or figure.comparator != "=":
            return None
        return Interval(2**own.low * (1 - _DOUBLE), 2**own.high * (1 + _DOUBLE))
    ratio = wanted(figure)
    if ratio is None:
        return None
    if _OF.search(lead):
        return ratio
    by = _BY.search(lead)
    if by is None:
        return None
    if by["down"]:
        return ratio.scaled(-1).plus(Interval(1.0, 1.0)) if figure.unit == "%" else None
    return ratio.plus(Interval(1.0, 1.0))


def _words(lead: str, figure: Figure) -> str:
    """A size with the words that say what it is: 上年的2.5倍, 增长2.5倍."""
    words = lead.strip()
    found = _OF.search(words) or _BY.search(words) or _FOLD.search(words)
    return (found[0] if found is not None else "") + stated(figure).zh


def _times(found: Interval, figure: Figure) -> Text:
    """So many times as much; of an open size the end that it is open from."""
    more = figure.comparator in (">", ">=")
    shown = number(found.low if more else (found.low + found.high) / 2, 2)
    return Text(f"{shown}倍{'多' if more else ''}", f"{'over ' if more else ''}{shown} times")
