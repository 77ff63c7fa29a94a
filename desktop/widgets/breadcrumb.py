"""Where the reader is: dossier, page, factor, item; each part but the last leads back to it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from desktop.core.dossier import Item
from desktop.core.evidence import Event, Point
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.focus import Focus
from desktop.core.policy import PolicyMention
from desktop.core.table import Cell, Table
from desktop.core.text import Text, same
from desktop.services.context import Context
from desktop.widgets.panel import Panel

WIDEST = 24  # characters of one part; the whole is in its tooltip
HERE = Text("所在位置", "Where you are")


def name_of(item: Item) -> Text:
    """Return what to call an item in few words."""
    match item:
        case Factor():
            return item.label
        case Table() | Event():
            return item.title
        case Cell():
            return item.shown()
        case Figure():
            return item.indicator if item.indicator.zh else same(item.as_printed)
        case PolicyMention():
            return item.title
        case Point():
            return item.label if item.label.zh else item.shown()


class Breadcrumb(Panel):
    """At most four buttons that are reused; the last one shown is where we are and leads nowhere."""

    def __init__(self, ctx: Context, titles: dict[str, Text], parent: QWidget | None = None) -> None:
        """``titles`` names the pages by their keys."""
        super().__init__(ctx, parent)
        self.setObjectName("breadcrumb")
        self._titles = titles
        self._targets: list[Focus] = []
        self._buttons: list[QToolButton] = []
        self._marks: list[QLabel] = []
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self.refresh()

    def show_focus(self, focus: Focus) -> None:
        """Name the place; the overview is the top and needs no path, nor does a page without a title here."""
        dossier = self.dossier
        here = dossier is not None and focus.page != "overview" and focus.page in self._titles
        self.setVisible(here)
        if dossier is None or not here:
            return
        top = Focus(dossier=focus.dossier)
        page = replace(top, page=focus.page)
        parts = [
            (dossier.product, top),
            (self._titles.get(focus.page, same(focus.page)), page),
        ]
        factor = dossier.item(focus.factor)
        if factor is not None:
            parts.append((name_of(factor), replace(focus, item=focus.factor)))
        item = dossier.item(focus.item)
        if item is not None and item is not factor:
            parts.append((name_of(item), focus))
        self._show([(self.tr_(text), target) for text, target in parts])

    def retranslate(self) -> None:
        """Name the place in the language of the window."""
        self.setAccessibleName(self.tr_(HERE))
        self.show_focus(self.ctx.selection.focus)

    def restyle(self) -> None:
        """Follow the zoom."""
        theme = self.theme
        self._row.setContentsMargins(theme.px(11), theme.px(8), theme.px(11), 0)
        self._row.setSpacing(0)

    def _show(self, parts: list[tuple[str, Focus]]) -> None:
        self._targets = [target for _, target in parts]
        while len(self._buttons) < len(parts):
            self._add()
        for number, button in enumerate(self._buttons):
            shown = number < len(parts)
            button.setVisible(shown)
            if number:
                self._marks[number - 1].setVisible(shown)
            if shown:
                text = parts[number][0]
                button.setText(text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…")
                button.setToolTip(text if len(text) > WIDEST else "")
                button.setEnabled(number < len(parts) - 1)

    def _add(self) -> None:
        """Make one more button, with a mark before it if it is not the first."""
        number = len(self._buttons)
        if number:
            self._marks.append(QLabel("›"))
            self._row.insertWidget(self._row.count() - 1, self._marks[-1])
        button = QToolButton()
        button.clicked.connect(partial(self._go, number))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.insertWidget(self._row.count() - 1, button)
        self._buttons.append(button)

    def _go(self, number: int) -> None:
        self.ctx.selection.show(self._targets[number])
