"""Comparatives: two numbers of one sentence, one of which is said to be higher or lower."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.moves import is_change
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "comparatives"
_GAP: Final = (
    r"(?P<gap>(?:(?:19|20)\d\d\s*年?)?[^，,。；\d]{0,12})$"  # whose or of what year the other number is
)
_MORE: Final = re.compile(
    r"(?:高于|多于|(?<![了达有为是占到])超过|大于|领先于?|长于|超出|高过|快于|higher than|more than|above|exceed(?:s|"
    rf"ed|ing)?)\s*{_GAP}",
    re.I,
)
_LESS: Final = re.compile(
    r"(?:低于|少于|不及|不如|小于|落后于?|短于|逊于|lower than|less than|below|"
    rf"fewer than)\s*{_GAP}",
    re.I,
)
_SPEAKS: Final = re.compile(
    r"[高多大先长快低少小后短逊]于|超[过出]|高过|不及|不如|落后|than|above|below|exceed", re.I
)
ORDER = Text(
    "文中说{3}（{0}）{2}{4}（{1}），但{0}并不{2}{1}。",
    "The text says that {3} ({0}) is {2} {4} ({1}), but {0} is not {2} {1}.",
)
ANOTHER = Text("另一数", "another number")
MORE, LESS = Text("高于", "more than"), Text("低于", "less than")


@check(KEY, "比较", "comparatives", "prose", needs={"prose": ("于超过及如落 latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Check comparisons of two numbers in a sentence."""
    for sentence in piece.sentences:
        yield from _pairs(sentence)


def _pairs(sentence: Sentence) -> Iterable[Result]:
    if len(sentence.amounts) < 2 or not _SPEAKS.search(sentence.text):
        return
    values = [f for f in sentence.amounts if not is_change(sentence, f) and f.role in ("level", "ratio")]
    for one, other in itertools.pairwise(values):
        words = sentence.lead(other) + _own_words(other)
        more, less = _MORE.search(words), _LESS.search(words)
        if not same_dimension(one.unit, other.unit):
            continue
        if re.search(r"(?:不|未|没有?|not )\s*(?:高|多|超|大|低|少|及)", words) and not re.search(
            r"不及|不如", words
        ):
            continue
        found = more or less
        if found is None or not found["gap"].strip():  # "超过 5000": a bound, no comparison
            continue
        a, b = as_claim(one), value_of(other)
        if a is None or b is None:
            continue
        fails = a.high <= b if more else a.low >= b
        way = MORE if more else LESS
        written = formula("{} {} {}", bare(one), ">" if fails == bool(less) else "<", bare(other))
        if fails:
            if a.low == b == a.high:
                written = formula("{} = {}", bare(one), bare(other))
            said = ORDER.format(stated(one), bare(other), way, *_titles(one, other))
            yield say.finding(KEY, "changes_conclusion", (one, other), written, said, "order")
        else:
            yield say.passed(KEY, (one, other), written)


def _own_words(figure: Figure) -> str:
    """Comparator words inside the span of a figure, before its number."""
    return figure.anchor.quote[: max(0, figure.anchor.quote.find(figure.as_printed))]


def _titles(one: Figure, other: Figure) -> tuple[Text, Text]:
    """What is compared with what."""
    first, second = say.title(one), say.title(other)
    return first, ANOTHER if second in (first, say.THIS) else second
