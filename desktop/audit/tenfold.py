"""What an amount of a sentence may come to by the amounts around it: how much for each, at a rate, by a row of a table.

Each way is given with whether the words bind its parts to the amount so tightly that a power of ten between the two
can only be a slip; the others only acquit.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from desktop.audit.interval import value_of
from desktop.audit.lines import behind_last
from desktop.audit.per import Thing, counts, factor, in_things, thing_in, time_in
from desktop.audit.scope import Section
from desktop.audit.ways import Way, like, product, quotient
from desktop.audit.worked import Worked
from desktop.audit.year_cells import year_cells
from desktop.core.figure import Figure

RATES: Final = ("%", "permille", "pp", "bp")
_NO_COUNT: Final = (*RATES, "times", "rank", "year", "age", "grade", "count:折", "count:番", "date")
_EACH: Final = re.compile(
    r"每(?![年月天日周季期逢当])|(?:^|[^日月年周季])均|[电油水气票定单售房]价|客单|单[店车位笔票桩柜件户台套人次份]|一[张套件个人台本份次间](?=[^，]{0,3}$)|各|以$|按$|乘|(?<![\d万亿])(?:吨[水铝钢煤酒纸油粮肉货奶]|度电|百公里)"
    r"|\beach\b|\bper (?!cent)|\ba head\b|apiece"
)
_EACH_BEHIND: Final = re.compile(
    r"^(?:/|每|一)[台套件辆座间个人户块张份单吨家头棵盒箱吨次趟]|^计|^计算|^测算|^乘|^的[\u4e00-\u9fff]{0,2}价"
)
_OF_UNIT: Final = re.compile(r"(?<![\d万亿每])(?:吨(?=[水铝钢煤酒纸油粮肉货奶])|度(?=电))")
_TOLD_OF: Final = re.compile(
    r"(?<![\d一二三四五六七八九十生节假周])(?P<time>[日月])(?=[用处耗需发运接送卖进出客流])"
)
_SOLD: Final = re.compile(
    r"营业额|收入|进账|流水|销售额|货款|票款|房费|卖得|收款|[款费]$|revenue|sales|takings", re.I
)
_MEAN: Final = re.compile(r"(?P<one>[^日月年周季平天，。])均|票价")
_PRICE: Final = re.compile(r"(?<![涨降提议溢加砍压评代总造身作])价(?![值差])")
_KINDS: Final = (
    re.compile(r"利润|毛利|净利|[赚亏损]"),
    re.compile(r"成本|费|支出|投入|耗|花|租|薪|工资|造价"),
    re.compile(r"收入|营收|销售|营业额|流水|成交|票房|创收|产值"),
)
_PER_MANY: Final = re.compile(r"每(\d+|[十百千万])")
_MANY: Final = {"十": 10.0, "百": 100.0, "千": 1000.0, "万": 10000.0}
_REACH: Final = 5  # amounts of each kind around a total
_WIDE: Final = 12  # amounts before a total that says it was multiplied
_CLAUSE: Final = re.compile(r"[，；;：:。（(）)！？\n]")
_PEOPLE: Final = re.compile(r"(?:用户|会员|客户|车主|学员|读者|订户|粉丝|人数|户数|订单|单量|销量)\D{0,4}$")
_SIZES: Final = ("jin", "mu", "day", "week", "month", "quarter", "year", "hour", "minute")  # no power of ten
_CLOSE: Final = 0.12  # of a power of ten
_BACK: Final = 24  # characters before an amount
_GROUPS: Final = ("person", "count:名", "count:位")


class Bound(NamedTuple):
    """A way, and what it shows of an amount that it does not give.

    0 nothing; 1 a slip where the digits are the same; 2 a slip where they may be; 3 an error whatever they are.
    """

    way: Way
    shows: int


def is_each(told: Worked) -> bool:
    """Whether an amount is told for each of something, by the words before it or right behind it."""
    words = told.clause + told.figure.anchor.quote.partition(told.figure.as_printed)[0]
    return _EACH.search(words) is not None or _EACH_BEHIND.match(told.tail) is not None


def before(told: Worked, figure: Figure) -> str:
    """The words before an amount in its clause."""
    at = figure.anchor.start - told.start
    own = told.sentence[max(0, at - _BACK) : at] if figure in told.before else figure.anchor.prefix[-16:]
    return behind_last(_CLAUSE, own)


def may_give(claim: Figure, one: Figure, other: Figure) -> bool:
    """Whether two amounts come near the digits of a third, at any power of ten: what is asked before any words."""
    parts = [float(f.low or f.high or 0) for f in (claim, one, other)]
    if min(parts) <= 0 or other.unit in _SIZES:
        return True
    apart = math.log10(parts[1]) + math.log10(parts[2]) - math.log10(parts[0])
    return abs(apart - round(apart)) < _CLOSE


def is_count(figure: Figure, claim: Figure) -> bool:
    """Whether an amount may multiply or divide another; 注册用户860万 counts though it has no unit."""
    if not figure.unit and _PEOPLE.search(figure.indicator.zh + figure.anchor.prefix[-6:]):
        return True
    return figure.unit not in _NO_COUNT and not (figure.unit and like(figure, claim)) and not figure.is_date


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


def quotients(piece: Section, told: Worked) -> Iterator[Bound]:
    """A total over how many there are, of an amount that is told for each."""
    claim, words = told.figure, told.clause
    bare = _OF_UNIT.search(words)  # 吨铝电费
    behind = told.tail[1:2] if _EACH_BEHIND.match(told.tail) else ""
    thing = thing_of(words) or thing_in(f"每{bare[0] if bare is not None else behind}")
    totals = [f for f in (*told.earlier[-4:], *told.before) if like(f, claim) and not _is_price(told, f)]
    many = [f for f in (*told.earlier[-4:], *told.before) if is_count(f, claim)]
    named = [f for f in many if thing is not None and counts(f, thing)]
    near = [f for f in told.before if is_count(f, claim)]
    if named and not totals:
        totals = list(_called(piece, told))
    totals += [f for f in told.after[:2] if like(f, claim)]
    for total, count in itertools.product(totals, many):
        if value_of(total) == value_of(count):
            continue  # 1000万用户 is read as what they number and as what may be spread over them
        way, clear = timed(quotient(total, count, 1 / in_things(count, thing)), before(told, total), words)
        if way is None:
            continue
        only = count in named[-1:] or (not named and len(near) == 1 and count is near[0])
        close = total in told.before or total in told.earlier[-2:] or (count in told.before and bool(named))
        close = close and total not in told.after
        yield Bound(way, clear and only and close and not kind_apart(words, before(told, total)))


def _called(piece: Section, told: Worked) -> Iterator[Figure]:
    """Earlier amounts of the section that are called what the clause names: a 余额 before, of 户均余额."""
    noun = _EACH.sub("", told.clause)
    for figure in piece.amounts:
        if figure.anchor.start >= told.figure.anchor.start or figure.role != "level":
            continue
        known = like(figure, told.figure) and not _is_price(told, figure)
        if known and shared_word(noun, figure.indicator.zh):
            yield figure


def _is_price(told: Worked, figure: Figure) -> bool:
    words = before(told, figure)
    return bool(_EACH.search(words) or _PRICE.search(words) or _EACH_BEHIND.match(figure.anchor.suffix))


def products(piece: Section, told: Worked, *, each: bool) -> Iterator[Bound]:
    """Each price around a total times each count of what it is the price of."""
    claim, timeless = told.figure, not _time(told.clause)
    around = [*told.earlier, *told.before]
    if "乘" in told.sentence and len(told.before) < 2:
        around = [f for f in piece.amounts if f.anchor.start < claim.anchor.start][-_WIDE:]
    many = [f for f in around if is_count(f, claim)][-_REACH:]
    if not many and not piece.has_tables:
        return
    alike = [f for f in around if f.unit and like(f, claim)]
    if not piece.has_tables and timeless:
        alike = [f for f in alike if any(may_give(claim, f, count) for count in many)]
    prices = [f for f in alike if _is_price(told, f)][-_REACH:]
    if not prices and _SOLD.search(told.clause):  # 套餐13元，一天卖出900份，日营业额
        prices = [f for f in told.before if like(f, claim)] if len(told.before) == 2 else []
    prices += [f for f in told.items if like(f, claim) and _is_listed(told, f)]
    if not prices:
        return
    cells = [(name, f) for name, f in year_cells(piece, told) if is_count(f, claim)]
    pairs = itertools.product(prices, [*(("", f) for f in many), *cells])
    for price, (head, count) in ((p, c) for p, c in pairs if not timeless or may_give(claim, p, c[1])):
        words = f"{before(told, price)}{price.indicator.zh}"
        thing = thing_in(words)
        by = in_things(count, thing) / of_many(words)
        way, clear = timed(product(price, count, by), words + (head or before(told, count)), told.clause)
        if way is not None and way.point:
            sure = clear and _goes_with(told, price, count, thing, words, named=bool(head))
            if claim.unit in _GROUPS or claim.unit.startswith("count:"):
                sure = sure and shared_word(_EACH.sub("", words), told.clause)
            part = _EACH.search(before(told, count)) is not None  # 每吨耗电13,500度
            yield Bound(way, sure and (part or not each))


def of_many(words: str) -> float:
    """Of how many things a price is: 每10股派2.4元."""
    found = _PER_MANY.search(words)
    return _MANY.get(found[1]) or float(found[1]) if found is not None else 1.0


def _is_listed(told: Worked, figure: Figure) -> bool:
    """Whether an entry of a list is so much for each of what the total is of: 单笔毛利1.1元, 当月毛利总额."""
    name = figure.indicator.zh
    return _EACH.search(name) is not None and shared_word(_EACH.sub("", name), told.clause)


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
        words = _CLAUSE.split(price.anchor.prefix[-12:])[-1]
        if price in told.after or not like(price, claim) or price.role != "level" or value_of(price) is None:
            continue
        for count in told.before:
            own = "人" if count.unit in _GROUPS else count.unit.removeprefix("count:")
            if is_count(count, claim) and (f"一{own}" in words or f"每{own}" in words or f"{own}均" in words):
                made = product(price, count)
                if made is not None:
                    yield Bound(made, 2)
