"""What a journal knows of undo and redo, whatever it is that the changes are made to."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Generic, TypeVar

from desktop.core.changes.history import CHANGE, REDO, UNDO, Entry, History
from desktop.store.journal import Journal

C = TypeVar("C")  # the kind of change: of a dossier, or of the register


class Steps(Generic[C]):
    """A history that moves only once its step is in the journal; the methods raise UserError when it cannot be."""

    def __init__(self, journal: Journal[C], history: History[C]) -> None:
        """Take what was read."""
        self._journal, self._history = journal, history

    @property
    def last(self) -> C | None:
        """The change that an undo would undo."""
        return self._history.done[-1][1] if self._history.done else None

    @property
    def next(self) -> C | None:
        """The change that a redo would do again."""
        return self._history.undone[-1][1] if self._history.undone else None

    @property
    def changes(self) -> list[C]:
        """What is done, in its order."""
        return [change for _, change in self._history.done]

    def _do(self, change: C, at: str) -> None:
        done, number = self._history.done, self._history.next
        self._journal.append(Entry(CHANGE, number, at, change))
        self._history = History((*done, (number, change)), (), number + 1)

    def _undo(self) -> None:
        *done, last = self._history.done
        self._journal.append(Entry(UNDO, last[0], now()))
        self._history = History(tuple(done), (*self._history.undone, last), self._history.next)

    def _redo(self) -> None:
        *undone, first = self._history.undone
        self._journal.append(Entry(REDO, first[0], now()))
        self._history = History((*self._history.done, first), tuple(undone), self._history.next)


def now() -> str:
    """Return the time as the journal has it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
