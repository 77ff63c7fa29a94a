"""The article of a review: real tables, chips at headings, and a mark under everything that was found."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QMimeData, QPoint, QRectF, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QWidget

from desktop.core.review_marks import WIDE, Mark, Marks
from desktop.services.theme import Theme
from desktop.widgets.review.boxes import block_box, line_boxes
from desktop.widgets.review.chip import KIND, OBJECT, ChipInk, chip_format
from desktop.widgets.review.grid import Grid, set_table
from desktop.widgets.review.ink import paint_bar, paint_mark
from desktop.widgets.review.placed import PlacedMap
from desktop.widgets.review.prose import paragraph, set_prose
from desktop.widgets.source_text import SourceText

MARGIN = 22
LARGE = 15  # pixels of a heading


class Heading(NamedTuple):
    """A heading in code points, and the chip that stands at its end."""

    start: int
    end: int
    chip: str
    tone: str


class ReviewText(SourceText):
    """Marks are painted, never set: the text is laid out once, however many items are accepted.

    ``selected`` tells code points of a selection by the reader, (0, 0) when there is none any more.
    """

    selected = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, parent)
        self._format.setDocument(None)  # marks are painted, and headings set as they are put in
        self._marks, self._current = Marks([]), (0, 0)
        self._sections: tuple[Heading, ...] = ()
        self._grids: tuple[Grid, ...] = ()
        self._chips = ChipInk(theme, self)
        self.document().documentLayout().registerHandler(KIND, self._chips)

    def show_article(self, text: str, sections: tuple[Heading, ...], grids: tuple[Grid, ...]) -> None:
        """Show another text, without marks; headings and grids in the order of the text."""
        self._text, self._sections, self._grids = text, sections, grids
        self._marks, self._current, self._found = Marks([]), (0, 0), []
        self._fill()

    def show_marks(self, marks: Marks, current: tuple[int, int]) -> None:
        """Mark the text; ``current`` is the stretch that is emphasised."""
        self._marks, self._current = marks, current
        self.viewport().update()

    def show_chips(self, sections: tuple[Heading, ...]) -> None:
        """Show what the chips say now; the text is set again only when one changed."""
        if sections != self._sections:
            self._sections = sections
            self._fill()

    def bring(self, start: int, end: int) -> None:
        """Scroll a stretch into view."""
        self._reveal(start, end)

    def select(self, start: int, end: int) -> None:
        """Select a stretch as if by the mouse, and bring it into view."""
        self.setTextCursor(self._cursor(start, end))
        self._reveal(start, end)
        self.selected.emit(*self.selection())

    def selection(self) -> tuple[int, int]:
        """Return the selected stretch in code points, without the blanks around it; (0, 0) for none."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return (0, 0)
        start = self._map.to_code_point(cursor.selectionStart())
        end = self._map.to_code_point(cursor.selectionEnd())
        words = self._text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        return (start, end) if start < end else (0, 0)

    def boxes_of(self, mark: Mark) -> list[QRectF]:
        """Return the boxes of a mark's lines in the viewport."""
        return self._boxes(mark.start, mark.end)

    def box_of(self, start: int, end: int) -> QRectF:
        """Return where a stretch ends in the viewport: the box of its last line."""
        boxes = self._boxes(start, end)
        return boxes[-1] if boxes else QRectF()

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._chips.theme = theme
        super().restyle(theme)
        self.setStyleSheet(
            f"ReviewText {{ background: {theme['surface']}; border: 0; }} ReviewText:focus {{ border: 0; }}"
        )
        self.document().setDocumentMargin(theme.px(MARGIN))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks that are in view, then the words over them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._marks.within(*self.in_view()):
            current = (mark.start, mark.end) == self._current
            if mark.kind in WIDE:
                boxes = self._ends(mark)
                left = self._theme.px(MARGIN / 2) - self.horizontalScrollBar().value()
                paint_bar(painter, self._theme, mark, left, boxes, current=current)
            else:
                paint_mark(painter, self._theme, mark, self._boxes(mark.start, mark.end), current=current)
        painter.end()
        super().paintEvent(event)

    def offset_at(self, point: QPoint) -> int:
        """Return the code point at a place of the viewport."""
        return self._map.to_code_point(self.cursorForPosition(point).position())

    def in_view(self) -> tuple[int, int]:
        """Return the code points between the first and the last line that are visible."""
        rect = self.viewport().rect()
        first, last = (self.cursorForPosition(p).position() for p in (rect.topLeft(), rect.bottomRight()))
        return self._map.to_code_point(first), self._map.to_code_point(last) + 1

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a selection that is complete."""
        super().mouseReleaseEvent(event)
        self.selected.emit(*self.selection())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click selects a word."""
        super().mouseDoubleClickEvent(event)
        self.selected.emit(*self.selection())

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Tell of a selection made with the keyboard."""
        super().keyReleaseEvent(event)
        self.selected.emit(*self.selection())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current mark in view."""
        super().resizeEvent(event)
        if self._current[1]:
            self._reveal(*self._current)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the text itself, without chips and with its table lines."""
        data = QMimeData()
        start, end = self.selection()
        data.setText(self._text[start:end])
        return data

    def _fill(self) -> None:
        """Set the document anew."""
        place, current = self.verticalScrollBar().value(), self._current
        self._current = (0, 0)  # a scroll bar may come or go while the text is not all there
        document = self.document()
        document.clear()
        self._map = placed = PlacedMap(self._text)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        cursor.setBlockFormat(paragraph(self._theme))
        at, headings = 0, set[int]()
        for start, piece in sorted(
            [(h.start, h) for h in self._sections] + [(g.start, g) for g in self._grids], key=lambda p: p[0]
        ):
            if start < at:
                continue  # a heading inside a table
            if isinstance(piece, Grid):
                before = start - 1 if self._text[start - 1 : start] == "\n" else start
                self._put(cursor, placed, at, max(at, before))
                set_table(cursor, placed, self._text, piece, self._theme)
                at = piece.end + (self._text[piece.end : piece.end + 1] == "\n")
                continue
            self._put(cursor, placed, at, start)
            headings.add(cursor.position())
            self._put(cursor, placed, start, piece.end, _heading(self._theme))
            if piece.chip:
                cursor.insertText(OBJECT, chip_format(piece.chip, piece.tone))
            at = piece.end
        self._put(cursor, placed, at, len(self._text))
        self._headings = frozenset(headings)
        cursor.endEditBlock()
        set_prose(document, self._headings, self._theme)
        self.verticalScrollBar().setValue(place)
        self._current = current
        self._select()

    def _put(
        self,
        cursor: QTextCursor,
        placed: PlacedMap,
        start: int,
        end: int,
        shape: QTextCharFormat | None = None,
    ) -> None:
        if end > start:
            placed.place(start, end, cursor.position())
            cursor.insertText(self._text[start:end], shape or QTextCharFormat())

    def _select(self) -> None:
        """Light what a search found; items are marked by painting."""
        self._lit = None
        super()._select()

    def _boxes(self, start: int, end: int) -> list[QRectF]:
        """Return the box of each line that a stretch takes, in the viewport."""
        first = self._map.to_utf16(start)
        last = self._map.to_utf16(end - 1) + len(self._text[end - 1 : end].encode("utf-16-le")) // 2
        return [self._in_viewport(box) for box in line_boxes(self.document(), first, last)]

    def _ends(self, mark: Mark) -> list[QRectF]:
        """Return the boxes of the first and the last paragraph of a statement, heading or table."""
        places = (self._map.to_utf16(at) for at in (mark.start, mark.end - 1))
        return [self._in_viewport(block_box(self.document(), place)) for place in places]

    def _in_viewport(self, box: QRectF) -> QRectF:
        return box.translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())


def _heading(theme: Theme) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.Bold)
    made.setProperty(QTextFormat.Property.FontPixelSize.value, theme.px(LARGE))
    return made
