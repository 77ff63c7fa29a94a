"""A table beside English sentences: its rows by label (years, months, names), its columns by the words of heads."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.english_number import COUNTED, SHARE, Number
from desktop.audit.english_words import one_of
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.units import unit
from desktop.core.value import kept, once, value

_NOTE: Final = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_WORD: Final = re.compile(r"[a-z]{3,}")
_IDLE: Final = frozenset(
    ("the", "per", "and", "for", "one", "end", "year", "total", "number", "average", "rate", "share", "new")
)
_TOTAL: Final = re.compile(r"^(?:total|sum|all|overall|average|mean)\b", re.I)
_LEAST: Final = 3


@value
class Column:
    """A column: its head without its unit, the kind of its numbers, and its cells by row."""

    head: str
    kind: str
    cells: dict[int, Figure]

    @kept
    def values(self) -> dict[int, Interval]:
        """What each cell allows."""
        return {r: own for r, f in self.cells.items() if (own := as_claim(f)) is not None}

    @kept
    def words(self) -> frozenset[str]:
        """The words that name it."""
        return frozenset(one_of(w) for w in _WORD.findall(self.head.lower())) - _IDLE

    def has(self, row: int, own: Number) -> bool:
        """Whether a cell has a number."""
        cell = self.values.get(row)
        return (
            cell is not None
            and cell.meets(own.allows)
            and (self.kind == own.kind or COUNTED in (self.kind, own.kind))
        )

    def anywhere(self, own: Number) -> bool:
        """Whether any cell prints a number."""
        return any(value_of(f) == own.point for f in self.cells.values())

    def named(self, words: str, own: Number | None) -> bool:
        """Whether words hold all of those of its head, or a number counts what it does."""
        told = {one_of(w) for w in _WORD.findall(words.lower())}
        return bool(self.words) and (
            self.words <= told or (own is not None and own.noun != "" and {own.noun} == self.words)
        )


@value
class Grid:
    """The rows and the columns of a table."""

    labels: dict[int, str]
    columns: tuple[Column, ...]

    def row_of(self, word: str) -> int | None:
        """The row of a label."""
        return next((r for r, w in self.labels.items() if w.lower() == word.lower()), None)

    def rows_in(self, words: str) -> list[int]:
        """The rows that words name."""
        return [
            r for r, w in self.labels.items() if re.search(rf"(?<![\w-]){re.escape(w)}(?![\w-])", words, re.I)
        ]


@once
def grid(sheet: Sheet) -> Grid | None:
    """A table with rows of different names and at least one column of numbers; None of any other."""
    labels = {r: _NOTE.sub("", sheet.label(r)).strip() for r in sheet.rows}
    labels = {r: w for r, w in labels.items() if len(w) > 2 and w.isascii() and not _TOTAL.match(w)}
    if len({w.lower() for w in labels.values()}) < max(_LEAST, len(labels)):
        return None
    columns = []
    for col in sheet.cols:
        cells = {
            r: f for r in labels if col and (f := sheet.at(r, col)) is not None and value_of(f) is not None
        }
        kinds = {_kind(f) for f in cells.values()}
        if len(cells) == len(labels) and len(kinds) == 1:
            columns.append(Column(_NOTE.sub("", sheet.head(col)).strip(), kinds.pop(), cells))
    return Grid(labels, tuple(columns)) if columns else None


def _kind(figure: Figure) -> str:
    if figure.unit == "%":
        return SHARE
    if figure.unit == "person" or figure.unit.startswith("count:"):
        return COUNTED
    known = unit(figure.unit)
    return known.dimension if known is not None else figure.unit
