"""A table of the text as a table of the document, cell by cell."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from desktop.services.theme import Theme
from desktop.widgets.review.placed import PlacedMap
from desktop.widgets.review.prose import cell, paragraph

LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
MOST = 4000  # cells; a larger table stays the lines that it is


class Grid(NamedTuple):
    """A table in code points: its whole stretch, the spans of its cells by row, which columns hold numbers."""

    start: int
    end: int
    rows: tuple[tuple[tuple[int, int], ...], ...]
    numbers: frozenset[int]


def set_table(cursor: QTextCursor, placed: PlacedMap, text: str, grid: Grid, theme: Theme) -> None:
    """Put a table at the end of the document; afterwards the cursor stands behind it."""
    columns = max(len(row) for row in grid.rows)
    table = cursor.insertTable(len(grid.rows), columns, _format(theme))
    for r, row in enumerate(grid.rows):
        for c, (start, end) in enumerate(row):
            inside = table.cellAt(r, c).firstCursorPosition()
            inside.setBlockFormat(cell(RIGHT if c in grid.numbers else LEFT))
            placed.place(start, end, inside.position())
            inside.insertText(text[start:end], _header(theme) if r == 0 else QTextCharFormat())
    for c in range(columns):
        shape = table.cellAt(0, c).format()
        shape.setBackground(QColor(theme["sunken"]))
        table.cellAt(0, c).setFormat(shape)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.setBlockFormat(paragraph(theme))


def _format(theme: Theme) -> QTextTableFormat:
    made = QTextTableFormat()
    made.setBorder(1)
    made.setBorderCollapse(True)
    made.setBorderBrush(QBrush(QColor(theme["border"])))
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setCellPadding(theme.px(6))
    made.setCellSpacing(0)
    made.setTopMargin(theme.px(4))
    made.setBottomMargin(theme.px(8))
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 99))
    made.setHeaderRowCount(1)
    return made


def _header(theme: Theme) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.Bold)
    made.setForeground(QColor(theme["muted"]))
    return made
