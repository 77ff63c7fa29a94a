"""A regulation as the text tells it beside what the register knows of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.named import named
from desktop.core.policy_check import CheckedRow, PolicyCheck
from desktop.core.register.told import day
from desktop.core.text import DOT, LIST_COMMA, Language, Text, same
from desktop.core.verdict import CONFIDENCE
from desktop.services.theme import Theme
from desktop.widgets.cards.address_row import AddressRow
from desktop.widgets.cards.badge import Badge, face_of
from desktop.widgets.cards.link_row import LinkRow
from desktop.widgets.cards.long_text import LongText
from desktop.widgets.cards.sheet import ItemSheet
from desktop.widgets.cards.sides import Sides
from desktop.widgets.cards.text_label import TextLabel

TOP = Qt.AlignmentFlag.AlignTop
CLAIMED = Text("文章称", "What the text claims")
OFFICIAL = Text("登记簿所载", "What the register says")
DIFFERENCE = Text("差别", "What differs")
REASON = Text("说明", "Why")
MATCH = Text("对应", "Match")
NOT_FOUND = Text(
    "这份登记簿里没有它。没有收录绝不等于不存在。",
    "Not in this register, which never means that it does not exist.",
)
NO_ENTRY = Text(
    "没有点名文件，没有条目可以对照。",
    "It names no document, so there is no entry to hold it against.",
)
NEAREST = Text("最接近的条目", "Nearest entries")
UNVERIFIED = Text("▲ 登记簿中尚未核实：{}", "▲ Not verified in the register: {}")
SOURCE = Text("来源：{}", "Source: {}")
GRADE = Text("来源等级 {}", "source grade {}")
CONSULT = Text("在登记簿中查看", "See it in the register")
SURE = Text("核查置信度：{}", "confidence of this check: {}")
SURE_ENTRY = Text("条目置信度：{}", "confidence of the entry: {}")


class PolicyCard(ItemSheet):
    """Two columns, then what differs, what it rests on, and where to read it.

    ``consulted`` carries the entry that the reader wants to see in the register.
    """

    consulted = Signal(str)

    def __init__(self, check: PolicyCheck, parent: QWidget | None = None) -> None:
        """Build the card; it shows nothing until it is dressed."""
        super().__init__(check.mention.id, parent=parent)
        self._name = named(check.mention).opening()
        self._column = QVBoxLayout(self)
        assessment = check.assessment
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(TextLabel(self._name, "name"), 1)
        if check.verdict is not None:
            head.addWidget(Badge(face_of(check.verdict)), 0, TOP)
        self._column.addLayout(head)
        right = _rows(OFFICIAL, check.official) if check.official else self._absent(check)
        self._column.addWidget(Sides(_rows(CLAIMED, check.claimed), right))
        if assessment is not None and assessment.difference.zh:
            label = DIFFERENCE if assessment.verdict.tone in ("amber", "red") else REASON
            self._column.addWidget(_labelled(label, TextLabel(assessment.difference)))
        if check.matched.zh:
            tone = "amber" if check.mention.match == "near" else "muted"
            self._column.addWidget(_labelled(MATCH, TextLabel(check.matched, "body", tone)))
        basis = _basis(check)
        if basis.zh:
            self._column.addWidget(TextLabel(basis, "small", "muted"))
        if check.unverified:
            fields = LIST_COMMA.join(check.unverified)
            self._column.addWidget(TextLabel(UNVERIFIED.format(fields), "small", "amber"))
        if check.entry is not None:
            consult = LinkRow(CONSULT, partial(self.consulted.emit, check.entry.id))
            self._column.addWidget(consult, 0, Qt.AlignmentFlag.AlignLeft)
        if check.entry is not None and check.entry.urls:
            addresses = QVBoxLayout()
            addresses.setSpacing(0)
            for url in check.entry.urls:
                addresses.addWidget(AddressRow(url))
            self._column.addLayout(addresses)

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow theme and language."""
        super().dress(theme, language)
        self.setAccessibleName(self._name(language))
        self._column.setContentsMargins(*(theme.px(n) for n in (16, 12, 16, 12)))
        self._column.setSpacing(theme.px(8))

    def _absent(self, check: PolicyCheck) -> QWidget:
        """The register's side where it has no entry: it says so, and names what comes nearest."""
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(TextLabel(OFFICIAL, "label", "muted"))
        named = bool(check.mention.title.zh or check.mention.number)
        column.addWidget(TextLabel(NOT_FOUND if named else NO_ENTRY))
        if check.nearest:
            column.addWidget(TextLabel(NEAREST, "small", "muted"))
            for entry in check.nearest:
                told = DOT.join((entry.cited, same(entry.number), day(entry.published)))
                link = LinkRow(told, partial(self.consulted.emit, entry.id))
                column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return side


def _basis(check: PolicyCheck) -> Text:
    """What the verdict rests on, and how sure it is."""
    parts: list[Text] = []
    if check.assessment is not None and check.assessment.source.zh:
        parts.append(SOURCE.format(check.assessment.source))
    if check.entry is not None and check.entry.grade:
        parts.append(GRADE.format(same(check.entry.grade)))
    if check.entry is not None and check.entry.confidence in CONFIDENCE:
        parts.append(SURE_ENTRY.format(CONFIDENCE[check.entry.confidence]))
    if check.assessment is not None and check.assessment.confidence in CONFIDENCE:
        parts.append(SURE.format(CONFIDENCE[check.assessment.confidence]))
    return DOT.join(parts)


def _rows(heading: Text, rows: tuple[CheckedRow, ...]) -> QWidget:
    """One side: labels and texts, under a text the result for this part."""
    side = QWidget()
    grid = QGridLayout(side)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    grid.addWidget(TextLabel(heading, "label", "muted"), 0, 0, 1, 2)
    line = 1
    for row in rows:
        grid.addWidget(TextLabel(row.label, "body", "muted", wraps=False), line, 0, TOP)
        said = row.text.opening()
        grid.addWidget(LongText(said) if row.long else TextLabel(said), line, 1)
        if row.mark:
            result = Text("{} {}", "{} {}").format(row.mark, row.result)
            line += 1
            grid.addWidget(TextLabel(result, "small", row.tone), line, 1)
        line += 1
    grid.setRowStretch(line, 1)
    return side


def _labelled(label: Text, words: TextLabel) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(TextLabel(label, "body", "muted", wraps=False), 0, TOP)
    row.addWidget(words, 1)
    return holder
