"""Lists to choose from: a plain one, and one that is searched by typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from desktop.core.forms.base import FormField
from desktop.core.text import Language, Text

ARROW = 0.2  # half of it, of a line's height
SHOWN = 14  # lines of a list


def finder(parent: QWidget) -> QCompleter:
    """Make a completer that finds a name by any part of it."""
    made = QCompleter(parent)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setMaxVisibleItems(SHOWN)
    return made


class _List(QComboBox):
    """The names of a field's choices. The wheel scrolls the form; it never changes a choice by accident."""

    edited = Signal()

    def __init__(self, field: FormField) -> None:
        """Fill the list."""
        super().__init__()
        self._choices = field.choices
        for code, name in self._choices:
            self.addItem(name.zh, code)
        self.setMaxVisibleItems(SHOWN)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.installEventFilter(self)

    def speak(self, language: Language) -> None:
        """Show the names in a language."""
        for n, (_, name) in enumerate(self._choices):
            self.setItemText(n, name(language))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The arrow, which a style sheet knows only as a picture."""
        super().paintEvent(event)
        half = self.fontMetrics().height() * ARROW
        x, y = self.width() - 3 * half - 4, self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.4))
        painter.drawPolyline(
            [QPointF(x - half, y - half / 2), QPointF(x, y + half / 2), QPointF(x + half, y - half / 2)]
        )
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the form."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class Choice(_List):
    """One of a list; the words are its code."""

    def __init__(self, field: FormField) -> None:
        """Choose the first."""
        super().__init__(field)
        self.activated.connect(self.edited)

    def words(self) -> str:
        """Return the code of what is chosen."""
        code = self.currentData()
        return code if isinstance(code, str) else ""

    def show_words(self, words: str) -> None:
        """Choose by a code; nobody is told."""
        self.setCurrentIndex(max(0, self.findData(words)))


class Search(_List):
    """A list that is searched by typing; the words are what is typed, in the list or not."""

    def __init__(self, field: FormField) -> None:
        """Let type in the list."""
        super().__init__(field)
        self._language: Language = "zh"
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        search = finder(self)
        search.setModel(self.model())
        self.setCompleter(search)
        self.editTextChanged.connect(self.edited)

    def words(self) -> str:
        """Return what is typed."""
        return self.currentText()

    def show_words(self, words: str) -> None:
        """Show words, or the name that they are the code of; nobody is told."""
        named = (name for code, name in self._choices if words and words in (code, *name))
        self.blockSignals(True)
        self.setEditText(next(named, Text(words, words))(self._language))
        self.blockSignals(False)

    def speak(self, language: Language) -> None:
        """Show the names in a language; a name that is typed follows."""
        self._language, typed = language, self.words()
        self.blockSignals(True)
        super().speak(language)
        self.blockSignals(False)
        self.show_words(typed)
