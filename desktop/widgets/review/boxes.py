"""Where stretches of a document stand on its page; all in UTF-16 units and the document's coordinates."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument


def line_boxes(document: QTextDocument, first: int, last: int) -> Iterator[QRectF]:
    """Yield the box of each line that ``first``..``last`` takes."""
    block = document.findBlock(first)
    while block.isValid() and block.position() < last:
        yield from _in_block(document, block, first, last)
        block = block.next()


def block_box(document: QTextDocument, position: int) -> QRectF:
    """Return the box of the paragraph at a position."""
    return document.documentLayout().blockBoundingRect(document.findBlock(position))


def _in_block(document: QTextDocument, block: QTextBlock, first: int, last: int) -> Iterator[QRectF]:
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    layout, position = block.layout(), block.position()
    start, end = max(0, first - position), min(last - position, block.length() - 1)
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        left, right = line.textStart(), line.textStart() + line.textLength()
        if right <= start or left >= end:
            continue
        x1, x2 = (_x(line.cursorToX(n)) for n in (max(start, left), min(end, right)))
        height = min(line.height(), line.ascent() + line.descent() + 2)
        yield QRectF(origin.x() + x1, origin.y() + line.y(), x2 - x1, height + 1)


def _x(place: object) -> float:
    """PySide returns x with the cursor position, which its stubs do not know."""
    x = place[0] if isinstance(place, tuple) else place
    return float(x)  # type: ignore[arg-type]
