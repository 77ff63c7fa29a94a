"""Words that know their text in both languages; the page dresses them with everything else on it."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.core.text import NOTHING, Language, Text
from desktop.services.theme import BASE_PIXELS, Theme
from desktop.widgets.cards.dress import Dressed
from desktop.widgets.cards.ink import SIZES
from desktop.widgets.words import Words


class TextLabel(Words, Dressed):
    """Shows nothing until it is dressed."""

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
        pixels, bold = SIZES[role]
        super().__init__(colour, pixels / BASE_PIXELS, bold=bold, parent=parent)
        self._text = text
        self._language: Language = "zh"
        across = QSizePolicy.Policy.Ignored if wraps else QSizePolicy.Policy.Preferred
        self.setSizePolicy(across, QSizePolicy.Policy.Minimum)  # no line of it is ever cut
        self.setWordWrap(wraps)

    def tell(self, text: Text) -> None:
        """Show another text."""
        self._text = text
        self.setText(text(self._language))

    def dress(self, theme: Theme, language: Language) -> None:
        """Show text, font and colour anew."""
        self._language = language
        self.restyle(theme)
        self.setText(self._text(language))
