"""Ruled tables of a PDF page, cell by cell; tables without rules are only noticed."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from desktop.importers.readers.pdf_lines import Line, joined

_LONGEST: Final = 30  # characters of a cell; longer ones are columns of prose
Box = tuple[float, float, float, float]


class Ruled(NamedTuple):
    """A table between rules: its place on the page, where its columns begin, its rows."""

    box: Box
    columns: tuple[float, ...]
    rows: list[list[str]]


def ruled(page: Any) -> list[Ruled]:
    """Return the tables of a page whose cells are drawn, top to bottom."""
    found = []
    for table in page.find_tables():
        rows = table.rows
        xs = sorted({round(cell[0], 1) for cell in table.cells})
        xs = [x for n, x in enumerate(xs) if n == 0 or x - xs[n - 1] > 2]
        if len(rows) < 2 and len(xs) < 2:
            continue
        words: list[list[str | None]] = table.extract(x_tolerance=2, y_tolerance=3)
        grid = []
        for r, row in enumerate(rows):
            made = []
            for c, cell in enumerate(row.cells):
                text = words[r][c] if r < len(words) and c < len(words[r]) else None
                if cell is None:
                    text = _covering(table, words, r, c)
                made.append(_one_line(text or ""))
            grid.append(made)
        if any(any(row) for row in grid):
            found.append(Ruled(table.bbox, tuple(xs), grid))
    return sorted(found, key=lambda one: (one.box[1], one.box[0]))


def _covering(table: Any, words: list[list[str | None]], r: int, c: int) -> str | None:
    """Return the words of the merged cell that covers a place of the grid."""
    beside = [row.cells[c] for row in table.rows if c < len(row.cells) and row.cells[c]]
    across = [cell for cell in table.rows[r].cells if cell]
    if not beside or not across:
        return None
    x = min(
        (cell[0] + cell[2]) / 2 for cell in beside if cell[2] - cell[0] == min(b[2] - b[0] for b in beside)
    )
    y = min(
        (cell[1] + cell[3]) / 2 for cell in across if cell[3] - cell[1] == min(b[3] - b[1] for b in across)
    )
    for other, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            if cell and cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]:
                return words[other][column]
    return None


def _one_line(text: str) -> str:
    whole = ""
    for part in text.split("\n"):
        whole = joined(whole, part.strip())
    return whole


def unruled(lines: list[Line]) -> list[tuple[int, int]]:
    """Return runs (first, behind) of at least three lines whose words stand in the same columns."""
    runs, first = [], 0
    for n in range(1, len(lines) + 1):
        if n < len(lines) and _alike(lines[n - 1], lines[n]):
            continue
        if n - first >= 3 and all(
            len(words) <= _LONGEST for line in lines[first:n] for _, _, words in line.cells
        ):
            runs.append((first, n))
        first = n
    return runs


def rows_of(lines: list[Line]) -> list[list[str]]:
    """Put the words of a table without rules into the columns of its fullest line."""
    columns = max((line.cells for line in lines), key=len)
    rows = []
    for line in lines:
        row = [""] * len(columns)
        for a, b, words in line.cells:
            at = min(range(len(columns)), key=lambda n: _apart((a, b), columns[n]))
            row[at] = joined(row[at], words)
        rows.append(row)
    return rows


def _apart(one: tuple[float, float], other: tuple[float, float, str]) -> float:
    """Return how far two stretches are from each other; below zero by as much as they share."""
    return max(one[0], other[0]) - min(one[1], other[1])


def _alike(one: Line, other: Line) -> bool:
    few, many = sorted((one.cells, other.cells), key=len)
    if len(few) < 2 or len(many) - len(few) > 1 or not 0 < other.top - one.top < 4 * one.size:
        return False
    return all(any(_apart((a, b), cell) < 0 for cell in many) for a, b, _ in few)
