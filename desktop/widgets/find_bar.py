"""A bar to find words in what is beside it: box, count, previous, next, close."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.icons import icon

FIND = Text("在文中查找", "Find in the text")
PREVIOUS = Text("上一个（Shift+Enter）", "Previous (Shift+Enter)")
NEXT = Text("下一个（Enter）", "Next (Enter)")
CLOSE = Text("关闭（Esc）", "Close (Esc)")
NONE = Text("没有找到", "not found")


class FindBar(QWidget):
    """Hidden until opened; Enter and Shift+Enter step, Escape closes."""

    changed = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the bar, hidden."""
        super().__init__(parent)
        self._language: Language = "zh"
        self.box = QLineEdit()
        self.box.textChanged.connect(self.changed)
        self._count = QLabel()
        self._buttons = [(QToolButton(), "chevron-left", PREVIOUS), (QToolButton(), "chevron-right", NEXT),
                         (QToolButton(), "x", CLOSE)]  # fmt: skip
        actions = (lambda: self.stepped.emit(-1), lambda: self.stepped.emit(1), self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box, 1)
        row.addWidget(self._count)
        for (button, _, _), action in zip(self._buttons, actions, strict=True):
            button.setObjectName("icon")
            button.clicked.connect(action)
            row.addWidget(button)
        self.hide()

    def open_bar(self, words: str = "") -> None:
        """Show the bar, with the words given or those of before."""
        self.show()
        if words:
            self.box.setText(words)
        self.box.selectAll()
        self.box.setFocus()
        self.changed.emit(self.box.text())

    def close_bar(self) -> None:
        """Hide the bar."""
        self.hide()
        self.closed.emit()

    def show_count(self, number: int, total: int) -> None:
        """Say which of how many occurrences is shown."""
        none = NONE(self._language) if self.box.text() else ""
        self._count.setText(f"{number}/{total}" if total else none)

    def retranslate(self, language: Language) -> None:
        """Show the other language."""
        self._language = language
        self.box.setPlaceholderText(FIND(language))
        self.box.setAccessibleName(FIND(language))
        for button, _, text in self._buttons:
            button.setToolTip(text(language))
            button.setAccessibleName(text(language))

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        for button, name, _ in self._buttons:
            button.setIcon(icon(name, theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with Enter, close with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
