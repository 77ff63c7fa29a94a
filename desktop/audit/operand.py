"""A figure as an operand: what it is for each of, what time it is told for, whether it is a rate or counts things."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.for_each import is_price
from desktop.audit.interval import Interval, as_operand, value_of
from desktop.audit.lines import behind_last
from desktop.audit.per import Thing, counts, thing_in, time_in
from desktop.audit.ways import middle, plain
from desktop.core.figure import Figure
from desktop.core.units import unit
from desktop.core.value import kept, once, value

RATES: Final = ("%", "permille", "pp", "bp")
_NO_COUNT: Final = frozenset(
    (*RATES, "times", "rank", "year", "age", "grade", "count:番", "count:折", "date")
)
_PEOPLE: Final = re.compile(
    r"(?:用户|会员|客户|车主|学员|读者|订户|粉丝|人数|户数|订单|单量|销量|人次|观众)\D{0,4}$"
)
_CLAUSE: Final = re.compile(r"[，；;：:。（(）)、！？\n]")
_BEHIND: Final = re.compile(
    r"\s*(?:/|每|一)一?个?(?P<what>[\u4e00-\u9fff]{1,3}?)(?=[，,。；;、（）)\s计算收卖]|$)"
)
_TIMES: Final = {"天": "day", "日": "day", "周": "week", "月": "month", "季度": "quarter", "年": "year"}
# 日利用, 月用纸: a time right before a verb or a noun, beside those that are read wherever words are (per.py)
_SHORT: Final = re.compile(
    r"(?<![\d一二三四五六七八九十生节假周末当次翌本个])(?P<time>[日月年])"
    r"(?=[用处耗需发运接送卖进出客流收费利息薪租产供订])"
)
_EACH_OF: Final = re.compile(
    r"(?P<mean>[^日月年周季平天，。])均|(?P<fare>票价)|(?P<long>百公里)"
    r"|(?P<nav>净值)|(?P<stock>股价|收盘价|发行价)|单(?P<single>[件票桩柜台户笔箱次份])|客(?P<guest>单)价"
    r"|(?<![\d这那同另唯每])一(?P<one>[台件单份张户套辆节桶瓶箱盒本棵块亩间桌杯堂只头支片包袋票斤吨度场升])(?=[^\d，。]{0,8}$)"
)
_HELD: Final = {"fare": "人", "nav": "份", "stock": "股"}
_HEAD: Final = re.compile(r"\s*(?:[新老活][客户]|用户|客户|会员|订单|观众|读者|学员)")
_THINGS: Final = frozenset("每均单客一票百亩时净股收")  # some of which words for each of something have
_PERIODS: Final = frozenset("天日周星礼月季年整")
_OPENS: Final = frozenset("/每一 ")
_MULTIPLIED: Final = re.compile(r"乘[以上了]?[^，。\d]{0,8}$")
_PLAIN: Final = ("CNY", "person", "")  # counted in ones
_WIDE: Final = ("count:个", "count:家", "count:座", "count:处", "count:所")  # say little of what they count
_HEADS: Final = ("person", "count:人次", "count:户", "count:单")  # 观影人次1150万
_BACK: Final = 24  # characters


@value
class Operand:
    """``many`` is the number by which it multiplies another: 0.55 of 55%, 10 of 10个月."""

    figure: Figure
    value: float
    many: float
    rate: bool

    @kept
    def lead(self) -> str:
        """The words before it in its clause, or what an entry of a list or a cell is called."""
        figure = self.figure
        prefix = figure.anchor.prefix
        if figure.table or prefix.rstrip(" *")[-1:] in (":", "："):
            lead = figure.indicator.zh
        else:
            lead = behind_last(_CLAUSE, prefix[-_BACK:])
        return lead + figure.anchor.quote.partition(figure.as_printed)[0] if figure.hedge else lead

    @kept
    def _behind(self) -> str:
        """The thing or the time right behind it: 1680元一台, 1680元/月."""
        if self.figure.table or self.figure.anchor.suffix[:1] not in _OPENS:
            return ""
        found = _BEHIND.match(self.figure.anchor.suffix)
        return found["what"] if found is not None else ""

    @kept
    def per(self) -> Thing | None:
        """What it is told for each of."""
        if self.rate:
            return None
        found = None if _THINGS.isdisjoint(self.lead) else thing_of(self.lead)
        if self._behind and self._behind not in _TIMES:
            found = thing_in(f"每{self._behind}") or found
        return found

    @kept
    def time(self) -> str:
        """The period that it is told for."""
        found = _TIMES.get(self._behind, "") if self._behind else ""
        return found or ("" if _PERIODS.isdisjoint(self.lead) else time_of(self.lead))

    @kept
    def each(self) -> bool:
        """Whether it is told for each of something, known or not."""
        return not self.rate and (self.per is not None or is_price(self.figure))

    @kept
    def counted(self) -> bool:
        """Whether it may be how many there are of something; 注册用户860万 is, though it has no unit."""
        if self.figure.unit:
            return self.figure.unit not in _NO_COUNT and not packed(self.figure)
        return _PEOPLE.search(self.lead) is not None or _HEAD.match(self.figure.anchor.suffix) is not None

    @kept
    def dimension(self) -> str:
        """That of its unit."""
        known = unit(self.figure.unit)
        return known.dimension if known is not None else ""

    @kept
    def multiplies(self) -> bool:
        """Whether its words say that it was multiplied, or is to be: 42.0万新客乘以."""
        return "乘" in self.lead and _MULTIPLIED.search(self.lead) is not None


def packed(figure: Figure) -> bool:
    """Whether a count only says what one piece of something holds: 两颗装烟弹33元 is the price of the two."""
    return figure.unit.startswith("count:") and figure.anchor.suffix.startswith("装")


@once
def operand(figure: Figure) -> Operand | None:
    """A figure as an operand; None of a range, of a date and of what is not above nothing."""
    amount = None if figure.is_date else value_of(figure)
    many = _many(figure, amount) if amount is not None and amount > 0 else None
    return Operand(figure, amount, many, figure.unit in RATES) if amount and many is not None else None


def _many(figure: Figure, amount: float) -> float | None:
    """The number by which a figure multiplies another; None of a mere bound."""
    code = figure.unit
    if (
        figure.comparator in ("=", "~")
        and (code in _PLAIN or code.startswith("count:"))
        and code != "count:折"
    ):
        return amount
    factor = multiplier(figure)
    return middle(factor) if factor is not None else None


def multiplier(figure: Figure) -> Interval | None:
    """What a figure multiplies another by."""
    if figure.unit in RATES:
        own = as_operand(figure)
        return own.scaled(0.01) if own is not None else None
    return plain(figure)


def thing_of(words: str) -> Thing | None:
    """What an amount is for each of: also 场均, 单件, 一台, and the 人 of a 票价."""
    found = thing_in(words)
    if found is None and (told := _EACH_OF.search(words)) is not None:
        kind = told.lastgroup or ""
        found = thing_in(f"每{_HELD.get(kind) or told[kind]}")
    return found


def time_of(words: str) -> str:
    """The period that words tell an amount for."""
    found = time_in(words)
    if not found and (short := _SHORT.search(words)) is not None:
        found = _TIMES[short["time"]]
    return found


def is_of(count: Operand, thing: Thing | None) -> bool:
    """Whether an operand counts a thing: 40家 of 每家, also 补给站21个 of 每个站."""
    if thing is None:
        return False
    if counts(count.figure, thing):
        return True
    if not count.figure.unit:
        return thing.code in _HEADS
    if count.figure.unit not in _WIDE or not thing.code.startswith("count:"):
        return False
    return thing.code.removeprefix("count:") in count.lead[-3:]
