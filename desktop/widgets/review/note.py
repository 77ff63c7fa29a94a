"""A line that says how far the review of an import is, and leads to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.core.dossier import Dossier
from desktop.core.review_told import review_counts
from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.cards.dress import Dressed
from desktop.widgets.cards.text_label import TextLabel

STATE = Text("审阅：{}", "Review: {}")
OPEN = Text("打开审阅", "Open the review")


class ReviewNote(QWidget, Dressed):
    """Hidden for a dossier that was not imported."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self._words, self.open = TextLabel(colour="muted", wraps=False), QToolButton()
        self.open.setObjectName("link")
        self.open.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.open.clicked.connect(self.clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self._words, self.open):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.hide()

    def show_dossier(self, dossier: Dossier) -> None:
        """Say how far the review is."""
        counts = review_counts(dossier)
        self._words.tell(STATE.format(counts))
        self.setVisible(bool(counts.zh))

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow theme and language; the words dress themselves."""
        self.open.setText(OPEN(language))
