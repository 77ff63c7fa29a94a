"""The policy register: find entries, see when they were in force, read one, and keep a layer of one's own."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.core.focus import Focus
from desktop.core.policy import RegisterEntry
from desktop.core.register.uses import used_in, uses_of
from desktop.services.context import Context
from desktop.services.jobs import Ok, Outcome
from desktop.store.register_uses import Use, Uses, library_uses
from desktop.widgets.panel import Panel
from desktop.widgets.register.desk import RegisterDesk
from desktop.widgets.register.reader import Reader
from desktop.widgets.register.side import Side

KEY = "register uses"
SHARE = (5, 6)  # of the width: list and entry


class RegisterPage(Panel):
    """List, time line and entry look at one entry: that of the focus."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Build the parts and read the register."""
        super().__init__(ctx, parent)
        self._uses: Uses = {}
        self._shown: tuple[object, ...] = ()
        self.side, self.reader = Side(self.theme), Reader(self.theme)
        self._desk = RegisterDesk(ctx, self.reader)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        for n, part in enumerate((self.side, self.reader)):
            split.addWidget(part)
            split.setStretchFactor(n, SHARE[n])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split)
        self._connect()
        self.refresh()

    def show_dossier(self) -> None:
        """Count the mentions of the open dossier."""
        self._list_anew()

    def show_edited(self) -> None:
        """The register, or what the dossier says of it, is another: show it where the reader is."""
        self._list_anew()
        self._ask_uses()

    def show_focus(self, focus: Focus) -> None:
        """Show the entry of the focus; without one the first of the list."""
        if focus.page == "register":
            wanted = self.side.entry_or_first(focus.entry)
            self.side.lists.follow(wanted)
            self._read(wanted)

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        self.restyle()
        self._list_anew()

    def restyle(self) -> None:
        """Follow theme and zoom."""
        for part in (self.side, self.reader):
            part.look(self.theme, self.language)
        self._tell_undo()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask which dossiers speak of what: an import may have added one."""
        super().showEvent(event)
        self._ask_uses()

    def keyboard_home(self) -> QWidget:
        """Return the rows: the entry beside them follows."""
        return self.side.lists.rows

    def open_find(self) -> None:
        """Give the keyboard to the search box."""
        self.side.finder.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.side.finder.box.selectAll()

    def _connect(self) -> None:
        self.side.chosen.connect(self._choose)
        self.side.arranged.connect(self._follow)
        self.side.add.clicked.connect(self._desk.write_new)
        self.side.undo.clicked.connect(self.ctx.register.undo)
        self.reader.led.connect(self._choose)
        self.reader.went.connect(self._go)
        self.reader.opened.connect(self._open)
        self.reader.wanted.connect(self._do)
        self.reader.editor.saved.connect(self._save)
        self.reader.editor.left.connect(self.reader.leave_form)
        self.ctx.register.changed.connect(self._tell_undo)
        self.ctx.importing.ended.connect(self._ask_uses)

    def _list_anew(self) -> None:
        dossier = self.dossier
        self.side.show_register(self.ctx.workspace.record, used_in(dossier) if dossier else {})
        self._follow()

    def _follow(self) -> None:
        self.show_focus(self.ctx.selection.focus)

    def _tell_undo(self) -> None:
        self.side.tell_undo(self.ctx.register.can_undo, self.ctx.register.undo_text)

    def _choose(self, entry_id: str) -> None:
        self.ctx.selection.show(replace(self.ctx.selection.focus, page="register", entry=entry_id))

    def _go(self, mention: str) -> None:
        """Show a mention in the open dossier."""
        if self.dossier is not None:
            there = self.ctx.selection.focus.on(self.dossier, mention)
            self.ctx.selection.show(replace(there, dossier=self.dossier.id, page="factor"))

    def _open(self, use: Use) -> None:
        """Open another dossier, at its first mention of the entry."""
        entry = self.reader.card.entry.id if self.reader.card else ""
        self.ctx.ui.open_path(use.folder)
        dossier = self.dossier
        mentions = uses_of(dossier, entry) if dossier is not None and dossier.id == use.dossier else ()
        if mentions:
            self._go(mentions[0].id)

    def _do(self, wish: str) -> None:
        if self.reader.card is not None:
            self._desk.do(wish, self.reader.card.entry)

    def _save(self, made: RegisterEntry, reason: str) -> None:
        """Keep what the form made; it stays open, with what was typed, when that cannot be done."""
        if self._desk.save(made, reason):
            self.reader.leave_form()
            self._choose(made.id)

    def _read(self, entry_id: str) -> None:
        """Show an entry, unless it is shown already; a form that something was typed into stays in front."""
        record, others = self.ctx.workspace.record, self._uses.get(entry_id, ())
        wanted = (entry_id, record, self.dossier, others)
        if wanted == self._shown:
            return
        if self._shown[:1] != wanted[:1] and not self.reader.editor.is_touched:
            self.reader.leave_form()
        self._shown = wanted
        self.reader.show_entry(record.entry(entry_id), record, self.dossier, others)

    def _ask_uses(self) -> None:
        if self.isVisible():
            self.ctx.jobs.submit(KEY, library_uses, self._take_uses)

    def _take_uses(self, outcome: Outcome[Uses]) -> None:
        if isinstance(outcome, Ok):
            self._uses = outcome.value
            self._follow()
