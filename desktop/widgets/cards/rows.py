"""Rows of a list: a statement, an event, a checked claim."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.evidence import Event, Point
from desktop.core.text import DOT, Language, Text
from desktop.core.verdict import CONFIDENCE, Assessment, Verdict
from desktop.services.theme import Theme
from desktop.widgets.cards.badge import Badge, face_of
from desktop.widgets.cards.sheet import ItemSheet
from desktop.widgets.cards.text_label import TextLabel

TOP = Qt.AlignmentFlag.AlignTop
SOURCE = Text("来源：{}", "Source: {}")
SURE = Text("核查置信度：{}", "confidence of this check: {}")
LEAD = 150


class Row(ItemSheet):
    """Texts from left to right or under each other, the verdict at the right."""

    def __init__(
        self, item_id: str, name: Text, verdict: Verdict | None = None, parent: QWidget | None = None
    ) -> None:
        """``name`` is what the row is called for screen readers."""
        super().__init__(item_id, parent=parent)
        self._name, self._verdict = name, verdict
        self._lead: TextLabel | None = None
        self._row = QHBoxLayout(self)
        self.texts = QVBoxLayout()
        self.texts.setSpacing(3)
        self._row.addLayout(self.texts, 1)
        if verdict is not None:
            self._row.addWidget(Badge(face_of(verdict)), 0, TOP)

    def lead(self, words: TextLabel) -> None:
        """Put words before the texts, in a column as wide as that of the rows around it."""
        self._lead = words
        self._row.insertWidget(0, words, 0, TOP)

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow theme and language."""
        super().dress(theme, language)
        self.setAccessibleName(self._name(language))
        if self._verdict is not None:
            self.setAccessibleDescription(self._verdict.name(language))
        self._row.setContentsMargins(*(theme.px(n) for n in (14, 9, 12, 9)))
        self._row.setSpacing(theme.px(12))
        if self._lead is not None:
            self._lead.setMinimumWidth(theme.px(LEAD))


def statement_row(point: Point, verdict: Verdict | None) -> Row:
    """A statement: its label bold where it has one, then what it says."""
    whole = point.shown()
    row = Row(point.id, point.label if point.label.zh else whole, verdict)
    if point.label.zh:
        row.texts.addWidget(TextLabel(point.label, "name"))
    row.texts.addWidget(TextLabel(_without(whole, point.label)))
    return row


def event_row(event: Event, verdict: Verdict | None) -> Row:
    """An event: when, then what."""
    when = event.period.shown()
    row = Row(event.id, Text("{}：{}", "{}: {}").format(when, event.title), verdict)
    row.lead(TextLabel(when, "body", "muted", wraps=False))
    row.texts.addWidget(TextLabel(event.title))
    return row


def claim_row(assessment: Assessment) -> Row:
    """A checked claim: what was claimed, what differs, what that rests on."""
    item = next(iter(assessment.items), "")
    row = Row(item, assessment.claim, assessment.verdict)
    row.texts.addWidget(TextLabel(assessment.claim, "name"))
    if assessment.difference.zh:
        row.texts.addWidget(TextLabel(assessment.difference))
    basis = [SOURCE.format(assessment.source)] if assessment.source.zh else []
    if assessment.confidence in CONFIDENCE:
        basis.append(SURE.format(CONFIDENCE[assessment.confidence]))
    if basis:
        row.texts.addWidget(TextLabel(DOT.join(basis), "small", "muted"))
    return row


def _without(whole: Text, label: Text) -> Text:
    """The statement without its label in front, which the row shows already."""
    return Text(_cut(whole.zh, label.zh), _cut(whole.en, label.en))


def _cut(whole: str, label: str) -> str:
    if not label or not whole.lower().startswith(label.lower()):
        return whole
    rest = whole[len(label) :].lstrip("：: ，,")
    return rest or whole
