"""The layer of a person's changes over a dossier as its files have it."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop.core.changes import Change, Stale, apply, replay, revert
from desktop.core.changes.history import CHANGE, REDO, UNDO, Entry, History, history_of
from desktop.core.changes.several import stamped
from desktop.core.dossier import Dossier
from desktop.core.text import Text
from desktop.store.journal import Journal, journal_of

STALE = Text(
    "{} 项修改对不上这个版本的档案，没有显示，但仍保留在修改记录里：{}。",
    "{} changes do not fit this version of the dossier; they are not shown, but kept in its journal: {}.",
)
TOLD = 5  # of them in a notice


class Edits:
    """``dossier`` is the edited one; every step is in the journal before it shows."""

    def __init__(self, base: Dossier, journal: Journal[Change], history: History[Change], dossier: Dossier) -> None:
        """Made by ``open_edits``."""
        self.base, self.dossier = base, dossier
        self._journal, self._history = journal, history

    @property
    def last(self) -> Change | None:
        """The change that ``undo`` would undo."""
        return self._history.done[-1][1] if self._history.done else None

    @property
    def next(self) -> Change | None:
        """The change that ``redo`` would do again."""
        return self._history.undone[-1][1] if self._history.undone else None

    def touched(self) -> frozenset[str]:
        """Return the items that any change is about, also an undone one."""
        changes = (*self._history.done, *self._history.undone)
        return frozenset[str]().union(*(change.touched() for _, change in changes))

    def do(self, change: Change, by: str) -> None:
        """Make a change; raises UserError when it cannot be kept, Stale when its item is not there."""
        done, number = self._history.done, self._history.next
        at = datetime.now(UTC).isoformat(timespec="seconds")
        change = stamped(change, at, by)
        dossier = apply(self.dossier, change)
        self._journal.append(Entry(CHANGE, number, at, change))
        self.dossier, self._history = dossier, History((*done, (number, change)), (), number + 1)

    def undo(self) -> None:
        """Undo the last change that is done, if there is one; raises UserError when that cannot be kept."""
        if not self._history.done:
            return
        *done, (number, change) = self._history.done
        try:
            dossier = revert(self.dossier, change)
        except Stale:  # what it changed has gone from the files since
            dossier = replay(self.base, [c for _, c in done]).dossier
        self._note(UNDO, number)
        self.dossier = dossier
        self._history = History(tuple(done), (*self._history.undone, (number, change)), self._history.next)

    def redo(self) -> None:
        """Do the change again that was undone last, if there is one; raises UserError when that cannot be kept."""
        if not self._history.undone:
            return
        *undone, (number, change) = self._history.undone
        dossier = replay(self.dossier, [change]).dossier
        self._note(REDO, number)
        self.dossier = dossier
        self._history = History((*self._history.done, (number, change)), tuple(undone), self._history.next)

    def _note(self, do: str, number: int) -> None:
        self._journal.append(Entry(do, number, datetime.now(UTC).isoformat(timespec="seconds")))


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
        notices.append(STALE.format(len(stale), Text("、", ", ").join(told)))
    return Edits(base, journal, history, dossier), tuple(notices)
