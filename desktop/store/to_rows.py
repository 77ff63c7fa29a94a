"""One value of the core becomes one row of a CSV resource: the way back of ``from_rows``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from desktop.core.dossier import Item
from desktop.core.evidence import Event, Point
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.period import Period
from desktop.core.policy import PolicyMention
from desktop.core.source import Source
from desktop.core.span import Anchor, OriginalRef
from desktop.core.table import Cell, Column, Table
from desktop.core.text import Text
from desktop.core.verdict import Assessment

Fields = dict[str, str]  # only the fields that are not empty need be there


def row_of(item: Item) -> Fields:
    """Return the row of an item; a table's columns and cells are rows of their own."""
    return _ROWS[type(item)](item) | anchor_fields(item.anchor) | _original(item.original)


def pair_fields(name: str, text: Text) -> Fields:
    """Return the two fields of a text."""
    return {f"{name}_zh": text.zh, f"{name}_en": text.en}


def anchor_fields(anchor: Anchor) -> Fields:
    """Return the fields of a place in the text."""
    return {
        "source": anchor.source,
        "start": str(anchor.start),
        "end": str(anchor.end),
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def _original(original: OriginalRef | None) -> Fields:
    if original is None:
        return {}
    return {
        "original_ref": original.ref,
        "original_start": _whole(original.start),
        "original_end": _whole(original.end),
        "original_sha256": original.sha256,
    }


def _period(period: Period | None, name: str = "period") -> Fields:
    if period is None:
        return {}
    return {name: period.text, f"{name}_start": _day(period.start), f"{name}_end": _day(period.end)}


def _whole(value: int | None) -> str:
    return "" if value is None else str(value)


def _day(value: date | None) -> str:
    return "" if value is None else value.isoformat()


def _decimal(value: Decimal | None) -> str:
    """Digits without an exponent, as long as somebody can read them."""
    if value is None:
        return ""
    return f"{value:f}" if -30 < value.adjusted() < 30 else str(value)


def _factor(item: Factor) -> Fields:
    return {
        "id": item.id,
        "parent": item.parent,
        "order": str(item.order),
        "number": _whole(item.number),
        "kind": item.kind,
        "theme": item.theme,
        **pair_fields("title", item.title),
        **pair_fields("short", item.short),
        **pair_fields("summary", item.summary),
        "headline": ";".join(item.headline),
        "section_start": str(item.section[0]),
        "section_end": str(item.section[1]),
    }


def _table(item: Table) -> Fields:
    return {
        "id": item.id,
        "factor": item.factor,
        "order": str(item.order),
        **pair_fields("title", item.title),
    }


def _cell(item: Cell) -> Fields:
    return {
        "id": item.id,
        "table": item.table,
        "row": str(item.row),
        "col": str(item.col),
        "text": item.text or "",
        "text_en": item.text_en,
    }


def _figure(item: Figure) -> Fields:
    return {
        "id": item.id,
        "factor": item.factor,
        "table": item.table,
        "row": _whole(item.row),
        "col": _whole(item.col),
        "entity_zh": item.entity.zh,
        "entity_en": item.entity.en,
        "indicator_zh": item.indicator.zh,
        "indicator_en": item.indicator.en,
        "role": item.role,
        **_period(item.period),
        "comparator": item.comparator,
        "value_low": _decimal(item.low),
        "value_high": _decimal(item.high),
        "unit": item.unit,
        "direction": item.direction,
        "hedge": item.hedge,
        "as_printed": item.as_printed,
        "change_from": item.change_from,
        "negated": "true" if item.negated else "",
    }


def _policy(item: PolicyMention) -> Fields:
    return {
        "id": item.id,
        "factor": item.factor,
        "kind": item.kind,
        **pair_fields("title", item.title),
        "number": item.number,
        **_period(item.date, "date"),
        "date_kind": item.date_kind,
        **pair_fields("requirement", item.requirement),
        **pair_fields("impact", item.impact),
        "register_id": item.register_id,
        "match": item.match,
        "match_score": repr(item.match_score) if item.match_score else "",
        **pair_fields("match_why", item.match_why),
    }


def _event(item: Event) -> Fields:
    return {
        "id": item.id,
        "factor": item.factor,
        "kind": item.kind,
        **pair_fields("title", item.title),
        **_period(item.period),
        "items": ";".join(item.items),
    }


def _point(item: Point) -> Fields:
    return {
        "id": item.id,
        "factor": item.factor,
        "order": str(item.order),
        "style": item.style,
        **pair_fields("label", item.label),
        "text_en": item.text_en,
    }


_ROWS: dict[type, Callable[[Any], Fields]] = {
    Factor: _factor,
    Table: _table,
    Cell: _cell,
    Figure: _figure,
    PolicyMention: _policy,
    Event: _event,
    Point: _point,
}


def column_row(column: Column, table: str) -> Fields:
    """Return the row of a table's column."""
    return {
        "id": column.id,
        "table": table,
        "col": str(column.col),
        **pair_fields("name", column.name),
        "kind": column.kind,
        "unit": column.unit,
    }


def source_row(source: Source) -> Fields:
    """Return the row of a source; its text is a file of its own."""
    row = {
        "id": source.id,
        "kind": source.kind,
        **pair_fields("title", source.title),
        "date": source.date,
        "path": source.path,
        "sha256": source.sha256,
    }
    if source.original is not None:
        row["original_article"] = source.original.article
        row["original_sha256"] = source.original.sha256
        row["original_chars"] = str(source.original.chars)
    return row


def assessment_row(one: Assessment) -> Fields:
    """Return the row of a verdict."""
    row = {
        "id": one.id,
        "kind": one.kind,
        "factor": one.factor,
        "policy": one.policy,
        "items": ";".join(one.items),
        "verdict": one.verdict.code,
        "premise": "true" if one.premise else "",
        **pair_fields("claim", one.claim),
        **pair_fields("difference", one.difference),
        "register_id": one.register_id,
        "nearest_register_ids": ";".join(one.nearest),
        "series": ";".join(one.series),
        **pair_fields("source", one.source),
        "confidence": one.confidence,
        **_original(one.original),
    }
    for part in one.parts:
        row |= {f"{part.part}_check": part.result, **pair_fields(f"{part.part}_note", part.note)}
    return row
