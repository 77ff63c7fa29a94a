"""The prose of a section clause by clause, each with its figures and its place in its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final, NamedTuple

from desktop.audit.lines import lines
from desktop.audit.scope import Section
from desktop.core.figure import Figure
from desktop.core.value import once

_MARK: Final = re.compile(  # begins with all that it can begin with, which is found fastest
    r"[，；;。！？：:\n,.!?—](?:(?<=[，；;。！？：:\n])|(?<=[,.!?])(?!\d)|(?<=—)—)"
)
_ENDS: Final = frozenset("；;。！？.!?")


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
    sentence = 0
    own = [f for f in piece.figures if not f.table and not f.is_date]
    starts = [f.anchor.start for f in own]
    for number, (begin, end) in enumerate(lines(piece.text)):
        line = piece.text[begin:end]
        sentence += 1
        if "|" in line:
            continue
        at = 0
        for match in [*_MARK.finditer(line), None]:
            stop = match.start() if match is not None else len(line)
            mark = match[0] if match is not None else "\n"
            if line[at:stop].strip():
                first, last = piece.start + begin + at, piece.start + begin + stop
                amounts = own[bisect_left(starts, first) : bisect_left(starts, last)]
                found.append(Clause(first, last, line[at:stop], tuple(amounts), number, sentence, mark))
            sentence += mark in _ENDS
            at = stop + len(mark)
    return tuple(found)
