"""One entry of the register as a whole: its facts, what a person corrected of them, and where it leads."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.core.dossier import Dossier
from desktop.core.policy import KINDS, STATUS_MARKS, STATUSES, RegisterEntry
from desktop.core.record import Record
from desktop.core.register.find import MINE, ORIGINS
from desktop.core.register.links import after, before, citation_of
from desktop.core.register.told import FactRow, corrected_row, rows_of
from desktop.core.register.uses import uses_of
from desktop.core.text import Language, Text, same
from desktop.services.theme import Theme
from desktop.store.register_uses import Use
from desktop.widgets.cards.address_row import AddressRow
from desktop.widgets.cards.badge import Badge, BadgeFace
from desktop.widgets.cards.dress import Dressed
from desktop.widgets.cards.flow_layout import FlowLayout
from desktop.widgets.cards.link_row import LinkRow
from desktop.widgets.cards.sheet import Sheet
from desktop.widgets.cards.text_label import TextLabel

TOP, LEFT = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignLeft
CORRECT, RESTORE, REMOVE = (
    Text("更正…", "Correct…"),
    Text("恢复登记簿原值", "Restore as Shipped"),
    Text("删除", "Remove"),
)
KEEP = Text("保留我的更正", "Keep My Correction")
CITE, CITED = Text("复制引用", "Copy Citation"), Text("已复制", "Copied")
CHANGED = Text(
    "▲ 登记簿升级后，你更正过的内容变了，请核对下面标有 ▲ 的各行。",
    "▲ An upgrade of the register changed what you had corrected; look at the rows marked ▲ below.",
)
UNVERIFIED = Text("▲ 尚未核实：{}", "▲ Not verified: {}")
UNVERIFIED_MARK = Text("▲ 未核实", "▲ not verified")
BEFORE, AFTER = Text("取代", "Supersedes"), Text("被取代于", "Superseded by")
ADDRESSES = Text("网址", "Addresses")
USES = Text("本档案里提到它的地方", "Where this dossier mentions it")
OTHERS = Text("提到它的其他档案", "Other dossiers that mention it")
USED = Text("{}（{} 处）", "{} ({}×)")
NO_USE = Text("打开的档案没有提到它。", "The open dossier does not mention it.")
IN_FACTOR = Text("{}：{}", "{}: {}")
CORRECTED_FACE = BadgeFace(Text("✎ 已更正", "✎ corrected"), same("✎"), "amber")
OWN_FACE = BadgeFace(Text("✎ {}", "✎ {}").format(ORIGINS[MINE]), same("✎"), "amber")


class Press(QPushButton, Dressed):
    """A small button with a text in both languages."""

    def __init__(self, text: Text, press: Callable[[], None], parent: QWidget | None = None) -> None:
        """``press`` is what a click does."""
        super().__init__(parent)
        self._text = text
        self.setObjectName("small")
        self.clicked.connect(press)

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow theme and language."""
        self.setText(self._text(language))
        self.setAccessibleName(self._text(language))


