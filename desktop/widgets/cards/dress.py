"""How the parts of a page follow language and theme: the page dresses them all at once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.core.text import Language
from desktop.services.theme import Theme


class Dressed:
    """A part that shows texts in a language and colours of a theme; add it to a widget's bases."""

    def dress(self, theme: Theme, language: Language) -> None:
        """Show texts, fonts and colours anew."""
        raise NotImplementedError


def dress(root: QWidget, theme: Theme, language: Language) -> None:
    """Dress ``root`` and everything in it."""
    if isinstance(root, Dressed):
        root.dress(theme, language)
    for child in root.findChildren(QWidget):
        if isinstance(child, Dressed):
            child.dress(theme, language)
