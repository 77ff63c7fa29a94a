"""Bullet lists of "name: amount" read as tables of two columns, so that sentences can be held against them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

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
    head = head if len(head) <= _LONG else ""
    first, last = run[0][0], run[-1][2].anchor.end
    key = f"list:{source}:{first}"
    whole = Anchor(source, first, last, run[0][1]["label"])
    header = tuple(Cell(f"{key}:0:{c}", key, 0, c, words, words, whole) for c, words in enumerate(("", head)))
    rows, figures = [], []
    for n, (start, item, figure) in enumerate(run, 1):
        label = item["label"].strip("*_ ")
        place = Anchor(source, start + item.start("label"), start + item.end("label"), item["label"])
        rows.append((
            Cell(f"{key}:{n}:0", key, n, 0, label, label, place),
            Cell(f"{key}:{n}:1", key, n, 1, figure.anchor.quote, figure.anchor.quote, figure.anchor),
        ))  # fmt: skip
        figures.append(replace(figure, table=key, row=n, col=1))
    columns = (Column(f"{key}:c0", 0, same(""), "label"), Column(f"{key}:c1", 1, same(head), "quantity"))
    table = Table(key, run[0][2].factor, 0, same(head), columns, header, tuple(rows), whole)
    return Sheet(f"table:{key}", table, tuple(figures))
