"""The button of a page, with the number of what waits there for the reader."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.cards.badge import badge_height, badge_width, paint_badge

SPOKEN = Text("{}：{}", "{}: {}")
GAP, EDGE = 2, 7  # pixels at 100 %: before and after the number


class PageButton(QToolButton):
    """A view of the command that shows the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a number."""
        super().__init__(parent)
        self._number = ""
        self._theme: Theme | None = None

    def show_waiting(self, number: int, called: Text, theme: Theme, language: Language) -> None:
        """Show how much waits; nothing is shown of nothing."""
        self._number, self._theme = f"{number:,}" if number else "", theme
        said = SPOKEN.format(self.text(), called.format(number))(language) if number else self.text()
        self.defaultAction().setToolTip(said)  # the button would take the command's again
        self.setAccessibleName(said)
        room = f"padding-right: {self._room(theme)}px" if number else ""
        if room != self.styleSheet():
            self.setStyleSheet(room)
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the name, and the number after it."""
        super().paintEvent(event)
        theme = self._theme
        if theme is None or not self._number:
            return
        painter = QPainter(self)
        x = self.width() - badge_width(self._number, theme) - theme.px(EDGE)
        y = (self.height() - badge_height(theme)) // 2
        paint_badge(painter, theme, x, y, self._number, "red")
        painter.end()

    def _room(self, theme: Theme) -> int:
        return badge_width(self._number, theme) + theme.px(GAP + EDGE)
