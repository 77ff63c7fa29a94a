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
from desktop.audit.table_quotients import field_of
from desktop.audit.views import like_units, views_at
from desktop.audit.ways import like
from desktop.audit.worked import Worked, alone, worked
from desktop.core.text import Text

KEY: Final = "row_margins"
LEFT: Final = Text(
    "表中{0}是{1}与{2}，相减是{3}，不是文中的{4}。",
    "The table has {1} and {2} for {0}, which leaves {3}; the text says {4}.",
)
_MARGIN: Final = re.compile(r"毛利(?!率)|利润(?!率)|毛差|差价|净赚|净收益")
_CAME: Final = re.compile(r"收入|售价|单价|票价|租金|定价|出厂价")
_RULE: Final = re.compile(
    r"(?:^|[，,：:、。；])(?:用|以|拿|把|将|当年|全年)?(?P<from>[\u4e00-\u9fff]{2,8}?)(?:减去?|扣除|扣掉|刨去|抵掉)(?:全部|各项)?(?P<off>[\u4e00-\u9fff]{2,8}?)"
    r"(?=[，,：:]|之?后|就[是得]|得[到出]?|剩)"
)
_LOST: Final = re.compile(r"亏|赤字|倒贴|缺口|净流出|入不敷出")
_INCOME: Final = re.compile(r"收入|营收|票款")
_LEFT: Final = re.compile(r"利润|盈|亏|结余|净|补贴|税")
_NAMELESS: Final = re.compile(
    r"[一二三四五]年|全年|当年|就|也|还|却|则|只|共|[净倒]?[亏赚]了?损?|结余|盈余|剩下?|有|约|近|的|是|为"
)
_PREFIX: Final = 2  # characters that income and cost have in common, and with what is left
_PRICED: Final = re.compile(r"价|收入|单票|票款|price", re.I)


@check(
    KEY, "一行的盈亏", "what a row leaves", "section",
    needs={"section": ("table", "赚盈余得净亏贴赔缺敷挣剩利差减扣刨抵 latin")},
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold a gain, loss or margin told of a row against its cost, and the price or income beside it."""
    if not piece.has_tables:
        return
    for told in (*worked(piece), *alone(piece)):
        if _RULE.search(told.sentence, 0, told.figure.anchor.start - told.start) is not None:
            yield from _by_rule(piece, told)
            continue
        if _MARGIN.search(told.clause) is not None:
            yield from _of_columns(piece, told)
        net = NET.search(told.clause)
        if net is not None and not NOT.search(told.clause):
            yield from _of_a_row(piece, told, gain=net["loss"] is None)
            yield from _of_accounts(piece, told, gain=net["loss"] is None)


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


def _of_accounts(piece: Section, told: Worked, *, gain: bool) -> Iterator[Result]:
    """东风桥亏19.4万元, of a table with one column of income and one of cost, and none of what is left."""
    claim, at = as_claim(told.figure), told.figure.anchor.start
    if claim is None or told.figure.unit in ("%", "times") or told.figure.role == "change":
        return
    for view in views_at(piece, at):
        heads = {f: plain(head) for f, head in view.fields.items()}
        sides = [[f for f, h in heads.items() if p.search(h)] for p in (_INCOME, SPENT)]
        named = view.named(told.clause)
        if not named and len(_NAMELESS.sub("", told.clause)) == 0:
            named = view.named(told.sentence[: at - told.start])[-1:]
        if (
            any(_LEFT.search(h) for h in heads.values())
            or [len(s) for s in sides] != [1, 1]
            or len(named) != 1
        ):
            continue
        one, other = (view.column(s[0]).get(named[0]) for s in sides)
        a, b = (as_claim(f) if f is not None else None for f in (one, other))
        if one is None or other is None or a is None or b is None or view.holders(told.figure):
            continue
        if not like_units(one.unit, told.figure.unit) or not like_units(other.unit, told.figure.unit):
            continue
        gap = a.minus(b)
        figures = (told.figure, one, other)
        apart = amount((value_of(one) or 0.0) - (value_of(other) or 0.0), one, exact=True)
        written = formula("{} − {} = {}", bare(one), bare(other), apart)
        if claim.meets(gap if gain else gap.scaled(-1.0)):
            yield say.passed(KEY, figures, written)
            return
        size = value_of(told.figure) or 0.0
        if not 0.1 < size / (abs((value_of(one) or 0.0) - (value_of(other) or 0.0)) or 1.0) < 10:
            continue
        said = LEFT.format(quote(named[0]), bare(one), bare(other), apart, stated(told.figure))
        yield say.finding(KEY, "inconsistent", figures, written, said, "accounts")
        return


def _by_rule(piece: Section, told: Worked) -> Iterator[Result]:
    """收入减去支出，2021年亏损1540万元: what one quantity leaves of another in the line that the clause names."""
    *_, rule = _RULE.finditer(told.sentence, 0, told.figure.anchor.start - told.start)
    claim, loss = as_claim(told.figure), _LOST.search(told.clause)
    for view in views_at(piece, told.figure.anchor.start) if claim is not None else ():
        came, went = field_of(view, rule["from"]), field_of(view, rule["off"])
        named = view.named(told.clause)
        if came is None or went is None or came == went or len(named) != 1:
            continue
        one, other = (view.column(f).get(named[0]) for f in (came, went))
        a, b = (as_claim(f) if f is not None else None for f in (one, other))
        if claim is None or one is None or other is None or a is None or b is None:
            continue
        if not like_units(one.unit, told.figure.unit) or not like_units(other.unit, told.figure.unit):
            continue
        gap = a.minus(b)
        sizes = (
            [gap.scaled(by) for by in (1.0, 1e4, 1e8)] if not one.unit else [gap]
        )  # 万元, as only the title has it
        figures, own = (told.figure, one, other), (value_of(one) or 0.0) - (value_of(other) or 0.0)
        apart = amount(own, told.figure if one.unit else one, exact=True)
        written = formula("{} − {} = {}", bare(one), bare(other), apart)
        if any(claim.meets(size.scaled(-1.0) if loss else size) for size in sizes):
            yield say.passed(KEY, figures, written)
            return
        said = LEFT.format(
            quote(named[0]),
            bare(one),
            bare(other),
            apart,
            quote(told.clause.strip() + stated(told.figure).zh),
        )
        yield say.finding(KEY, "inconsistent", figures, written, said, "rule")
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
