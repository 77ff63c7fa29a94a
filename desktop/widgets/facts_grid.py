"""Rows of label and value, made once and filled anew for each item."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.core.facts import Row
from desktop.core.text import Language
from desktop.services.theme import Theme
from desktop.widgets.words import Words

ROWS = 14
LABEL_WIDTH = 72


class FactsGrid(QWidget):
    """Shows up to ROWS facts; rows that are not needed are hidden, never removed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the rows, all hidden."""
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._rows = [(Words("muted"), Words(selectable=True)) for _ in range(ROWS)]
        for number, pair in enumerate(self._rows):
            for column, words in enumerate(pair):
                self._grid.addWidget(words, number, column)
                words.hide()

    def show_rows(self, rows: tuple[Row, ...], language: Language) -> None:
        """Show these facts."""
        for number, (label, value) in enumerate(self._rows):
            shown = number < len(rows)
            if shown:
                label.say(rows[number][0](language))
                value.say(rows[number][1](language))
            label.setVisible(shown)
            value.setVisible(shown)

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnMinimumWidth(0, theme.px(LABEL_WIDTH))
        for pair in self._rows:
            for words in pair:
                words.restyle(theme)
