"""Conclusions from two changes: which was faster, so much for each, what is left of revenue, price times number."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.check import Result
from desktop.audit.concluding import DOWN, UP, Clause, held, place, raised, shares, told
from desktop.audit.conclusion_words import way_of
from desktop.audit.evidence import Evidence
from desktop.audit.interval import Interval
from desktop.audit.polarity import better_high
from desktop.audit.scope import Prose
from desktop.audit.wording import cited
from desktop.core.text import Text

Decided = tuple[bool, Result | None]  # whether a clause is of this kind, and what comes of it
PER: Final = re.compile(
    r"每一?(?P<m>个|家|名|位|人|单|件|辆|台|店|元|张|套|间|户|车|条|次|吨|亩|平方米|平米|门店)(?P<n>[\u4e00-\u9fff]{0,4})"
    r"|(?P<a>人|户|店|车|单|件|次)均|单(?P<s>卡|客|店|车|户|柜|人|机|床|台|票|件)(?![价位元])"
)
_PEOPLE: Final = re.compile(r"人|员|户|者|骑手|司机|客|师|生")
RACE: Final = re.compile(
    r"(?P<a>[\u4e00-\u9fff]{2,10}?)的?(?:增速|涨幅|升幅|增幅|跌幅|降幅|增长|上涨)?(?:[涨增升跌降跑长走]得?)?(?:明显|远|也|仍|却|要)?"
    r"(?:(?P<than>比|较)(?P<b>[\u4e00-\u9fff]{2,10}?)的?(?:增速|涨幅|增幅|跌幅|降幅)?(?:[涨增升跌降跑长走掉]得?)?(?:还|更|要|得)*(?:(?P<fast>快|多|猛|高|狠|大)|(?P<slow>慢|少|低|小|缓))"
    r"|(?:(?P<over>快于|高于|超过|跑赢|大于|快过)|(?P<under>慢于|低于|不及|跑输|小于|落后于|赶不上|追不上))(?P<c>[\u4e00-\u9fff]{2,10}?)(?:的?(?:增速|涨幅|增幅|增长|上涨))?$)"
)
_EN_RACE: Final = re.compile(
    r"(?P<a>[a-z]+) (?:grew|rose|climbed|increased|fell|dropped) (?:(?P<fast>faster|more)|(?P<slow>slower|less"
    r"|more slowly)) than (?P<b>[a-z]+)",
    re.I,
)
_MARGIN: Final = re.compile(r"利润空间|利润率|毛利率?|净利率|盈利空间|赚(?:得|到的|的)|\bmargins?\b", re.I)
_COST: Final = re.compile(r"成本|费用|支出|开支|进价|进货价|采购价|费用率|租金|人工|\bcosts?\b|expens", re.I)
_SALES: Final = re.compile(r"收入|营收|售价|销售额|单价|票价|毛利率|\brevenue|\bsales|price", re.I)
_TOTAL: Final = re.compile(r"收入|营收|销售额|营业额|票款|流水|成交额|总额")
_PRICE: Final = re.compile(r"单价|票价|均价|客单价|售价|价格|费率|定价")
_SOLD: Final = re.compile(r"客流|销量|订单|单量|用户|人数|人次|客户|车次|件数|会员|门店|客数|游客")
PRODUCT = Text(
    "文中的结论是{0}，可{1}、{2}，量价相乘是{3}的，方向相反。",
    "The text concludes {0}, but {1} and {2}, so their product {3}: the opposite.",
)
EACH = Text(
    "文中的结论是{0}，可{1}、{2}，两者之比是{3}的，方向相反。",
    "The text concludes {0}, but {1} and {2}, so their quotient {3}: the opposite.",
)
FASTER = Text(
    "文中说{0}，可{1}、{2}，快慢正好相反。", "The text says {0}, but {1} and {2}: it is the other way round."
)
MARGIN = Text(
    "文中的结论是{0}，可{1}、{2}，每一元收入留下的部分是{3}的，方向相反。",
    "The text concludes {0}, but {1} and {2}, so what is left of each unit of revenue {3}: the opposite.",
)

FORCED = Text(
    "文中说{0}，可它所承接的{1}是{2}，也就是变好，前后方向对不上，请核对升降。",
    "The text says {0}, but what leads to it, {1}, {2}, which is for the better; the directions do not agree.",
)
_FORCED: Final = re.compile(
    r"(?:促使|迫使|倒逼|逼得|逼迫|被迫|不得不|只好|只得|无奈)[^，。；]{0,16}?(?:保守|收紧|收缩|谨慎|审慎|暂停|压缩|退出|关停|关店|裁员|削减|从严|刹车|叫停|缩减|提价|涨价)"
    r"|\bforced?\b[^,.;]{0,40}\b(?:cut|close|tighten|shrink|retreat|withdraw)",
    re.I,
)


def forced(piece: Prose, clause: Clause, evidence: list[Evidence]) -> Decided:
    """促使平台更保守, behind a change for the better."""
    last = evidence[-1]
    wanted = better_high(last.full_name)
    if _FORCED.search(clause.text) is None or wanted is None:
        return False, None
    if wanted != last.rises:
        return True, held([last])
    said = FORCED.format(cited(place(piece, clause)), told(last), UP if last.rises else DOWN)
    return True, raised(piece, clause, [last], said, "forced")


def race(piece: Prose, clause: Clause, evidence: list[Evidence]) -> Decided:
    """成本涨得比收入快: which of two grew by more."""
    match = (_EN_RACE if clause.text.isascii() else RACE).search(clause.text)
    if match is None:
        return False, None
    groups = match.groupdict()
    second = groups["b"] or groups.get("c") or ""
    one, other = ([e for e in evidence if shares(words, e.name)] for words in (match["a"], second))
    named = bool(one and other)
    if not one and len(other) == 1:  # 售价跑得比成本快, of what was called 套均价 before
        one = [e for e in evidence if e is not other[0] and _alike(match["a"], e.name)]
    elif not other and len(one) == 1:
        other = [e for e in evidence if e is not one[0] and _alike(second, e.name)]
    if len(one) != 1 or len(other) != 1 or one == other or one[0].rises != other[0].rises:
        return False, None
    a, b = one[0].size, other[0].size
    if a is None or b is None:
        return True, None
    a, b = (a, b) if one[0].rises else (a.scaled(-1), b.scaled(-1))
    faster = bool(groups["fast"] or groups.get("over"))
    if a.meets(b):
        return True, None
    used = [one[0], other[0]]
    if (a.low > b.high) == faster:
        return True, held(used)
    said = FASTER.format(cited(place(piece, clause)), told(used[0]), told(used[1]))
    return True, raised(piece, clause, used, said, "race" if named else "alike")


def _alike(words: str, name: str) -> bool:
    """Whether two names are of one side of an account: both of costs, or both of prices and revenue."""
    costs = _COST.search(words) is not None, _COST.search(name) is not None
    sales = (
        _SALES.search(words) is not None,
        _SALES.search(name) is not None or _PRICE.search(name) is not None,
    )
    return all(costs) or (all(sales) and not any(costs))


def each(piece: Prose, clause: Clause, evidence: list[Evidence]) -> Decided:
    """平均到每家医院的分娩量: the quotient of two that both moved."""
    match = PER.search(clause.text)
    way = way_of(clause.text)
    if match is None or way is None:
        return False, None
    under = [e for e in evidence if e.size is not None and _counts(match, e)]
    over = [e for e in evidence if e.size is not None and e not in under]
    if len(over) > 1:
        rest = clause.text[: match.start()] + clause.text[match.end("n") if match["n"] else match.end() :]
        over = [e for e in over if shares(rest, e.name)]
    if len(under) != 1 or len(over) != 1:
        return True, None  # of each: no change of a total tells which way
    top, base = over[0].size, under[0].size
    if top is None or base is None or base.low <= -100:
        return True, None
    quotient = Interval(100 + top.low, 100 + top.high).over(Interval(100 + base.low, 100 + base.high))
    if quotient is None or quotient.holds(1.0):
        return True, None
    rises = quotient.low > 1
    used = [over[0], under[0]]
    if rises == way.up:
        return True, held(used)
    said = EACH.format(cited(place(piece, clause)), told(used[0]), told(used[1]), UP if rises else DOWN)
    return True, raised(piece, clause, used, said, "each")


def _counts(match: re.Match[str], one: Evidence) -> bool:
    """Whether a change is of the number of what a clause takes one of."""
    measure, noun = match["m"] or match["a"] or match["s"], (match["n"] or "").lstrip("的")
    if measure in _GENERAL and noun.startswith("人"):
        measure, noun = "人", ""
    if measure == "人":
        return one.unit == "person" or bool(_PEOPLE.search(one.name.split(" ")[0][-3:]))
    if measure not in _GENERAL and (one.unit == f"count:{measure}" or measure in one.name):
        return True
    if measure in _GENERAL or measure == "元":
        return (
            any(noun[:n] in one.name for n in (4, 3, 2) if len(noun) >= n) or one.unit == f"count:{measure}"
        )
    return False


_GENERAL: Final = frozenset("个家名位张条")  # these count many things: the noun after them tells which


def margin(piece: Prose, clause: Clause, evidence: list[Evidence]) -> Decided:
    """What is left of revenue where costs and revenue moved."""
    about = _MARGIN.search(clause.text)
    way = way_of(clause.text)
    if about is None or way is None or any(about[0] in e.name for e in evidence):
        return False, None
    costs = [e for e in evidence if _COST.search(e.name)]
    sales = [e for e in evidence if _SALES.search(e.name) and e not in costs]
    if len(costs) != 1 or len(sales) != 1:
        return False, None
    cost, sale = costs[0], sales[0]
    if cost.rises != sale.rises:
        rises = sale.rises
    elif cost.size is None or sale.size is None or cost.size.meets(sale.size):
        return True, None
    else:
        rises = sale.size.low > cost.size.high
    used = [sale, cost]
    if rises == way.up:
        return True, held(used)
    said = MARGIN.format(cited(place(piece, clause)), told(sale), told(cost), UP if rises else DOWN)
    return True, raised(piece, clause, used, said, "margin")


def product(piece: Prose, clause: Clause, evidence: list[Evidence]) -> Decided:
    """Revenue where a price and a number sold moved."""
    about, way = _TOTAL.search(clause.text), way_of(clause.text)
    if about is None or way is None:
        return False, None
    prices = [e for e in evidence if _PRICE.search(e.name)]
    sold = [e for e in evidence if _SOLD.search(e.name) and e not in prices]
    if len(prices) != 1 or len(sold) != 1 or len(evidence) != 2:
        return False, None
    a, b = prices[0].size, sold[0].size
    if a is None or b is None:
        return True, None
    both = Interval(100 + a.low, 100 + a.high).times(Interval(100 + b.low, 100 + b.high))
    if both.holds(10_000):
        return True, None
    rises, used = both.low > 10_000, [prices[0], sold[0]]
    if rises == way.up:
        return True, held(used)
    said = PRODUCT.format(cited(place(piece, clause)), told(used[0]), told(used[1]), UP if rises else DOWN)
    return True, raised(piece, clause, used, said, "product")
