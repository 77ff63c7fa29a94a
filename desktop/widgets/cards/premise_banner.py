"""What the record says about the premise of the whole text: calm, at the top, not to be missed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from desktop.core.text import Language, Text
from desktop.core.verdict import CONFIDENCE, Assessment
from desktop.services.theme import Theme
from desktop.widgets.cards.badge import Badge, face_of
from desktop.widgets.cards.dress import Dressed
from desktop.widgets.cards.flow_layout import FlowLayout
from desktop.widgets.cards.ink import font
from desktop.widgets.cards.sheet import Sheet
from desktop.widgets.cards.sides import Sides
from desktop.widgets.cards.text_label import TextLabel

HEADING = Text("先看前提", "The premise first")
CLAIM = Text("文章称", "What the text claims")
RECORD = Text("记录显示", "What the record says")
SURE = Text("核查置信度：{}", "Confidence of this check: {}")
SOURCE = Text("依据来源", "Sources")
SEE = Text("看原句", "See the sentence")


class PremiseBanner(Sheet):
    """``asked`` carries the id of the item that makes the claim."""

    asked = Signal(str)

    def __init__(self, premise: Assessment, parent: QWidget | None = None) -> None:
        """Show claim and record side by side, the sources on demand."""
        super().__init__(bar=f"{premise.verdict.tone}_mark", parent=parent)
        self._premise = premise
        self.see, self.more = _Link(SEE), _Link(SOURCE)
        self.more.setCheckable(True)
        self._source = TextLabel(premise.source, "small", "muted")
        self._source.hide()
        self._head = FlowLayout()
        self._head.addWidget(TextLabel(HEADING, "heading", wraps=False))
        self._head.addWidget(Badge(face_of(premise.verdict)))
        self._foot = FlowLayout()
        sure = CONFIDENCE.get(premise.confidence)
        if sure is not None:
            self._foot.addWidget(TextLabel(SURE.format(sure), "small", "muted", wraps=False))
        if premise.source.zh:
            self._foot.addWidget(self.more)
        if premise.items:
            self._foot.addWidget(self.see)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        claim, record = _side(CLAIM, premise.claim, "name"), _side(RECORD, premise.difference, "body")
        self._column.addWidget(Sides(claim, record, (3, 7)))
        self._column.addLayout(self._foot)
        self._column.addWidget(self._source)
        self.more.toggled.connect(self._source.setVisible)
        self.see.clicked.connect(lambda: self.asked.emit(premise.items[0]))

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow theme and language."""
        super().dress(theme, language)
        self.setAccessibleName(HEADING(language))
        said = Text("{}。{}", "{}. {}").format(self._premise.verdict.name, self._premise.difference)
        self.setAccessibleDescription(said(language))
        self._column.setContentsMargins(*(theme.px(n) for n in (16, 14, 16, 10)))
        self._column.setSpacing(theme.px(8))
        self._head.setSpacing(theme.px(10))
        self._foot.setSpacing(theme.px(8))


class _Link(QToolButton, Dressed):
    """A text button in the colour of links."""

    def __init__(self, text: Text) -> None:
        super().__init__()
        self.setObjectName("link")
        self._text = text

    def dress(self, theme: Theme, language: Language) -> None:
        self.setText(self._text(language))
        self.setFont(font("small", theme.percent))


def _side(label: Text, text: Text, role: str) -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    column.addWidget(TextLabel(label, "label", "muted"))
    column.addWidget(TextLabel(text, role))
    column.addStretch(1)
    return side
