"""A change as plain JSON, its items as the rows of the CSV files; and back."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from desktop.core.changes import CHANGES, Change, Swap, Taken
from desktop.core.evidence import Event, Point
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.policy import PolicyMention
from desktop.core.review import Review, Ruling
from desktop.core.table import Cell, Table
from desktop.core.text import Text
from desktop.core.verdict import Assessment
from desktop.store import from_rows, schema, to_rows, to_rows_review
from desktop.store.csvfile import Row
from desktop.store.schema import Resource

Json = Any


class UnknownChange(Exception):  # noqa: N818 - an outcome, not an error
    """A kind of change, or of thing in it, that this version does not know."""


def encode(change: Change) -> Json:
    """Return a change as JSON values; fields that are empty are left out."""
    kind = next(key for key, known in CHANGES.items() if known is type(change))
    names = type(change).__match_args__  # type: ignore[attr-defined]  # of every value
    fields = {name: _write(given) for name in names if (given := getattr(change, name)) not in ("", (), None)}
    return {"kind": kind, **fields}


def decode(written: Json, path: Path, line: int) -> Change:
    """Return the change of JSON values; path and line are for messages.

    Raises UnknownChange for what a newer version wrote, UserError for a record that cannot be read, and
    ValueError or TypeError for anything else.
    """
    return _Reader(path, line).change(written)


def _write(given: Any) -> Json:
    match given:
        case Text():
            return {"zh": given.zh, "en": given.en}
        case str() | int() | float() | None:
            return given
        case tuple():
            return [_write(one) for one in given]
        case Taken():
            return {"taken": _write(given.thing), "after": given.after}
        case Swap():
            return {"swap": [_write(given.before), _write(given.after)]}
        case Table():
            cells = [_full(to_rows.row_of(c)) for line in (given.header, *given.rows) for c in line]
            columns = [_full(to_rows.column_row(c, given.id)) for c in given.columns]
            return {"table": _full(to_rows.row_of(given)), "columns": columns, "cells": cells}
        case Review():
            return {"review": _full(to_rows_review.review_row(given, 0))}
        case Ruling():
            return {"ruling": _full(to_rows_review.ruling_row(given))}
        case Assessment():
            return {"verdict": _full(to_rows.assessment_row(given))}
        case _ if type(given) in _NAMES:
            return {_NAMES[type(given)]: _full(to_rows.row_of(given))}
    return encode(given)


def _full(record: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in record.items() if text}


_NAMES: dict[type, str] = {
    Factor: "factor",
    Cell: "cell",
    Figure: "figure",
    PolicyMention: "policy",
    Event: "event",
    Point: "point",
}
_READ: dict[str, tuple[Resource, Callable[[Row], Any]]] = {
    "factor": (schema.FACTORS, from_rows.factor),
    "cell": (schema.CELLS, from_rows.cell),
    "figure": (schema.FIGURES, from_rows.figure),
    "policy": (schema.POLICIES, from_rows.policy),
    "event": (schema.EVENTS, from_rows.event),
    "point": (schema.POINTS, from_rows.point),
    "verdict": (schema.VERDICT_ROWS, from_rows.assessment),
    "review": (schema.REVIEWS, from_rows.review),
    "ruling": (schema.RULINGS, from_rows.ruling),
}


@cache
def _blank(resource: Resource) -> dict[str, str]:
    """A record of a resource with nothing in it."""
    return {field.name: "" for field in (*resource.fields, *resource.extra)}


@cache
def _hints(kind: type[Change]) -> dict[str, Any]:
    return get_type_hints(kind)


def _fits(given: Any, hint: Any) -> bool:
    """Whether a value is what a field is declared to be."""
    if hint is Change:
        return type(given) in CHANGES.values()
    if get_origin(hint) is tuple:
        return isinstance(given, tuple) and all(_fits(one, get_args(hint)[0]) for one in given)
    if get_args(hint):
        return any(_fits(given, one) for one in get_args(hint))
    return isinstance(given, hint)


class _Reader:
    """Reads the values of one line."""

    def __init__(self, path: Path, line: int) -> None:
        self._path, self._line = path, line

    def change(self, written: Json) -> Change:
        kind = written["kind"]
        if kind not in CHANGES:
            raise UnknownChange(kind)
        known: Any = CHANGES[kind]
        if not set(written) - {"kind"} <= set(known.__match_args__):
            raise UnknownChange(kind)
        fields = {name: self._any(given) for name, given in written.items() if name != "kind"}
        hints = _hints(known)
        if not all(_fits(given, hints[name]) for name, given in fields.items()):
            raise TypeError(f"{kind}: a field is of another kind")
        made: Change = known(**fields)
        return made

    def _any(self, written: Json) -> Any:
        if isinstance(written, list):
            return tuple(self._any(one) for one in written)
        if not isinstance(written, dict):
            return written
        if "kind" in written:
            return self.change(written)
        if set(written) == {"zh", "en"}:
            return Text(written["zh"], written["en"])
        if "taken" in written:
            return Taken(self._any(written["taken"]), written["after"])
        if "swap" in written:
            before, after = written["swap"]
            return Swap(self._any(before), self._any(after))
        if "table" in written:
            return self._table(written)
        if len(written) == 1 and (name := next(iter(written))) in _READ:
            resource, read = _READ[name]
            return read(self._row(resource, written[name]))
        raise UnknownChange(", ".join(written))

    def _table(self, written: Json) -> Table:
        cells = [from_rows.cell(self._row(schema.CELLS, row)) for row in written["cells"]]
        lines = {number: tuple(line) for number, line in groupby(cells, key=lambda c: c.row)}
        columns = tuple(from_rows.column(self._row(schema.COLUMNS, row)) for row in written["columns"])
        header = lines.pop(0, ())
        return from_rows.table(
            self._row(schema.TABLES, written["table"]), columns, header, tuple(lines.values())
        )

    def _row(self, resource: Resource, record: dict[str, str]) -> Row:
        if any(not isinstance(text, str) for text in record.values()):
            raise TypeError(f"{resource.name}: a record holds texts")
        return Row(self._path, self._line, _blank(resource) | record)
