"""A table beside an English sentence: its rows by name, and its columns of levels and of changes by time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.amounts import quote
from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.value import kept, value

_TOTAL: Final = re.compile(r"^(?:total|sum|all|overall|average|mean|other)\b", re.I)
_NOTE: Final = re.compile(r"\s*[(\[][^)\]]*[)\]]")
YEAR: Final = re.compile(r"(?:19|20)\d\d")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
_STOP: Final = re.compile(r"[.;](?=\s|$)")
_CHANGE: Final = re.compile(r"\b(?:change|growth|yoy|increase|decrease)\b", re.I)


@value
class Rows:
    """The named rows of a table, without its totals."""

    sheet: Sheet

    @kept
    def lines(self) -> dict[str, int]:
        """Row of each name in small letters; none of a table with two rows of one name."""
        told = [(_NOTE.sub("", self.sheet.label(r)).strip().lower(), r) for r in self.sheet.rows]
        kept = [
            (n, r) for n, r in told if len(n) > 2 and n.isascii() and not _TOTAL.match(n) and not n.isdigit()
        ]
        return dict(kept) if len({n for n, _ in kept}) == len(kept) >= 2 else {}

    @kept
    def words(self) -> str:
        """Any of the names as a pattern, the longest first."""
        return "|".join(re.escape(n) for n in sorted(self.lines, key=len, reverse=True))

    @kept
    def levels(self) -> tuple[tuple[int, str], ...]:
        """The columns of one first unit, with the year of each ("" where it has none), shares left out."""
        found: list[tuple[int, str]] = []
        first: str | None = None
        for col in self.sheet.cols:
            cells = [f for r in self.lines.values() if (f := self.sheet.at(r, col)) is not None]
            if (
                not col
                or len(cells) < 2
                or cells[0].unit in ("%", "pp")
                or _CHANGE.search(self.sheet.head(col))
            ):
                continue
            if first is None or same_dimension(first, cells[0].unit):
                first = cells[0].unit
                years = YEAR.findall(self.sheet.head(col))
                found.append((col, years[0] if len(years) == 1 else ""))
        return tuple(found)

    @kept
    def changes(self) -> tuple[int, ...]:
        """The columns that state changes in percent."""
        return tuple(
            c for c in self.sheet.cols
            if c and _CHANGE.search(self.sheet.head(c))
            and sum((f := self.sheet.at(r, c)) is not None and f.unit == "%" for r in self.lines.values()) >= 2
        )  # fmt: skip

    def of_years(self, years: set[str]) -> list[int]:
        """The columns of levels of some years; of the latest, or of all without a year, where none is named."""
        known = {y for _, y in self.levels if y}
        if years:
            return [c for c, y in self.levels if y in years]
        last = max(known, default="")
        return [c for c, y in self.levels if y == last]

    @kept
    def two_years(self) -> tuple[int, int] | None:
        """The columns of the latest two years of one quantity."""
        dated = sorted((y, c) for c, y in self.levels if y)
        return (dated[-2][1], dated[-1][1]) if len({y for y, _ in dated}) == len(dated) >= 2 else None

    def cell(self, name: str, col: int) -> Figure | None:
        """The amount of a row."""
        return self.sheet.at(self.lines[name.lower()], col)

    def title(self, name: str) -> Text:
        """A name as the table has it, in quotation marks."""
        return quote(self.sheet.label(self.lines[name.lower()]))

    def column(self, col: int) -> dict[str, Figure]:
        """The amounts of a column by name."""
        found = {n: self.sheet.at(r, col) for n, r in self.lines.items()}
        return {n: f for n, f in found.items() if f is not None and value_of(f) is not None}


def english_sentences(piece: Section) -> Iterator[tuple[Rows, str, int]]:
    """The English sentences of a section that name a row of a table near them: table, words and their offset."""
    if not piece.has_tables:
        return
    known: dict[str, Rows] = {}
    for start, line in piece.prose_lines:
        if _CHINESE.search(line):
            continue
        for sheet in piece.around(piece.start + start):
            rows = known.setdefault(sheet.key, Rows(sheet))
            if not rows.words or not rows.levels or not re.search(rows.words, line, re.I):
                continue
            at = 0
            for stop in (*(m.end() for m in _STOP.finditer(line)), len(line)):
                if re.search(rows.words, line[at:stop], re.I):
                    yield rows, line[at:stop], start + at
                at = stop
