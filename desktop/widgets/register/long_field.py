"""Fields of a form that need more than one line, or several entries with semicolons between."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.core.forms.base import FormField
from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.words import Words

LINES = 4.5


class LongField(QWidget):
    """Like a ``FieldBox``, of several lines."""

    changed = Signal()

    def __init__(self, field: FormField, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self.field = field
        self.label, self.problem = QLabel(), Words("red", 0.92)
        self.box: QPlainTextEdit | QLineEdit = _Lines() if field.long else _Several(field)
        self.problem.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.label, self.box, self.problem):
            self._column.addWidget(part)
        self.label.setBuddy(self.box)
        self.box.textChanged.connect(self.changed)

    def words(self) -> str:
        """Return what the field holds."""
        return self.box.text() if isinstance(self.box, QLineEdit) else self.box.toPlainText()

    def show_words(self, words: str) -> None:
        """Fill the field; nobody is told."""
        self.box.blockSignals(True)
        if isinstance(self.box, QLineEdit):
            self.box.setText(words)
        else:
            self.box.setPlainText(words)
        self.box.blockSignals(False)

    def tell(self, problem: Text | None, language: Language) -> None:
        """Say below the field what is wrong with it."""
        self.problem.setText(problem(language) if problem else "")
        self.problem.setVisible(problem is not None)
        self.box.setAccessibleDescription(self.problem.text())

    def look(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language."""
        self._column.setSpacing(theme.px(2))
        self.label.setText(self.field.label(language))
        self.box.setAccessibleName(self.field.label(language))
        self.box.setPlaceholderText(self.field.hint(language))
        self.problem.restyle(theme)
        if isinstance(self.box, QPlainTextEdit):
            self.box.setFixedHeight(round(self.fontMetrics().lineSpacing() * LINES))
        elif isinstance(self.box, _Several):
            self.box.speak(language)


class _Lines(QPlainTextEdit):
    """Tab leads on; Enter begins a line."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # or the form would be saved


class _Several(QLineEdit):
    """Completes what stands after the last semicolon."""

    def __init__(self, field: FormField) -> None:
        super().__init__()
        self._field = field
        self._language: Language = "zh"
        self._names = QStringListModel(self)
        self._finder = QCompleter(self._names, self)
        self._finder.setWidget(self)
        self._finder.setFilterMode(Qt.MatchFlag.MatchContains)
        self._finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._finder.activated.connect(self._take)
        self.textEdited.connect(self._offer)

    def speak(self, language: Language) -> None:
        self._language = language
        self._names.setStringList([name(language) for _, name in self._field.choices])

    def _offer(self) -> None:
        part = self._last()
        if part:
            self._finder.setCompletionPrefix(part)
            self._finder.complete()
        elif (popup := self._finder.popup()) is not None:
            popup.hide()

    def _take(self, name: str) -> None:
        text = self.text()
        start = len(text) - len(self._last())
        self.setText(text[:start] + name)

    def _last(self) -> str:
        """What is being typed: after the last semicolon."""
        text = self.text()
        return text[max(text.rfind("；"), text.rfind(";")) + 1 :].lstrip()
