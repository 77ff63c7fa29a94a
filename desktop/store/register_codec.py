"""A change of the register as plain JSON, its entries as rows of ``register.csv``; and back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from desktop.core.policy import RegisterEntry
from desktop.core.register.changes import REGISTER_CHANGES, RegisterChange
from desktop.core.text import Text
from desktop.store import schema
from desktop.store.change_codec import UnknownChange
from desktop.store.csvfile import Row
from desktop.store.record import entry_of
from desktop.store.to_rows import pair_fields

Json = Any
ENTRIES = frozenset(("entry", "before", "after"))  # fields that hold an entry
COLUMNS = {"unverified": "unverified_fields"}  # of fields that the file calls otherwise


def encode(change: RegisterChange) -> Json:
    """Return a change as JSON values; fields that are empty are left out."""
    kind = next(key for key, known in REGISTER_CHANGES.items() if known is type(change))
    names: tuple[str, ...] = type(change).__match_args__  # type: ignore[attr-defined]  # of every value
    fields: dict[str, Json] = {}
    for name in names:
        given = getattr(change, name)
        if given:
            fields[name] = record_of(given) if isinstance(given, RegisterEntry) else given
    return {"kind": kind, **fields}


def decode(written: Json, path: Path, line: int) -> RegisterChange:
    """Return the change of JSON values; path and line are for messages.

    Raises UnknownChange for what a newer version wrote, UserError for a record that cannot be read, and
    ValueError or TypeError for anything else.
    """
    kind = written["kind"]
    if kind not in REGISTER_CHANGES:
        raise UnknownChange(kind)
    known: Any = REGISTER_CHANGES[kind]
    names = set(known.__match_args__)
    if not set(written) - {"kind"} <= names:
        raise UnknownChange(kind)
    fields: dict[str, Any] = {}
    for name, given in written.items():
        if name == "kind":
            continue
        if isinstance(given, dict) and name in ENTRIES:
            fields[name] = _entry(given, path, line)
        elif isinstance(given, str) and name not in ENTRIES:
            fields[name] = given
        else:
            raise TypeError(f"{kind}: {name} is of another kind")
    made: RegisterChange = known(**fields)
    return made


def record_of(entry: RegisterEntry) -> dict[str, str]:
    """Return an entry as a record of ``register.csv``, without the fields that are empty."""
    record: dict[str, str] = {}
    for name in RegisterEntry.__match_args__:
        given = getattr(entry, name)
        if isinstance(given, Text):
            record |= pair_fields(name, given)
        elif isinstance(given, tuple):
            record[COLUMNS.get(name, name)] = ";".join(given)
        else:
            record[name] = given.isoformat() if isinstance(given, date) else given or ""
    return {name: words for name, words in record.items() if words}


def _entry(record: dict[str, Any], path: Path, line: int) -> RegisterEntry:
    blank = {field.name: "" for field in schema.REGISTER.fields}
    if not set(record) <= set(blank):
        raise UnknownChange("entry")
    if any(not isinstance(words, str) for words in record.values()):
        raise TypeError("a record holds texts")
    return entry_of(Row(path, line, blank | record))
