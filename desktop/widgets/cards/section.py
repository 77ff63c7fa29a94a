"""A heading with what stands under it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.cards.dress import Dressed
from desktop.widgets.cards.text_label import TextLabel


class Section(QWidget, Dressed):
    """The heading counts the parts."""

    def __init__(self, heading: Text, count: int, parent: QWidget | None = None) -> None:
        """Start without the parts, of which there will be ``count``."""
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(TextLabel(Text("{} · {}", "{} · {}").format(heading, count), "heading"))

    def add(self, part: QWidget) -> None:
        """Put a part below the others."""
        self._column.addWidget(part)

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow the zoom."""
        self._column.setSpacing(theme.px(8))
        self._column.setContentsMargins(0, theme.px(6), 0, 0)
