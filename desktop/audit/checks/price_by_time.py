"""What a price for a term comes to by the day, the week or the month: 年卡2190元，平均每天只要6元.

A claim is wrong where no price for a longer time in its paragraph, over that time or over any number that stands with
it, comes to it by any convention of days.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, as_operand, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import behind_last
from desktop.audit.per import EACH
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.value import value

KEY: Final = "price_by_time"
_SHORT: Final = re.compile(
    r"(?P<day>[一每][天日]|日均)|(?P<week>每周|一周|周均)|(?P<month>每个?月|一个月|月均)"
)
_COMES: Final = re.compile(
    r"平均|均摊|摊[到下薄]|只[要需花用有付]|才|不过|相当于|等于|折合|折成|折算|算下来|合(?:到|成|下来)?每|[日周月]均"
)
_TERM: Final = re.compile(
    r"(?P<year>年[卡票费租付缴]|包年|全年|一年(?!级|期)|一整年|每年|按年|年度会员|年均)|(?P<half>半年[卡票费租付缴]|半年)"
    r"|(?P<quarter>季[卡票费租付缴]|包季|每季度?|一个?季度|按季)"
    r"|(?P<month>月[卡票费租付缴]|包月|每个?月|一个月|按月)|(?P<week>周[卡票费]|每周|一周)"
)
_LENGTH: Final = re.compile(r"(?<![\d.第])(?P<n>\d{1,3})(?P<unit>天|个月|周|年)(?!前|后|内)")
# Days, at the least and the most that a term is reckoned with.
_DAYS: Final = {
    "day": (1.0, 1.0), "week": (7.0, 7.0), "month": (28.0, 31.0), "quarter": (84.0, 92.0), "half": (180.0, 184.0),
    "year": (350.0, 366.0),
}  # fmt: skip
_MONTHS: Final = {"month": 1.0, "quarter": 3.0, "half": 6.0, "year": 12.0}
_UNITS: Final = {"天": "day", "周": "week", "个月": "month", "年": "year"}
_USUAL: Final = {"day": 1.0, "week": 7.0, "month": 30.0, "quarter": 90.0, "half": 182.5, "year": 365.0}
_ELSE: Final = re.compile(
    r"[多少贵省差涨降增减]|比|优惠后|活动|促销|特价|首|试用|立减|补贴|返|目标|预计|计划|原来|此前|去年|最[高低多少]|其[他余中]|另|每[次人户台位件单间张辆平]|人均|户均"
)
_STOP: Final = re.compile(r"[。！？!?\n]")
_CUT: Final = re.compile(r"[，,；;：:（(]")
_FAR: Final = 100  # characters from a price to what it comes to
_OFF: Final = 40.0  # times, beyond which a claim is of something else
SAID: Final = Text("{0}折合{1}{2}，不是文中的{3}。", "{0} comes to {2} {1}, not {3}.")


@value
class _Price:
    """An amount for a term, with how many times the shorter time the term has, at the least and the most."""

    figure: Figure
    many: Interval
    usual: float


@check(KEY, "价格按日按月折算", "prices by the day and the month", "prose",
       needs={"prose": ("CNY*2 USD*2 GBP*2 EUR*2", "每一均", "天日周月", "年季月周半天")})  # fmt: skip
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold what comes to a day, a week or a month against every price for a longer time before it."""
    if not _COMES.search(piece.text):
        return
    money = [f for f in piece.figures if f.unit in ("CNY", "USD", "GBP", "EUR") and value_of(f)]
    for n, claim in enumerate(money[1:], 1):
        clause = _clause(piece, claim)
        short = _SHORT.search(clause)
        if short is None or not _COMES.search(clause) or _ELSE.search(clause):
            continue
        time = short.lastgroup or ""
        told = [f for f in money[:n] if claim.anchor.start - f.anchor.end <= _FAR]
        yield from _held(piece, claim, time, told)


def _held(piece: Prose, claim: Figure, time: str, told: Sequence[Figure]) -> Iterator[Result]:
    own = as_claim(claim)
    prices = [
        p for f in told if same_dimension(f.unit, claim.unit) and (p := _price(piece, f, time)) is not None
    ]
    if own is None or not prices or claim.comparator not in ("=", "~", "<", ">"):
        return
    for price in prices:
        base = as_operand(price.figure)
        if base is not None and _comes(own, base, price):
            yield say.passed(KEY, (claim, price.figure), _written(claim, price))
            return
    last = prices[-1]
    if last.figure is not told[-1] or claim.comparator != "=" or _other(piece, claim, told, own):
        return
    if _STOP.search(piece.text, last.figure.anchor.end - piece.start, claim.anchor.start - piece.start):
        return
    point = (value_of(last.figure) or 0.0) / last.usual
    if not point / _OFF < (value_of(claim) or 0.0) < point * _OFF:
        return
    said = SAID.format(bare(last.figure), EACH[time], amount(point, claim), stated(claim))
    yield say.finding(KEY, "inconsistent", (claim, last.figure), _written(claim, last), said)


def _comes(own: Interval, base: Interval, price: _Price) -> bool:
    return Interval(base.low / price.many.high, base.high / price.many.low).meets(own)


def _other(piece: Prose, claim: Figure, told: Sequence[Figure], own: Interval) -> bool:
    """Whether any amount before a claim comes to it over any number of the line."""
    others = [f for f in piece.figures if not f.is_date and f.unit not in (claim.unit, "%", "pp")]
    numbers = [v for f in others if (v := value_of(f)) and v > 0]
    sizes = [*numbers, *(v / 86400 for v in numbers), 365.0, 360.0, 52.0, 30.0, 22.0, 12.0, 7.0, 4.0, 3.0]
    bases = [b for f in told if (b := as_operand(f)) is not None]
    return any(own.meets(b.scaled(1 / many)) for b in bases for many in sizes)


def _price(piece: Prose, figure: Figure, time: str) -> _Price | None:
    """The term that the words before a price tell, or the length that stands with it."""
    words = _sentence(piece, figure)
    clause = behind_last(_CUT, words)
    if figure.role == "change" or _ELSE.search(clause):
        return None
    found = None
    for found in _TERM.finditer(words):  # noqa: B007 - the last one is wanted
        pass
    lengths = list(_LENGTH.finditer(words))
    if lengths and (found is None or lengths[-1].start() > found.start()):
        term, many = _UNITS[lengths[-1]["unit"]], float(lengths[-1]["n"])
    elif found is not None and found.lastgroup:
        term, many = found.lastgroup, 1.0
    else:
        return None
    low, high = (many * days for days in _DAYS[term])
    least, most = _DAYS[time]
    if high <= most:
        return None
    usual = many * _USUAL[term] / _USUAL[time]
    if time == "month" and term in _MONTHS:
        usual = many * _MONTHS[term]
        return _Price(figure, Interval(usual, usual), usual)
    return _Price(figure, Interval(low / most, high / least), usual)


def _sentence(piece: Prose, figure: Figure) -> str:
    at = figure.anchor.start - piece.start
    return behind_last(_STOP, piece.text[max(0, at - _FAR) : at])


def _clause(piece: Prose, figure: Figure) -> str:
    return behind_last(_CUT, _sentence(piece, figure))


def _written(claim: Figure, price: _Price) -> Text:
    shown = amount((value_of(price.figure) or 0.0) / price.usual, claim)
    return formula("{} ÷ {} = {}", bare(price.figure), number(price.usual), shown)
