"""The clauses and sentences of one block, by bisection."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final

_BREAK: Final = re.compile(  # begins with a class of characters: what it is searched by is a table
    r"[，。；！？!?;\n（）()“”,：:.<](?:(?<![,：:.<])|(?<=,)(?!\d{3}(?!\d))"
    r"|(?<=[：:])(?:(?<!\d.)|(?!\d\d(?!\d)))|(?<=\.)(?=\s|$)|(?<=<)br ?/?>)"
)
REACH: Final = 240  # no clause of prose is longer; without it, one endless line would take quadratic time
_STOP: Final = frozenset("。！？!?\n.")


class Clauses:
    """Where the clauses and sentences of ``text[start:end]`` break."""

    __slots__ = ("end", "marks", "start", "stops", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        """Find all breaks of the block at once."""
        self.text, self.start, self.end = text, start, end
        self.marks = [m.start() for m in _BREAK.finditer(text, start, end)]
        self.stops = [m for m in self.marks if text[m] in _STOP]

    def clause(self, pos: int, until: int) -> tuple[int, int]:
        """Return the bounds of the clause around ``text[pos:until]``."""
        marks = self.marks
        left = bisect_left(marks, pos)
        right = bisect_left(marks, until)
        low = marks[left - 1] + 1 if left else self.start
        high = marks[right] if right < len(marks) else self.end
        if low < pos - REACH:
            low = pos - REACH
        return low, (high if high <= until + REACH else until + REACH)

    def sentence(self, pos: int) -> tuple[int, int]:
        """Return the bounds of the sentence that holds ``pos``."""
        stops = self.stops
        at = bisect_right(stops, pos)
        return (stops[at - 1] + 1 if at else self.start), (stops[at] if at < len(stops) else self.end)
