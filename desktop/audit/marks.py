"""The marks of a text: the least that can be asked of it, so that most checks are spared most sentences.

Marks are the characters of a text, the unit and role of each of its figures (of three of a unit also ``%*2`` and
``%*3``, whatever the unit ``same*2`` and ``same*3``), ``LATIN`` where it has any English letter, and ``TABLE`` where it
has a table; tables and sections have every pair of neighbouring characters as well, and a section ``NAMED`` where its
prose has the whole name of a row or column of a table. A search for words looks at every character again; a set of
marks is made once and asked by all.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Sequence
from operator import add, attrgetter
from typing import Final, Protocol

from desktop.core.figure import Figure

LATIN: Final = "latin"
TABLE: Final = "table"
NAMED: Final = "named"
SAME_TWO: Final = "same*2"
SAME_THREE: Final = "same*3"
_ROLE, _UNIT = attrgetter("role"), attrgetter("unit")
_LETTERS: Final = frozenset(string.ascii_letters)


def marks_of(text: str, figures: Sequence[Figure] = ()) -> frozenset[str]:
    """The marks of a text and its figures."""
    found = set(text)
    if not _LETTERS.isdisjoint(found):
        found.add(LATIN)
    found.update(map(_ROLE, figures), map(_UNIT, figures))
    units = [f.unit for f in figures if f.role != "date"]
    for unit in set(units) if len(units) > 1 else ():
        times = units.count(unit)
        if times > 1:
            found |= {f"{unit}*2", SAME_TWO}
        if times > 2:
            found |= {f"{unit}*3", SAME_THREE}
    return frozenset(found)


def pairs_of(text: str) -> set[str]:
    """Every pair of neighbouring characters."""
    return set(map(add, text, text[1:]))


def any_of(words: str) -> frozenset[str]:
    """The marks that words stand for, of which one is enough: each Chinese character, and each other word whole.

    Chinese words with bars between them (合计|共) stand for their first two characters each, which sections have.
    """
    return frozenset(mark for word in words.split() for mark in _marks(word))


def _marks(word: str) -> Iterable[str]:
    if word.isascii():
        return (word,)
    return (one[:2] for one in word.split("|")) if "|" in word else word


class Marked(Protocol):
    """A text with its marks."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def marks(self) -> frozenset[str]:
        """Those of ``marks_of``."""


class Cue:
    """Words of which a text must have some: English ones are looked for only where there is any English.

    Alternatives that begin with a plain character each are found much faster than those that begin otherwise.
    """

    def __init__(self, zh: str, en: str) -> None:
        """Take two patterns; small and capital letters are alike."""
        self._zh, self._en = re.compile(zh), re.compile(en, re.I)

    def in_(self, told: Marked) -> bool:
        """Whether a text has any of them."""
        return self._zh.search(told.text) is not None or (
            LATIN in told.marks and self._en.search(told.text) is not None
        )
