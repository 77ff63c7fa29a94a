"""How the article of a review is set: lines far enough apart to read and to mark."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from desktop.services.theme import Theme
from desktop.widgets.source_format import HEIGHT, is_table_line

LEADING, TIGHT, BLANK = 158, 120, 50  # per cent


def paragraph(theme: Theme) -> QTextBlockFormat:
    """Return the format of an ordinary paragraph, with which the text is put in."""
    made = QTextBlockFormat()
    made.setLineHeight(LEADING, HEIGHT)
    made.setBottomMargin(theme.px(4))
    return made


def cell(alignment: Qt.AlignmentFlag) -> QTextBlockFormat:
    """Return the format of a table's cell."""
    made = QTextBlockFormat()
    made.setLineHeight(TIGHT, HEIGHT)
    made.setAlignment(alignment)
    return made


def set_prose(document: QTextDocument, headings: frozenset[int], theme: Theme) -> None:
    """Space what is no ordinary paragraph: headings, empty lines, lines of tables that stayed lines."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    while block.isValid():
        words, shape = block.text(), None
        if block.position() in headings:
            shape = QTextBlockFormat()
            shape.setLineHeight(LEADING, HEIGHT)
            shape.setTopMargin(theme.px(14) if block.blockNumber() else 0)
        elif not words.strip():
            shape = QTextBlockFormat()
            shape.setLineHeight(BLANK, HEIGHT)
        elif is_table_line(words):
            shape = cell(Qt.AlignmentFlag.AlignLeft)
        if shape is not None:
            cursor.setPosition(block.position())
            cursor.setBlockFormat(shape)
        block = block.next()
    cursor.endEditBlock()
