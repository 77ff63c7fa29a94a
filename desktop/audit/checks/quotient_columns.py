"""A column that is one column divided by another, row by row: sales per shop beside sales and shops."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.per import rounded
from desktop.audit.scope import Sheet
from desktop.core.text import Text

KEY: Final = "quotient_columns"
_PER: Final = re.compile(r"(?<![日月年周季])均|单[店车户机客台笔件人位]|每|[人坪]效|\bper\b|average", re.I)
_LEAST: Final = 3  # rows that must fit before the one that does not is called wrong
_DEVIANTS: Final = 0.25  # of the rows
WRONG = Text(
    "{0}一栏等于{1}除以{2}，{3}行应约为{4}，不是{5}。",
    "The column {0} is {1} divided by {2}; in the row {3} it should be about {4}, not {5}.",
)


@check(KEY, "表中相除的列", "columns that divide", "table")
def run(sheet: Sheet, _world: World) -> Iterable[Result]:
    """Find the two columns that a column "per shop" is made from, and the rows where it is not."""
    for col in sheet.cols:
        if not col or not _PER.search(sheet.head(col)):
            continue
        for top, bottom in itertools.permutations((c for c in sheet.cols if c and c != col), 2):
            results = list(_rows(sheet, col, top, bottom))
            wrong = [r for fits, r in results if not fits]
            right = [r for fits, r in results if fits]
            if len(right) >= _LEAST and len(wrong) <= _DEVIANTS * len(results):
                yield from right
                yield from wrong
                break


def _rows(sheet: Sheet, col: int, top: int, bottom: int) -> Iterable[tuple[bool, Result]]:
    for row in sheet.rows:
        each, total, count = (sheet.at(row, c) for c in (col, top, bottom))
        if each is None or total is None or count is None or "%" in (each.unit, total.unit, count.unit):
            continue
        claim, one, other, a, b = (
            rounded(each),
            as_claim(total),
            as_claim(count),
            value_of(total),
            value_of(count),
        )
        quotient = one.over(other) if one is not None and other is not None else None
        if claim is None or quotient is None or a is None or not b or quotient.low <= 0:
            continue
        if quotient.high > 1.5 * quotient.low:
            continue  # so roughly printed that any quotient would fit
        figures = (each, total, count)
        written = formula("{} ÷ {} = {}", bare(total), bare(count), amount(a / b, each))
        if quotient.meets(claim):
            yield True, say.passed(KEY, figures, written, rounded=True)
            continue
        said = WRONG.format(
            quote(sheet.head(col)), quote(sheet.head(top)), quote(sheet.head(bottom)), quote(sheet.label(row)),
            amount(a / b, each), stated(each),
        )  # fmt: skip
        yield False, say.finding(KEY, "inconsistent", figures, written, said, "column")
