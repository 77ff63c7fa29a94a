"""A line that leads somewhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.cards.dress import Dressed
from desktop.widgets.cards.ink import font

MOST: dict[Language, int] = {"zh": 40, "en": 76}  # characters; the tooltip has the rest


class LinkRow(QToolButton, Dressed):
    """A button that looks like a link; a long text is cut."""

    def __init__(self, text: Text, press: Callable[[], None], parent: QWidget | None = None) -> None:
        """``press`` is what a click does."""
        super().__init__(parent)
        self._text = text
        self.setObjectName("link")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(press)

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow theme and language."""
        self.setFont(font("body", theme.percent))
        words = self._text(language)
        most = MOST[language]
        self.setText((words if len(words) <= most else f"{words[: most - 1]}…").replace("&", "&&"))
        self.setToolTip(words)
        self.setAccessibleName(words)
