"""A verdict in small: its mark and a few words in the colours of its tone; colour is never alone."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.core.tally import ToneCount
from desktop.core.text import Language, Text
from desktop.core.verdict import Verdict
from desktop.services.theme import Theme
from desktop.widgets.cards.dress import Dressed
from desktop.widgets.cards.ink import font, metrics

PAD, RISE = 8, 2


class BadgeFace(NamedTuple):
    """What a badge says: words with their mark, the mark alone where there is little room, and the tone."""

    text: Text
    short: Text
    tone: str


def face_of(verdict: Verdict) -> BadgeFace:
    """Return the badge of one verdict."""
    text = Text("{} {}", "{} {}").format(verdict.mark, verdict.name)
    return BadgeFace(text, Text(verdict.mark, verdict.mark), verdict.tone)


def count_face(count: ToneCount) -> BadgeFace:
    """Return the badge of several verdicts of one tone."""
    short = f"{count.mark} {count.count}"
    return BadgeFace(Text("{} {}", "{} {}").format(short, count.name), Text(short, short), count.tone)


def badge_width(text: str, theme: Theme) -> int:
    """Return how wide the badge of a text is."""
    return metrics("badge", theme.percent).horizontalAdvance(text) + 2 * theme.px(PAD)


def badge_height(theme: Theme) -> int:
    """Return how high badges are."""
    return metrics("badge", theme.percent).height() + 2 * theme.px(RISE)


def paint_badge(painter: QPainter, theme: Theme, x: float, y: float, text: str, tone: str) -> float:
    """Paint a badge with its top left corner at (x, y); returns where it ends."""
    ink, ground = theme.tone(tone)
    box = QRectF(x, y, badge_width(text, theme), badge_height(theme))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setFont(font("badge", theme.percent))
    painter.setPen(QColor(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    return box.right()


def paint_badges(
    painter: QPainter, theme: Theme, box: QRectF, faces: tuple[BadgeFace, ...], language: Language
) -> None:
    """Paint badges in a row: with words where they fit, else only the gravest with words, else marks."""
    gap = theme.px(6)
    full = [face.text(language) for face in faces]
    short = [face.short(language) for face in faces]
    for texts in (full, full[:1] + short[1:], short):
        if sum(badge_width(t, theme) + gap for t in texts) - gap <= box.width():
            break
    x = box.left()
    for face, text in zip(faces, texts, strict=True):
        x = paint_badge(painter, theme, x, box.top(), text, face.tone) + gap


class Badge(QWidget, Dressed):
    """One badge as a widget."""

    def __init__(self, face: BadgeFace, parent: QWidget | None = None) -> None:
        """Show nothing until it is dressed."""
        super().__init__(parent)
        self._face = face
        self._theme: Theme | None = None
        self._language: Language = "zh"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_face(self, face: BadgeFace) -> None:
        """Say something else."""
        self._face = face
        if self._theme is not None:
            self.dress(self._theme, self._language)

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow theme and language."""
        self._theme, self._language = theme, language
        self.setAccessibleName(self._face.text(language))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the whole text."""
        if self._theme is None:
            return QSize()
        return QSize(badge_width(self._face.text(self._language), self._theme), badge_height(self._theme))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the badge."""
        if self._theme is not None:
            painter = QPainter(self)
            paint_badge(painter, self._theme, 0, 0, self._face.text(self._language), self._face.tone)
            painter.end()
