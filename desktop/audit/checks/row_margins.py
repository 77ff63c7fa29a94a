"""What the columns of a table leave of a row: at a price of 15.8元, 16.9元 of cost; 单柜月毛利 of income and cost."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.gains import GAIN, LOSS, NET, NOT, SAID, SPENT
from desktop.audit.interval import as_claim, value_of
from desktop.audit.scope import Section
from desktop.audit.table_names import plain
from desktop.audit.views import like_units, views_at
from desktop.audit.ways import like
from desktop.audit.worked import Worked, worked
from desktop.core.text import Text

KEY: Final = "row_margins"
LEFT: Final = Text(
    "表中{0}是{1}与{2}，相减是{3}，不是文中的{4}。",
    "The table has {1} and {2} for {0}, which leaves {3}; the text says {4}.",
)
_MARGIN: Final = re.compile(r"毛利(?!率)|利润(?!率)|毛差|差价|净赚|净收益")
_CAME: Final = re.compile(r"收入|售价|单价|票价|租金|定价|出厂价")
_PREFIX: Final = 2  # characters that income and cost have in common, and with what is left
_PRICED: Final = re.compile(r"价|收入|单票|票款|price", re.I)


@check(
    KEY, "一行的盈亏", "what a row leaves", "section",
    needs={"section": ("table", "赚盈余得净亏贴赔缺敷挣剩利差 latin")},
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold a gain, loss or margin told of a row against its cost, and the price or income beside it."""
    if not piece.has_tables:
        return
    for told in worked(piece):
        if _MARGIN.search(told.clause) is not None:
            yield from _of_columns(piece, told)
        net = NET.search(told.clause)
        if net is not None and not NOT.search(told.clause):
            yield from _of_a_row(piece, told, gain=net["loss"] is None)


def _of_a_row(piece: Section, told: Worked, *, gain: bool) -> Iterator[Result]:
    """按15.8元的猪价，天邑每公斤亏1.1元: a price of the sentence, and what the row named has as its cost."""
    claim = as_claim(told.figure)
    prices = [
        f for f in told.before if like(f, told.figure) and _PRICED.search(f"{told.sentence} {f.indicator.zh}")
    ]
    for view in views_at(piece, told.figure.anchor.start) if claim is not None and prices else ():
        named = view.named(told.clause)
        costs = [f for f, head in view.fields.items() if SPENT.search(head)]
        cost = view.column(costs[0]).get(named[0]) if len(named) == len(costs) == 1 else None
        a, b = as_claim(prices[0]), as_claim(cost) if cost is not None else None
        if (
            cost is None
            or claim is None
            or a is None
            or b is None
            or not like_units(cost.unit, told.figure.unit)
        ):
            continue
        gap = a.minus(b)
        figures = (told.figure, prices[0], cost)
        apart = amount(abs((value_of(prices[0]) or 0.0) - (value_of(cost) or 0.0)), told.figure, exact=True)
        below = "−" if gap.high < 0 else ""
        written = formula("{} − {} = {}", bare(prices[0]), bare(cost), formula(f"{below}{{}}", apart))
        if claim.meets(gap if gain else gap.scaled(-1.0)):
            yield say.passed(KEY, figures, written)
        elif claim.meets(gap.scaled(-1.0) if gain else gap):
            words = quote(told.clause.strip() + stated(told.figure).zh)
            said = SAID.format(bare(prices[0]), bare(cost), GAIN if gap.low > 0 else LOSS, apart, words)
            yield say.finding(KEY, "changes_conclusion", figures, written, said, "row")
        return


def _of_columns(piece: Section, told: Worked) -> Iterator[Result]:
    """西南单柜月毛利1,300元, of a table that has its 单柜月收入 and its 单柜月成本."""
    claim = as_claim(told.figure)
    lead = told.sentence[: told.figure.anchor.start - told.start]
    if claim is None or told.figure.role not in ("level", "ratio"):
        return
    for view in views_at(piece, told.figure.anchor.start):
        named = view.named(told.clause) or view.named(lead)
        heads = {f: plain(head) for f, head in view.fields.items()}
        sides = [[f for f, h in heads.items() if p.search(h)] for p in (_CAME, SPENT)]
        for came, cost in itertools.product(*sides):
            same = _shared(heads[came], heads[cost])
            if len(same) < _PREFIX or same not in told.clause or len(named) != 1:
                continue
            one, other = view.column(came).get(named[0]), view.column(cost).get(named[0])
            a, b = (as_claim(f) if f is not None else None for f in (one, other))
            if (
                one is None
                or other is None
                or a is None
                or b is None
                or not like_units(one.unit, told.figure.unit)
            ):
                continue
            figures = (told.figure, one, other)
            apart = amount((value_of(one) or 0.0) - (value_of(other) or 0.0), told.figure, exact=True)
            written = formula("{} − {} = {}", bare(one), bare(other), apart)
            if claim.meets(a.minus(b)) or view.holders(told.figure):
                yield say.passed(KEY, figures, written)
            else:
                said = LEFT.format(quote(named[0]), bare(one), bare(other), apart, stated(told.figure))
                yield say.finding(KEY, "inconsistent", figures, written, said, "columns")
            return


def _shared(one: str, other: str) -> str:
    """What two names begin with alike."""
    same = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return one[:same]
