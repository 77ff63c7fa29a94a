"""Bullet lists of "name: amount" read as tables of two columns, so that sentences can be held against them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from desktop.audit.lines import lines
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.table import Cell, Column, Table
from desktop.core.text import same

_ITEM: Final = re.compile(r"^\s*(?:[-*•·]|\d{1,2}[.、)）])\s*(?P<label>[^：:\n|]{1,30}?)\s*[：:]\s*(?=\S)")
_MARKS: Final = re.compile(r"^[#*_\s>]+|[*_\s：:]+$")
_LEAST: Final = 3  # entries that make a list a table
_LONG: Final = 24  # characters from which on a line is no heading


class Entry(NamedTuple):
    """An entry of a list: what it is called, where that stands, its amount, and what share it is told to be."""

    label: str
    start: int
    figure: Figure
    share: Figure | None = None


def bullet_sheets(source: str, text: str, figures: Sequence[Figure]) -> list[Sheet]:
    """The tables that a text sets out as lists; ``figures`` are its own outside tables, in order."""
    if text.count("\n-") + text.count("\n*") + text.count("\n•") + text.count("\n·") + text.count("\n1") < 1:
        return []
    found: list[Sheet] = []
    run: list[tuple[int, re.Match[str], Figure]] = []
    head, title, at = "", "", 0
    for start, end in [*lines(text), (len(text), len(text))]:
        line = text[start:end]
        item = _ITEM.match(line)
        own = None
        if item is not None:
            own, at = _amount(figures, at, start + item.end(), end)
        if item is not None and own is not None:
            if not run:
                title = head
            run.append((start, item, own))
            continue
        if len(run) >= _LEAST:
            found.append(_made(source, title, run))
        run = []
        head = line if line.strip() and item is None else head
    return found


def _amount(figures: Sequence[Figure], at: int, start: int, end: int) -> tuple[Figure | None, int]:
    """The amount that opens what stands behind a label, and how far the figures were read."""
    while at < len(figures) and figures[at].anchor.start < start:
        at += 1
    own = figures[at] if at < len(figures) and figures[at].anchor.end <= end else None
    opens = own is not None and not own.is_date and own.anchor.start <= start + 3
    return (own if opens else None), at


def _made(source: str, title: str, run: list[tuple[int, re.Match[str], Figure]]) -> Sheet:
    head = _MARKS.sub("", title)
    entries = [Entry(i["label"].strip("*_ "), start + i.start("label"), f) for start, i, f in run]
    return listed_table("list", source, head if len(head) <= _LONG else "", entries, run[0][0])


def listed_table(kind: str, source: str, head: str, entries: Sequence[Entry], begin: int) -> Sheet:
    """The table that a list is: names, amounts and perhaps shares; ``head`` is what its amounts are called.

    ``begin`` is where the list does in its source.
    """
    first, last = entries[0], entries[-1]
    key = f"{kind}:{source}:{begin}"
    heads = ("", head, *(("占比",) if any(e.share is not None for e in entries) else ()))
    whole = Anchor(source, begin, (last.share or last.figure).anchor.end, first.label)
    header = tuple(Cell(f"{key}:0:{c}", key, 0, c, words, words, whole) for c, words in enumerate(heads))
    rows: list[tuple[Cell, ...]] = []
    figures: list[Figure] = []
    for n, entry in enumerate(entries, 1):
        place = Anchor(source, entry.start, entry.start + len(entry.label), entry.label)
        row = [Cell(f"{key}:{n}:0", key, n, 0, entry.label, entry.label, place)]
        for col, figure in enumerate((entry.figure, entry.share)[: len(heads) - 1], 1):
            anchor = figure.anchor if figure is not None else place
            words = anchor.quote if figure is not None else ""
            row.append(Cell(f"{key}:{n}:{col}", key, n, col, words, words, anchor))
            if figure is not None:
                figures.append(replace(figure, table=key, row=n, col=col))
        rows.append(tuple(row))
    columns = tuple(
        Column(f"{key}:c{c}", c, same(words), "quantity" if c else "label") for c, words in enumerate(heads)
    )
    table = Table(key, first.figure.factor, 0, same(head), columns, header, tuple(rows), whole)
    return Sheet(f"table:{key}", table, tuple(figures))
