"""A gain that the amounts beside it make a loss, or the other way: cost 48.1元, income 44.9元, "等于净赚3.2元"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from math import isfinite
from typing import Final

from desktop.audit import say
from desktop.audit.adding import added
from desktop.audit.amounts import amount, bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.gains import GAIN, KEY, LOSS, MOST, NET, NOT, SAID, SPENT, in_section
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Prose, Section
from desktop.audit.ways import signed
from desktop.audit.worked_told import written, wrong_of
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text

_ENDS: Final = re.compile(r"(?:了|掉|约|大约|近|出|进|上|额|为|是|of|about|\s)*[£$]?$")
_IN: Final = re.compile(
    r"收入(?!房)|income|revenue|sales|takings|营收|进账|到账|[售卖票房单]价|价格?(?:是|为|定在)?$|卖|(?<![出月房])收(?:取|到|上|了)?$|学费|票款|回款|销售额|定价|收购价|利率|年化"
    r"|[猪奶煤油粮铜]价|sold for|sells? for|price|charge[sd]?|brought in"
)
_OUT: Final = re.compile(
    r"成本|花|开销|支出|费用?|租|人工|采购|薪|工资|摊|付|加起来|合计|共|总计|进价|损耗|水电|折旧|赔款|赔付|\bcosts?\b|\bspent\b|\bpaid\b|expens|\bpays?\b"
)
_PRICE: Final = re.compile(r"(?<![造油])价(?!格指数|差|值)")  # of what is sold, where it is not bought
_CLAUSE: Final = re.compile(r"[，,。；：:]")
_NEAR: Final = 3  # times: what is further off is of something else
_ROW: Final = 3  # a price and two costs
_NO_ROW: Final = re.compile(
    r"其中|合计|总共|一共|加起来|包括|去年|上年|原来|降到|涨到|升到|财年|同[比期]|利润|毛利|净[利值]|年末|余额|；"
)
_RATES: Final = ("%", "times", "pp", "year", "")


@check(
    KEY,
    "盈还是亏",
    "gain or loss",
    "prose",
    "section",
    needs={
        "prose": ("赚盈结净亏贴赔敷缺挣 latin",),
        "section": ("百千万10", "赚盈余得净亏贴赔缺敷挣剩 latin"),
    },
)
def run(piece: Prose | Section, _world: World) -> Iterable[Result]:
    """Hold a stated gain or loss against income less costs told before it in its paragraph, or out of each hundred."""
    if isinstance(piece, Section):
        yield from in_section(piece)
        return
    for n, figure in enumerate(piece.figures):
        if figure.is_date or figure.unit in _RATES or value_of(figure) is None:
            continue
        begin = piece.figures[n - 1].anchor.end - piece.start if n else 0
        clause = _CLAUSE.split(piece.text[begin : figure.anchor.start - piece.start])[-1]
        found = list(NET.finditer(clause))
        if found and _ENDS.match(clause, found[-1].end()) and not NOT.search(clause):
            earlier = [f for f in piece.figures[:n] if not f.is_date and f.role == "level"][-MOST:]
            own = [f for f in earlier if same_dimension(f.unit, figure.unit)]
            held = list(_held(piece, figure, found[-1], own, clause))
            yield from held or _in_a_row(piece, figure, found[-1], own)


def _in_a_row(piece: Prose, claim: Figure, net: re.Match[str], earlier: list[Figure]) -> Iterator[Result]:
    """一杯卖12元，豆子3.6元，人工3.1元，还能赚5.3元: a price and all costs behind it in its sentence."""
    begin = piece.text.rfind("。", 0, claim.anchor.start - piece.start) + 1
    row = [f for f in earlier if f.anchor.start - piece.start >= begin]
    if len(row) < _ROW or any(f.comparator != "=" for f in row):
        return
    first, *costs = row
    words = piece.text[begin : claim.anchor.start - piece.start]
    made, own = signed(row, (1, *(-1 for _ in costs))), as_claim(claim)
    if made is None or own is None or _NO_ROW.search(words) or not _comes_in(piece, first):
        return
    if any(_side(piece, f) == 1 for f in costs) or not made.point:
        return
    price, spent = value_of(first) or 0.0, added(costs)
    if spent is None:
        return
    left = Interval(price - spent[0].high, price - spent[0].low)  # a price is set, not measured
    if (left.scaled(-1.0) if net["loss"] else left).meets(own):
        yield say.passed(KEY, (claim, *row), written(made, claim))
    elif left.meets(own) or left.scaled(-1.0).meets(own):
        gained = made.point > 0
        apart = amount(abs(made.point), claim, exact=True)
        told = quote(piece.text[claim.anchor.start - piece.start - 4 : claim.anchor.end - piece.start])
        said = SAID.format(
            bare(first), say.listed([bare(c) for c in costs]), GAIN if gained else LOSS, apart, told
        )
        yield say.finding(KEY, "changes_conclusion", (claim, *row), written(made, claim), said, "sign")
    else:
        sums = (added(some) for many in range(len(costs)) for some in itertools.combinations(costs, many + 1))
        near = abs(made.point) / _NEAR < (value_of(claim) or 0.0) < abs(made.point) * _NEAR
        if near and not any(s is not None and own.holds(abs(price - s[1])) for s in sums):
            yield wrong_of(KEY, claim, made)


def _comes_in(piece: Prose, first: Figure) -> bool:
    """Whether the last word of its clause that tells a side makes an amount one that comes in."""
    at = first.anchor.start - piece.start
    clause = _CLAUSE.split(piece.text[max(0, at - 30) : at])[-1]
    incomes = [m.end() for p in (_IN, _PRICE) for m in p.finditer(clause)]
    costs = [m.end() for p in (SPENT, _OUT) for m in p.finditer(clause)]
    return max(incomes, default=-1) > max(costs, default=-1)


def _held(
    piece: Prose, claim: Figure, net: re.Match[str], earlier: list[Figure], clause: str
) -> Iterable[Result]:
    size = as_claim(claim)
    if size is None or size.low <= 0:
        return
    turned: tuple[Figure, tuple[Figure, ...], Interval] | None = None
    for income, costs in _sides(piece, earlier):
        a, b = as_claim(income), added(costs)
        if a is None or b is None:
            continue
        gap = a.minus(b[0])
        if not isfinite(gap.low + gap.high):
            continue  # 收入不到3万元: nothing to take from
        fits, against = gap.meets(size), gap.scaled(-1.0).meets(size)
        if net["loss"]:
            fits, against = against, fits
        if fits:
            yield say.passed(KEY, (claim, income, *costs), formula("{} − {}", bare(income), bare(costs[0])))
            return
        if against and turned is None:
            turned = income, costs, gap
    if turned is None:
        return
    income, costs, gap = turned
    gained = gap.low > 0
    total = say.listed([bare(c) for c in costs])
    apart = amount(abs((gap.low + gap.high) / 2), claim, exact=True)
    place = claim.anchor.start - len(clause) + net.start()
    words = piece.text[place - piece.start : claim.anchor.end - piece.start]
    said = SAID.format(bare(income), total, GAIN if gained else LOSS, apart, quote(words))
    less = Text(" − ", " − ").join([bare(c) for c in costs])
    written = formula("{} − {} = {}{}", bare(income), less, "" if gained else "−", apart)
    where = Anchor(piece.source, place, claim.anchor.end, words)
    yield say.finding(
        KEY, "changes_conclusion", (claim, income, *costs), written, said, "sign", spans=(where,)
    )


def _sides(piece: Prose, earlier: list[Figure]) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    """What came in, and what went out: one of the costs, or all that are told behind or before it together."""
    sides = {f.id: _side(piece, f) for f in earlier}
    incomes = [f for f in earlier if sides[f.id] == 1]
    for income in reversed(incomes):
        costs = [f for f in earlier if sides[f.id] == -1]
        for cost in reversed(costs):
            yield income, (cost,)
        for many in range(2, len(costs) + 1):
            yield from ((income, own) for own in itertools.islice(itertools.combinations(costs, many), MOST))


def _side(piece: Prose, figure: Figure) -> int:
    """1 of what came in, −1 of what went out, 0 where the words beside it do not tell."""
    at = figure.anchor.start - piece.start
    clause = _CLAUSE.split(piece.text[max(0, at - 24) : at])[-1]
    clause = re.split(r"\d", clause)[-1]
    if SPENT.search(clause):
        return -1
    if _IN.search(clause):
        return 1
    if _OUT.search(clause):
        return -1
    return 1 if _PRICE.search(clause) else 0
