"""Correcting one item of a dossier, or adding one: its fields, how it will read, and why it was changed."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from desktop.core.dossier import Dossier, Item
from desktop.core.forms.base import FormField
from desktop.core.forms.find import form_of
from desktop.core.record import Record
from desktop.core.review_rows import KINDS, brief, doubt_of, reading_of, review_kind
from desktop.core.text import DOT, NOTHING, Text
from desktop.services.theme import Theme
from desktop.widgets.forms.editor import FormEditor
from desktop.widgets.words import Words

CORRECT, ADD = Text("更正{}：“{}”", "Correct {}: “{}”"), Text("新增{}：“{}”", "Add {}: “{}”")
READS = Text("将读作：{}", "Will read: {}")
REASON = FormField("reason", Text("更正原因（可不填）", "Reason for the correction (optional)"))


class ItemEditor(FormEditor):
    """What it makes is an item."""

    SAVE_NEW = Text("加入", "Add")
    MARGINS = (14, 10, 8)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start without an item."""
        super().__init__(theme, Words(bold=True), Words("amber", 0.92), REASON, parent)
        self._given: tuple[Dossier, Record] | None = None
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)

    def edit(self, dossier: Dossier, record: Record, item: Item, *, new: bool = False) -> None:
        """Show an item to correct, or a new one to add."""
        self._given = dossier, record
        self._fill(form_of(item, record), item, new=new)

    def _head(self) -> None:
        item: Item = self._before
        pattern, quote = ADD if self.is_new else CORRECT, brief(item.anchor.quote)
        self.title.setText(pattern.format(KINDS[review_kind(item)], quote)(self._language))
        doubt = doubt_of(self._given[0], item.id)(self._language) if self._given else ""
        self.note.setText(doubt)
        self.note.setVisible(bool(doubt))

    def _would(self, made: Item) -> tuple[Text, bool]:
        if self._given is None:
            return NOTHING, False
        dossier, record = self._given
        reading = reading_of(dossier, made, record)
        return READS.format(DOT.join((reading.means, reading.more))), True
