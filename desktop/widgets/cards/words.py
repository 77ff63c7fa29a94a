"""A label that knows its text in both languages, the role of its font and the token of its colour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.core.text import Language, Text, same
from desktop.services.theme import Theme
from desktop.widgets.cards.dress import Dressed
from desktop.widgets.cards.ink import font

NOTHING = same("")


class Words(QLabel, Dressed):
    """Plain text, wrapped; shows nothing until it is dressed."""

    def __init__(
        self,
        text: Text = NOTHING,
        role: str = "body",
        colour: str = "text",
        *,
        wraps: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """``role`` is one of ``ink.SIZES``, ``colour`` a token of the theme."""
        super().__init__(parent)
        self._text, self._role, self._colour = text, role, colour
        self._language: Language = "zh"
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if wraps:  # a long word must not widen the page
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def say(self, text: Text) -> None:
        """Show another text."""
        self._text = text
        self.setText(text(self._language))

    def tint(self, theme: Theme, colour: str) -> None:
        """Show the text in another colour."""
        self._colour = colour
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.WindowText, QColor(theme[colour]))
        self.setPalette(colours)

    def dress(self, theme: Theme, language: Language) -> None:
        """Show text, font and colour anew."""
        self._language = language
        self.setFont(font(self._role, theme.percent))
        self.tint(theme, self._colour)
        self.setText(self._text(language))
