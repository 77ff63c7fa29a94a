"""What all panels share: they follow focus, dossier, edits, language and theme through five hooks."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.core.dossier import Dossier
from desktop.core.focus import Focus
from desktop.core.text import Language, Text
from desktop.services.context import Context
from desktop.services.theme import Theme


class Panel(QWidget):
    """A part of the window. Subclasses override the hooks they need; each may be called at any time."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Connect the hooks; the subclass builds its children and then calls ``refresh``."""
        super().__init__(parent)
        self.ctx = ctx
        self._behind = False
        ctx.selection.focus_changed.connect(self._focus_changed)
        ctx.workspace.dossier_changed.connect(self._dossier_changed)
        ctx.workspace.dossier_edited.connect(self._dossier_edited)
        ctx.workspace.record_changed.connect(self._dossier_edited)  # what is shown may quote the register
        ctx.workspace.audited.connect(self._dossier_edited)
        ctx.preferences.language_changed.connect(self._language_changed)
        ctx.preferences.theme_changed.connect(self._theme_changed)
        ctx.preferences.zoom_changed.connect(self._theme_changed)

    @property
    def dossier(self) -> Dossier | None:
        """The open dossier."""
        return self.ctx.workspace.dossier

    @property
    def theme(self) -> Theme:
        """The theme that is shown now."""
        return self.ctx.ui.theme()

    @property
    def language(self) -> Language:
        """The language of the window."""
        return self.ctx.language

    def tr_(self, text: Text) -> str:
        """Return a text in the language of the window."""
        return text(self.language)

    def refresh(self) -> None:
        """Show everything anew."""
        self.restyle()
        self.show_dossier()
        self.retranslate()
        self.show_focus(self.ctx.selection.focus)

    def retire(self) -> None:
        """Follow nothing any more, nor the panels inside, and go with the next turn of the event loop."""
        for panel in (self, *self.findChildren(Panel)):
            panel.let_go()
        self.hide()
        self.deleteLater()

    def show_dossier(self) -> None:
        """Another dossier was opened."""

    def show_edited(self) -> None:
        """The dossier is the same with one edit more or less: places and choices of the reader should stay."""
        self.show_dossier()
        self.show_focus(self.ctx.selection.focus)

    def show_focus(self, focus: Focus) -> None:
        """Something else is selected; must be cheap (well under a frame)."""

    def retranslate(self) -> None:
        """The language changed."""

    def restyle(self) -> None:
        """Theme or zoom changed."""

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with edits that were made while the panel was hidden."""
        super().showEvent(event)
        if self._behind:
            self._behind = False
            self.show_edited()

    def let_go(self) -> None:
        """Follow nothing any more; subclasses also end what runs for them."""
        ctx = self.ctx
        ctx.selection.focus_changed.disconnect(self._focus_changed)
        ctx.workspace.dossier_changed.disconnect(self._dossier_changed)
        ctx.workspace.dossier_edited.disconnect(self._dossier_edited)
        ctx.workspace.record_changed.disconnect(self._dossier_edited)
        ctx.workspace.audited.disconnect(self._dossier_edited)
        ctx.preferences.language_changed.disconnect(self._language_changed)
        ctx.preferences.theme_changed.disconnect(self._theme_changed)
        ctx.preferences.zoom_changed.disconnect(self._theme_changed)

    def _focus_changed(self, focus: Focus) -> None:
        self.show_focus(focus)

    def _dossier_edited(self) -> None:
        self._behind = not self.isVisible()
        if not self._behind:
            self.show_edited()

    def _dossier_changed(self) -> None:
        self._behind = False
        self.show_dossier()
        self.show_focus(self.ctx.selection.focus)

    def _language_changed(self) -> None:
        self.restyle()  # the window's font is another one
        self.retranslate()

    def _theme_changed(self) -> None:
        self.restyle()
