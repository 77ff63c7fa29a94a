"""Amounts that a text may have worked out itself: each with its words and the amounts it stands among."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit.interval import value_of
from desktop.audit.scope import Prose, Section
from desktop.core.figure import Figure
from desktop.core.value import once

_SENTENCE: Final = re.compile(r"[。！？!?]|\.(?=\s|$)")
_CLAUSE: Final = re.compile(r"[，；;：:。（()）！？—]|,(?!\d)")
_ITEM: Final = re.compile(
    r"[ \t]*(?:[-*•·]|\d{1,2}[.、)）]|[（(]\d{1,2}[）)])\s*(?P<label>[^：:，,。；\d]{1,24})[：:]?"
)
_RATES: Final = ("%", "permille", "pp", "bp", "times", "rank", "count:折", "count:番", "grade", "age", "year")
_LEAST: Final = 2  # entries that make a list
_ABOVE: Final = 8  # amounts of the sentences before that are looked at


class Worked(NamedTuple):
    """``clause`` are the words of its clause before it, ``lead`` those since the amount before it.

    ``before`` are the amounts of its sentence before it, ``earlier`` those of the sentences before in its line,
    ``after`` those behind it in its sentence, ``items`` the amounts of a list right above its line and ``names``
    what their entries are called.
    """

    figure: Figure
    clause: str
    lead: str
    sentence: str
    before: tuple[Figure, ...]
    earlier: tuple[Figure, ...]
    after: tuple[Figure, ...]
    line: Prose
    items: tuple[Figure, ...] = ()
    heading: str = ""
    start: int = 0

    @property
    def near(self) -> tuple[Figure, ...]:
        """The amounts of its sentence before it."""
        return self.before

    @property
    def far(self) -> tuple[Figure, ...]:
        """The amounts around it."""
        return (*self.items, *self.earlier)

    @property
    def tail(self) -> str:
        """The words behind it in its clause."""
        begin = self.figure.anchor.end - self.start
        end = _CLAUSE.search(self.sentence, begin)
        return self.sentence[begin : end.start() if end is not None else None]

    def words_before(self, figure: Figure, reach: int = 24) -> str:
        """The words before an amount of its sentence, within its own clause."""
        at = figure.anchor.start - self.start
        return _CLAUSE.split(self.sentence[max(0, at - reach) : max(0, at)])[-1]

    def between(self, one: Figure, other: Figure) -> str:
        """The words between two amounts of its sentence."""
        return self.sentence[one.anchor.end - self.start : other.anchor.start - self.start]


@once
def worked(section: Section) -> tuple[Worked, ...]:
    """The amounts of the prose of a section, in order, that are no shares, ranks, limits or changes in per cent."""
    return tuple(w for w in worked_or_limits(section) if w.figure.role != "threshold")


@once
def worked_or_limits(section: Section) -> tuple[Worked, ...]:
    """The same with the limits among them, which may be worked out, too."""
    found: list[Worked] = []
    items: list[Figure] = []
    heading = last = ""
    above: list[Figure] = []  # the amounts of the line before, or of the one before the list
    done = 0
    for line in section.lines:
        amounts = [f for f in line.figures if not f.is_date]
        skipped = section.text[done : line.start - section.start].strip()
        if skipped:  # lines without figures, or a table
            items, above, last = [], [], skipped.rpartition("\n")[2]
        done = line.start - section.start + len(line.text)
        if _ITEM.match(line.text):
            heading = heading if items else last
            items = [*items, amounts[0]] if amounts else []
            if len(amounts) > 1:
                found += _of_line(line, amounts, (), "", ())
        else:
            own_items = tuple(items) if len(items) >= _LEAST else ()
            if len(amounts) + len(own_items) > 1:
                found += _of_line(line, amounts, own_items, heading, tuple(above) if items else ())
            items, last, above = [], line.text, amounts[-_ABOVE:]
    return tuple(found)


def _of_line(
    line: Prose,
    amounts: Sequence[Figure],
    items: tuple[Figure, ...],
    heading: str,
    above: tuple[Figure, ...],
) -> Iterator[Worked]:
    text, base = line.text, line.start
    ends = [*(m.end() for m in _SENTENCE.finditer(text)), len(text)]
    marks = [m.end() for m in _CLAUSE.finditer(text)]
    begin = first = 0
    for stop in ends:
        behind = first
        while behind < len(amounts) and amounts[behind].anchor.start - base < stop:
            behind += 1
        inside = tuple(amounts[first:behind])
        if inside:
            sentence, earlier = text[begin:stop], (*above, *amounts[:first])[-_ABOVE:]
        for at, figure in enumerate(inside):
            if figure.unit in _RATES or figure.role == "rank" or value_of(figure) is None:
                continue
            place = figure.anchor.start - base
            left = inside[at - 1].anchor.end - base if at else begin
            clause = max(begin, _behind(text, marks, place))
            yield Worked(
                figure, text[clause:place], text[max(left, clause) : place], sentence,
                inside[:at], earlier, inside[at + 1 :], line, items, heading, base + begin,
            )  # fmt: skip
        begin, first = stop, behind


@once
def alone(section: Section) -> tuple[Worked, ...]:
    """The amounts that are the only one of their line, which only a table can be held against."""
    found = []
    for line in section.lines:
        own = [f for f in line.figures if not f.is_date]
        if len(own) != 1 or own[0].unit in _RATES or value_of(own[0]) is None:
            continue
        place = own[0].anchor.start - line.start
        begin = max((m.end() for m in _SENTENCE.finditer(line.text, 0, place)), default=0)
        clause = max(begin, _behind(line.text, [m.end() for m in _CLAUSE.finditer(line.text)], place))
        words = line.text[clause:place]
        found.append(
            Worked(own[0], words, words, line.text[begin:], (), (), (), line, start=line.start + begin)
        )
    return tuple(found)


def _behind(line: str, marks: list[int], place: int) -> int:
    """Where the clause begins that an offset stands in; a comma right before a number ends the clause before it."""
    if line[place - 1 : place] == ",":
        return place
    at = bisect_right(marks, place)
    return marks[at - 1] if at else 0
