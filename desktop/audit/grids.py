"""Several things told with the same numbers, in a table or in prose, as one grid that claims can be held against.

贷款62亿元，增长15%；存款48亿元，增长9% is a grid as much as a table of two rows and two columns is.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from desktop.audit.prose_groups import Grouped, grouped
from desktop.audit.scope import Prose, Section
from desktop.audit.sheet import Sheet
from desktop.audit.spoken import Clause
from desktop.audit.table_names import CHANGE, OTHERS, TOTAL, noun, plain
from desktop.audit.told_near import told_near
from desktop.core.figure import Figure
from desktop.core.value import once

_MOST: Final = 14  # lines of a table
_LEAST, _SHEETS = 2, 6
_IS: Final = re.compile(r"[是为](?P<who>[^是为]{1,10})$")
_FRONT: Final = re.compile(
    r"(?:其中|而|但|则|[\s“]|(?:19|20)\d\d年[末底]?|[今去上]年|[一二三四]季度|\d+月)*"
)  # before a subject
_TIMES: Final = re.compile(r"年|月|季度|周|半年")
_WHEN: Final = re.compile(r"(?:19|20)\d\d年|[一二三四]季度|\d+月")
_DIGIT: Final = re.compile(r"\d")
_LETTERS: Final = frozenset("甲乙丙丁戊ABCDEF")


class Field(NamedTuple):
    """What a column is called and has for each name; ``moves`` where its numbers are changes."""

    words: str
    cells: dict[str, Figure]
    moves: bool

    @property
    def unit(self) -> str:
        """The unit of its cells."""
        return next(iter(self.cells.values())).unit


class Grid(NamedTuple):
    """``topic`` are the words before the first; ``start`` and ``end`` are where prose tells it, of a table both 0."""

    names: tuple[str, ...]
    fields: tuple[Field, ...]
    topic: str = ""
    start: int = 0
    end: int = 0

    def who(self, words: str) -> str:
        """The one name that some words have most of; "" where that is none, or two alike."""
        found = sorted(((_shared(name, words), name) for name in self.names), reverse=True)
        (most, best), (second, _) = found[0], found[1]
        enough = most >= _LEAST or (most == 1 and not _LETTERS.isdisjoint(set(best) & set(words)))
        return best if enough and most > second else ""

    @property
    def of_times(self) -> bool:
        """Whether its names are years, quarters or months."""
        return all(_TIMES.search(name) or name.isdigit() for name in self.names)

    def tells(self, words: str) -> bool:
        """Whether words have two characters of what a column is called, or there is one column alone."""
        heads = [noun(f.words) for f in self.fields]
        return len(heads) < 2 or any(h[n : n + 2] in words for h in heads for n in range(len(h) - 1))

    def named(self, words: str) -> list[str]:
        """All names that stand whole in some words."""
        return [name for name in self.names if name in words]


def _shared(name: str, words: str) -> int:
    """The length of the longest run of a name that words repeat."""
    for size in range(min(len(name), len(words)), 0, -1):
        if any(name[n : n + size] in words for n in range(len(name) - size + 1)):
            return size
    return 0


def grids_at(piece: Section, clause: Clause) -> list[Grid]:
    """The grids that a clause may speak of: those of its paragraph told before it ends, and the tables around."""
    found = []
    line = next((p for p in piece.lines if p.start <= clause.start < p.start + len(p.text)), None)
    if line is not None:
        found += [g for g in grids_in(line) if g.start < clause.end]
    elif _DIGIT.search(_line_of(piece, clause)):
        return []  # a line of a section within this one, which that is asked about
    if not found:
        found += [g for sheet in told_near(piece, clause.start) for g in _of_sheet(sheet)[:1]]
    return [*found, *(g for sheet in piece.around(clause.start)[:_SHEETS] for g in _of_sheet(sheet))]


def _line_of(piece: Section, clause: Clause) -> str:
    at = clause.start - piece.start
    return piece.text[piece.text.rfind("\n", 0, at) + 1 :].partition("\n")[0]


@once
def grids_in(line: Prose) -> tuple[Grid, ...]:
    """The grids that a paragraph tells."""
    return tuple(_of_prose(one) for one in grouped(line))


def _of_prose(one: Grouped) -> Grid:
    fields = tuple(
        Field(words, dict(zip(one.names, own, strict=True)), own[0].role == "change")
        for words, own in zip(one.heads, one.columns, strict=True)
    )
    return Grid(one.names, fields, one.topic, one.start, one.end)


@once
def _of_sheet(sheet: Sheet) -> tuple[Grid, ...]:
    """A table by its rows, and by its columns."""
    rows = {n: r for r in sheet.rows if (n := _name(sheet.label(r)))}
    cols = {n: c for c in sheet.cols[1:] if (n := _name(sheet.head(c)))}
    return tuple(
        grid
        for across, lines in ((False, rows), (True, cols))
        if _LEAST <= len(lines) <= _MOST and (grid := _made(sheet, lines, across=across)) is not None
    )


def _made(sheet: Sheet, lines: dict[str, int], *, across: bool) -> Grid | None:
    fields = []
    for at in sheet.rows if across else sheet.cols[1:]:
        head = sheet.label(at) if across else sheet.head(at)
        places = {name: (at, line) if across else (line, at) for name, line in lines.items()}
        cells = {name: sheet.amounts[place] for name, place in places.items() if place in sheet.amounts}
        if len(cells) == len(lines) and len({f.unit for f in cells.values()}) == 1:
            moves = CHANGE.search(head) is not None or any(f.role == "change" for f in cells.values())
            fields.append(Field(head, cells, moves))
    return Grid(tuple(lines), tuple(fields), sheet.table.title.zh) if fields else None


def _name(words: str) -> str:
    """What a line is called; "" for totals and the rest of something."""
    name = plain(words)
    return "" if not name or TOTAL.search(name) or OTHERS.search(name) else name


def when(last: Clause | None, clause: Clause) -> str:
    """The times that the clause before tells, in the same sentence and without a number: 2024年，…"""
    if last is None or last.sentence != clause.sentence or last.figures:
        return ""
    return "".join(_WHEN.findall(last.text))


def subject(grid: Grid, last: Clause | None) -> str:
    """Whom the clause before is about: the name it ends with behind 是, else the one name that it begins with."""
    if last is None:
        return ""
    told = _IS.search(last.text)
    who = grid.who(told["who"]) if told is not None else ""
    if who:
        return who
    own = [n for n in grid.names if n in last.text]
    return own[0] if len(own) == 1 and _FRONT.fullmatch(last.text[: last.text.index(own[0])]) else ""
