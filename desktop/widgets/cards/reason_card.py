"""A reason in one glance: name, headline figure, what it measures, what it rests on, what the record says."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.headline import headline
from desktop.core.tally import Tally, tally
from desktop.core.text import Language, Text
from desktop.core.value import value
from desktop.services.theme import Theme
from desktop.widgets.cards.badge import BadgeFace, badge_height, count_face, paint_badges
from desktop.widgets.cards.card import Card
from desktop.widgets.cards.ink import metrics, wrap, write, write_large

PAD, TOP, GAP, BOTTOM = 14, 14, 5, 12
LINES = 2


@value
class ReasonFace:
    """The texts of a card; without a ``value`` it shows the summary; ``counts`` from full to brief."""

    item: str
    name: Text
    value: Text
    measure: Text
    summary: Text
    counts: tuple[Text, ...]
    badges: tuple[BadgeFace, ...]
    series: int = -1


def reason_face(dossier: Dossier, factor: Factor) -> ReasonFace:
    """Collect what the card of a section says."""
    value, measure = headline(dossier, factor)
    found: Tally = tally(dossier, factor.id)
    series = dossier.reasons.index(factor) if factor.is_reason else -1
    kinds = ("policies", "tables", "points", "events")
    counts = tuple(dict.fromkeys(found.shown(*kinds[:n]) for n in range(len(kinds), 0, -1)))
    badges = tuple(count_face(tone) for tone in found.tones)
    return ReasonFace(
        factor.id, factor.label, value, measure.opening(), factor.summary, counts, badges, series
    )


class ReasonCard(Card):
    """Shows a ReasonFace; sections that are no reasons are quieter and have no colour bar."""

    def __init__(self, face: ReasonFace, parent: QWidget | None = None) -> None:
        """Show nothing until it is dressed."""
        super().__init__(parent)
        self.face = face
        self.quiet = face.series < 0

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow theme and language."""
        self.bar = "" if self.quiet else theme.series(self.face.series)
        face = self.face
        said = [face.value(language), face.measure(language)] if face.value.zh else [face.summary(language)]
        said += [face.counts[0](language), *(badge.text(language) for badge in face.badges)]
        self.setAccessibleName(face.name(language))
        self.setAccessibleDescription(("；" if language == "zh" else "; ").join(t for t in said if t))
        badges = "\n".join(badge.text(language) for badge in face.badges)
        self.setToolTip("\n".join(t for t in (face.summary(language), badges) if t))
        super().dress(theme, language)

    def hasHeightForWidth(self) -> bool:
        """A narrow card needs two lines for what the headline measures."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that all lines need."""
        if self.theme is None:
            return 0
        theme = self.theme
        inner = width - 2 * theme.px(PAD)
        lines = len(self._middle(inner)) + bool(self.face.counts[0].zh)
        middle = self._value_height() + lines * metrics("small", theme.percent).height()
        names = self.lines * metrics("name", theme.percent).height()
        return names + middle + self._badges_height() + theme.px(TOP + BOTTOM + 3 * GAP)

    def lines_at(self, width: int) -> int:
        """Return how many lines the name takes."""
        return len(self._names(width - 2 * self.theme.px(PAD))) if self.theme else 1

    def sizeHint(self) -> QSize:
        """Return a usual width; the height follows from the width that it gets."""
        return QSize(self.theme.px(240) if self.theme else 0, 0)

    def minimumSizeHint(self) -> QSize:
        """Return a width that still shows something."""
        return QSize(self.theme.px(120) if self.theme else 0, 0)

    def paint_face(self, painter: QPainter, theme: Theme) -> None:
        """Paint name, headline and what it measures (or the summary), counts, badges."""
        pad, gap, small = theme.px(PAD), theme.px(GAP), metrics("small", theme.percent)
        box = QRectF(pad, theme.px(TOP), self.width() - 2 * pad, self.height())
        high = metrics("name", theme.percent).height()
        for number, line in enumerate(self._names(int(box.width()))):
            at = box.translated(0, number * high)
            write(painter, theme, "name", "muted" if self.quiet else "text", at, line)
        box.translate(0, self.lines * high + gap)
        if self._value_height():
            write_large(painter, theme, box, self.face.value(self.language))
            box.translate(0, self._value_height() + gap / 2)
        for line in self._middle(int(box.width())):
            write(painter, theme, "small", "muted", box, line)
            box.translate(0, small.height())
        bottom = self.height() - theme.px(BOTTOM) - self._badges_height() + gap
        said = [text(self.language) for text in self.face.counts]
        fitting = (text for text in said if small.horizontalAdvance(text) <= box.width())
        counts = QRectF(box.left(), bottom - gap - small.height(), box.width(), 1)
        write(painter, theme, "small", "muted", counts, next(fitting, said[-1]))
        line_ = QRectF(box.left(), bottom, box.width(), 1)
        paint_badges(painter, theme, line_, self.face.badges, self.language)

    def _middle(self, width: int) -> tuple[str, ...]:
        """The lines between headline and counts."""
        if self.theme is None:
            return ()
        face = self.face
        text, most = (face.measure, LINES) if face.value.zh and not self.quiet else (face.summary, LINES + 1)
        return wrap(text(self.language), "small", self.theme.percent, width, LINES if self.quiet else most)

    def _names(self, width: int) -> tuple[str, ...]:
        """The name, in two lines where one is too narrow."""
        if self.theme is None:
            return ()
        return wrap(self.face.name(self.language), "name", self.theme.percent, width, LINES)

    def _value_height(self) -> int:
        if self.theme is None or self.quiet or not self.face.value.zh:
            return 0
        return metrics("value", self.theme.percent).height()

    def _badges_height(self) -> int:
        """The badges and the gap above them."""
        if self.theme is None or not self.face.badges:
            return 0
        return badge_height(self.theme) + self.theme.px(GAP)
