"""Two parts side by side, or under each other where there is little width."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.core.text import Language
from desktop.services.theme import Theme
from desktop.widgets.cards.dress import Dressed

ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


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
        self._narrow, self._gap, self._percent = narrow, gap, 100
        self._row = QBoxLayout(ACROSS, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(left, shares[0])
        self._row.addWidget(right, shares[1])

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow the zoom."""
        self._percent = theme.percent
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the width asks for it."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        across = self.width() * 100 >= self._narrow * self._percent
        self._row.setDirection(ACROSS if across else DOWN)
        gap = self._gap if across else self._gap // 2
        self._row.setSpacing(gap * self._percent // 100)
