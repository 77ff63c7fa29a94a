"""The policy register and the reference series, each a data package of its own."""

from __future__ import annotations

from pathlib import Path

from desktop.core.evidence import Observation
from desktop.core.period import Period
from desktop.core.policy import RegisterEntry
from desktop.core.record import Record
from desktop.core.text import Text
from desktop.store import schema
from desktop.store.csvfile import Row
from desktop.store.package import open_package


def load_record(data: Path) -> tuple[Record, tuple[Text, ...]]:
    """Read ``register`` and ``series`` below a folder; returns the record as shipped, and notices about odd files.

    ``register_edits.read_record`` puts the person's layer on it.
    """
    register, series = open_package(data / "register"), open_package(data / "series")
    record = Record(
        register=tuple(map(entry_of, register.rows(schema.REGISTER))),
        series=tuple(map(_observation, series.rows(schema.SERIES))),
        as_of=str(register.descriptor.get("guiyin:asOf") or ""),
    )
    return record, (*register.odd(), *series.odd())


def entry_of(row: Row) -> RegisterEntry:
    """Return the entry of a record; raises UserError where one cannot be read."""
    return RegisterEntry(
        id=row.text("id"),
        kind=row.text("kind"),
        title=row.pair("title"),
        number=row.text("number"),
        issuer=row.pair("issuer"),
        instrument=row.pair("instrument"),
        document_date=row.day("document_date"),
        published=row.day("published"),
        effective=row.day("effective"),
        ended=row.day("ended"),
        status=row.one_of("status", schema.STATUSES, needed=True),
        status_note=row.pair("status_note"),
        provisions=row.pair("provisions"),
        key_numbers=row.pair("key_numbers"),
        supersedes=row.many("supersedes"),
        superseded_by=row.many("superseded_by"),
        applies=row.pair("applies"),
        citation=row.pair("citation"),
        urls=row.many("urls"),
        grade=row.text("grade"),
        confidence=row.one_of("confidence", schema.CONFIDENCE, needed=True),
        unverified=row.many("unverified_fields"),
        unverified_note=row.pair("unverified_note"),
    )


def _observation(row: Row) -> Observation:
    value = row.decimal("value")
    if value is None:
        raise row.error("value", Text("没有数值", "there is no value"))
    period = Period(row.text("period"), row.day("period_start"), row.day("period_end"))
    return Observation(
        id=row.text("id"),
        entity=row.pair("entity"),
        indicator=row.text("indicator"),
        name=row.pair("indicator_name"),
        period=period,
        frequency=row.text("frequency"),
        value=value,
        unit=row.text("unit"),
        status=row.text("status"),
        derivation=row.text("derivation"),
        source=row.text("source"),
        confidence=row.one_of("confidence", schema.CONFIDENCE),
        note=row.pair("note"),
    )
