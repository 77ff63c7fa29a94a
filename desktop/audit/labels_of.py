"""The labels of a table as words can name them: without notes and blanks, and apart from their year."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from desktop.audit.sheet import Sheet
from desktop.audit.table_names import TOTAL
from desktop.core.value import once

_NOISE: Final = re.compile(r"[（(][^）)]*[）)]|\s")
_OF_YEAR: Final = re.compile(r"(?:FY)?((?:19|20)\d\d)年?(.*)")
_ENDS: Final = ("", "末", "底", "全年")
_SHORT: Final = re.compile(r"(?:而|但|其中|论|看)?([\u4e00-\u9fff]{2,6})的$")


class Label(NamedTuple):
    """The name of a row or column, its year ("" where it has none), and its name without that."""

    plain: str
    year: str
    name: str

    def stands_in(self, about: str, year: str) -> bool:
        """Whether it stands in words: as a whole, or, of a year, as the year that a figure is of."""
        if self.year:
            return self.year == year and (not self.name or self.name in about)
        return len(self.name) >= 2 and self.name in about

    def is_said(self, clause: str, year: str) -> bool:
        """Whether the very clause says it, its year too; totals are said of many things."""
        if self.year:
            named = self.name in _ENDS or self.name in clause
            return self.year == year and named and self.year in clause
        return len(self.name) >= 2 and self.name in clause and not TOTAL.search(self.name)


@lru_cache(maxsize=5000)
def label_of(words: str) -> Label:
    """Read a label."""
    plain = _NOISE.sub("", words)
    found = _OF_YEAR.fullmatch(plain)
    return Label(plain, found[1], found[2]) if found else Label(plain, "", plain)


@once
def row_labels(sheet: Sheet) -> list[tuple[int, Label]]:
    """The rows of a table with their labels."""
    return [(row, label_of(sheet.label(row))) for row in sheet.rows]


@once
def row_names(sheet: Sheet) -> tuple[str, ...]:
    """What the rows of a table are called; of rows of years, the years."""
    labels = [label for _, label in row_labels(sheet)]
    return tuple(dict.fromkeys(n.year or n.name for n in labels if n.year or len(n.name) >= 2))


@once
def rows_by_year(sheet: Sheet) -> dict[str, list[tuple[int, str]]]:
    """The rows that are of a year, with what else they are called."""
    found: dict[str, list[tuple[int, str]]] = {}
    for row, label in row_labels(sheet):
        if label.year:
            found.setdefault(label.year, []).append((row, label.name))
    return found


@once
def _without_year(sheet: Sheet) -> list[tuple[int, str]]:
    return [(row, n.name) for row, n in row_labels(sheet) if not n.year and len(n.name) >= 2]


def rows_in(sheet: Sheet, about: str, year: str) -> list[int]:
    """The rows whose labels stand in words, as wholes, or, of a year, as the year that a figure is of."""
    rows = [row for row, name in _without_year(sheet) if name in about]
    return rows + [row for row, name in rows_by_year(sheet).get(year, ()) if not name or name in about]


@once
def col_labels(sheet: Sheet) -> list[tuple[int, Label]]:
    """The columns of a table with their heads."""
    return [(col, label_of(sheet.head(col))) for col in sheet.cols]


def is_said_briefly(head: str, clause: str) -> bool:
    """Whether a clause names a column by its first two characters: 蓝椒 of 蓝椒分期."""
    plain = label_of(head).plain
    return len(plain) > 2 and not plain[:2].isascii() and plain[:2] in clause


def by_short_name(sheet: Sheet, clause: str) -> list[int]:
    """The one row whose name begins with a word that opens the clause: 拾光的4小时 of 拾光工位."""
    opening = _SHORT.match(clause) if clause.endswith("的") else None
    return [r for r, label in row_labels(sheet) if label.plain.startswith(opening[1])] if opening else []
