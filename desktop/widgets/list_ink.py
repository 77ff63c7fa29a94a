"""What the rows of the lists have in common: their look, the ground when chosen, and where the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate

from desktop.core.text import Language
from desktop.services.theme import Theme
from desktop.widgets.cards.ink import Inks

BAR = 3  # pixels of the mark of the keyboard


class ListInk(QStyledItemDelegate):
    """One delegate for all rows of a list."""

    def __init__(self, theme: Theme, language: Language, view: QListView) -> None:
        """Paint the rows of ``view``."""
        super().__init__(view)
        self._view = view
        self.restyle(theme, language)

    def restyle(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language."""
        self._theme, self._language = theme, language
        self._inks = Inks(theme)

    def is_chosen(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether a row is selected."""
        return self._view.selectionModel().isSelected(index)

    def paint_ground(self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint what is below the texts of a row."""
        if self.is_chosen(index):
            painter.fillRect(box, self._inks["selection"])
        if index == self._view.currentIndex() and self._view.hasFocus():
            bar = QRect(box.left(), box.top(), self._theme.px(BAR), box.height())
            painter.fillRect(bar, self._inks["focus_ring"])
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), self._inks["border"])
