"""The rows of tables along their times, and which of them words or numbers of a sentence speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from desktop.audit.interval import as_claim
from desktop.audit.keys import same_dimension
from desktop.audit.lines_of_time import lines_of_time
from desktop.audit.series import Series, meant
from desktop.audit.sheet import Sheet
from desktop.audit.table_names import noun
from desktop.core.figure import Figure
from desktop.core.value import once

_DIGITS: Final = re.compile(r"\d")
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_TELLING: Final = 3  # digits of a number that no other is likely to have


class TimeRow(NamedTuple):
    """The values of a line in the order of their times; ``noun`` is what its fields are called (游客 of 2019年游客).

    ``beside`` is whether the table has other fields.
    """

    name: str
    cells: tuple[tuple[str, Figure], ...]
    noun: str = ""
    beside: bool = False


@once
def time_rows(sheet: Sheet) -> list[TimeRow]:
    """The lines of a table along its times, also of one that has fields of one noun at two times among others."""
    found = [
        TimeRow(line.name, line.cells, noun(sheet.head(line.cells[0][1].col or 0)))
        for own in lines_of_time(sheet)
        for line in own.own.values()
    ]
    if found:
        return found
    for names in sheet.by_names:
        kinds = [names.nouns[a] for a, _ in names.times]
        for a, b in names.times if len(set(kinds)) == len(kinds) else ():
            for name, line in names.lines.items():
                cells = [
                    (_year(names.fields[f]), c) for f in (a, b) if (c := names.cell(line, f)) is not None
                ]
                if len(cells) == 2:
                    label = name + (names.nouns[a] if len(kinds) > 1 else "")
                    found.append(TimeRow(label, tuple(cells), names.nouns[a], beside=True))
    return found


def _year(words: str) -> str:
    year = _YEAR.search(words)
    return year[1] if year is not None else ""


def row_named(rows: Sequence[TimeRow], words: str) -> TimeRow | None:
    """The row that words name best; None where two are named as well."""
    found = meant([Series(line.name, ()) for line in rows], words)
    return next((line for line in rows if found and line.name == found[0].name), None)


def row_last_named(rows: Sequence[TimeRow], clause: str, before: str) -> TimeRow | None:
    """The line that was named last of those that a short name may mean: 收入 of 营业收入 and 线上收入."""
    like = [line for line in rows if len(line.name) > 2 and line.name[-2:] in clause]
    at = [before.rfind(line.name) for line in like]
    return like[at.index(max(at))] if len(like) > 1 and max(at) >= 0 else None


def rows_with_last(rows: Sequence[TimeRow], before: Sequence[Figure]) -> list[tuple[TimeRow, int]]:
    """The lines that have the number told last; shares that were worked out of it may stand behind it."""
    for figure in reversed(before):
        held = _with(rows, figure)
        if held or figure.unit != "%":
            return held
    return []


def _with(rows: Sequence[TimeRow], told_last: Figure) -> list[tuple[TimeRow, int]]:
    """The lines that have a number, and where."""
    if len(_DIGITS.findall(told_last.as_printed)) < _TELLING:
        return []
    return [(line, k) for line in rows for k, (_, cell) in enumerate(line.cells) if is_cell(cell, told_last)]


def is_cell(cell: Figure, other: Figure) -> bool:
    """Whether a cell has a number of the text, also where its unit stands in a note only (单位：亿元)."""
    if same_dimension(cell.unit, other.unit):
        one, two = as_claim(cell), as_claim(other)
        return one is not None and two is not None and one.meets(two)
    digits = "".join(_DIGITS.findall(other.as_printed))
    return not cell.unit and "".join(_DIGITS.findall(cell.as_printed)) == digits and len(digits) >= _TELLING
