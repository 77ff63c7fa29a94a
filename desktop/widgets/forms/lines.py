"""Fields to type into: one line, several lines, or several names with semicolons between.

They tell by ``edited`` what a person typed, and nothing of what ``show_words`` fills in.
"""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop.core.forms.base import FormField
from desktop.core.text import Language
from desktop.widgets.forms.lists import finder

LINES = 4.5  # of text that are in view


class OneLine(QLineEdit):
    """One line of text."""

    edited = Signal()

    def __init__(self, field: FormField) -> None:
        """Make an empty line."""
        super().__init__()
        self._hint = field.hint
        self.textEdited.connect(self.edited)

    def words(self) -> str:
        """Return what is typed."""
        return self.text()

    def show_words(self, words: str) -> None:
        """Fill the line; a long text shows its beginning."""
        self.setText(words)
        self.setCursorPosition(0)

    def speak(self, language: Language) -> None:
        """Show the hint in a language."""
        self.setPlaceholderText(self._hint(language))


class ManyLines(QPlainTextEdit):
    """Several lines: Tab leads on; Enter begins a line."""

    edited = Signal()

    def __init__(self, field: FormField) -> None:
        """Make an empty sheet."""
        super().__init__()
        self._hint = field.hint
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.textChanged.connect(self.edited)

    def words(self) -> str:
        """Return what is typed."""
        return self.toPlainText()

    def show_words(self, words: str) -> None:
        """Fill the sheet."""
        self.blockSignals(True)
        self.setPlainText(words)
        self.blockSignals(False)

    def speak(self, language: Language) -> None:
        """Show the hint in a language; the height follows the font."""
        self.setPlaceholderText(self._hint(language))
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * LINES))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter, or the form would be saved."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class Names(OneLine):
    """Names with semicolons between: completes what stands after the last semicolon."""

    def __init__(self, field: FormField) -> None:
        """Make an empty line."""
        super().__init__(field)
        self._choices = field.choices
        self._names = QStringListModel(self)
        self._finder = finder(self)
        self._finder.setModel(self._names)
        self._finder.setWidget(self)
        self._finder.activated.connect(self._take)
        self.textEdited.connect(self._offer)

    def speak(self, language: Language) -> None:
        """Show hint and names in a language."""
        super().speak(language)
        self._names.setStringList([name(language) for _, name in self._choices])

    def _offer(self) -> None:
        part = self._last()
        if part:
            self._finder.setCompletionPrefix(part)
            self._finder.complete()
        elif (popup := self._finder.popup()) is not None:
            popup.hide()

    def _take(self, name: str) -> None:
        text = self.text()
        self.setText(text[: len(text) - len(self._last())] + name)
        self.edited.emit()

    def _last(self) -> str:
        """What is being typed: after the last semicolon."""
        text = self.text()
        return text[max(text.rfind("；"), text.rfind(";")) + 1 :].lstrip()
