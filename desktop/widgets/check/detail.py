"""One row of the check page in full: the sentence in both languages, the arithmetic, the numbers, the passages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.core.audit_rows import DERIVED, AuditRow, check_of, said_of, title_of
from desktop.core.dossier import Dossier
from desktop.core.facts import Row
from desktop.core.figure import Figure
from desktop.core.finding import Derived, Finding, Input, Passed
from desktop.core.found import RECORD
from desktop.core.policy import RegisterEntry
from desktop.core.quotes import quotes_of
from desktop.core.record import Record
from desktop.core.register.uses import entry_behind
from desktop.core.span import Anchor
from desktop.core.text import NOTHING, Language, Text, same
from desktop.core.verdict import CONFIDENCE
from desktop.services.theme import Theme
from desktop.widgets.cards.badge import Badge, BadgeFace, face_of
from desktop.widgets.check.inputs import InputList
from desktop.widgets.check.passages import Passages
from desktop.widgets.facts_grid import FactsGrid
from desktop.widgets.scroll_area import scrolling
from desktop.widgets.words import Words

DERIVED_FACE = BadgeFace(Text("ƒ 推算", "ƒ derived"), same("ƒ"), "grey")
NAME = Text("所选发现", "The selected finding")
FORMULA, INPUTS = Text("算式", "Arithmetic"), Text("用到的数字", "Numbers used")
PLACES, BASIS = Text("出处", "Passages"), Text("依据", "What it rests on")
NOT_REPORTED = Text(
    "这个值是算出来的，文中没有写；它不与文中的数字混在一起。",
    "This value was computed; the text does not state it, and it is never mixed with what the text states.",
)
SHOW = Text("在因素页查看", "Show on the page of the reason")
CONSULT = Text("在登记簿中查看", "See it in the register")
ENTRY = Text("在登记簿中查看《{}》", "See “{}” in the register")


class FindingDetail(QWidget):
    """``chosen`` carries the item of a number, ``asked`` that its place in the dossier is wanted.

    ``consulted`` carries the entry of the register that is to be shown.
    """

    chosen = Signal(str)
    asked = Signal()
    consulted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self.badge, self.check = Badge(DERIVED_FACE), Words("muted", 0.92)
        self.title, self.said = Words(size=1.25, bold=True, selectable=True), Words(selectable=True)
        self.also, self.note = Words("muted", 0.92, selectable=True), Words("muted", 0.92)
        self.formula = Words(size=1.08, selectable=True)
        self.inputs, self.passages, self.basis = InputList(theme), Passages(), FactsGrid()
        self.show_there, self.consult = QToolButton(), QToolButton()
        for link in (self.show_there, self.consult):
            link.setObjectName("link")
            link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._entry = ""
        self._heads = {name: Words("muted", 0.92, bold=True) for name in (FORMULA, INPUTS, PLACES, BASIS)}
        self._build()
        self.inputs.chosen.connect(self.chosen)
        self.show_there.clicked.connect(self.asked)
        self.consult.clicked.connect(lambda: self.consulted.emit(self._entry))

    def show_row(self, dossier: Dossier, record: Record, row: AuditRow, language: Language) -> None:
        """Show a row."""
        told, said = row.told, said_of(row)
        face = face_of(row.verdict) if row.verdict is not None else DERIVED_FACE
        self.badge.show_face(face._replace(tone="grey") if row.status == "disputed" else face)
        self.badge.dress(self._theme, language)
        self.check.say(check_of(dossier, row)(language))
        self.title.say(title_of(dossier, row)(language))
        formula = told.formula if isinstance(told, (Finding, Passed, Derived)) else NOTHING
        sentence = said if said != formula else NOTHING
        other: Language = "en" if language == "zh" else "zh"
        self.said.say(sentence(language))
        self.also.say(sentence(other) if sentence.zh != sentence.en else "")
        self.note.say(NOT_REPORTED(language))
        self.formula.say(formula(language))
        inputs = _inputs(dossier, row)
        self.inputs.show_inputs(dossier, inputs, language)
        basis = _basis(dossier, record, row)
        self.basis.show_rows(basis, language)
        quotes = quotes_of(dossier, _spans(dossier, row))
        self.passages.show_quotes(quotes, language)
        for head, parts, shown in (
            (FORMULA, (self.formula,), bool(formula.zh)),
            (INPUTS, (self.inputs,), bool(inputs)),
            (BASIS, (self.basis,), bool(basis)),
            (PLACES, (self.passages,), bool(quotes)),
        ):
            for part in (self._heads[head], *parts):
                part.setVisible(shown)
        self.said.setVisible(bool(sentence.zh))
        self.also.setVisible(bool(self.also.text()))
        self.note.setVisible(row.section == DERIVED)
        self.show_there.setVisible(bool(row.item))
        self._offer_entry(entry_behind(dossier, record, told), language)
        self._scroll.verticalScrollBar().setValue(0)

    def look(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language."""
        self._theme = theme
        px = theme.px
        self._column.setContentsMargins(px(14), px(12), px(14), px(12))
        self._column.setSpacing(px(6))
        self._top.setSpacing(px(8))
        for words in (self.check, self.title, self.said, self.also, self.note, self.formula):
            words.restyle(theme)
        for name, head in self._heads.items():
            head.restyle(theme)
            head.setText(name(language))
            head.setContentsMargins(0, px(9), 0, 0)
        for part in (self.inputs, self.passages, self.basis):
            part.restyle(theme)
        self.badge.dress(theme, language)
        self.show_there.setText(SHOW(language))
        self.consult.setText(CONSULT(language))
        self._scroll.setAccessibleName(NAME(language))

    def _offer_entry(self, entry: RegisterEntry | None, language: Language) -> None:
        self._entry = entry.id if entry is not None else ""
        self.consult.setVisible(entry is not None)
        if entry is not None:
            told = ENTRY.format(entry.title)(language)
            self.consult.setToolTip(told)
            self.consult.setAccessibleName(told)

    def _build(self) -> None:
        self._content = QWidget()
        self._column, self._top = QVBoxLayout(self._content), QHBoxLayout()
        self._top.addWidget(self.badge)
        self._top.addWidget(self.check, 1)
        self._column.addLayout(self._top)
        heads = self._heads
        for part in (self.title, self.said, self.also, self.note, heads[FORMULA], self.formula, heads[INPUTS],
                     self.inputs, heads[BASIS], self.basis, heads[PLACES], self.passages):  # fmt: skip
            self._column.addWidget(part)
        ways = QHBoxLayout()
        for link in (self.show_there, self.consult):
            ways.addWidget(link)
        ways.addStretch(1)
        self._column.addLayout(ways)
        self._column.addStretch(1)
        self._scroll = scrolling(self._content)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrow keys scroll it
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)


