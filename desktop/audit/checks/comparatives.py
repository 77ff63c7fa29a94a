"""Comparatives: two numbers of one sentence, one of which is said to be higher or lower."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.moves import is_change
from desktop.audit.scope import Prose, Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "comparatives"
_MORE: Final = re.compile(
    r"(?:高于|多于|超过|大于|领先于?|长于|超出|高过|快于|higher than|more than|above|exceed(?:s|"
    r"ed|ing)?)\s*(?P<gap>[^，,。；\d]{0,12})$",
    re.I,
)
_LESS: Final = re.compile(
    r"(?:低于|少于|不及|不如|小于|落后于?|短于|逊于|lower than|less than|below|"
    r"fewer than)\s*(?P<gap>[^，,。；\d]{0,12})$",
    re.I,
)
_SPEAKS: Final = re.compile(
    r"[高多大先长快低少小后短逊]于|超[过出]|高过|不及|不如|落后|than|above|below|exceed", re.I
)
ORDER = Text("文中说{0}{2}{1}，但{0}并不{2}{1}。", "The text says that {0} is {2} {1}, which it is not.")
MORE, LESS = Text("高于", "more than"), Text("低于", "less than")


@check(KEY, "比较", "comparatives", "prose")
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
        formula = f"{say.core(one)} {'>' if more else '<'} {say.core(other)}"
        if fails:
            said = ORDER.format(say.printed(one), say.core(other), way)
            yield say.finding(KEY, "changes_conclusion", (one, other), formula, said, "order")
        else:
            yield say.passed(KEY, (one, other), formula)


def _own_words(figure: Figure) -> str:
    """Comparator words inside the span of a figure, before its number."""
    return figure.anchor.quote[: max(0, figure.anchor.quote.find(figure.as_printed))]
