"""The register with a person's layer on it: shipped files below, the layer's journal in the user's folder above."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from desktop.core.changes.base import Stale
from desktop.core.changes.history import History, history_of
from desktop.core.policy import RegisterEntry
from desktop.core.record import Record
from desktop.core.register.changes import Layered, RegisterChange, layered
from desktop.core.text import LIST_COMMA, Text
from desktop.store.journal import Journal, Kept
from desktop.store.paths import is_there, register_journal_path
from desktop.store.record import load_record
from desktop.store.register_codec import decode, encode
from desktop.store.steps import Steps, now

OF_REGISTER: Kept[RegisterChange] = Kept(
    encode,
    decode,
    Text("登记簿", "the register"),
    Text("请重新启动归因后再改。", "Start Guiyin again first."),
)
GONE = Text(
    "登记簿升级后，你的 {} 项修改找不到对应的条目，没有显示，但仍保留在修改记录里：{}。",
    "After an upgrade of the register {} of your changes fit no entry; they are not shown, but kept: {}.",
)
MOVED = Text(
    "登记簿升级了你更正过的内容：{}。显示的仍是你的更正，请到登记簿里核对。",
    "An upgrade of the register changed what you had corrected: {}. Your corrections still show; look at them there.",
)
TOLD = 3  # of them in a notice


class RegisterEdits(Steps[RegisterChange]):
    """``record`` is the edited one; every step is in the journal before it shows."""

    def __init__(
        self, shipped: Record, journal: Journal[RegisterChange], history: History[RegisterChange]
    ) -> None:
        """Made by ``open_register``."""
        super().__init__(journal, history)
        self.shipped = shipped
        self._show()

    def below(self, entry_id: str) -> RegisterEntry | None:
        """Return what an entry is without corrections: as shipped, or an own one as it stands."""
        return self.shipped.entry(entry_id) or self.record.entry(entry_id)

    def do(self, change: RegisterChange, by: str) -> None:
        """Make a change; raises UserError when it cannot be kept, Stale when its entry is not there."""
        at = now()
        made: Any = change
        change = cast("RegisterChange", replace(made, at=at, by=by))
        if change in layered(self.shipped.register, [*self.changes, change]).stale:
            raise Stale
        self._do(change, at)
        self._show()

    def undo(self) -> None:
        """Undo the last change that is done, if there is one; raises UserError when that cannot be kept."""
        if self.last is not None:
            self._undo()
            self._show()

    def redo(self) -> None:
        """Do the change again that was undone last, if there is one; raises UserError when that cannot be kept."""
        if self.next is not None:
            self._redo()
            self._show()

    def notices(self) -> tuple[Text, ...]:
        """Say what an upgrade of the shipped register did to the layer."""
        told = []
        if self._stale:
            names = [change.described() for change in self._stale[:TOLD]]
            told.append(GONE.format(len(self._stale), LIST_COMMA.join(names)))
        moved = {one.entry for one in self.record.layer.corrected if one.has_moved}
        entries = [e for e in self.record.register if e.id in moved]
        if entries:
            titles = [e.cited for e in entries[:TOLD]]
            told.append(MOVED.format(LIST_COMMA.join(titles)))
        return tuple(told)

    def _show(self) -> None:
        made: Layered = layered(self.shipped.register, self.changes)
        self._stale = made.stale
        self.record = replace(self.shipped, register=made.register, layer=made.layer)


def open_register(data: Path) -> tuple[RegisterEdits, tuple[Text, ...]]:
    """Return shipped register and series with the person's layer on them, and what is odd about either.

    Raises UserError when the shipped files cannot be read.
    """
    shipped, notices = load_record(data)
    return layer_on(shipped, notices)


def layer_on(shipped: Record, notices: tuple[Text, ...] = ()) -> tuple[RegisterEdits, tuple[Text, ...]]:
    """Return a record with the person's layer on it, and what is odd about that."""
    journal = Journal(register_journal_path(), OF_REGISTER)
    entries, odd = journal.read()
    edits = RegisterEdits(shipped, journal, history_of(entries))
    return edits, (*notices, *odd, *edits.notices())


def read_record(data: Path) -> tuple[Record, tuple[Text, ...]]:
    """Return what a text is held against: ``load_record`` with the person's layer on it, and notices.

    Raises UserError when the shipped files cannot be read.
    """
    if not is_there(register_journal_path()):
        return load_record(data)
    edits, notices = open_register(data)
    return edits.record, notices
