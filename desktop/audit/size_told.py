"""A size of change in the prose of a section, and the values that stand around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from desktop.audit.lines import behind_last, sentence_start
from desktop.audit.move_words import MORE_OF
from desktop.audit.scope import Section
from desktop.audit.size_words import BREAK, LEVEL, is_value
from desktop.audit.telling import told
from desktop.core.figure import Figure

_STOP: Final = re.compile(r"[。！？\n]")
_ENTRY: Final = re.compile(r"\s*(?:[-*•·]|\d+[.、)])\s*")
_ENTRIES: Final = 6  # lines of a list that a sentence behind it may speak of
_POOL: Final = 16  # values around a size that may excuse it
_LATER: Final = 6  # of them behind it


class SizeTold:
    """One size, the amounts before it that are values, and words by the places of figures; offsets are the section's.

    ``values`` are those of its sentence and of the one before it, or of the list above; ``around`` those of its line.
    """

    def __init__(self, piece: Section, amounts: Sequence[Figure], n: int) -> None:
        """Look around the amount of number ``n``."""
        self.piece, self.text, self.size = piece, piece.text, amounts[n]
        at = self.at(self.size)
        line = self.text.rfind("\n", 0, at) + 1
        self.own = sentence_start(self.text, at)
        earlier = sentence_start(self.text, self.own - 1) if self.own > line else self._above(line)
        self.since = min(line, earlier)
        before = [f for f in amounts[max(0, n - _POOL) : n] if self.at(f) >= self.since and is_value(f)]
        self._ends = [self.end(f) for f in before]
        aside = self._in_brackets(self.size)
        self.around = before
        self.values = [
            f for f in before
            if self.at(f) >= earlier and not self._is_size(f) and self._in_brackets(f) in (-1, aside)
        ]  # fmt: skip
        end = _STOP.search(self.text, at)
        stop = len(self.text) if end is None else end.start()
        self.later = [f for f in amounts[n + 1 : n + 1 + _LATER] if self.at(f) < stop and is_value(f)]

    def at(self, figure: Figure) -> int:
        """Where a figure begins."""
        return figure.anchor.start - self.piece.start

    def end(self, figure: Figure) -> int:
        """Where a figure ends."""
        return figure.anchor.end - self.piece.start

    def inside(self, figure: Figure) -> bool:
        """Whether a figure stands in the sentence of the size."""
        return self.at(figure) >= self.own

    def clause(self, figure: Figure) -> str:
        """The words before an amount in its clause."""
        at = self.at(figure)
        begin = max((e for e in self._ends if e <= at), default=0)
        return behind_last(BREAK, self.text[max(0, begin, at - 30) : at])

    def words_from(self, figure: Figure) -> str:
        """The words from the end of an amount to the size, with the hedge of the size."""
        hedge = self.size.anchor.quote.partition(self.size.as_printed)[0]
        return self.text[self.end(figure) : self.at(self.size)] + hedge

    def _above(self, line: int) -> int:
        """Where the entries of a list above begin: one for another entry, all for a sentence behind them."""
        entry = _ENTRY.match(self.text, line) is not None
        begin = line
        for _ in range(1 if entry else _ENTRIES):
            line = self.text.rfind("\n", 0, len(self.text[:line].rstrip())) + 1 if line else 0
            if line == begin or not _ENTRY.match(self.text, line):
                return begin
            begin = line
        return begin

    def _in_brackets(self, figure: Figure) -> int:
        """Where the brackets begin that a figure stands in; -1 where it stands in none."""
        at = self.at(figure)
        begin = self.text.rfind("（", max(self.own, at - 40), at)
        return begin if begin >= 0 and self.text.find("）", begin, at) < 0 else -1

    def _is_size(self, figure: Figure) -> bool:
        """Whether an amount is itself a change: 同比少赚33.3%; 7.4万人，较上年减少2.2万人."""
        if MORE_OF.search(self.clause(figure)):
            return True
        if figure.role == "change":
            return any(f.role != "change" and f.unit == figure.unit and f.anchor.end <= figure.anchor.start
                       and self.inside(f) for f in self.around)  # fmt: skip
        if figure.unit != "%" or LEVEL.search(clause := self.clause(figure)):
            return False
        return told(clause).sure
