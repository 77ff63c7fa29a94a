"""Tables of a dossier as pandas DataFrames: as printed, and as typed values."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pandas as pd

from desktop.core.dossier import Dossier
from desktop.core.figure import SIGNS, Figure, plain
from desktop.core.period import Period
from desktop.core.table import Cell, Column, Table
from desktop.core.text import NOTHING, Language, Text
from desktop.core.units import unit
from desktop.core.verdict import Verdict

_EXACT = 2**53


@dataclass(frozen=True, slots=True)
class ColumnInfo:
    """How a column is headed: its name, the name of its unit, and its kind (label, quantity, date, text)."""

    name: Text
    unit: Text = NOTHING
    kind: str = "text"

    def heading(self, language: Language) -> str:
        """Name with the unit in brackets."""
        name, shown = self.name(language), self.unit(language)
        if not shown:
            return name
        return f"{name}（{shown}）" if language == "zh" else f"{name} ({shown})"


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A DataFrame with headings; ``items`` and ``marks`` say which item and verdict stand at (row, column).

    A verdict on a whole row is marked at its first cell.

    ``keys`` holds, for columns whose texts stand for quantities or dates, the numbers to sort them by.
    """

    data: pd.DataFrame
    columns: tuple[ColumnInfo, ...]
    keys: dict[int, pd.Series[float]] = field(default_factory=dict)
    items: dict[tuple[int, int], str] = field(default_factory=dict)
    marks: dict[tuple[int, int], Verdict] = field(default_factory=dict)


def frame_of(dossier: Dossier, table: Table, language: Language, *, typed: bool) -> Frame:
    """Return a table as printed (every cell its text, missing as None) or with typed columns."""
    built = [
        _typed(dossier, table, c, language) if typed else _raw(table, c, language) for c in table.columns
    ]
    data = pd.DataFrame({n: values for n, (_, values, _) in enumerate(built)}, index=range(len(table.rows)))
    data.columns = pd.Index([c.id for c in table.columns])
    cells = [
        (r, n, table.cell(r + 1, c.col)) for r in range(len(table.rows)) for n, c in enumerate(table.columns)
    ]
    found = [(r, n, cell.id) for r, n, cell in cells if cell is not None]
    verdicts = {(r, n): verdict for r, n, item in found if (verdict := dossier.verdict_of(item)) is not None}
    return Frame(
        data,
        tuple(info for info, _, _ in built),
        {n: keys for n, (_, _, keys) in enumerate(built) if keys is not None},
        {(r, n): item for r, n, item in found},
        _once_a_row(verdicts, len(table.columns)),
    )


def _once_a_row(marks: dict[tuple[int, int], Verdict], width: int) -> dict[tuple[int, int], Verdict]:
    """A verdict that every cell of a row has is one on the row: its first cell says it."""
    kept = dict(marks)
    for row in {r for r, _ in marks}:
        line = [marks.get((row, n)) for n in range(width)]
        if width > 1 and len(set(line)) == 1:
            for n in range(1, width):
                del kept[row, n]
    return kept


_Built = tuple[ColumnInfo, "pd.Series[Any]", "pd.Series[float] | None"]


def _raw(table: Table, column: Column, language: Language) -> _Built:
    head = table.cell(0, column.col)
    name = head.shown() if head is not None and head.text else column.name
    return ColumnInfo(name), _objects(_texts(table, column, language)), None


def _typed(dossier: Dossier, table: Table, column: Column, language: Language) -> _Built:
    texts = _texts(table, column, language)
    figures = [dossier.figures_in_cell(table.id, r, column.col) for r in range(1, len(table.rows) + 1)]
    if column.kind == "quantity":
        amounts = [[f for f in inside if not f.is_date] for inside in figures]
        return _quantities(column, texts, _printed(table, column), amounts)
    dates = [[f for f in inside if f.is_date] for inside in figures]
    known = [text is None or len(inside) == 1 for text, inside in zip(texts, dates, strict=True)]
    if any(dates) and all(known):
        return _dated(column, texts, [inside[0].period if inside else None for inside in dates], language)
    return ColumnInfo(column.name), _objects(texts), None


