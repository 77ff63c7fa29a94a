"""A person's layer over the shipped register: entries of their own, and fields that they corrected."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from desktop.core.policy import RegisterEntry
from desktop.core.text import Text
from desktop.core.value import value

Value = Text | str | date | None | tuple[str, ...]
OWN = "own-"  # how the ids of own entries begin: no shipped one does
PATCHED: tuple[str, ...] = tuple(name for name in RegisterEntry.__match_args__ if name != "id")


@value
class Corrected:
    """One corrected field of a shipped entry: what is shipped now, what was when it was corrected, and why."""

    entry: str
    field: str
    shipped: Value
    then: Value
    reason: str = ""
    at: str = ""
    by: str = ""

    @property
    def has_moved(self) -> bool:
        """Whether an upgrade has changed the shipped value below the correction."""
        return self.shipped != self.then


@value
class Layer:
    """What is a person's own in a register: the ids of own entries, and the corrected fields of others."""

    own: tuple[str, ...] = ()
    corrected: tuple[Corrected, ...] = ()

    @cached_property
    def _by_entry(self) -> dict[str, dict[str, Corrected]]:
        found: dict[str, dict[str, Corrected]] = {}
        for one in self.corrected:
            found.setdefault(one.entry, {})[one.field] = one
        return found

    def of(self, entry_id: str) -> dict[str, Corrected]:
        """Return the corrected fields of an entry by name; empty where nothing was corrected."""
        return self._by_entry.get(entry_id, {})

    def is_own(self, entry_id: str) -> bool:
        """Whether a person added the entry."""
        return entry_id in self.own


def differing(before: RegisterEntry, after: RegisterEntry) -> tuple[str, ...]:
    """Return the names of the fields in which two versions of an entry differ."""
    return tuple(name for name in PATCHED if getattr(before, name) != getattr(after, name))
