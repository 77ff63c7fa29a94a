"""What the audit says of an item: a card for each finding, with its arithmetic, those raised on the item first."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.core.dossier import Dossier
from desktop.core.finding import Finding
from desktop.core.found import findings_of, ruling_of
from desktop.core.text import Language, Text, same
from desktop.services.theme import Theme
from desktop.widgets.cards.badge import Badge, face_of
from desktop.widgets.cards.ink import paint_sheet
from desktop.widgets.checks import DISPUTED
from desktop.widgets.words import Words

SHOWN = 3
OPEN = Text("在核查页查看", "See it on the check page")
MORE = Text("在核查页查看全部 {:,} 条", "See all {:,} on the check page")
ON_OTHER = Text("{}；发现在另一个数字上", "{}; raised on another figure")
RULED: dict[str, Text] = {
    "accepted": Text("✓ 你已接受", "✓ accepted by you"),
    "disputed": Text("⊘ 你不同意，不计入统计", "⊘ disputed by you, does not count"),
}


class FindingCard(QWidget):
    """One finding: verdict and check, the sentence, the arithmetic, and what a person said of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the parts; ``show_finding`` fills them."""
        super().__init__(parent)
        self.badge, self.check = Badge(DISPUTED), Words("muted", 0.92)
        self.said, self.formula = Words(selectable=True), Words(selectable=True)
        self.ruling = Words("accent", 0.92)
        self._top, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._top.addWidget(self.badge)
        self._top.addWidget(self.check, 1)
        self._column.addLayout(self._top)
        for part in (self.said, self.formula, self.ruling):
            self._column.addWidget(part)
        self.restyle(theme)

    def show_finding(self, dossier: Dossier, item: str, finding: Finding, language: Language) -> None:
        """Show a finding that concerns ``item``; one that is disputed is grey, with the reason."""
        ruling = ruling_of(dossier, finding)
        disputed = ruling is not None and ruling.status == "disputed"
        self.badge.show_face(DISPUTED if disputed else face_of(finding.verdict))
        self.badge.dress(self._theme, language)
        name = dossier.found.name_of(finding.check) if dossier.found is not None else same(finding.check)
        first = finding.items[0]
        own = {first, *(place.id for place in (dossier.cell_of(first), dossier.table_of(first)) if place)}
        self.check.say((name if item in own else ON_OTHER.format(name))(language))
        self.said.recolour(self._theme, "faint" if disputed else "text")
        self.said.say(finding.said(language))
        self.formula.say(finding.formula(language))
        self.formula.setVisible(bool(finding.formula.zh))
        told = [RULED[ruling.status](language), ruling.reason] if ruling is not None else []
        self.ruling.say("\n".join(part for part in told if part))
        self.ruling.setVisible(ruling is not None)

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._theme = theme
        self._column.setContentsMargins(*[theme.px(10)] * 4)
        self._column.setSpacing(theme.px(5))
        self._top.setSpacing(theme.px(8))
        for words in (self.check, self.said, self.formula, self.ruling):
            words.restyle(theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        paint_sheet(painter, self._theme, QRectF(self.rect()), ground="sunken")
        painter.end()


class Findings(QWidget):
    """Cards are kept and reused; ``asked`` is for the page that has them all."""

    asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start without cards."""
        super().__init__(parent)
        self._theme = theme
        self.cards: list[FindingCard] = []
        self.more = QToolButton()
        self.more.setObjectName("link")
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.clicked.connect(self.asked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_item(self, dossier: Dossier, item: str, language: Language) -> int:
        """Show the findings on an item; returns how many there are."""
        found = findings_of(dossier, item)
        while len(self.cards) < min(SHOWN, len(found)):
            card = FindingCard(self._theme, self)
            self._column.insertWidget(len(self.cards), card)
            self.cards.append(card)
        for number, card in enumerate(self.cards):
            if number < len(found):
                card.show_finding(dossier, item, found[number], language)
            card.setVisible(number < len(found))
        self.more.setText((MORE.format(len(found)) if len(found) > SHOWN else OPEN)(language))
        return len(found)

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._theme = theme
        self._column.setSpacing(theme.px(8))
        for card in self.cards:
            card.restyle(theme)