def _quantities(
    column: Column, texts: list[str | None], printed: list[str | None], amounts: list[list[Figure]]
) -> _Built:
    """Numbers where every cell is one point; else texts, without the unit where they say nothing more.

    A cell that says more than its figure ("conversion fell by 15 %") keeps its words and sorts by the figure.
    """
    units = {f.unit for inside in amounts for f in inside}
    if len(units) != 1:
        return ColumnInfo(column.name), _objects(texts), None
    places = pd.Series([_place(inside) for inside in amounts], dtype="float64")
    if any(inside and not _says_only(text, inside) for text, inside in zip(printed, amounts, strict=True)):
        return ColumnInfo(column.name), _objects(texts), places
    shared = unit(units.pop())
    info = ColumnInfo(column.name, shared.name if shared else NOTHING, "quantity")
    cells = list(zip(texts, amounts, strict=True))
    if all(text is None or (inside and _is_point(inside[0])) for text, inside in cells):
        return info, _numbers([_signed(inside[0]) if inside else None for inside in amounts]), None
    return info, _objects([_amount(inside[0]) if inside else text for text, inside in cells]), places


def _dated(
    column: Column, texts: list[str | None], periods: list[Period | None], language: Language
) -> _Built:
    """Years alone stay bare numbers; anything finer is written out; both sort by their first day."""
    bare = all(p is None or len(p.text) == len("2020") for p in periods)
    shown = [t if p is None else p.text if bare else p.shown()(language)
             for t, p in zip(texts, periods, strict=True)]  # fmt: skip
    days = [None if p is None or p.start is None else float(p.start.toordinal()) for p in periods]
    return ColumnInfo(column.name, kind="date"), _objects(shown), pd.Series(days, dtype="float64")


def _texts(table: Table, column: Column, language: Language) -> list[str | None]:
    cells = [table.cell(r, column.col) for r in range(1, len(table.rows) + 1)]
    return [_text(cell, language) for cell in cells]


def _printed(table: Table, column: Column) -> list[str | None]:
    cells = [table.cell(r, column.col) for r in range(1, len(table.rows) + 1)]
    return [cell.text if cell is not None else None for cell in cells]


def _text(cell: Cell | None, language: Language) -> str | None:
    return None if cell is None or cell.text is None else cell.shown()(language)


def _says_only(text: str | None, inside: list[Figure]) -> bool:
    """Whether a cell is one figure and no other word."""
    rest = (text or "").replace(inside[0].as_printed, "", 1).replace(inside[0].hedge, "", 1)
    return len(inside) == 1 and not any(c.isalnum() for c in rest)


def _is_point(figure: Figure) -> bool:
    return figure.comparator == "=" and figure.low is not None and figure.low == figure.high


def _sign(figure: Figure) -> int:
    return -1 if figure.role == "change" and figure.direction == "down" else 1


def _signed(figure: Figure) -> Decimal | None:
    return None if figure.low is None else figure.low * _sign(figure)


def _place(amounts: list[Figure]) -> float | None:
    value = amounts[0].value if amounts else None
    return None if value is None else value * _sign(amounts[0])


def _amount(figure: Figure) -> str:
    """A quantity without its unit, which stands in the heading: "≤ 30", "7.2–18", "−5–−2"."""
    ends = [v for v in (figure.low, figure.high) if v is not None]
    if not ends:
        return figure.as_printed
    words = [plain(v * _sign(figure)).replace("-", "−") for v in dict.fromkeys(ends)]
    return SIGNS[figure.comparator] + "–".join(words)


def _numbers(values: list[Decimal | None]) -> pd.Series[Any]:
    whole = all(v is None or (v == v.to_integral_value() and abs(v) < _EXACT) for v in values)
    plain_values = [None if v is None else int(v) if whole else float(v) for v in values]
    return pd.Series(plain_values, dtype="Int64" if whole else "Float64")


def _objects(values: list[str | None]) -> pd.Series[Any]:
    return pd.Series(values, dtype="object")
