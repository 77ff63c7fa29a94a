"""What the record says of an item: a card for each assessment, the gravest first."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.core.policy import STATUSES, RegisterEntry
from desktop.core.record import Record
from desktop.core.text import NOTHING, SEMICOLON, Language, Text
from desktop.core.verdict import CONFIDENCE, Assessment
from desktop.services.theme import Theme
from desktop.widgets.cards.badge import Badge, BadgeFace, face_of
from desktop.widgets.cards.ink import paint_sheet
from desktop.widgets.words import Words

SHOWN = 3
MORE = Text("再显示 {0} 条", "Show {0} more")
FOOT = Text("核查置信度：{0} · 来源：{1}", "Confidence of this check: {0} · source: {1}")
PREMISE = Text("所依据的前提：{0}", "The premise it rests on: {0}")
SUM = Text("重算：{0}", "Recomputed: {0}")
REGISTER = Text("登记簿：{0}", "Register: {0}")
DISPUTED = BadgeFace(Text("⊘ 不同意", "⊘ disputed"), Text("⊘", "⊘"), "grey")
NO_FACE = BadgeFace(NOTHING, NOTHING, "grey")
NEAREST = Text("登记簿中最接近的：{0}", "Closest in the register: {0}")


class CheckCard(QWidget):
    """One assessment: verdict, what differs, the arithmetic of a check that bears it out, source and confidence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the parts; ``show_assessment`` fills them."""
        super().__init__(parent)
        self.badge = Badge(NO_FACE)
        self.difference = Words(selectable=True)
        self.sum = Words(selectable=True)
        self.register, self.foot = Words("muted", 0.92), Words("muted", 0.92)
        self._column = QVBoxLayout(self)
        for part in (self.badge, self.difference, self.sum, self.register, self.foot):
            self._column.addWidget(part)
        self._theme: Theme | None = None

    def show_assessment(
        self,
        one: Assessment,
        record: Record,
        theme: Theme,
        language: Language,
        *,
        disputed: bool,
        sum_: Text = NOTHING,
    ) -> None:
        """Show an assessment, with the arithmetic that a check added; one that the reader disputes is grey."""
        self.badge.show_face(DISPUTED if disputed else face_of(one.verdict))
        self.badge.dress(theme, language)
        self.difference.say(one.difference(language))
        self.sum.say(SUM.format(sum_)(language))
        self.sum.setVisible(bool(sum_.zh))
        confidence = CONFIDENCE.get(one.confidence, Text(one.confidence, one.confidence))
        self.foot.say(FOOT.format(confidence, one.source)(language))
        entry = record.entry(one.register_id)
        nearest = [found.title for key in one.nearest if (found := record.entry(key)) is not None]
        if entry is not None:
            self.register.say(REGISTER.format(_official(entry))(language))
        elif nearest:
            self.register.say(NEAREST.format(SEMICOLON.join(nearest))(language))
        elif one.premise:
            self.register.say(PREMISE.format(one.claim)(language))
        self.register.setVisible(entry is not None or bool(nearest) or one.premise)

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._theme = theme
        self._column.setContentsMargins(*[theme.px(10)] * 4)
        self._column.setSpacing(theme.px(5))
        for words in (self.difference, self.sum, self.register, self.foot):
            words.restyle(theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        if self._theme is not None:
            painter = QPainter(self)
            paint_sheet(painter, self._theme, QRectF(self.rect()), ground="sunken")
            painter.end()


class Checks(QWidget):
    """Cards are kept and reused; beyond SHOWN they wait behind a button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without cards."""
        super().__init__(parent)
        self.cards: list[CheckCard] = []
        self.more = QPushButton()
        self.more.clicked.connect(self._show_all)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._all: tuple[Assessment, ...] = ()
        self._given: tuple[Record, Theme, Language, frozenset[str], Mapping[str, Text]] | None = None

    def show_assessments(
        self,
        found: tuple[Assessment, ...],
        record: Record,
        theme: Theme,
        language: Language,
        disputed: frozenset[str] = frozenset(),
        sums: Mapping[str, Text] | None = None,
    ) -> None:
        """Show what the record says, the gravest first; ``disputed`` are ids of those that the reader disputes.

        ``sums`` is the arithmetic that the checks added, by id.
        """
        self._all = tuple(sorted(found, key=lambda a: (-a.verdict.severity, a.premise)))
        self._given = (record, theme, language, disputed, sums or {})
        self._fill(min(SHOWN, len(self._all)))

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._column.setSpacing(theme.px(8))
        for card in self.cards:
            card.restyle(theme)

    def _show_all(self) -> None:
        self._fill(len(self._all))
        self.cards[SHOWN].setFocus()

    def _fill(self, count: int) -> None:
        if self._given is None:
            return
        record, theme, language, disputed, sums = self._given
        while len(self.cards) < count:
            card = CheckCard(self)
            card.restyle(theme)
            self._column.insertWidget(len(self.cards), card)
            self.cards.append(card)
        for number, card in enumerate(self.cards):
            if number < count:
                one = self._all[number]
                sum_ = sums.get(one.id, NOTHING)
                card.show_assessment(one, record, theme, language, disputed=one.id in disputed, sum_=sum_)
            card.setVisible(number < count)
        rest = len(self._all) - count
        self.more.setVisible(rest > 0)
        self.more.setText(MORE(language).format(rest))


def _official(entry: RegisterEntry) -> Text:
    status = STATUSES.get(entry.status, Text(entry.status, entry.status))
    number = Text(f"（{entry.number}）", f" ({entry.number})") if entry.number else NOTHING
    return Text("{0}{1}，{2}", "{0}{1}, {2}").format(entry.cited, number, status)
