"""Two parts side by side, or under each other where there is little width."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.core.text import Language
from desktop.services.theme import Theme
from desktop.widgets.cards.dress import Dressed
from desktop.widgets.cards.flow_layout import Turning


class Sides(QWidget, Dressed):
    """``shares`` are the parts of the width; below ``narrow`` pixels (at 100 %) the parts stack."""

    def __init__(
        self,
        left: QWidget,
        right: QWidget,
        shares: tuple[int, int] = (1, 1),
        narrow: int = 560,
        gap: int = 24,
        parent: QWidget | None = None,
    ) -> None:
        """Take both parts."""
        super().__init__(parent)
        self._narrow, self._gap = narrow, gap
        self._row = Turning(shares, narrow, self)
        self._row.addWidget(left)
        self._row.addWidget(right)

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow the zoom."""
        self._row.narrow = theme.px(self._narrow)
        self._row.setSpacing(theme.px(self._gap))
        self._row.invalidate()
