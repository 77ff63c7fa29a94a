"""The selected thing: large, with its facts, what the record says, and what belongs with it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from desktop.core.dossier import Dossier, register_ids
from desktop.core.dossier_facts import facts_of_dossier
from desktop.core.factor import Factor
from desktop.core.facts import Facts, facts_of
from desktop.core.focus import Focus
from desktop.core.found import sums_of, word_on
from desktop.core.policy import PolicyMention
from desktop.core.related import related
from desktop.core.tally import tones, verdicts_in
from desktop.core.text import LIST_COMMA, Text
from desktop.models.follow import reach
from desktop.services.context import Context
from desktop.widgets.checks import Checks
from desktop.widgets.facts_grid import FactsGrid
from desktop.widgets.findings import Findings
from desktop.widgets.panel import Panel
from desktop.widgets.related_list import RelatedList
from desktop.widgets.scroll_area import scrolling
from desktop.widgets.still import still
from desktop.widgets.words import Words

NAME = Text("详情", "Details")
CHECK = Text("核查", "Check")
RELATED = Text("相关", "Related")
CONSULT = Text("在登记簿中查看", "See it in the register")
UNCHECKED = Text("记录里没有与它有关的核查。", "The record says nothing about this.")
WITHIN = Text("{}，是其中各项的核查结果；逐条见核查页。", "{} among its items; each is on the check page.")
EMPTY = Text("还没有选中内容", "Nothing is selected")
EMPTY_HELP = Text(
    "点选因素树、表格、图表或下面文字里的一项，这里就显示它的细节。",
    "Choose something in the tree, a table, a chart or the text below, and its details appear here.",
)
LARGE, MIDDLING, PLAIN = 1.7, 1.3, 1.1
MARGIN = 14


def within(dossier: Dossier, item: str) -> Text | None:
    """Return how many verdicts of each tone the items of a section have."""
    found = tones(verdicts_in(dossier, item)) if isinstance(dossier.item(item), Factor) else ()
    told = [Text(f"{t.mark} {t.name.zh} {t.count}", f"{t.mark} {t.count} {t.name.en}") for t in found]
    return WITHIN.format(LIST_COMMA.join(told)) if told else None


def _show(parts: tuple[QWidget, ...], shown: bool) -> None:
    for part in parts:
        part.setVisible(shown)


class Details(Panel):
    """A change of selection fills what is there; nothing is built anew. Hidden, it waits."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Build the parts, empty."""
        super().__init__(ctx, parent)
        self._shown_for: tuple[object, ...] = ()
        self.kind, self.value = Words("muted", 0.92, bold=True), Words(size=LARGE, bold=True, selectable=True)
        self.help = Words("muted")
        self.facts, self.checks = FactsGrid(), Checks()
        self.findings = Findings(self.theme)
        self.findings.asked.connect(self._open_check)
        self.related = RelatedList(self.theme)
        self.related.chosen.connect(self._choose)
        self.consult = QToolButton()
        self.consult.setObjectName("link")
        self.consult.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.consult.clicked.connect(self._consult)
        self._entry = ""
        self._check_head, self._related_head = (
            Words("muted", 0.92, bold=True),
            Words("muted", 0.92, bold=True),
        )
        self.unchecked = Words("muted")
        self._content = content = QWidget()
        self._column = QVBoxLayout(content)
        parts = (self.kind, self.value, self.facts, self.help, self._check_head, self.findings, self.checks,
                 self.unchecked, self.consult, self._related_head, self.related)  # fmt: skip
        for part in parts:
            alignment = Qt.AlignmentFlag.AlignLeft if part is self.consult else Qt.AlignmentFlag(0)
            self._column.addWidget(part, 0, alignment)
        self._column.addStretch(1)
        self._for_nothing = (self.help,)
        self._for_item = (self.kind, self.facts, self._check_head, self.findings, self.checks, self.unchecked,
                          self.consult, self._related_head, self.related)  # fmt: skip
        self._scroll = scrolling(content)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrow keys scroll it
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.refresh()

    def show_focus(self, focus: Focus) -> None:
        """Fill everything for what is selected; the same thing again costs nothing."""
        wanted = (
            self.dossier,
            focus.item or focus.factor,
            self.language,
            self.theme,
            self.ctx.workspace.register and self.ctx.workspace.record,
        )
        if wanted == self._shown_for or not self.isVisible():
            return
        same_item = self._shown_for[1:2] == wanted[1:2]
        self._shown_for = wanted
        with still(self._content):
            self._fill(focus.item or focus.factor)
        # now, and as a whole: one by one they would be squeezed into the old height first
        QCoreApplication.sendEvent(self._scroll, QEvent(QEvent.Type.LayoutRequest))
        if not same_item:
            self._scroll.verticalScrollBar().setValue(0)

    def retranslate(self) -> None:
        """Show the other language."""
        self._scroll.setAccessibleName(self.tr_(NAME))
        self._check_head.setText(self.tr_(CHECK))
        self._related_head.setText(self.tr_(RELATED))
        self.consult.setText(self.tr_(CONSULT))
        self.consult.setAccessibleName(self.tr_(CONSULT))
        self.help.setText(self.tr_(EMPTY_HELP))
        self.show_focus(self.ctx.selection.focus)

    def restyle(self) -> None:
        """Follow theme and zoom."""
        px = self.theme.px
        self._column.setContentsMargins(px(MARGIN), px(12), px(MARGIN), px(12))
        self._column.setSpacing(px(6))
        for words in (self.kind, self.value, self.help, self._check_head, self._related_head, self.unchecked):
            words.restyle(self.theme)
        for head in (self.help, self._check_head, self._related_head):
            head.setContentsMargins(0, px(10), 0, 0)
        for part in (self.facts, self.findings, self.checks, self.related):
            part.restyle(self.theme)
        self.show_focus(self.ctx.selection.focus)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was selected while hidden."""
        super().showEvent(event)
        self.show_focus(self.ctx.selection.focus)

    def _fill(self, item: str) -> None:
        facts = facts_of(self.dossier, item) if self.dossier is not None else None
        if facts is None or self.dossier is None:
            whole = facts_of_dossier(self.dossier) if self.dossier is not None else Facts(EMPTY, EMPTY, ())
            self._head(whole)
            self.facts.show_rows(whole.rows, self.language)
            _show(self._for_item, False)
            _show((self.kind, self.facts), bool(whole.rows))
            _show(self._for_nothing, True)
            return
        self._head(facts)
        self.facts.show_rows(facts.rows, self.language)
        record = self.ctx.workspace.record
        found = self.dossier.assessments_of(item)
        disputed, sums = self.dossier.disputed, sums_of(self.dossier)
        self.checks.show_assessments(found, record, self.theme, self.language, disputed, sums)
        told = self.findings.show_item(self.dossier, item, self.language)
        word = word_on(self.dossier, item) or within(self.dossier, item)
        if word is None and not found and not told:
            word = UNCHECKED
        self.unchecked.say(self.tr_(word) if word is not None else "")
        others = related(self.dossier, item, record)
        self.related.show_related(others, self.language)
        _show(self._for_nothing, False)
        _show((self.kind, self.facts, self._check_head), True)
        _show((self.checks,), bool(found))
        _show((self.findings,), bool(told))
        _show((self.unchecked,), word is not None)
        entries = [record.entry(one.register_id) for one in found if one.register_id and one.policy]
        chosen = self.dossier.item(item)
        if not entries and isinstance(chosen, PolicyMention):
            entries = [record.entry(i) for i in register_ids(self.dossier, chosen)]
        self._entry = next((entry.id for entry in entries if entry is not None), "")
        _show((self.consult,), bool(self._entry))
        _show((self._related_head, self.related), bool(others))

    def _head(self, facts: Facts) -> None:
        value = facts.value(self.language)
        self.kind.say(facts.kind(self.language))
        width = sum(2 if ord(c) > 0x2E80 else 1 for c in value)
        size = LARGE if width <= 12 else MIDDLING if width <= 44 else PLAIN
        self.value.resize_words(self.theme, size)
        self.value.say(value)

    def _consult(self) -> None:
        self.ctx.selection.show(replace(self.ctx.selection.focus, page="register", entry=self._entry))

    def _open_check(self) -> None:
        self.ctx.selection.show(replace(self.ctx.selection.focus, page="check"))

    def _choose(self, item: str) -> None:
        if self.dossier is not None:
            self.ctx.selection.show(reach(self.ctx.selection.focus, self.dossier, item))
