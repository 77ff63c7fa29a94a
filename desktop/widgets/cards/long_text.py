"""A text that is cut after a few lines until the reader asks for more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from desktop.core.text import Language, Text, same
from desktop.services.theme import Theme
from desktop.widgets.cards.dress import Dressed
from desktop.widgets.cards.ink import font, wrap
from desktop.widgets.cards.text_label import TextLabel

MORE = Text("更多", "More")
LESS = Text("收起", "Less")
LINES = 4


class LongText(QWidget, Dressed):
    """Shows at most LINES lines, and a button for the rest where there is a rest."""

    def __init__(self, text: Text, parent: QWidget | None = None) -> None:
        """Show nothing until it is dressed."""
        super().__init__(parent)
        self._text = text
        self._percent = 100
        self._language: Language = "zh"
        self._words = TextLabel(text)
        self.button = QToolButton()
        self.button.setObjectName("link")
        self.button.setCheckable(True)
        self.button.hide()
        self.button.toggled.connect(self._fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow theme and language."""
        self._percent, self._language = theme.percent, language
        self.button.setFont(font("small", theme.percent))
        self._words.setAccessibleName(self._text(language))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew: another width has other lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show all or the first lines; offer more only where something is cut."""
        whole = self._text(self._language)
        lines = wrap(whole, "body", self._percent, max(1, self.width()), LINES + 1)
        is_long, opened = len(lines) > LINES, self.button.isChecked()
        cut = "\n".join(wrap(whole, "body", self._percent, max(1, self.width()), LINES))
        self._words.tell(self._text if opened or not is_long else same(cut))
        self.button.setText((LESS if opened else MORE)(self._language))
        self.button.setVisible(is_long)
