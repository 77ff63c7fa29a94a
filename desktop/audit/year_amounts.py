"""Amounts that are told of the years between two values: 2019年900吨，2024年360吨，五年年均减少108吨."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, stated
from desktop.audit.check import Result
from desktop.audit.interval import Interval, as_claim, as_operand, value_of
from desktop.audit.year_spans_told import YearSpan
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "growth_chain"
EACH: Final = Text(
    "由{0}到{1}，历时{2}年，平均每年变化{3}，不是文中的{4}。",
    "From {0} to {1} in {2} years is {3} a year, not {4}.",
)
ALL: Final = Text("由{0}到{1}，变化{3}，不是文中的{4}。", "From {0} to {1} is a change of {3}, not {4}.")


def of_amounts(span: YearSpan) -> Iterable[Result]:
    """Hold an amount, of all the years or of each, against what the two values are apart; any other two clear it."""
    move, claim = span.move, as_claim(span.move.change) if span.move.change is not None else None
    before, after = value_of(move.before), value_of(move.after)
    if claim is None or move.change is None or before is None or after is None:
        return
    years = span.years if span.each else 1
    figures = (move.change, move.before, move.after)
    apart = amount(abs(after - before) / years, move.after)
    length = formula(" ÷ {}", str(span.years)) if span.each else Text("", "")
    written = formula("({} − {}){} = {}", bare(move.after), bare(move.before), length, apart)
    if _fits(claim, move.before, move.after, years):
        yield say.passed(KEY, figures, written)
    elif not any(
        _fits(claim, a, b, n) for a, b in itertools.combinations(span.others, 2) for n in {1, years}
    ):
        said = (EACH if span.each else ALL).format(
            bare(move.before), bare(move.after), str(span.years), apart, stated(move.change)
        )
        yield say.finding(KEY, "inconsistent", figures, written, said, "amounts")


def _fits(claim: Interval, one: Figure, other: Figure, years: int) -> bool:
    """Whether two values are so much apart, or so much for each year; what cannot be computed fits."""
    a, b = as_operand(one), as_operand(other)
    if a is None or b is None:
        return True
    each = b.minus(a).scaled(1 / years)
    return claim.meets(each) or claim.meets(each.scaled(-1))
