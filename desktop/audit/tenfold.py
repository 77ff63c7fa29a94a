"""What an amount of a sentence may come to by the amounts around it: how much for each, at a rate, by a row of a table.

Each way is given with whether the words bind its parts to the amount so tightly that a power of ten between the two
can only be a slip; the others only acquit.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from desktop.audit.for_each import BACK, CLAUSE, each_behind, is_price, per_one, says_each, without_each
from desktop.audit.interval import value_of
from desktop.audit.lines import behind_last
from desktop.audit.per import Thing, counts, factor, in_things, thing_in, time_in
from desktop.audit.scope import Section
from desktop.audit.ways import Way, like, may_give, product, quotient
from desktop.audit.worked import Worked
from desktop.audit.year_cells import year_cells
from desktop.core.figure import Figure

RATES: Final = ("%", "permille", "pp", "bp")
_NO_COUNT: Final = (*RATES, "times", "rank", "year", "age", "grade", "count:折", "count:番", "date")
_OF_UNIT: Final = re.compile(r"(?<![\d万亿每])(?:吨(?=[水铝钢煤酒纸油粮肉货奶])|度(?=电))")
_TOLD_OF: Final = re.compile(
    r"(?<![\d一二三四五六七八九十生节假周])(?P<time>[日月])(?=[用处耗需发运接送卖进出客流])"
)
_SOLD: Final = re.compile(
    r"营业额|收入|进账|流水|销售额|货款|票款|房费|卖得|收款|[款费]$|revenue|sales|takings", re.I
)
_MEAN: Final = re.compile(r"(?P<one>[^日月年周季平天，。])均|票价")
_KINDS: Final = (
    re.compile(r"利润|毛利|净利|[赚亏损]"),
    re.compile(r"成本|费|支出|投入|耗|花|租|薪|工资|造价"),
    re.compile(r"收入|营收|销售|营业额|流水|成交|票房|创收|产值"),
)
_REACH: Final = 5  # amounts of each kind around a total
_WIDE: Final = 12  # amounts before a total that says it was multiplied
_PEOPLE: Final = re.compile(r"(?:用户|会员|客户|车主|学员|读者|订户|粉丝|人数|户数|订单|单量|销量)\D{0,4}$")
_GROUPS: Final = ("person", "count:名", "count:位")


class Bound(NamedTuple):
    """A way, and what it shows of an amount that it does not give.

    0 nothing; 1 a slip where the digits are the same; 2 a slip where they may be; 3 an error whatever they are.
    """

    way: Way
    shows: int


def before(told: Worked, figure: Figure) -> str:
    """The words before an amount in its clause."""
    at = figure.anchor.start - told.start
    own = told.sentence[max(0, at - BACK) : at] if figure in told.before else figure.anchor.prefix[-16:]
    return behind_last(CLAUSE, own)


def is_count(figure: Figure, claim: Figure) -> bool:
    """Whether an amount may multiply or divide another; 注册用户860万 counts though it has no unit."""
    if not figure.unit and _PEOPLE.search(figure.indicator.zh + figure.anchor.prefix[-6:]):
        return True
    return figure.unit not in _NO_COUNT and not figure.is_date and not (figure.unit and like(figure, claim))


def kind_apart(one: str, other: str) -> bool:
    """Whether words speak of a gain, a cost or an income, and other words of another of the three."""
    kinds = [{n for n, k in enumerate(_KINDS) if k.search(words)} for words in (one, other)]
    return bool(kinds[0] and kinds[1] and kinds[0].isdisjoint(kinds[1]))


def shared_word(one: str, other: str) -> bool:
    """Whether two characters in a row of some words stand in others."""
    return any(one[i : i + 2] in other for i in range(len(one) - 1))


def timed(way: Way | None, base: str, claim: str) -> tuple[Way | None, bool]:
    """A way by the times that its base and the amount are told for; whether those leave no doubt."""
    per, wanted = _time(base), _time(claim)
    if way is None or per == wanted or not wanted:
        return way, True
    if not per:
        return way, wanted == "year"
    step = factor(per, wanted)
    by = 365.0 if (per, wanted) == ("day", "year") else (step.low + step.high) / 2
    return Way(way.inputs, way.found.times(step), way.point * by, f"{way.sign} × {by:g}"), True


def _time(words: str) -> str:
    """The time that an amount is told for: also 月用纸, 日处理."""
    if found := time_in(words):
        return found
    short = _TOLD_OF.search(words)
    return "" if short is None else "day" if short["time"] == "日" else "month"


def thing_of(words: str) -> Thing | None:
    """What an amount is for each of: also 场均, and the 人 of a 票价."""
    mean = _MEAN.search(words)
    return thing_in(words) or (thing_in(f"每{mean['one'] or '人'}") if mean is not None else None)


def quotients(piece: Section, told: Worked, *, slips: bool) -> Iterator[Bound]:
    """A total over how many there are, of an amount that is told for each."""
    claim, words = told.figure, told.clause
    bare = _OF_UNIT.search(words)  # 吨铝电费
    behind = told.tail[1:2] if each_behind(told.tail) else ""
    thing = thing_of(words) or thing_in(f"每{bare[0] if bare is not None else behind}")
    totals = [f for f in (*told.earlier[-4:], *told.before) if like(f, claim) and not is_price(f)]
    many = [f for f in (*told.earlier[-4:], *told.before) if is_count(f, claim)]
    named = [f for f in many if thing is not None and counts(f, thing)]
    near = [f for f in told.before if is_count(f, claim)]
    if named and not totals:
        totals = list(_called(piece, told)) or list(_of_year(piece, told, named[-1]))
    totals += [f for f in told.after[:2] if like(f, claim)]
    for total, count in itertools.product(totals, many):
        if value_of(total) == value_of(count):
            continue  # 1000万用户 is read as what they number and as what may be spread over them
        only = count in named[-1:] or (not named and len(near) == 1 and count is near[0])
        close = total in told.before or total in told.earlier[-2:] or (count in told.before and bool(named))
        sure = only and close and total not in told.after
        if slips and not sure:
            continue
        way, clear = timed(quotient(total, count, 1 / in_things(count, thing)), before(told, total), words)
        if way is None:
            continue
        yield Bound(way, sure and clear and not kind_apart(words, before(told, total)))


def _called(piece: Section, told: Worked) -> Iterator[Figure]:
    """Earlier amounts of the section that are called what the clause names: a 余额 before, of 户均余额."""
    noun = without_each(told.clause)
    for figure in piece.amounts:
        if figure.anchor.start >= told.figure.anchor.start or figure.role != "level":
            continue
        known = like(figure, told.figure) and not is_price(figure)
        if known and shared_word(noun, figure.indicator.zh):
            yield figure


def _of_year(piece: Section, told: Worked, count: Figure) -> Iterator[Figure]:
    """The last earlier amount, if it is of the year of a count: 2024年378亿元…。2024年一共4.2亿笔，平均每笔."""
    year = _year_of(count)
    if year is None or count not in told.before:
        return
    for figure in reversed([f for f in piece.amounts if f.anchor.start < count.anchor.start]):
        if figure.role == "level" and like(figure, told.figure) and not is_price(figure):
            if _year_of(figure) == year:
                yield figure
            return


def _year_of(figure: Figure) -> int | None:
    start = figure.period.start if figure.period is not None else None
    return start.year if start is not None else None


def products(piece: Section, told: Worked, *, each: bool, slips: bool) -> Iterator[Bound]:
    """Each price around a total times each count of what it is the price of."""
    claim = told.figure
    around = [*told.earlier, *told.before]
    if "乘" in told.sentence and len(told.before) < 2:
        around = [f for f in piece.amounts if f.anchor.start < claim.anchor.start][-_WIDE:]
    prices = [f for f in around if f.unit and is_price(f) and like(f, claim)]
    if not prices and not told.items and not _is_sold(told):
        return
    many = [f for f in around if is_count(f, claim)][-_REACH:]
    if not many and not piece.has_tables:
        return
    timeless = not _time(told.clause)
    if not piece.has_tables and timeless:
        prices = [f for f in prices if any(may_give(claim, f, count, slips=slips) for count in many)]
    prices = prices[-_REACH:]
    if not prices and _is_sold(told):  # 套餐13元，一天卖出900份，日营业额
        prices = [f for f in told.before if like(f, claim)]
    prices += [f for f in told.items if like(f, claim) and _is_listed(told, f)]
    if not prices:
        return
    cells = [(name, f) for name, f in year_cells(piece, told) if is_count(f, claim)]
    pairs = itertools.product(prices, [*(("", f) for f in many), *cells])
    for price, (head, count) in (
        (p, c) for p, c in pairs if not timeless or may_give(claim, p, c[1], slips=slips)
    ):
        words = f"{before(told, price)}{price.indicator.zh}"
        thing = thing_in(words)
        by = per_one(count, thing, words)
        way, clear = timed(product(price, count, by), words + (head or before(told, count)), told.clause)
        if way is not None and way.point:
            sure = clear and _goes_with(told, price, count, thing, words, named=bool(head))
            if claim.unit in _GROUPS or claim.unit.startswith("count:"):
                sure = sure and shared_word(without_each(words), told.clause)
            part = says_each(before(told, count))  # 每吨耗电13,500度
            yield Bound(way, sure and (part or not each))


def sold(words: str) -> bool:
    """Whether words tell what was taken in: the first amount of their sentence is then a price."""
    return _SOLD.search(words) is not None


def _is_sold(told: Worked) -> bool:
    return len(told.before) == 2 and sold(told.clause)


def _is_listed(told: Worked, figure: Figure) -> bool:
    """Whether an entry of a list is so much for each of what the total is of: 单笔毛利1.1元, 当月毛利总额."""
    name = figure.indicator.zh
    return says_each(name) and shared_word(without_each(name), told.clause)


def _goes_with(
    told: Worked, price: Figure, count: Figure, thing: Thing | None, words: str, *, named: bool
) -> bool:
    """Whether a count may be of what a price is for; a count far away must be of the very thing."""
    if thing is not None and counts(count, thing):
        return True
    own = count.unit.removeprefix("count:")
    if not named and own and f"{own}均" in words:
        return True
    near = count in told.before and (
        price in told.before or price in told.earlier[-2:] or price in told.items
    )
    if not count.unit:  # 注册用户860万，每人
        return near
    return not named and thing is None and near


def prices_behind(piece: Section, told: Worked) -> Iterator[Bound]:
    """A total by the price that is told right behind it: 3,264户…3,577.6万元。平均下来，一户被拖欠一万一千元."""
    claim, at = told.figure, told.figure.anchor.end
    for price in piece.between(at, at + 60)[:2]:
        if price in told.after or not like(price, claim) or price.role != "level" or value_of(price) is None:
            continue
        words = behind_last(CLAUSE, price.anchor.prefix[-12:])
        for count in told.before:
            own = "人" if count.unit in _GROUPS else count.unit.removeprefix("count:")
            if is_count(count, claim) and (f"一{own}" in words or f"每{own}" in words or f"{own}均" in words):
                made = product(price, count)
                if made is not None:
                    yield Bound(made, 2)
