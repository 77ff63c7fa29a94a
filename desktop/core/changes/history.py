"""Which changes are done and which were undone, from the entries of a journal in their order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from desktop.core.value import value

CHANGE, UNDO, REDO = "change", "undo", "redo"
C = TypeVar("C")  # the kind of change: of a dossier, or of the register


@value
class Entry(Generic[C]):
    """One line of a journal: a change with its number, or that the change of a number was undone or redone."""

    do: str
    number: int
    at: str
    change: C | None = None


@value
class History(Generic[C]):
    """Numbered changes: ``done`` in their order, ``undone`` with the next to be redone last."""

    done: tuple[tuple[int, C], ...] = ()
    undone: tuple[tuple[int, C], ...] = ()
    next: int = 1


def history_of(entries: Iterable[Entry[C]]) -> History[C]:
    """Return what the entries lead to; one that refers to a number that is not there changes nothing."""
    done: dict[int, C] = {}
    undone: dict[int, C] = {}
    last = 0
    for entry in entries:
        last = max(last, entry.number)
        if entry.do == CHANGE and entry.change is not None:
            done[entry.number] = entry.change
            undone.clear()
        elif entry.do == UNDO and entry.number in done:
            undone[entry.number] = done.pop(entry.number)
        elif entry.do == REDO and entry.number in undone:
            done[entry.number] = undone.pop(entry.number)
    return History(tuple(done.items()), tuple(undone.items()), last + 1)
