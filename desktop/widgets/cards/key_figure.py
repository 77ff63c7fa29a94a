"""A key figure of a reason: what it measures, the figure large, and where it comes from."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.core.key_figures import KeyFigure
from desktop.core.text import Language
from desktop.services.theme import Theme
from desktop.widgets.cards.card import Card
from desktop.widgets.cards.ink import metrics, wrap, write, write_large

PAD, GAP, LINES = 12, 3, 2


class KeyFigureTile(Card):
    """Stands for the last figure of a change; a computed value says what it was computed from."""

    def __init__(self, figure: KeyFigure, parent: QWidget | None = None) -> None:
        """Show nothing until it is dressed."""
        super().__init__(parent)
        self.figure = replace(figure, name=figure.name.opening(), note=figure.note.opening())

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow theme and language."""
        figure = self.figure
        said = "：" if language == "zh" else ": "
        self.setAccessibleName(said.join((figure.name(language), figure.value(language))))
        self.setAccessibleDescription(figure.note(language))
        self.setToolTip("\n".join(t for t in (figure.name(language), figure.note(language)) if t))
        super().dress(theme, language)

    def lines_at(self, width: int) -> int:
        """Return how many lines the name takes."""
        return len(self._names(width - 2 * self.theme.px(PAD))) if self.theme else 1

    def hasHeightForWidth(self) -> bool:
        """A narrow tile needs two lines for its name."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height with as many lines for the name as the longest beside it takes."""
        if self.theme is None:
            return 0
        small, value = (metrics(role, self.theme.percent).height() for role in ("small", "value"))
        return (self.lines + 1) * small + value + self.theme.px(2 * PAD + 2 * GAP)

    def sizeHint(self) -> QSize:
        """Return a usual width and the height there."""
        width = self.theme.px(150) if self.theme else 0
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width that still shows something."""
        return QSize(self.theme.px(100) if self.theme else 0, 0)

    def _names(self, width: int) -> tuple[str, ...]:
        """The name, in two lines where one is too narrow."""
        assert self.theme is not None
        return wrap(self.figure.name(self.language), "small", self.theme.percent, width, LINES)

    def paint_face(self, painter: QPainter, theme: Theme) -> None:
        """Paint three lines."""
        pad, gap = theme.px(PAD), theme.px(GAP)
        box = QRectF(pad, pad - theme.px(1), self.width() - 2 * pad, 1)
        high = metrics("small", theme.percent).height()
        for number, line in enumerate(self._names(int(box.width()))):
            write(painter, theme, "small", "muted", box.translated(0, number * high), line)
        box.translate(0, self.lines * high + gap)
        write_large(painter, theme, box, self.figure.value(self.language))
        box.translate(0, metrics("value", theme.percent).height() + gap)
        write(painter, theme, "small", "muted", box, self.figure.note(self.language))