def _inputs(dossier: Dossier, row: AuditRow) -> tuple[Input, ...]:
    """The numbers of a row; of a check that was passed its items, of the record's only what stands in the text."""
    match row.told:
        case Finding() if row.told.check == RECORD:
            return ()
        case Finding() | Derived():
            return row.told.inputs
        case Passed():
            figures = [f for i in row.told.items if isinstance(f := dossier.item(i), Figure)]
            return tuple(Input(f.named(), f.shown(), f.id) for f in figures)
    return ()


def _basis(dossier: Dossier, record: Record, row: AuditRow) -> tuple[Row, ...]:
    """What the record's word on a claim rests on."""
    if not isinstance(row.told, Finding) or row.told.check != RECORD:
        return ()
    one = next((a for a in dossier.assessments if a.id == row.told.kind), None)
    if one is None:
        return ()
    entry = record.entry(one.register_id)
    rows = [
        (Text("文中的说法", "The text claims"), one.claim),
        (Text("来源", "Source"), one.source),
        (Text("核查置信度", "Confidence"), CONFIDENCE.get(one.confidence, same(one.confidence))),
    ]
    if entry is not None:
        rows.append((Text("登记簿", "Register"), same(" ").join((entry.cited, same(entry.number)))))
    return tuple((label, text) for label, text in rows if text.zh)


def _spans(dossier: Dossier, row: AuditRow) -> tuple[Anchor, ...]:
    if isinstance(row.told, Finding):
        return row.told.spans
    items = (row.item,) if not isinstance(row.told, (Passed, Derived)) else row.told.items
    return tuple(a for i in items if (a := dossier.anchor_of(i)) is not None)
