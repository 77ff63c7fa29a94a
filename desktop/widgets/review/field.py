"""One field of a form: its label, a box, a list or a searchable list, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox, QCompleter, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.core.forms.base import FormField
from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.words import Words

ARROW = 0.2  # half of it, of a line's height
SHOWN = 14  # lines of a list


class FieldBox(QWidget):
    """``words`` is what is typed, or the code of what is chosen."""

    changed = Signal()

    def __init__(self, field: FormField, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self.field = field
        self._language: Language = "zh"
        self.label, self.problem = QLabel(), Words("red", 0.92)
        self.box: QLineEdit | QComboBox = _Choice() if field.choices else QLineEdit()
        self.problem.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.label, self.box, self.problem):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.label.setBuddy(self.box)
        if isinstance(self.box, QComboBox):
            self._fill(self.box)
        else:
            self.box.textEdited.connect(self.changed)

    def words(self) -> str:
        """Return what the field holds."""
        if isinstance(self.box, QLineEdit):
            return self.box.text()
        if self.field.free:
            return self.box.currentText()
        code = self.box.currentData()
        return code if isinstance(code, str) else ""

    def show_words(self, words: str) -> None:
        """Fill the field; nobody is told."""
        if isinstance(self.box, QLineEdit):
            self.box.setText(words)
        elif self.field.free:
            named = (name for code, name in self.field.choices if words and words in (code, *name))
            self.box.setEditText(next(named, Text(words, words))(self._language))
        else:
            self.box.setCurrentIndex(max(0, self.box.findData(words)))

    def tell(self, problem: Text | None, language: Language) -> None:
        """Say below the field what is wrong with it."""
        self.problem.setText(problem(language) if problem else "")
        self.problem.setVisible(problem is not None)
        self.box.setAccessibleDescription(self.problem.text())

    def look(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language; what is chosen stays chosen."""
        self._language = language
        self._column.setSpacing(theme.px(2))
        self.label.setText(self.field.label(language))
        self.box.setAccessibleName(self.field.label(language))
        self.problem.restyle(theme)
        if isinstance(self.box, QLineEdit):
            self.box.setPlaceholderText(self.field.hint(language))
            return
        chosen = self.words()
        self.box.blockSignals(True)
        for n, (_, name) in enumerate(self.field.choices):
            self.box.setItemText(n, name(language))
        self.show_words(chosen)
        self.box.blockSignals(False)

    def _fill(self, box: QComboBox) -> None:
        for code, name in self.field.choices:
            box.addItem(name.zh, code)
        box.setMaxVisibleItems(SHOWN)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        if not self.field.free:
            box.activated.connect(self.changed)
            return
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        finder = QCompleter(box.model(), box)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setMaxVisibleItems(SHOWN)
        box.setCompleter(finder)
        box.editTextChanged.connect(self.changed)


class _Choice(QComboBox):
    """The wheel scrolls the form; it never changes a choice by accident."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.installEventFilter(self)

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
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
