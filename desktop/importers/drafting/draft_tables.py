"""Tables of an extraction become tables with typed columns and cells that have their place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import Any, Final, NamedTuple

from desktop.core.table import Cell, Column, Table
from desktop.core.text import LIST_COMMA, Text, same
from desktop.importers.blocks import Block
from desktop.importers.drafting.excerpt import cut
from desktop.importers.drafting.page import Page
from desktop.importers.figures.topic import bare

_CAPTION: Final = re.compile(
    r"(?:^|\n)[ \t*]*(?:(?:图表|附?表|Table)[ ]?[\d一二三四五六七八九十.-]*[：:.、 ]?[ ]*)(?P<name>[^\n|]{2,40})$"
)
_UNNAMED: Final = Text("第 {} 列", "Column {}")
_TITLE: Final = Text("{0}：{1}", "{0}: {1}")


class Grid(NamedTuple):
    """A table, what was odd about its rows, and whether it was told from white space alone."""

    table: Table
    ragged: tuple[int, ...]
    loose: bool


def tables(page: Page, items: list[dict[str, Any]], blocks: list[Block]) -> tuple[list[Grid], dict[str, str]]:
    """Return the tables in order, and the ids that the extraction's own ids became."""
    found = [i for i in items if i["kind"] == "table"]
    loose = {b.start: b.loose for b in blocks if b.kind == "table"}
    kinds = _kinds(items)
    grids, idents = [], {}
    for order, item in enumerate(found):
        anchor = page.anchor(item["start"], item["end"])
        ident = idents[item["id"]] = page.mint("tab", anchor)
        header = _line(page, ident, 0, item["header"])
        lines = [_kept(row) for row in item["rows"]]
        rows = tuple(_line(page, ident, r, row) for r, row in enumerate(lines, 1))
        columns = _columns(page, header, kinds.get(item["id"], {}), item)
        made = Table(ident, page.section_at(item["start"]), order, _title(page, item, columns), columns, header,
                     rows, anchor)  # fmt: skip
        ragged = tuple(r for r, row in enumerate(rows, 1) if len(row) != len(header))
        grids.append(Grid(made, ragged, loose.get(item["start"], False)))
    return grids, idents


def _kept(row: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Drop the cells that only fill a short row: they begin where the last one ends."""
    end = len(row)
    while end > 1 and row[end - 1]["start"] == row[end - 1]["end"] == row[end - 2]["end"]:
        end -= 1
    return row[:end]


def _line(page: Page, table: str, row: int, cells: list[dict[str, Any]]) -> tuple[Cell, ...]:
    made = []
    for col, cell in enumerate(cells):
        anchor = page.anchor(cell["start"], cell["end"])
        words = page.words(cell["start"], cell["end"])
        shown = words if words and words not in ("n/a", "illegible") else None
        made.append(Cell(page.mint("cel", anchor), table, row, col, shown, shown or "", anchor))
    return tuple(made)


def _kinds(items: list[dict[str, Any]]) -> dict[str, dict[int, Counter[str]]]:
    """Count the units of the figures in each column of each table; a date counts as "date"."""
    found: defaultdict[str, dict[int, Counter[str]]] = defaultdict(dict)
    for item in items:
        if item["kind"] == "quantity" and item.get("row", 0) > 0:
            counts = found[item["table"]].setdefault(item["col"], Counter())
            counts["date" if item["role"] == "date" else item["unit"] or ""] += 1
    return found


def _columns(
    page: Page, header: tuple[Cell, ...], kinds: dict[int, Counter[str]], item: dict[str, Any]
) -> tuple[Column, ...]:
    made = []
    for cell in header:
        filled = sum(bool(c["text"].strip()) for row in item["rows"] for c in row[cell.col : cell.col + 1])
        kind, unit = _kind(cell.col, kinds.get(cell.col, Counter()), filled)
        words = bare(cell.text or "") or cell.text or ""
        name = same(words) if words else _UNNAMED.format(cell.col + 1)
        made.append(Column(page.mint("col", cell.anchor), cell.col, name, kind, unit))
    return tuple(made)


def _kind(col: int, units: Counter[str], filled: int) -> tuple[str, str]:
    """A column of figures has their kind if half of its cells or more hold one, and their unit if all share it."""
    total = sum(units.values())
    if units and total * 2 >= filled:
        if units["date"] * 2 > total:
            return "date", "date"
        shared = [u for u in units if u != "date"]
        return "quantity", shared[0] if len(shared) == 1 else ""
    return ("label" if col == 0 else "text"), ""


def _title(page: Page, item: dict[str, Any], columns: tuple[Column, ...]) -> Text:
    before = page.text[max(0, item["start"] - 80) : item["start"]].rstrip()
    caption = _CAPTION.search(before)
    if caption:
        return same(caption["name"].strip(" *"))
    heads = [c.name for c in columns[1:5]] or [columns[0].name]
    listed = LIST_COMMA.join(heads)
    title = _TITLE.format(columns[0].name, listed) if len(columns) > 1 else listed
    return Text(cut(title.zh, 60), cut(title.en, 60))
