"""A source text to read: lights sentence and span, finds words, tells where it was clicked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.core.passage import Passage
from desktop.core.span import Utf16Map
from desktop.core.stretches import Stretch
from desktop.services.theme import FONT, Theme
from desktop.widgets.source_format import UNDERLINES, SourceFormat, Underline, set_paragraphs

TINT = 0.38
ABOVE = 0.3


class SourceText(QTextEdit):
    """Offsets of this interface are code points of the text shown; only here they become UTF-16 units.

    The text is never read back from the document, and lighting never changes the document.
    """

    chosen_at = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(keyboard | Qt.TextInteractionFlag.TextSelectableByMouse)
        self._theme = theme
        self._text, self._map = "", Utf16Map("")
        self._headings: frozenset[int] = frozenset()
        self._format = SourceFormat(self.document(), theme)
        self._lit: tuple[tuple[int, int], tuple[int, int]] | None = None
        self._found: list[int] = []
        self._found_length = self._found_at = 0

    def show_text(self, text: str, headings: list[int], stretches: tuple[Stretch, ...]) -> None:
        """Show another text with the items in it; nothing is lit."""
        self._text, self._map = text, Utf16Map(text)
        to16 = self._map.to_utf16
        self._headings = frozenset(to16(at) for at in headings)
        marked = [
            Underline(to16(s.start), to16(s.end), s.kind, s.tone) for s in stretches if s.kind in UNDERLINES
        ]
        self._format.show(self._headings, marked)
        self._lit, self._found = None, []
        self.verticalScrollBar().setValue(0)  # another text begins at its beginning
        self._fill()

    def set_marked(self, marked: bool) -> None:
        """Underline the items or not."""
        self._format.marked = marked
        self._fill()

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._theme = theme
        self.document().setDocumentMargin(theme.px(10))
        self.setStyleSheet(
            f"SourceText {{ font-family: '{FONT}'; background: {theme['sunken']};"
            f" border: 1px solid {theme['border']};"
            f" border-radius: {theme.px(6)}px; }} SourceText:focus {{ border-color: {theme['focus_ring']}; }}"
        )
        self._format.restyle(theme)
        self._fill()

    def light(self, passage: Passage | None) -> None:
        """Light the sentence of a passage and, stronger, its span, and bring it into view; None: nothing."""
        if passage is None or not passage.found:
            self._lit = None
            self._select()
            return
        self._lit = (passage.sentence, (passage.start, passage.end))
        self._select()
        self._reveal(passage.sentence[0], passage.end)

    def lit(self) -> tuple[str, str]:
        """Return the sentence and the span that are lit, as the text has them."""
        sentence, span = self._lit or ((0, 0), (0, 0))
        return self._text[slice(*sentence)], self._text[slice(*span)]

    def find_words(self, words: str) -> int:
        """Light every occurrence of some words, whatever the case of letters; returns how many there are."""
        haystack, needle = self._text.lower(), words.lower()
        if len(haystack) != len(self._text):  # a letter whose small form is longer: find it as it is written
            haystack, needle = self._text, words
        self._found, at = [], haystack.find(needle) if needle else -1
        while at >= 0:
            self._found.append(at)
            at = haystack.find(needle, at + len(needle))
        self._found_length, self._found_at = len(needle), -1
        if self._found:
            here = self.offset_in_view()
            self._found_at = next((n for n, at in enumerate(self._found) if at >= here), 0) - 1
        return len(self._found)

    def step_found(self, step: int) -> int:
        """Go to the next (1) or previous (-1) occurrence; returns its number from 1, or 0 without any."""
        if self._found:
            self._found_at = (self._found_at + step) % len(self._found)
            at = self._found[self._found_at]
            self._reveal(at, at + self._found_length)
        self._select()
        return self._found_at + 1 if self._found else 0

    def offset_in_view(self) -> int:
        """Return the code point at the top of what is visible."""
        return self._map.to_code_point(self.cursorForPosition(self.viewport().rect().topLeft()).position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click (not the end of a drag) chooses what stands there."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._choose(self.cursorForPosition(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses what the cursor stands in."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.textCursor())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in view what is lit."""
        super().resizeEvent(event)
        if self._lit is not None:
            self._reveal(self._lit[0][0], self._lit[1][1])

    def _fill(self) -> None:
        """Set the document anew, which is much faster than highlighting all of it again, line by line."""
        place, lit = self.verticalScrollBar().value(), self._lit
        self._lit = None  # a scroll bar may come or go while the text is not all there
        self.setPlainText(self._text)
        set_paragraphs(self.document(), self._headings, self._theme)
        self.verticalScrollBar().setValue(place)
        self._lit = lit
        self._select()

    def _choose(self, cursor: QTextCursor) -> None:
        self.chosen_at.emit(self._map.to_code_point(cursor.position()))

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._map.to_utf16(start))
        cursor.setPosition(self._map.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _select(self) -> None:
        theme, selections = self._theme, []
        strong = QColor(theme["highlight"])
        tint = QColor(strong)
        tint.setAlphaF(TINT)
        if self._lit is not None:
            sentence, span = self._lit
            selections.append(self._selection(*sentence, tint))
        for number, at in enumerate(self._found):
            colour = QColor(theme["selection"] if number == self._found_at else theme["accent_bg"])
            selections.append(self._selection(at, at + self._found_length, colour))
        if self._lit is not None and "\n" not in self._text[slice(*span)]:
            selections.append(self._selection(*span, strong, QColor(theme["highlight_text"])))
        self.setExtraSelections(selections)

    def _selection(
        self, start: int, end: int, background: QColor, foreground: QColor | None = None
    ) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        style = QTextCharFormat()
        style.setBackground(background)
        if foreground is not None:
            style.setForeground(foreground)
        selection.format, selection.cursor = style, self._cursor(start, end)
        return selection

    def _reveal(self, start: int, end: int) -> None:
        """Scroll so that a passage is in view, with some text above it; stay where it already is."""
        top = self.cursorRect(self._cursor(start, start)).top()
        bottom = self.cursorRect(self._cursor(end, end)).bottom()
        height = self.viewport().height()
        if top < 0 or bottom > height:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + top - round(height * ABOVE))
