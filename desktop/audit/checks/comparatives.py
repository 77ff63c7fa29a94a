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
    r"(?:低于|少于|不及|不如|小于|落后于?|短于|逊于|够不[上着]|[赶追]不上|敌不过|lower than|less than|below|"
    rf"fewer than)\s*{_GAP}",
    re.I,
)
_SAME: Final = re.compile(rf"(?:持平于|等于|相当于|[与和同跟])\s*{_GAP}", re.I)
_LEVEL: Final = re.compile(r"^[^，,。；\d]{0,6}(?:持平|打平|相同|相等|一样|一致|齐平)(?=[，,。；、了的]|$)")
_BY_HOW_MUCH: Final = re.compile(r" (?:more|less|fewer|higher|lower) than\b")
_SPEAKS: Final = re.compile(
    r"持平|打平|相[同等]|一样|一致|齐平|不[上着过]|[高多大先长快低少小后短逊]于|超[过出]|高过|不及|不如|落后|than|above|below|exceed",
    re.I,
)
ORDER = Text(
    "文中说{3}（{0}）{2}{4}（{1}），但{0}并不{2}{1}。",
    "The text says that {3} ({0}) is {2} {4} ({1}), but {0} is not {2} {1}.",
)
ANOTHER = Text("另一数", "another number")
NOT_SAME = Text(
    "文中说{0}与{1}{2}，但两数并不相等。",
    "The text has {0} level with {1}, but the two differ.",
)
LEVEL_WORD = Text("持平", "level")
MORE, LESS = Text("高于", "more than"), Text("低于", "less than")


@check(KEY, "比较", "comparatives", "prose", needs={"prose": ("于超过及如落平同等样致不 latin",)})
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
        yield from _level(sentence, one, other, words)
        if _BY_HOW_MUCH.match(sentence.lead(other)):
            continue  # $4 million more than the $18 million expected: a difference
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


def _level(sentence: Sentence, one: Figure, other: Figure, words: str) -> Iterable[Result]:
    """10,000元…持平于惠城保的15,000元; 4.6分，与仙林店的4.7分打平."""
    found, after = _SAME.search(words), _LEVEL.match(sentence.tail(other))
    a, b = as_claim(one), as_claim(other)
    if found is None or a is None or b is None or not found["gap"].strip():
        return
    named = found[0].startswith("持平于")
    if not (named or (after is not None and found[0][0] in "与和同跟")) or re.search(
        r"[不没未]|[差几]", words + sentence.tail(other)[:6]
    ):
        return
    exact = one.comparator == other.comparator == "=" and not (one.hedge or other.hedge)
    same = value_of(one) == value_of(other) if exact else a.meets(b)
    written = formula("{} {} {}", bare(one), "=" if same else "≠", bare(other))
    if same:
        yield say.passed(KEY, (one, other), written)
        return
    word = LEVEL_WORD if named else Text(after[0].strip("，, ") if after is not None else "", "")
    said = NOT_SAME.format(stated(one), bare(other), word)
    yield say.finding(KEY, "changes_conclusion", (one, other), written, said, "level")


def _own_words(figure: Figure) -> str:
    """Comparator words inside the span of a figure, before its number."""
    return figure.anchor.quote[: max(0, figure.anchor.quote.find(figure.as_printed))]


def _titles(one: Figure, other: Figure) -> tuple[Text, Text]:
    """What is compared with what."""
    first, second = say.title(one), say.title(other)
    return first, ANOTHER if second in (first, say.THIS) else second
