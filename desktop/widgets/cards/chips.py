"""A row of buttons that can be switched on and off, with a coloured dot where one stands for a factor."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.cards.dress import Dressed
from desktop.widgets.cards.flow_layout import FlowLayout
from desktop.widgets.cards.ink import font, metrics

PAD, RISE, DOT = 10, 4, 8


class Chip(QAbstractButton, Dressed):
    """One button: an outline, tinted when on."""

    def __init__(
        self, text: Text, series: int = -1, name: Text | None = None, parent: QWidget | None = None
    ) -> None:
        """``series`` is the number of the factor's colour, -1 for none; ``name`` says more than a short text does."""
        super().__init__(parent)
        self._text, self._series, self._name = text, series, name
        self._theme: Theme | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow theme and language."""
        self._theme = theme
        self.setText(self._text(language))
        if self._name is not None:
            self.setAccessibleName(self._name(language))
            self.setToolTip(self._name(language))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of dot and text."""
        if self._theme is None:
            return QSize()
        measure = metrics("small", self._theme.percent)
        width = measure.horizontalAdvance(self.text()) + self._theme.px(2 * PAD) + self._dot()
        return QSize(width + 1, measure.height() + self._theme.px(2 * RISE))

    def _dot(self) -> int:
        return self._theme.px(DOT + 6) if self._theme and self._series >= 0 else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint outline, dot and text."""
        theme = self._theme
        if theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, ring = self.isChecked(), self.hasFocus()
        width = 2 if ring else 1
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        edge = "focus_ring" if ring or on or self.underMouse() else "border"
        painter.setPen(QPen(QColor(theme[edge]), width))
        painter.setBrush(QColor(theme["accent_bg" if on else "surface"]))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left = theme.px(PAD)
        if self._series >= 0:
            side = theme.px(DOT)
            painter.setPen(QColor(theme.edge(self._series)))
            painter.setBrush(QColor(theme.series(self._series)))
            painter.drawEllipse(QRectF(left, (self.height() - side) / 2, side, side))
        painter.setFont(font("small", theme.percent))
        painter.setPen(QColor(theme["accent" if on else "text"]))
        box.setLeft(left + self._dot())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()


class Chips(QWidget, Dressed):
    """``changed`` tells that ``chosen`` is another; ``exclusive`` chips are a switch with one always on."""

    changed = Signal()

    def __init__(self, name: Text, *, exclusive: bool = False, parent: QWidget | None = None) -> None:
        """``name`` says what is chosen among."""
        super().__init__(parent)
        self._name = name
        self._chips: dict[str, Chip] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(exclusive)
        self._flow = FlowLayout(self)

    def offer(self, choices: list[tuple[str, Text, int]], names: dict[str, Text] | None = None) -> None:
        """Offer key, text and number of the colour (-1 = none); none is on, of a switch the first.

        ``names`` say of short texts what they stand for.
        """
        for chip in self._chips.values():
            self._group.removeButton(chip)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        told = names or {}
        self._chips = {key: Chip(text, series, told.get(key)) for key, text, series in choices}
        for number, chip in enumerate(self._chips.values()):
            self._group.addButton(chip)
            chip.setChecked(self._group.exclusive() and number == 0)
            chip.clicked.connect(self.changed)
            self._flow.addWidget(chip)

    @property
    def chosen(self) -> frozenset[str]:
        """The keys that are on."""
        return frozenset(key for key, chip in self._chips.items() if chip.isChecked())

    def choose(self, keys: frozenset[str]) -> None:
        """Switch exactly these on; nobody is told."""
        for key, chip in self._chips.items():
            chip.setChecked(key in keys)

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow theme and language."""
        self._flow.setSpacing(theme.px(6))
        self.setAccessibleName(self._name(language))
        for chip in self._chips.values():
            chip.dress(theme, language)
            chip.setAccessibleDescription(self._name(language))
        self._flow.invalidate()
