"""One field of a form: its label, what it is typed into, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.core.forms.base import FormField
from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.forms.lines import ManyLines, Names, OneLine
from desktop.widgets.forms.lists import Choice, Search
from desktop.widgets.words import Words

Box = OneLine | ManyLines | Names | Choice | Search


def box_for(field: FormField) -> Box:
    """Make what a field is typed into."""
    if field.long:
        return ManyLines(field)
    if field.several:
        return Names(field)
    if field.free:
        return Search(field)
    return Choice(field) if field.choices else OneLine(field)


class FieldBox(QWidget):
    """``changed`` tells that a person typed or chose something."""

    changed = Signal()

    def __init__(self, field: FormField, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self.field = field
        self.label, self.box, self.problem = QLabel(), box_for(field), Words("red", 0.92)
        self.problem.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.label, self.box, self.problem):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.label.setBuddy(self.box)
        self.box.edited.connect(self.changed)

    def words(self) -> str:
        """Return what the field holds: what is typed, or the code of what is chosen."""
        return self.box.words()

    def show_words(self, words: str) -> None:
        """Fill the field; nobody is told."""
        self.box.show_words(words)

    def tell(self, problem: Text | None, language: Language) -> None:
        """Say below the field what is wrong with it."""
        self.problem.setText(problem(language) if problem else "")
        self.problem.setVisible(problem is not None)
        self.box.setAccessibleDescription(self.problem.text())

    def look(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language; what is chosen stays chosen."""
        self._column.setSpacing(theme.px(2))
        self.label.setText(self.field.label(language))
        self.box.setAccessibleName(self.field.label(language))
        self.box.speak(language)
        self.problem.restyle(theme)
