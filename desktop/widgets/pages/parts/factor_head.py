"""The top of a factor's page: its number and title, its theme, what the record says in sum, its summary."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.core.dossier import Dossier
from desktop.core.factor import THEMES, Factor
from desktop.core.tally import tally
from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.cards.badge import PAD, RISE, Badge, count_face
from desktop.widgets.cards.dress import Dressed
from desktop.widgets.cards.flow_layout import FlowLayout
from desktop.widgets.cards.ink import font, metrics
from desktop.widgets.cards.text_label import TextLabel

SECTION = Text("不是原因", "not a reason")
NUMBERED = Text("{} · {}", "{} · {}")


class FactorHead(QWidget, Dressed):
    """Made anew for each factor."""

    def __init__(self, dossier: Dossier, factor: Factor, parent: QWidget | None = None) -> None:
        """Take everything from the factor and its verdicts."""
        super().__init__(parent)
        numbered = factor.is_reason and factor.number is not None
        title = NUMBERED.format(factor.number, factor.title) if numbered else factor.title
        found = tally(dossier, factor.id)
        series = dossier.reasons.index(factor) if factor.is_reason else -1
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(TextLabel(title, "title"))
        tags = QWidget()
        self._tags = FlowLayout(tags)
        theme = THEMES.get(factor.theme)
        if theme is not None:
            self._tags.addWidget(Tag(theme, series))
        if not factor.is_reason:
            self._tags.addWidget(Tag(SECTION, -1))
        for tone in found.tones:
            self._tags.addWidget(Badge(count_face(tone)))
        counts = found.shown("policies", "tables", "figures", "points", "events")
        self._column.addWidget(tags)
        self._column.addWidget(TextLabel(factor.summary))
        if counts.zh:
            self._column.addWidget(TextLabel(counts, "small", "muted"))

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow the zoom."""
        self._column.setSpacing(theme.px(7))
        self._tags.setSpacing(theme.px(6))


class Tag(QWidget, Dressed):
    """A theme's name beside a dot in the colour of the reason."""

    def __init__(self, text: Text, series: int, parent: QWidget | None = None) -> None:
        """``series`` is the number of the reason's colour, -1 for none."""
        super().__init__(parent)
        self._text, self._series = text, series
        self._theme: Theme | None = None
        self._said = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow theme and language."""
        self._theme, self._said = theme, self._text(language)
        self.setAccessibleName(self._said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of dot and text."""
        if self._theme is None:
            return QSize()
        measure = metrics("badge", self._theme.percent)
        width = measure.horizontalAdvance(self._said) + 2 * self._theme.px(PAD) + self._dot()
        return QSize(width, measure.height() + 2 * self._theme.px(RISE))

    def _dot(self) -> int:
        return self._theme.px(13) if self._theme and self._series >= 0 else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the outline, the dot, the name."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(self._theme["border"]))
        painter.setBrush(QColor(self._theme["surface"]))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left = self._theme.px(PAD)
        if self._series >= 0:
            side = self._theme.px(8)
            painter.setPen(QColor(self._theme.edge(self._series)))
            painter.setBrush(QColor(self._theme.series(self._series)))
            painter.drawEllipse(QRectF(left, (self.height() - side) / 2, side, side))
        painter.setFont(font("badge", self._theme.percent))
        painter.setPen(QColor(self._theme["muted"]))
        box.setLeft(left + self._dot())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._said)
        painter.end()
