"""The right of the register page: the entry as a card, or the form while one is written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.core.dossier import Dossier
from desktop.core.policy import RegisterEntry
from desktop.core.record import Record
from desktop.core.text import Language
from desktop.services.theme import Theme
from desktop.store.register_uses import Use
from desktop.widgets.cards.dress import dress
from desktop.widgets.register.card import EntryCard
from desktop.widgets.register.editor import EntryEditor
from desktop.widgets.scroll_area import scrolling


class _Content(QWidget):
    """As wide as the area: a long address must not widen it."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class Reader(QStackedWidget):
    """Passes on what card and form ask for."""

    led = Signal(str)
    went = Signal(str)
    opened = Signal(object)
    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start with nothing to read."""
        super().__init__(parent)
        self._theme = theme
        self._language: Language = "zh"
        self.card: EntryCard | None = None
        self.editor = EntryEditor(theme)
        self._content = _Content()
        self._column = QVBoxLayout(self._content)
        self._column.addStretch(1)
        self._area = scrolling(self._content)
        self.addWidget(self._area)
        self.addWidget(self.editor)

    def show_entry(
        self, entry: RegisterEntry | None, record: Record, dossier: Dossier | None, others: tuple[Use, ...]
    ) -> None:
        """Show an entry; the same one anew stays where it is scrolled to."""
        place = self._area.verticalScrollBar().value()
        stays = self.card is not None and entry is not None and self.card.entry.id == entry.id
        if self.card is not None:
            self._column.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
            self.card = None
        if entry is None:
            return
        self.card = EntryCard(entry, record, dossier, others)
        for signal, on in (
            (self.card.led, self.led),
            (self.card.went, self.went),
            (self.card.opened, self.opened),
            (self.card.wanted, self.wanted),
        ):
            signal.connect(on)
        self._column.insertWidget(0, self.card)
        dress(self.card, self._theme, self._language)
        QCoreApplication.sendEvent(self._area, QEvent(QEvent.Type.LayoutRequest))
        self._area.verticalScrollBar().setValue(place if stays else 0)

    def write(self, register: tuple[RegisterEntry, ...], entry: RegisterEntry, *, new: bool) -> None:
        """Show the form."""
        self.setCurrentWidget(self.editor)
        self.editor.edit(register, entry, new=new)

    def resume(self) -> None:
        """Give the keyboard back to the form that is open."""
        self.editor.begin()

    def leave_form(self) -> None:
        """Show the card again; what was typed is dropped."""
        self.editor.close_form()
        self.setCurrentWidget(self._area)

    def look(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language."""
        self._theme, self._language = theme, language
        self._column.setContentsMargins(*(theme.px(n) for n in (12, 12, 14, 14)))
        self.editor.look(theme, language)
        if self.card is not None:
            dress(self.card, theme, language)
