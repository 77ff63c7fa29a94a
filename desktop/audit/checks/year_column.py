"""A column of years that has one twice, or one out of its order: 2020, 2021, 2020, 2023."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.sheet import Sheet
from desktop.audit.time_order import odd_one
from desktop.core.finding import Finding
from desktop.core.table import Cell
from desktop.core.text import Text, same

KEY: Final = "year_column"
_YEAR: Final = re.compile(r"\s*((?:19|20)\d\d)\s*年?(?:度|末|底)?\s*")
_LEAST: Final = 4  # years among which one can be told to be out of order
TWICE: Final = Text(
    "表中{0}出现了两次：同一年不会有两行数。", "The table has {0} twice: no year has two rows."
)
ORDER: Final = Text(
    "表中各行按年份先后排列，{0}却排在{1}之后。",
    "The rows of the table run by years, but {0} stands after {1}.",
)


@check(KEY, "表中年份", "years of a table", "table")
def run(sheet: Sheet, _world: World) -> Iterable[Result]:
    """Check that each year is there once, and in its place."""
    rows = [(row[0], _year(row[0])) for row in sheet.table.rows if row and _year(row[0])]
    if len(rows) == len(sheet.table.rows) and len(rows) > 1 and not _has_names(sheet):
        yield from _held(sheet, rows)
    heads = [(cell, _year(cell)) for cell in sheet.table.header[1:] if _year(cell)]
    if len(heads) > 1 and len(heads) == len(sheet.table.header) - 1:
        yield from _held(sheet, heads)


def _year(cell: Cell) -> int:
    found = _YEAR.fullmatch(cell.text or "")
    return int(found[1]) if found is not None else 0


def _has_names(sheet: Sheet) -> bool:
    """Whether a second column names what a row is of, so that a year may have several rows."""
    return any(len(row) > 1 and not re.search(r"\d|^[-—–]*$", row[1].text or "") for row in sheet.table.rows)


def _held(sheet: Sheet, cells: list[tuple[Cell, int]]) -> Iterable[Result]:
    years = [year for _, year in cells]
    again = next((n for n in range(1, len(years)) if years[n] in years[:n]), None)
    if again is not None:
        if len(set(years)) != len(years) - 1:
            return  # several years twice: the rows are of something else
        first = cells[years.index(years[again])][0]
        said = TWICE.format(quote((cells[again][0].text or "").strip()))
        yield _told(sheet, cells[again][0], first, f"{years[again]} = {years[again]}", said)
        return
    if len(years) > 1 and years in (sorted(years), sorted(years, reverse=True)):
        starts = {cell.anchor.start for cell, _ in cells}
        if dates := [f for f in sheet.figures if f.is_date and f.anchor.start in starts]:
            yield say.passed(KEY, dates)
        return
    wrong = odd_one(years) if len(years) >= _LEAST and not _sorted_by_value(sheet) else None
    if wrong is not None:
        one, other = cells[wrong][0], cells[wrong - 1][0]
        said = ORDER.format(quote((one.text or "").strip()), quote((other.text or "").strip()))
        yield _told(sheet, one, other, f"{years[wrong]} < {years[wrong - 1]}", said)


def _sorted_by_value(sheet: Sheet) -> bool:
    """Whether some column runs up or down, so that the rows may be in its order."""
    for col in sheet.cols[1:]:
        values = [
            v
            for row in sheet.rows
            if (f := sheet.at(row, col)) is not None and (v := value_of(f)) is not None
        ]
        if len(values) == len(sheet.rows) and sorted(values) in (values, values[::-1]):
            return True
    return False


def _told(sheet: Sheet, one: Cell, other: Cell, written: str, said: Text) -> Finding:
    figures = [f.id for f in sheet.figures if f.anchor.start == one.anchor.start] or [sheet.table.id]
    return say.told(
        KEY, "inconsistent", tuple(figures), (), same(written), said, (one.anchor, other.anchor), tag=one.id
    )
