"""How long a stated stretch of time lasts: 2020年9月至2021年3月，为期6个月; 用了14个月整改，从2021年9月到2022年11月."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula
from desktop.audit.check import Result, World, check
from desktop.audit.lengths import Length, lengths, shown
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.period import Period
from desktop.core.text import Text

KEY: Final = "range_lasts"
_CUE: Final = re.compile(
    r"(?:为期|历时|历经|耗时|用时|用了|花了|持续了?|延续了?|长达|前后|总共|一共|共|时长|跨度|时间)(?:整整|足足|将近|接近|不到|大?约|近|了|为|是|有)*$"
)
_OTHER: Final = re.compile(
    r"每|均|其中|另|各|累计|合计|计划|预计|原定|约定|最[长短]|分别|依次|质保|有效期|合同"
)
WRONG: Final = Text("{0}是{1}，不是文中的{2}。", "{0} is {1}, not {2} as the text says.")


@check(KEY, "时段与时长", "the length of a stretch of time", "prose", needs={"prose": ("date", "年月周天")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold the one length of a sentence that is said of a stretch against the stretch."""
    for sentence in piece.sentences:
        ranges = [f for f in sentence.dates if f.period is not None and "→" in f.period.text]
        if len(ranges) == 1 and len(sentence.dates) == 1 and not _OTHER.search(sentence.text):
            yield from _held(sentence, ranges[0])


def _held(sentence: Sentence, stretch: Figure) -> Iterable[Result]:
    told = [n for n in lengths(sentence.text) if _CUE.search(sentence.text[: n.start].rstrip("， ,"))]
    ends = _ends(stretch.period)
    if len(told) != 1 or ends is None:
        return
    length = told[0]
    own = next((f for f in sentence.amounts if _covers(sentence, f, length)), None)
    figures = (own, stretch) if own is not None else (stretch,)
    real = shown(*ends)
    if length.fits(*ends):
        yield say.passed(KEY, figures, formula("{} = {}", bare(stretch), real))
    else:
        words = Text(length.words, length.words) if own is None else bare(own)
        said = WRONG.format(bare(stretch), real, words)
        yield say.finding(KEY, "inconsistent", figures, formula("{} = {}", bare(stretch), real), said)


def _ends(period: Period | None) -> tuple[Period, Period] | None:
    """The first and the last day, month or year of a stretch, each as a period of its own."""
    if period is None or period.start is None or period.end is None:
        return None
    parts = period.text.split("→")
    monthly = all(re.fullmatch(r"\d{4}-\d\d", p) for p in parts)
    daily = all(re.fullmatch(r"\d{4}-\d\d-\d\d", p) for p in parts)
    if len(parts) != 2 or not (monthly or daily):
        return None  # years are counted in both ways, and quarters by quarters
    first, last = period.start, period.end
    if daily:
        return Period(parts[0], first, first), Period(parts[1], last, last)
    ends = first.replace(day=28), last.replace(day=1)
    return Period(parts[0], first, ends[0]), Period(parts[1], ends[1], last)


def _covers(sentence: Sentence, figure: Figure, length: Length) -> bool:
    """Whether a figure stands within the words of a length."""
    at = figure.anchor.start - sentence.start
    return length.start - 1 <= at < length.end
