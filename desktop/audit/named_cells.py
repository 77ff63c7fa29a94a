"""The cell of a table that words name by its row and its column, beside a number or far from it."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.keys import same_dimension
from desktop.audit.labels_of import (
    by_short_name,
    col_labels,
    is_said_briefly,
    label_of,
    row_labels,
    row_names,
    rows_in,
)
from desktop.audit.leftover import may_stand
from desktop.audit.sheet import Sheet
from desktop.audit.year_rows import year_of
from desktop.core.figure import Figure

_REST: Final = re.compile(
    r"其余|其他|其它|之外|以外|除了|除去|excluding|other than", re.I
)  # all rows but the named one
LEFT: Final = ("从", "由")  # 到2023年，收入从15.4亿元跌到…: no value of that year
_MOST: Final = re.compile(r"([\u4e00-\u9fff])得最[\u4e00-\u9fff]")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def cell_named(sheet: Sheet, figure: Figure, clause: str, about: str, sentence: str) -> Figure | None:
    """The cell that a clause names; ``about`` has also what its number was read as, ``sentence`` the words before."""
    year = year_of(figure)
    rows = rows_in(sheet, about, year)
    if len(rows) > 1 and len(own := rows_in(sheet, clause, year)) == 1:
        rows = own  # the number was read as one of another row
    short = by_short_name(sheet, clause)
    if not rows and not short:
        return None
    if short and not any(label_of(sheet.label(r)).plain in clause for r in rows):
        rows = short
    if len(rows) != 1 or (_REST.search(about) and not _REST.search(sheet.label(rows[0]))):
        return None
    found = []
    for col in sheet.cols:
        cell = sheet.at(rows[0], col)
        if cell is None or cell.role == "change" or not _comparable(cell, figure):
            continue
        found.append((label_of(sheet.head(col)).stands_in(about, year), col, cell))
    said = [cell for _, col, cell in found if is_said_briefly(sheet.head(col), clause)]
    if len(said) == 1:
        return said[0]
    named = [cell for hit, _, cell in found if hit]
    if len(named) == 1:
        return named[0]
    told = [cell for _, _, cell in found if is_by_verb(sheet, cell, about)] if not named else []
    if len(told) == 1:
        return told[0]
    if not figure.unit:
        return None  # a bare number under a header that the clause does not name
    label = label_of(sheet.label(rows[0])).plain
    if len(found) != 1 or named or len(label) < 2 or _YEAR.search(sheet.label(rows[0])):
        return None
    if label not in sentence or not may_stand(sheet.head(found[0][1]), figure, clause):
        return None  # carried over from an earlier sentence, or a mean where a total is told
    return found[0][2]


def is_by_verb(sheet: Sheet, cell: Figure, words: str) -> bool:
    """Whether words call the column of a cell by its verb: 下关亏得最多，达205万元, of 亏损."""
    verb = _MOST.search(words)
    return verb is not None and verb[1] in label_of(sheet.head(cell.col or 0)).name


def names_alone(figure: Figure, clause: str) -> bool:
    """Whether a clause can say by itself which cell of a table far away is meant."""
    return len(clause) >= 4 and bool(figure.unit) and not (clause.endswith(LEFT) or _REST.search(clause))


def cell_far(sheet: Sheet, figure: Figure, clause: str) -> Figure | None:
    """The cell of a table of an earlier section: of the row and of the column that the very clause names."""
    if not any(map(clause.__contains__, row_names(sheet))):
        return None
    year = year_of(figure)
    rows = [row for row, label in row_labels(sheet) if label.is_said(clause, year)]
    cols = [col for col, head in col_labels(sheet) if head.is_said(clause, year)] if rows else []
    cells = (sheet.at(row, col) for row in rows for col in cols)
    found = [c for c in cells if c is not None and c.role != "change" and same_dimension(c.unit, figure.unit)]
    return found[0] if len(found) == 1 else None


def _comparable(cell: Figure, figure: Figure) -> bool:
    """A bare number under a header may be a count of anything that the text counts."""
    return same_dimension(cell.unit, figure.unit) or (not cell.unit and figure.unit.startswith("count:"))
