"""Invented tables for charts: a line of text a row, figures read from the cells."""

from __future__ import annotations

import re
from decimal import Decimal

from invented import dossier, figure

from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.period import Period
from desktop.core.span import Anchor
from desktop.core.table import Cell, Column, Table
from desktop.core.text import Text

UNIT = re.compile(r"^(<=|>=|<|>)?(-?\d+(?:\.\d+)?)(?:\.\.(-?\d+(?:\.\d+)?))?\s*([^\d.]*)$")
CODES = {
    "%": "%",
    "pp": "pp",
    "元": "CNY",
    "万元": "10k CNY",
    "人": "person",
    "家": "count:家",
    "秒": "second",
    "分钟": "minute",
    "": "",
}


def case(header: str, *rows: str, kinds: str = "", change: tuple[int, ...] = ()) -> tuple[Dossier, Table]:
    """Make a dossier with one table from lines with "|"; ``kinds`` has a letter a column (l d q t).

    A cell is "22%", "<=30%", "5..9%", "-" (missing) or text; ``change`` names the columns of changes.
    """
    names = [n.strip() for n in header.split("|")]
    letters = kinds or "l" + "q" * (len(names) - 1)
    full = {"l": "label", "d": "date", "q": "quantity", "t": "text"}
    columns = tuple(Column(f"k{i}", i, Text(n, f"{n} en"), full[letters[i]]) for i, n in enumerate(names))
    body: list[tuple[Cell, ...]] = []
    figures: list[Figure] = []
    for r, row in enumerate(rows, 1):
        cells = []
        for c, text in enumerate(t.strip() for t in row.split("|")):
            at = Anchor("src", 0, 1, text or "-")
            cells.append(Cell(f"c{r}.{c}", "t", r, c, None if text == "-" else text, f"{text} en", at))
            kind = full[letters[c]] if c < len(letters) else "quantity"
            made = _figure(text, r, c, names[c] if c < len(names) else "", kind, c in change)
            figures += [made] if made else []
        body.append(tuple(cells))
    head = tuple(
        Cell(f"c0.{c}", "t", 0, c, n, f"{n} en", Anchor("src", 0, 1, n)) for c, n in enumerate(names)
    )
    table = Table(
        "t", "f2", 0, Text("虚构的表", "Invented table"), columns, head, tuple(body), Anchor("src", 0, 1, "x")
    )
    return dossier(
        tables=(table,), figures=tuple(figures), assessments=(), events=(), policies=(), points=()
    ), table


def _figure(text: str, row: int, col: int, name: str, kind: str, change: bool) -> Figure | None:
    match = UNIT.match(text)
    if kind == "date":
        return (
            figure(
                f"g{row}.{col}",
                "f2",
                "",
                Anchor("src", 0, 1, text),
                role="date",
                unit="date",
                table="t",
                row=row,
                col=col,
                period=year(text),
            )
            if text[:4].isdigit()
            else None
        )
    if not match or kind == "label":
        return None
    sign, low, high, unit = match.groups()
    value = Decimal(low)
    size = abs(value) if change else value
    ends: dict[str, object] = {"low": size, "high": Decimal(high) if high else size}
    if sign in ("<", "<="):
        ends["low"] = None
    elif sign in (">", ">="):
        ends["high"] = None
    return figure(
        f"g{row}.{col}",
        "f2",
        low,
        Anchor("src", 0, 1, text),
        table="t",
        row=row,
        col=col,
        comparator=sign or "=",
        unit=CODES[unit.strip()],
        role="change" if change else "level",
        direction="down" if change and value < 0 else "",
        indicator=Text(name, f"{name} en"),
        **ends,
    )


def year(text: str) -> Period:
    """The period of a year, or of the half of one ("2025H1")."""
    from desktop.core.chart.grid import period_named

    return period_named(text) or Period(text)