class EntryCard(Sheet):
    """Signals ask for what is to be done; the page does it. ``led`` carries an entry, ``went`` a mention."""

    led = Signal(str)
    went = Signal(str)
    opened = Signal(object)
    wanted = Signal(str)  # "correct", "restore", "keep" or "remove"

    def __init__(
        self,
        entry: RegisterEntry,
        record: Record,
        dossier: Dossier | None,
        others: tuple[Use, ...],
        parent: QWidget | None = None,
    ) -> None:
        """Build the card; it shows nothing until it is dressed."""
        super().__init__(parent=parent)
        self.entry = entry
        self._layer = record.layer
        self._by_id = {e.id: e for e in record.register}
        self._titles = {e.id: e.cited for e in record.register}
        self._column = QVBoxLayout(self)
        rows = rows_of(entry, self._layer, self._titles)
        moved = any(row.moved for row in rows) or any(
            one.has_moved for one in self._layer.of(entry.id).values()
        )
        self._head()
        if moved:
            self._column.addWidget(TextLabel(CHANGED, "body", "amber"))
        self._buttons(moved=moved)
        self._column.addWidget(self._facts(rows))
        for heading, field, ids in (
            (BEFORE, "supersedes", before(entry, self._by_id)),
            (AFTER, "superseded_by", after(entry, self._by_id)),
        ):
            self._links(heading, field, ids)
        if entry.unverified_note.zh:
            self._column.addWidget(TextLabel(UNVERIFIED.format(entry.unverified_note), "small", "amber"))
        self._addresses()
        self._uses(dossier, others)

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow theme and language."""
        super().dress(theme, language)
        self.setAccessibleName(self.entry.title(language))
        self._language = language
        self._column.setContentsMargins(*(theme.px(n) for n in (20, 16, 20, 18)))
        self._column.setSpacing(theme.px(9))

    def _head(self) -> None:
        entry = self.entry
        mark, tone = STATUS_MARKS[entry.status]
        name = STATUSES[entry.status]
        faces = [BadgeFace(Text("{} {}", "{} {}").format(mark, name), same(mark), tone)]
        if KINDS[entry.kind] != name:
            faces.append(BadgeFace(KINDS[entry.kind], KINDS[entry.kind], "grey"))
        if self._layer.is_own(entry.id):
            faces.append(OWN_FACE)
        elif self._layer.of(entry.id):
            faces.append(CORRECTED_FACE)
        line = QHBoxLayout()
        for face in faces:
            line.addWidget(Badge(face), 0, TOP)
        line.addStretch(1)
        self._column.addLayout(line)
        self._column.addWidget(TextLabel(entry.title, "title"))
        other = Text(entry.title.en, entry.title.zh)
        if other.zh != other.en:
            self._column.addWidget(TextLabel(other, "small", "muted"))
        row = corrected_row("title", entry, self._layer, self._titles)
        if row.note.zh:
            self._column.addWidget(_note(row))

    def _buttons(self, *, moved: bool) -> None:
        holder = QWidget()
        line = FlowLayout(holder)
        line.setSpacing(8)
        offered = [(CORRECT, "correct")]
        if self._layer.is_own(self.entry.id):
            offered.append((REMOVE, "remove"))
        elif self._layer.of(self.entry.id):
            offered.append((RESTORE, "restore"))
            offered += [(KEEP, "keep")] if moved else []
        for text, key in offered:
            line.addWidget(Press(text, partial(self.wanted.emit, key)))
        self._cite = Press(CITE, self._copy)
        line.addWidget(self._cite)
        self._column.addWidget(holder)

    def _facts(self, rows: tuple[FactRow, ...]) -> QWidget:
        """Labels and texts; below a text what was corrected of it, and whether it is verified."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        line = 0
        for row in rows:
            grid.addWidget(TextLabel(row.label, "body", "muted", wraps=False), line, 0, TOP)
            words = TextLabel(row.text.opening())
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(words, line, 1)
            line += 1
            for note in (_note(row) if row.note.zh else None, _unsure(row)):
                if note is not None:
                    grid.addWidget(note, line, 1)
                    line += 1
        return holder

    def _links(self, heading: Text, field: str, ids: tuple[str, ...]) -> None:
        row = corrected_row(field, self.entry, self._layer, self._titles)
        if not ids and not row.note.zh:
            return
        self._column.addWidget(TextLabel(heading, "label", "muted"))
        for entry_id in ids:
            if entry_id in self._by_id:
                self._column.addWidget(
                    LinkRow(self._titles[entry_id], partial(self.led.emit, entry_id)), 0, LEFT
                )
            else:
                self._column.addWidget(TextLabel(same(entry_id)))
        if row.note.zh:
            self._column.addWidget(_note(row))

    def _addresses(self) -> None:
        row = corrected_row("urls", self.entry, self._layer, self._titles)
        if not self.entry.urls and not row.note.zh:
            return
        self._column.addWidget(TextLabel(ADDRESSES, "label", "muted"))
        for url in self.entry.urls:
            self._column.addWidget(AddressRow(url))
        if row.note.zh:
            self._column.addWidget(_note(row))

    def _uses(self, dossier: Dossier | None, others: tuple[Use, ...]) -> None:
        if dossier is not None:
            mentions = uses_of(dossier, self.entry.id)
            self._column.addWidget(TextLabel(USES if mentions else NO_USE, "label", "muted"))
            for mention in mentions:
                factor = dossier.factor_of(mention.id)
                quote = same(f"“{mention.anchor.quote}”")
                text = IN_FACTOR.format(factor.label, quote) if factor else quote
                self._column.addWidget(LinkRow(text, partial(self.went.emit, mention.id)), 0, LEFT)
        rest = [use for use in others if dossier is None or use.dossier != dossier.id]
        if rest:
            self._column.addWidget(TextLabel(OTHERS, "label", "muted"))
        for use in rest:
            text = USED.format(use.product, use.count)
            self._column.addWidget(LinkRow(text, partial(self.opened.emit, use)), 0, LEFT)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(citation_of(self.entry)(self._language))
        self._cite.setText(CITED(self._language))


def _note(row: FactRow) -> TextLabel:
    text = Text("{} {}", "{} {}").format("▲" if row.moved else "✎", row.note)
    return TextLabel(text, "small", "amber" if row.moved else "accent")


def _unsure(row: FactRow) -> TextLabel | None:
    return TextLabel(UNVERIFIED_MARK, "small", "amber") if row.unverified else None
