"""A date that was moved lies on the side that the words say: 原定2021年6月，推迟到2022年1月."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "moved_dates"
_PLANNED: Final = re.compile(r"原[定本计拟先]|计划|预定|预计|本应|本该|约定|原来")
_LATER: Final = re.compile(r"推迟|推后|延后|延期|延迟|拖到|拖至|延至|延到|顺延")
_EARLIER: Final = re.compile(r"提前|提早")
MOVED: Final = Text(
    "文中说从{0}{2}到{1}，但{1}在{0}{3}。", "The text has {0} moved ({2}) to {1}, which is {3} than {0}."
)
BEFORE: Final = Text("之前", "earlier")
BEHIND: Final = Text("之后", "later")


@check(
    KEY, "提前与推迟", "dates that were moved", "prose", needs={"prose": ("date", "提推延拖顺", "原计预本约")}
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold which of two dates is first against the words between them."""
    for sentence in piece.sentences:
        for one, other in pairwise(sentence.dates):
            yield from _moved(sentence, one, other)


def _moved(sentence: Sentence, one: Figure, other: Figure) -> Iterator[Result]:
    a, b = one.period, other.period
    if a is None or b is None or not (a.start and a.end and b.start and b.end):
        return
    begin = sentence.text[: one.anchor.start - sentence.start]
    between = sentence.between(one, other)
    later, earlier = _LATER.search(between), _EARLIER.search(between)
    word = later or earlier
    if (
        word is None
        or (later and earlier)
        or _PLANNED.search(begin[-8:]) is None
        or between.count("，") > 2
        or _PLANNED.search(between)
    ):
        return
    written = formula("{} ↔ {}", bare(one), bare(other))
    if b.end < a.start if later else b.start > a.end:
        said = MOVED.format(bare(one), bare(other), quote(word[0]), BEFORE if later else BEHIND)
        yield say.finding(KEY, "inconsistent", (other, one), written, said, "moved")
    else:
        yield say.passed(KEY, (other, one), written)
