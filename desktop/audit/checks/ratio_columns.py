"""A column of percentages that is one column out of another, row by row: occupied rooms out of rooms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, percent, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.divided import LEAST, made_from, quotient
from desktop.audit.interval import as_claim, digits
from desktop.audit.keys import same_dimension
from desktop.audit.sheet import Sheet, Turned
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "ratio_columns"
_CHANGES: Final = re.compile(r"同比|环比|增|降|涨|跌|变动|变化|change|growth|yoy", re.I)
WRONG = Text(
    "{0}一栏是{1}除以{2}，{3}行应约为{4}，不是{5}。",
    "The column {0} is {1} out of {2}; in the row {3} it should be about {4}, not {5}.",
)

ACROSS = Text(
    "{0}一行是{1}除以{2}，{3}一列应约为{4}，不是{5}。",
    "The row {0} is {1} out of {2}; in the column {3} it should be about {4}, not {5}.",
)


@check(KEY, "表中的比率列", "columns of ratios", "table", needs={"table": ("%*3",)})
def run(sheet: Sheet, _world: World) -> Iterable[Result]:
    """Find the two columns that a column of percentages is made from, and the rows where it is not."""
    for table in (sheet, sheet.turned):
        rates = [
            c for c in table.cols if c and not _CHANGES.search(table.head(c)) and _filled(table, c, rate=True)
        ]
        amounts = [c for c in table.cols if c and _filled(table, c, rate=False)] if rates else []
        for col in rates:
            yield from made_from([c for c in amounts if c != col], partial(_rows, table, col))


def _filled(sheet: Sheet | Turned, col: int, *, rate: bool) -> bool:
    """Whether a column holds enough percentages, or enough amounts."""
    own = [f for r in sheet.rows if (f := sheet.at(r, col)) is not None and f.role != "change"]
    return len([f for f in own if (f.unit == "%") == rate]) >= LEAST


def _rows(sheet: Sheet | Turned, col: int, top: int, bottom: int) -> Iterable[tuple[bool, Result]]:
    for row in sheet.rows:
        rate, part, whole = (sheet.at(row, c) for c in (col, top, bottom))
        if rate is not None and part is not None and whole is not None and rate.unit == "%":
            held = _held(sheet, rate, part, whole)
            if held is not None:
                yield held


def _held(sheet: Sheet | Turned, rate: Figure, part: Figure, whole: Figure) -> tuple[bool, Result] | None:
    claim = as_claim(rate)
    found = quotient(part, whole, 100) if same_dimension(part.unit, whole.unit) else None
    if claim is None or found is None:
        return None
    share, point = found
    figures, written = (rate, part, whole), formula("{} ÷ {} = {}", bare(part), bare(whole), percent(point))
    if share.meets(claim):
        plain = digits(rate)
        return True, say.passed(KEY, figures, written, rounded=plain is None or not plain.holds(point))
    across = isinstance(sheet, Turned)
    heads = [quote(sheet.head((f.row if across else f.col) or 0)) for f in figures]
    place = quote(sheet.label((rate.col if across else rate.row) or 0))
    said = (ACROSS if across else WRONG).format(*heads, place, percent(point), stated(rate))
    return False, say.finding(KEY, "inconsistent", figures, written, said, "column")
