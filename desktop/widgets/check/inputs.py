"""The numbers that a finding computes with: each leads to where it stands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.dossier import Dossier
from desktop.core.finding import Input
from desktop.core.related import Related
from desktop.core.stretches import kind_of
from desktop.core.text import NOTHING, Language, Text
from desktop.services.theme import Theme
from desktop.widgets.related_list import RelatedRow
from desktop.widgets.words import Words

PRINTED = Text("更正过，原文“{}”", "corrected; the text has “{}”")
OUTSIDE = Text("{}：{}", "{}: {}")
BRIEF = 24


class InputList(QWidget):
    """``chosen`` carries the item of the number that was clicked; rows are kept and filled anew."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self.rows: list[RelatedRow] = []
        self.others: list[Words] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_inputs(self, dossier: Dossier, inputs: tuple[Input, ...], language: Language) -> None:
        """Show numbers of the text as links, and what else was used as plain lines."""
        inside = [one for one in inputs if dossier.item(one.item) is not None]
        outside = [one for one in inputs if dossier.item(one.item) is None]
        while len(self.rows) < len(inside):
            row = RelatedRow(self._theme)
            row.clicked.connect(self._clicked)
            self._column.insertWidget(len(self.rows), row)
            self.rows.append(row)
        while len(self.others) < len(outside):
            words = Words("muted", selectable=True)
            words.restyle(self._theme)
            self._column.addWidget(words)
            self.others.append(words)
        for number, row in enumerate(self.rows):
            if number < len(inside):
                row.show_related(_related(dossier, inside[number]), language)
            row.setVisible(number < len(inside))
        for number, words in enumerate(self.others):
            if number < len(outside):
                words.say(OUTSIDE.format(outside[number].label, outside[number].shown)(language))
            words.setVisible(number < len(outside))

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._theme = theme
        for row in self.rows:
            row.restyle(theme)
        for words in self.others:
            words.restyle(theme)

    def _clicked(self) -> None:
        row = self.sender()
        if isinstance(row, RelatedRow):
            self.chosen.emit(row.item)


def _related(dossier: Dossier, one: Input) -> Related:
    """A number with its value; beside a corrected one stands what the text prints."""
    item = dossier.items[one.item]
    why = NOTHING
    if dossier.status_of(one.item) == "corrected":
        quote = " ".join(item.anchor.quote.split())
        why = PRINTED.format(quote if len(quote) <= BRIEF else f"{quote[:BRIEF]}…")
    return Related(one.item, kind_of(item), one.label, why, one.shown)
