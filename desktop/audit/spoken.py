"""The prose of a section clause by clause, each with its figures and its place in its sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from desktop.audit.scope import Section
from desktop.core.figure import Figure
from desktop.core.value import once

_MARK: Final = re.compile(  # begins with all that it can begin with, which is found fastest
    r"[，；;。！？：:\n,.!?—](?:(?<=[，；;。！？：:\n])|(?<=[,.!?])(?!\d)|(?<=—)—)"
)
_ENDS: Final = frozenset("；;。！？.!?")
_made: Final[Callable[..., Any]] = tuple.__new__  # a third of what naming the fields takes


class Clause(NamedTuple):
    """``start`` and ``end`` are offsets of the source; ``line`` and ``sentence`` are numbers within the section.

    ``figures`` are its amounts, ``mark`` the character that ends it.
    """

    start: int
    end: int
    text: str
    figures: tuple[Figure, ...]
    line: int
    sentence: int
    mark: str

    def before(self, figure: Figure) -> str:
        """Its words before a figure."""
        return self.text[: max(0, figure.anchor.start - self.start)]

    def after(self, figure: Figure) -> str:
        """Its words behind a figure."""
        return self.text[figure.anchor.end - self.start :]


@once
def spoken(piece: Section) -> tuple[Clause, ...]:
    """All clauses of a section that stand in no table."""
    found: list[Clause] = []
    line = sentence = at = n = 0
    base, text = piece.start, piece.plain_text
    own = [f for f in piece.figures if not f.table and not f.is_date]
    starts = [f.anchor.start for f in own]
    starts.append(base + len(text) + 1)
    for stop, mark in (*((m.start(), m[0]) for m in _MARK.finditer(text)), (len(text), "\n")):
        words = text[at:stop]
        if words and not words.isspace():
            first, last = base + at, base + stop
            while starts[n] < first:
                n += 1
            begin = n
            while starts[n] < last:
                n += 1
            found.append(_made(Clause, (first, last, words, tuple(own[begin:n]), line, sentence, mark)))
        if mark == "\n":
            line += 1
            sentence += 1
        elif mark in _ENDS:
            sentence += 1
        at = stop + 1
    return tuple(found)
