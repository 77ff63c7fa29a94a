"""A row of buttons that can be switched on and off, with a coloured dot where one stands for a factor."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.cards.dress import Dressed
from desktop.widgets.cards.flow_layout import FlowLayout


class Chips(QWidget, Dressed):
    """``changed`` tells that ``chosen`` is another; ``exclusive`` chips are a switch with one always on."""

    changed = Signal()

    def __init__(self, name: Text, *, exclusive: bool = False, parent: QWidget | None = None) -> None:
        """``name`` says what is chosen among."""
        super().__init__(parent)
        self._name = name
        self._chips: dict[str, tuple[QToolButton, Text, int]] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(exclusive)
        self._flow = FlowLayout(self)

    def offer(self, choices: list[tuple[str, Text, int]], *, on: bool = True) -> None:
        """Offer key, text, number of the colour (-1 = none); all are ``on`` or off, of a switch the first."""
        for button, _, _ in self._chips.values():
            self._group.removeButton(button)
            self._flow.removeWidget(button)
            button.deleteLater()
        self._chips = {}
        for number, (key, text, series) in enumerate(choices):
            button = QToolButton()
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self._group.addButton(button)
            button.setChecked(number == 0 if self._group.exclusive() else on)
            button.clicked.connect(self.changed)
            self._flow.addWidget(button)
            self._chips[key] = (button, text, series)

    @property
    def chosen(self) -> frozenset[str]:
        """The keys that are on."""
        return frozenset(key for key, (button, _, _) in self._chips.items() if button.isChecked())

    def choose(self, keys: frozenset[str]) -> None:
        """Switch exactly these on."""
        before = self.chosen
        for key, (button, _, _) in self._chips.items():
            button.setChecked(key in keys)
        if self.chosen != before:
            self.changed.emit()

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow theme and language."""
        self._flow.setSpacing(theme.px(4))
        self.setAccessibleName(self._name(language))
        for button, text, series in self._chips.values():
            button.setText(text(language))
            button.setAccessibleName(f"{self._name(language)} {text(language)}")
            if series >= 0:
                button.setIconSize(QSize(theme.px(10), theme.px(10)))
                button.setIcon(_dot(theme.series(series), theme.px(10), self.devicePixelRatioF()))
        self._flow.invalidate()


def _dot(colour: str, side: int, ratio: float) -> QIcon:
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QPointF(side / 2, side / 2), side / 2 - 0.5, side / 2 - 0.5)
    painter.end()
    return QIcon(picture)
