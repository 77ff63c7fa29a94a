"""Between which cells of a row a sentence tells a change: 同比, 与2023年相比, 两年, 原先, 从2020到2021年."""

from __future__ import annotations

import itertools
import re
from typing import Final

from desktop.audit.reading import number
from desktop.audit.size_lines import TimeRow
from desktop.core.figure import Figure

STEP: Final = re.compile(r"同比|[较比]?(?:上|去|前)一?(?:年|赛季|财年)|(?<!\d)一年[^\d]|再|又")
YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
START: Final = re.compile(r"原[先来本]|当初|起初|最初|从前|以前|改[革造]前|此前|过去")
_SPAN: Final = re.compile(r"(?<![\d第])([两二三四五六七八九十]|\d{1,2})(?:个)?(?:年|赛季|财年)(?![末底初前])")
_BASED: Final = re.compile(r"(?:[与和同跟较比自由从以是为]|相比|比起|相对于|相当于)\s*((?:19|20)\d\d)")

Cells = tuple[Figure, Figure, int]


def told_times(row: TimeRow, at: int, words: str, clause: str) -> list[Cells]:
    """The pairs of cells whose times the words tell, the likely one first, with the years between them.

    ``at`` is the cell whose number the sentence has told, -1 where it told none; ``clause`` ends the ``words``.
    """
    cells, last = row.cells, len(row.cells) - 1
    years = {int(y): k for k, (y, _) in enumerate(cells) if y}
    here, every = ([int(y) for y in YEAR.findall(w)] for w in (clause, words))
    end = at
    if end < 0:
        named = [years[y] for y in (here or every) if y in years]
        if not named and (here or every) and years:
            return []
        end = named[-1] if named else last
    based = _BASED.search(clause) or (None if STEP.search(clause) else _BASED.search(words))
    start_year = int(based[1]) if based is not None else 0
    if based is not None and at < 0:
        here = here or [y for y in every if y > start_year]  # 从2020到2021年，收入涨了五成
    other = [y for y in here if y in years and y != start_year]
    if other:
        end = years[other[-1]]  # 2021年6.4亿元；2022年再增25%
    ends: list[tuple[int, int]] = []
    span = _SPAN.search(clause)
    if start_year in years:
        start = years[start_year]
        ends = [(start, end if end > start else last)]
    elif span is not None:
        many = number(span[1])
        ends = [(end - many, end), *([(0, last)] if many == len(cells) else [])]
    elif len(cells) == 2 or START.search(clause):
        ends = [(0, end if end > 0 else last)]
    elif STEP.search(clause) or (here and end > 0):
        ends = [(end - 1, end)]
    sure = at >= 0 and not other and (STEP.search(clause) is not None or based is not None)
    if ends and not sure:  # the words leave open which, or the row may be another's
        ends += itertools.combinations(range(last + 1), 2)
    return [_pair(row, a, b) for a, b in dict.fromkeys(ends) if 0 <= a < b]


def any_times(row: TimeRow) -> list[Cells]:
    """Any two cells of a row, the last ones first."""
    return [_pair(row, a, b) for a, b in itertools.combinations(range(len(row.cells)), 2)][::-1]


def _pair(row: TimeRow, a: int, b: int) -> Cells:
    (first, one), (second, other) = row.cells[a], row.cells[b]
    return one, other, int(second) - int(first) if first and second else b - a
