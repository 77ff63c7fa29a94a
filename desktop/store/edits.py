"""The layer of a person's changes over a dossier as its files have it."""

from __future__ import annotations

from desktop.core.changes import Change, Stale, apply, replay, revert
from desktop.core.changes.history import History, history_of
from desktop.core.changes.several import stamped
from desktop.core.dossier import Dossier
from desktop.core.text import LIST_COMMA, Text
from desktop.store.journal import Journal, journal_of
from desktop.store.steps import Steps, now

STALE = Text(
    "{} 项修改对不上这个版本的档案，没有显示，但仍保留在修改记录里：{}。",
    "{} changes do not fit this version of the dossier; they are not shown, but kept in its journal: {}.",
)
TOLD = 5  # of them in a notice


class Edits(Steps[Change]):
    """``dossier`` is the edited one; every step is in the journal before it shows."""

    def __init__(
        self, base: Dossier, journal: Journal[Change], history: History[Change], dossier: Dossier
    ) -> None:
        """Made by ``open_edits``."""
        super().__init__(journal, history)
        self.base, self.dossier = base, dossier

    def touched(self) -> frozenset[str]:
        """Return the items that any change is about, also an undone one."""
        changes = (*self._history.done, *self._history.undone)
        return frozenset[str]().union(*(change.touched() for _, change in changes))

    def do(self, change: Change, by: str) -> None:
        """Make a change; raises UserError when it cannot be kept, Stale when its item is not there."""
        at = now()
        change = stamped(change, at, by)
        dossier = apply(self.dossier, change)
        self._do(change, at)
        self.dossier = dossier

    def undo(self) -> None:
        """Undo the last change that is done, if there is one; raises UserError when that cannot be kept."""
        if self.last is None:
            return
        try:
            dossier = revert(self.dossier, self.last)
        except Stale:  # what it changed has gone from the files since
            dossier = replay(self.base, self.changes[:-1]).dossier
        self._undo()
        self.dossier = dossier

    def redo(self) -> None:
        """Do the change again that was undone last, if there is one; raises UserError when that cannot be kept."""
        if self.next is None:
            return
        dossier = replay(self.dossier, [self.next]).dossier
        self._redo()
        self.dossier = dossier


def open_edits(base: Dossier) -> tuple[Edits, tuple[Text, ...]]:
    """Return a dossier with the changes of its journal, and what is odd about them."""
    journal = journal_of(base.id)
    entries, notices = journal.read()
    history = history_of(entries)
    dossier, stale = replay(base, [change for _, change in history.done])
    if stale:
        gone = {id(change) for change in stale}
        history = History(
            tuple(one for one in history.done if id(one[1]) not in gone), history.undone, history.next
        )
        told = [change.described(base) for change in stale[:TOLD]]
        notices.append(STALE.format(len(stale), LIST_COMMA.join(told)))
    return Edits(base, journal, history, dossier), tuple(notices)
