"""Finding in a text: joins a find bar and the text beside it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.widgets.find_bar import FindBar
from desktop.widgets.source_text import SourceText


class TextFinder(QObject):
    """Shows every occurrence of what is typed, and steps between them."""

    def __init__(self, text: SourceText, bar: FindBar) -> None:
        """Listen to the bar."""
        super().__init__(text)
        self._text, self._bar, self._total = text, bar, 0
        bar.changed.connect(self._search)
        bar.stepped.connect(self._step)
        bar.closed.connect(self._close)

    def open(self) -> None:
        """Open the bar, with the words that are selected in the text."""
        self._bar.open_bar(self._text.textCursor().selectedText())

    def again(self) -> None:
        """Search anew: the text is another."""
        if not self._bar.isHidden():
            self._search(self._bar.box.text())

    def _search(self, words: str) -> None:
        self._total = self._text.find_words(words)
        self._step(1)

    def _step(self, step: int) -> None:
        self._bar.show_count(self._text.step_found(step), self._total)

    def _close(self) -> None:
        self._text.find_words("")
        self._text.step_found(1)
        self._text.setFocus()
