"""The marks of a text: the least that can be asked of it, so that most checks are spared most sentences.

Marks are the characters of a text, the unit and role of each of its figures, ``LATIN`` where it has any English
letter, and ``TABLE`` where it has a table. A search for words looks at every character again; a set of marks is made
once and asked by all.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from typing import Final, Protocol

from desktop.core.figure import Figure

LATIN: Final = "latin"
TABLE: Final = "table"
_LETTERS: Final = frozenset(string.ascii_letters)


def marks_of(text: str, figures: Iterable[Figure] = ()) -> frozenset[str]:
    """The marks of a text and its figures."""
    found = set(text)
    if not _LETTERS.isdisjoint(found):
        found.add(LATIN)
    for figure in figures:
        found.add(figure.unit)
        found.add(figure.role)
    return frozenset(found)


def any_of(words: str) -> frozenset[str]:
    """The marks that words stand for, of which one is enough: each Chinese character, and each other word whole."""
    return frozenset(mark for word in words.split() for mark in ((word,) if word.isascii() else word))


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
