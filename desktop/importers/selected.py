"""A stretch of text that a reader selected, as an item: the engine reads it in its place as well as it can."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from desktop.core.dossier import Dossier, Item
from desktop.core.evidence import Point
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.forms.periods import read_period
from desktop.core.hashes import sha256_of
from desktop.core.period import Period
from desktop.core.policy import PolicyMention, RegisterEntry
from desktop.core.source import Source
from desktop.core.span import CONTEXT, Anchor
from desktop.core.text import NOTHING, same
from desktop.importers.drafting.match_policy import matcher
from desktop.importers.extract import extract
from desktop.importers.themes import THEMES, theme_of

AROUND = 400  # characters on either side that the engine is given: names and years stand near a figure
FACTOR_SHORT = 12


def item_of(
    dossier: Dossier, source: Source, span: tuple[int, int], kind: str, register: tuple[RegisterEntry, ...]
) -> Item:
    """Return a new item of a kind ("figure", "policy", "point" or "factor") for a span of a source.

    A figure has what the engine reads there, or else only its quote; a regulation is looked up in the register.
    The id is in use nowhere.
    """
    text, (start, end) = source.text, span
    anchor = Anchor(
        source.id,
        start,
        end,
        text[start:end],
        text[max(0, start - CONTEXT) : start],
        text[end : end + CONTEXT],
    )
    item_id = _new_id(dossier, source, anchor, kind)
    section = _section_at(dossier, source, start)
    if kind == "figure":
        return _figure(dossier, source, anchor, item_id, section)
    if kind == "policy":
        mention = _policy(source, anchor, item_id, section)
        match = matcher(register).match(mention.title.zh, mention.number, mention.date)
        return replace(mention, register_id=match.register_id, match=match.how, match_score=match.score,
                       match_why=match.why)  # fmt: skip
    if kind == "factor":
        title = same(anchor.quote.strip("#* \t"))
        short = same(title.zh[:FACTOR_SHORT])
        last = max((f.number or 0 for f in dossier.reasons if f.anchor.start < start), default=0)
        theme = theme_of(title.zh, THEMES) or ""
        return Factor(item_id, "factor", 0, last + 1, theme, title, short, NOTHING, anchor, span)
    order = sum(p.factor == section and p.anchor.start < start for p in dossier.points)
    return Point(item_id, section, order, "statement", NOTHING, "", anchor)


def _new_id(dossier: Dossier, source: Source, anchor: Anchor, kind: str) -> str:
    """Return an id that this dossier has never used."""
    number = 0
    while True:
        key = f"{kind}\n{source.sha256}\n{anchor.start}\n{anchor.end}\n{number}"
        made = f"{kind[0]}-{sha256_of(key.encode())[:12]}"
        if made not in dossier.items and made not in dossier.deleted:
            return made
        number += 1


def _section_at(dossier: Dossier, source: Source, offset: int) -> str:
    holders = [
        f for f in dossier.factors if f.anchor.source == source.id and f.section[0] <= offset < f.section[1]
    ]
    before = [f for f in dossier.factors if f.anchor.source == source.id and f.anchor.start <= offset]
    if holders:
        return min(holders, key=lambda f: f.section[1] - f.section[0]).id
    return before[-1].id if before else dossier.factors[0].id if dossier.factors else ""


def _figure(dossier: Dossier, source: Source, anchor: Anchor, item_id: str, section: str) -> Figure:
    blank = Figure(
        item_id, section, NOTHING, NOTHING, "level", None, "=", None, None, "", "", "", anchor.quote, anchor
    )
    read = _read(source.text, anchor)
    figure = blank if read is None else _filled(blank, read)
    for table in dossier.tables:
        for line in (table.header, *table.rows):
            for cell in line:
                if cell.anchor.source == source.id and cell.anchor.start <= anchor.start < cell.anchor.end:
                    column = next((c for c in table.columns if c.col == cell.col), None)
                    named = figure.indicator if figure.indicator.zh or column is None else column.name
                    return replace(figure, table=table.id, row=cell.row, col=cell.col, indicator=named)
    return figure


def _read(text: str, anchor: Anchor) -> dict[str, Any] | None:
    """Return the quantity that overlaps the selection most: as the engine reads the lines around, or it alone."""
    start = text.rfind("\n", 0, max(0, anchor.start - AROUND)) + 1
    end = text.find("\n", min(len(text), anchor.end + AROUND))
    for first, part in ((start, text[start : end if end >= 0 else len(text)]), (anchor.start, anchor.quote)):
        found = [
            (min(i["end"] + first, anchor.end) - max(i["start"] + first, anchor.start), i)
            for i in extract(part)["items"]
            if i["kind"] == "quantity"
        ]
        best = max(found, key=lambda pair: pair[0], default=(0, None))
        if best[0] > 0 and best[1] is not None:
            quantity: dict[str, Any] = best[1]
            return quantity
    return None


def _filled(blank: Figure, read: dict[str, Any]) -> Figure:
    low, high = (None if v is None else Decimal(str(v)) for v in (read["value_low"], read["value_high"]))
    is_date = read["role"] == "date"
    when = read["period"]
    return replace(
        blank,
        entity=same(read["entity"] or ""),
        indicator=same(read["indicator"] or ""),
        role=read["role"],
        period=(read_period(when) or Period(when)) if when else None,
        comparator=read["comparator"],
        low=low,
        high=high,
        unit="date" if is_date else read["unit"] or "",
        direction="" if is_date else read["direction"] or "",
        hedge=read.get("hedge") or "",
        as_printed=read["core_text"] or blank.as_printed,
        negated=bool(read.get("negated")),
    )


def _policy(source: Source, anchor: Anchor, item_id: str, section: str) -> PolicyMention:
    """A regulation; what the engine reads of its date, rule and effect comes along."""
    text = source.text
    start = text.rfind("\n", 0, anchor.start) + 1
    end = text.find("\n", anchor.end)
    line = text[start : end if end >= 0 else len(text)]
    found = [
        i
        for i in extract(line)["items"]
        if i["kind"] == "policy" and i["start"] + start < anchor.end and i["end"] + start > anchor.start
    ]
    read = found[0] if found else {}
    title = read.get("title") or anchor.quote.strip("《》 ")
    when = read.get("date")
    return PolicyMention(
        item_id,
        section,
        "specific",
        same(title),
        read.get("number") or "",
        (read_period(when) or Period(when)) if when else None,
        read.get("date_kind") or "published",
        same(read.get("requirement") or ""),
        same(read.get("impact") or ""),
        anchor,
    )
