"""A column that is one column divided by another, row by row: sales per shop beside sales and shops."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.divided import made_from, quotient
from desktop.audit.per import rounded
from desktop.audit.sheet import Sheet, Turned
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "quotient_columns"
_PER: Final = re.compile(r"(?<![日月年周季])均|单[店车户机客台笔件人位]|每|[人坪]效|\bper\b|average", re.I)
_SCALED: Final = re.compile(r"[（(][^）)]{0,4}?([千万亿])")
_SCALES: Final = {"千": 1e3, "万": 1e4, "亿": 1e8}
WRONG = Text(
    "{0}一栏等于{1}除以{2}，{3}行应约为{4}，不是{5}。",
    "The column {0} is {1} divided by {2}; in the row {3} it should be about {4}, not {5}.",
)

ACROSS = Text(
    "{0}一行等于{1}除以{2}，{3}一列应约为{4}，不是{5}。",
    "The row {0} is {1} divided by {2}; in the column {3} it should be about {4}, not {5}.",
)


@check(KEY, "表中相除的列", "columns that divide", "table")
def run(sheet: Sheet, _world: World) -> Iterable[Result]:
    """Find the two columns that a column "per shop" is made from, and the rows where it is not."""
    for table in (sheet, sheet.turned):
        for col in table.cols:
            if col and _PER.search(table.head(col)):
                others = [c for c in table.cols if c and c != col]
                yield from made_from(others, partial(_rows, table, col))


def _rows(sheet: Sheet | Turned, col: int, top: int, bottom: int) -> Iterable[tuple[bool, Result]]:
    for row in sheet.rows:
        each, total, count = (sheet.at(row, c) for c in (col, top, bottom))
        if each is None or total is None or count is None or "%" in (each.unit, total.unit, count.unit):
            continue
        scale = _scale(sheet.head(top), total) / _scale(sheet.head(bottom), count)
        claim, found = rounded(each), quotient(total, count, scale)
        if claim is None or found is None:
            continue
        figures = (each, total, count)
        written = formula("{} ÷ {} = {}", bare(total), bare(count), amount(found[1], each))
        if found[0].meets(claim):
            yield True, say.passed(KEY, figures, written, rounded=True)
            continue
        said = (WRONG if isinstance(sheet, Sheet) else ACROSS).format(
            quote(sheet.head(col)), quote(sheet.head(top)), quote(sheet.head(bottom)), quote(sheet.label(row)),
            amount(found[1], each), stated(each),
        )  # fmt: skip
        yield False, say.finding(KEY, "inconsistent", figures, written, said, "column")


def _scale(head: str, cell: Figure) -> float:
    """What a head multiplies its cells by where they were read without a unit: 外借（万册次）."""
    found = _SCALED.search(head) if not cell.unit else None
    return _SCALES[found[1]] if found is not None else 1.0
