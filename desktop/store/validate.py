"""Checking a data package against our profile: what a reader of the files would call an error.

Data Package validators check types, enums and keys of one package. This adds what they cannot know:
spans and quotes, lists of ids, units, comparators against values, periods against their dates, and
references into the register.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from desktop.core.errors import UserError
from desktop.core.period_dates import bounds
from desktop.core.source import canonical
from desktop.core.span import CONTEXT
from desktop.core.units import unit
from desktop.store import schema
from desktop.store.csvfile import Row
from desktop.store.descriptor import csv_resource
from desktop.store.package import Package, open_package

Problem = str
_PACKAGES = {"register": (schema.REGISTER,), "series": (schema.SERIES,)}


def validate(folder: Path, register: Path | None = None) -> list[Problem]:
    """Return every problem of a package, each with file and record; an empty list means valid.

    ``register`` is the register package that verdicts refer to; without it those ids are not checked.
    """
    try:
        package = open_package(folder)
        resources = _PACKAGES.get(str(package.descriptor.get("name")), schema.DOSSIER)
        tables = {r.name: package.rows(r) for r in resources}
    except UserError as problem:
        return [str(problem)]
    found = [n.en for n in package.odd()]
    found += _descriptor(package, resources)
    found += _keys(resources, tables)
    if "register" in tables or "series" in tables:
        return found
    found += _spans(package, tables)
    found += _figures(tables)
    found += _lists(tables, {row.text("id") for row in _rows_of(register)} if register else None)
    return found


def _rows_of(register: Path) -> list[Row]:
    return open_package(register).rows(schema.REGISTER)


def _at(resource: str, row: Row, what: str) -> Problem:
    return f"{resource}.csv, {row.text('id') or '(no id)'}: {what}"


def _descriptor(package: Package, resources: tuple[schema.Resource, ...]) -> Iterator[Problem]:
    listed = {r.get("name"): r for r in package.descriptor.get("resources", [])}
    for resource in resources:
        if resource.optional and resource.name not in listed:
            continue
        given = listed.get(resource.name, {})
        raw = (package.folder / str(given.get("path", f"{resource.name}.csv"))).read_bytes()
        if given not in (csv_resource(resource, raw), csv_resource(resource, raw, extra=True)):
            yield f"datapackage.json: the descriptor of {resource.name} is not that of the profile"
        if b"\r" in raw or not raw.endswith(b"\n"):
            yield f"{resource.name}.csv: lines must end with LF, the last one too"


def _keys(resources: tuple[schema.Resource, ...], tables: dict[str, list[Row]]) -> Iterator[Problem]:
    ids = {name: {row.text("id") for row in rows} for name, rows in tables.items()}
    everywhere = Counter(row.text("id") for rows in tables.values() for row in rows)
    for resource in resources:
        for row in tables[resource.name]:
            if everywhere[row.text("id")] > 1:
                yield _at(resource.name, row, "this id occurs more than once in the package")
            for field in (*resource.fields, *resource.extra):
                value = row.text(field.name)
                if field.required and not value and field.name != "text":
                    yield _at(resource.name, row, f"{field.name} is missing")
                if value and field.enum and value not in field.enum:
                    yield _at(
                        resource.name, row, f"{field.name}: {value!r} is not one of {', '.join(field.enum)}"
                    )
                targets = [value] if field.refers and value else row.many(field.name) if field.list_of else []
                for target in targets:
                    if target not in ids[field.refers or field.list_of]:
                        yield _at(resource.name, row, f"{field.name}: there is no {target!r}")


def _spans(package: Package, tables: dict[str, list[Row]]) -> Iterator[Problem]:
    texts = {
        row.text("id"): canonical((package.folder / row.text("path")).read_bytes().decode("utf-8"))
        for row in tables["sources"]
    }
    for name in (r.name for r in schema.DOSSIER if any(f.name == "quote" for f in r.fields)):
        for row in tables[name]:
            text = texts.get(row.text("source"), "")
            start, end = row.integer("start"), row.integer("end")
            if text[start:end] != row.text("quote") or start >= end:
                yield _at(name, row, f"the quote does not stand at {start}..{end}")
            elif text[max(0, start - CONTEXT) : start] != row.text("prefix").replace("\r", ""):
                yield _at(name, row, "the prefix is not what stands before the quote")
            elif text[end : end + CONTEXT] != row.text("suffix"):
                yield _at(name, row, "the suffix is not what stands after the quote")


def _figures(tables: dict[str, list[Row]]) -> Iterator[Problem]:
    for row in tables["figures"]:
        low, high, comparator = row.decimal("value_low"), row.decimal("value_high"), row.text("comparator")
        if row.text("role") == "date":
            if not row.text("period") or low is not None or high is not None:
                yield _at("figures", row, "a date has a period and no value")
        elif (low is None) != (comparator in ("<", "<=")) or (high is None) != (comparator in (">", ">=")):
            yield _at("figures", row, f"the ends do not fit the comparator {comparator}")
        elif low is not None and high is not None and low > high:
            yield _at("figures", row, "the lower end is above the upper one")
        if row.text("unit") and unit(row.text("unit")) is None:
            yield _at("figures", row, f"the unit {row.text('unit')!r} is not in the registry")
        if row.text("as_printed") not in row.text("quote"):
            yield _at("figures", row, "the printed number does not stand in the quote")
        yield from _period(row)


def _period(row: Row) -> Iterator[Problem]:
    text = row.text("period")
    given = (row.day("period_start"), row.day("period_end"))
    if text and bounds(text) != given:
        yield _at("figures", row, f"the dates of the period {text!r} should be {bounds(text)}")


def _lists(tables: dict[str, list[Row]], register: set[str] | None) -> Iterator[Problem]:
    known = {row.text("id") for rows in tables.values() for row in rows}
    for name in ("events", "verdicts"):
        for row in tables[name]:
            for item in row.many("items"):
                if item not in known:
                    yield _at(name, row, f"items: there is no {item!r}")
    for name in ("doubts", "reviews"):
        for row in tables[name]:
            if row.text("item") not in known:  # the ids of what was deleted are known, too
                yield _at(name, row, f"item: there is no {row.text('item')!r}")
    if register is None:
        return
    for row in tables["policies"]:
        if row.text("register_id") and row.text("register_id") not in register:
            yield _at("policies", row, f"the register has no {row.text('register_id')!r}")
    for row in tables["verdicts"]:
        for entry in (*row.many("register_id"), *row.many("nearest_register_ids")):
            if entry not in register:
                yield _at("verdicts", row, f"the register has no {entry!r}")
