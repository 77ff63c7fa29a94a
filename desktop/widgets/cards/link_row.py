"""A line that leads somewhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.cards.dress import Dressed
from desktop.widgets.cards.ink import font

LEAST = 80  # pixels at 100 %
SLACK = 2  # pixels that rounding may take


class LinkRow(QToolButton, Dressed):
    """A button that looks like a link; what there is no room for is cut, and in the tool tip."""

    def __init__(self, text: Text, press: Callable[[], None], parent: QWidget | None = None) -> None:
        """``press`` is what a click does."""
        super().__init__(parent)
        self._text, self._words, self._least = text, "", 0
        self.setObjectName("link")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(press)

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow theme and language."""
        self.setFont(font("body", theme.percent))
        self._words, self._least = self._text(language), theme.px(LEAST)
        self.setToolTip(self._words)
        self.setAccessibleName(self._words)
        self.setText(self._words.replace("&", "&&"))
        self._cut()

    def sizeHint(self) -> QSize:
        """Return the size that the whole text needs."""
        measure, size = self.fontMetrics(), super().sizeHint()
        shown = self.text().replace("&&", "&")
        return size.grownBy(
            QMargins(0, 0, measure.horizontalAdvance(self._words) - measure.horizontalAdvance(shown), 0)
        )

    def minimumSizeHint(self) -> QSize:
        """Return a width that still shows something."""
        return QSize(min(self._least, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text to the width."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        measure = self.fontMetrics()
        room = self.width() - (self.sizeHint().width() - measure.horizontalAdvance(self._words))
        words = measure.elidedText(self._words, Qt.TextElideMode.ElideRight, room + SLACK)
        if words.replace("&", "&&") != self.text():
            self.setText(words.replace("&", "&&"))
