"""Typed changes of the register: each can be applied and told, and is kept in the register's own journal.

Undoing one is replaying the others: a person's layer is short.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple, Protocol

from desktop.core.changes.base import QUOTED, Stale
from desktop.core.policy import RegisterEntry
from desktop.core.register.layer import OWN, Corrected, Layer, differing
from desktop.core.registry import Registry
from desktop.core.text import Text
from desktop.core.value import value

SHOWN = 16  # characters of a title in a menu


class RegisterChange(Protocol):
    """A kind of change: fields are texts and register entries, which ``store/register_codec.py`` writes and reads."""

    @property
    def at(self) -> str:
        """When it was done, as an ISO time."""

    @property
    def by(self) -> str:
        """Who did it."""

    def apply(self, draft: Draft) -> None:
        """Write the change on a draft; raises Stale when what it changes is not there."""

    def described(self) -> Text:
        """Say what it does, such as “更正“商业银行…””."""


REGISTER_CHANGES: Registry[type[RegisterChange]] = Registry("register change")


class Draft:
    """The register while changes are written on it; the shipped entries stay what they are."""

    def __init__(self, shipped: tuple[RegisterEntry, ...]) -> None:
        """Start without a layer."""
        self.shipped = {entry.id: entry for entry in shipped}
        self.own: dict[str, RegisterEntry] = {}
        self.corrected: dict[
            str, dict[str, tuple[Corrected, Any]]
        ] = {}  # by entry and field, with the new value

    def entry(self, entry_id: str) -> RegisterEntry | None:
        """Return an entry as it stands now."""
        if entry_id in self.own:
            return self.own[entry_id]
        entry = self.shipped.get(entry_id)
        if entry is None:
            return None
        fields: dict[str, Any] = {name: now for name, (_, now) in self.corrected.get(entry_id, {}).items()}
        return replace(entry, **fields) if fields else entry


@REGISTER_CHANGES.register("add-entry")
@value
class AddEntry:
    """An entry of a person's own."""

    entry: RegisterEntry
    reason: str = ""
    at: str = ""
    by: str = ""

    def apply(self, draft: Draft) -> None:
        """Put it behind the others."""
        draft.own[self.entry.id] = self.entry

    def described(self) -> Text:
        """Say what is added."""
        return Text("添加{}", "add {}").format(_name(self.entry))


@REGISTER_CHANGES.register("correct-entry")
@value
class CorrectEntry:
    """``before`` is the entry below all corrections (as shipped), ``after`` as it should read.

    So one change holds all that is corrected of a shipped entry, and corrects nothing where both agree.
    """

    before: RegisterEntry
    after: RegisterEntry
    reason: str = ""
    at: str = ""
    by: str = ""

    def apply(self, draft: Draft) -> None:
        """Correct the fields that differ; one that is what the register ships now needs no correction."""
        entry_id, names = self.after.id, differing(self.before, self.after)
        if entry_id in draft.own:
            fields = {name: getattr(self.after, name) for name in names}
            draft.own[entry_id] = replace(draft.own[entry_id], **fields)
            return
        shipped = draft.shipped.get(entry_id)
        if shipped is None:
            raise Stale(entry_id)
        known, fresh = draft.corrected.get(entry_id, {}), {}
        for name in names:
            now, then, official = (getattr(e, name) for e in (self.after, self.before, shipped))
            if now == official:
                continue
            made = Corrected(entry_id, name, official, then, self.reason, self.at, self.by)
            earlier = known.get(name)
            if earlier is not None and earlier[1] == now and earlier[0].then == then:
                made = earlier[0]  # an earlier correction, which keeps its reason and its time
            fresh[name] = (made, now)
        draft.corrected[entry_id] = fresh

    def described(self) -> Text:
        """Say what is corrected."""
        verb = Text("更正{}", "correct {}")
        if self.before == self.after:
            verb = Text("恢复{}的原值", "restore {} as shipped")
        return verb.format(_name(self.before))


@REGISTER_CHANGES.register("remove-entry")
@value
class RemoveEntry:
    """Takes an own entry out again; a shipped one stays."""

    entry: RegisterEntry
    reason: str = ""
    at: str = ""
    by: str = ""

    def apply(self, draft: Draft) -> None:
        """Take it out."""
        if draft.own.pop(self.entry.id, None) is None:
            raise Stale(self.entry.id)

    def described(self) -> Text:
        """Say what is removed."""
        return Text("删除{}", "remove {}").format(_name(self.entry))


class Layered(NamedTuple):
    """Shipped entries with the layer on them, then own ones; ``stale`` are changes that fit no entry any more."""

    register: tuple[RegisterEntry, ...]
    layer: Layer
    stale: tuple[RegisterChange, ...]


def layered(shipped: tuple[RegisterEntry, ...], changes: Iterable[RegisterChange]) -> Layered:
    """Return a register with all changes on it that apply."""
    draft, stale = Draft(shipped), []
    for change in changes:
        try:
            change.apply(draft)
        except Stale:
            stale.append(change)
    entries = [e for i in (*draft.shipped, *draft.own) if (e := draft.entry(i)) is not None]
    corrected = [one for fields in draft.corrected.values() for one, _ in fields.values()]
    return Layered(tuple(entries), Layer(tuple(draft.own), tuple(corrected)), tuple(stale))


def correct_entry(below: RegisterEntry, shown: RegisterEntry, after: RegisterEntry, reason: str = "") -> (
    CorrectEntry | None
):  # fmt: skip
    """Return the change that makes ``after`` of what is ``shown``; None when nothing differs.

    ``below`` is the shipped entry, or for an own one the entry as it stands.
    """
    return CorrectEntry(below, after, reason) if differing(shown, after) else None


def keep_mine(below: RegisterEntry, shown: RegisterEntry) -> CorrectEntry:
    """Return the change that holds on to a correction over a shipped value that has changed."""
    return CorrectEntry(below, shown)


def own_id(mark: str) -> str:
    """Return the id of a new own entry; ``mark`` is unique."""
    return f"{OWN}{mark}"


def _name(entry: RegisterEntry) -> Text:
    return QUOTED.format(Text(_brief(entry.title.zh), _brief(entry.title.en)))


def _brief(title: str) -> str:
    return title if len(title) <= SHOWN else f"{title[: SHOWN - 1]}…"
