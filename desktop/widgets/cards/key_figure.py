"""A key figure of a reason: what it measures, the figure large, and where it comes from."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.core.key_figures import KeyFigure
from desktop.core.text import Language
from desktop.services.theme import Theme
from desktop.widgets.cards.card import Card
from desktop.widgets.cards.ink import metrics, write, write_large

PAD, GAP = 12, 3


class KeyFigureTile(Card):
    """Stands for the last figure of a change; a computed value says what it was computed from."""

    def __init__(self, figure: KeyFigure, parent: QWidget | None = None) -> None:
        """Show nothing until it is dressed."""
        super().__init__(parent)
        self.figure = figure

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow theme and language."""
        figure = self.figure
        said = "：" if language == "zh" else ": "
        self.setAccessibleName(said.join((figure.name(language), figure.value(language))))
        self.setAccessibleDescription(figure.note(language))
        self.setToolTip("\n".join(t for t in (figure.name(language), figure.note(language)) if t))
        super().dress(theme, language)

    def sizeHint(self) -> QSize:
        """Return a size that does not depend on the texts."""
        if self.theme is None:
            return QSize()
        small, value = (metrics(role, self.theme.percent).height() for role in ("small", "value"))
        return QSize(self.theme.px(150), 2 * small + value + self.theme.px(2 * PAD + 2 * GAP))

    def minimumSizeHint(self) -> QSize:
        """Return a width that still shows something."""
        return QSize(self.theme.px(100) if self.theme else 0, self.sizeHint().height())

    def paint_face(self, painter: QPainter, theme: Theme) -> None:
        """Paint three lines."""
        pad, gap = theme.px(PAD), theme.px(GAP)
        box = QRectF(pad, pad - theme.px(1), self.width() - 2 * pad, 1)
        write(painter, theme, "small", "muted", box, self.figure.name(self.language))
        box.translate(0, metrics("small", theme.percent).height() + gap)
        write_large(painter, theme, box, self.figure.value(self.language))
        box.translate(0, metrics("value", theme.percent).height() + gap)
        write(painter, theme, "small", "faint", box, self.figure.note(self.language))
