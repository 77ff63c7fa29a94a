"""What a selected stretch of the text can become: a small bar beside the selection."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from desktop.core.text import Language, Text
from desktop.services.theme import Theme

AS = Text("记为", "Add as")
CHOICES: dict[str, Text] = {
    "figure": Text("数字", "figure"),
    "policy": Text("政策", "policy"),
    "point": Text("要点", "statement"),
    "factor": Text("因素标题", "heading"),
}


class AddBar(QFrame):
    """Floats over the text; ``chosen`` tells the kind."""

    chosen = Signal(str)
    escaped = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setObjectName("floating")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._label = QLabel()
        self.buttons = {key: QToolButton() for key in CHOICES}
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label)
        for key, button in self.buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self.chosen.emit, key))
            self._row.addWidget(button)
        self.hide()

    def show_at(self, box: QRectF, room: QWidget) -> None:
        """Show below a box of ``room``, or above it where there is no place below."""
        self.adjustSize()
        x = min(max(0.0, box.right() - self.width() / 2), room.width() - self.width())
        below = box.bottom() + 6
        y = below if below + self.height() <= room.height() else box.top() - self.height() - 6
        self.move(round(max(0.0, x)), round(max(0.0, y)))
        self.show()
        self.raise_()

    def look(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language."""
        self._row.setContentsMargins(theme.px(10), theme.px(3), theme.px(4), theme.px(3))
        self._row.setSpacing(theme.px(2))
        self._label.setText(AS(language))
        for key, name in CHOICES.items():
            self.buttons[key].setText(name(language))
            self.buttons[key].setAccessibleName(f"{AS(language)} {name(language)}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
