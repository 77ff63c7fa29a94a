"""A table as in the source, cell by cell, with typed columns."""

from __future__ import annotations

from desktop.core.span import Anchor, OriginalRef
from desktop.core.text import Text
from desktop.core.value import value


@value
class Column:
    """A column: its header without the unit, its kind (label, quantity, date, text) and common unit."""

    id: str
    col: int
    name: Text
    kind: str
    unit: str = ""


@value
class Cell:
    """One cell; row 0 is the header. ``text`` is None where the source gives no value."""

    id: str
    table: str
    row: int
    col: int
    text: str | None
    text_en: str
    anchor: Anchor
    original: OriginalRef | None = None

    def shown(self) -> Text:
        """The cell in both languages; a missing value is a dash, never a zero."""
        if self.text is None:
            return Text("—", "—")
        return Text(self.text, self.text_en or self.text)


@value
class Table:
    """``rows`` holds the body, ``rows[r - 1][c]`` being the cell at row r and column c."""

    id: str
    factor: str
    order: int
    title: Text
    columns: tuple[Column, ...]
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    anchor: Anchor
    original: OriginalRef | None = None

    def cell(self, row: int, col: int) -> Cell | None:
        """Return the cell at a row (0 = header) and column, or None for a ragged row."""
        line = self.header if row == 0 else self.rows[row - 1] if 0 < row <= len(self.rows) else ()
        return line[col] if 0 <= col < len(line) else None
