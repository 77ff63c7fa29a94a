"""Products worked out in the text: so many at so much each, a first payment and the rest of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit.check import Result, World, check
from desktop.audit.for_each import per_one
from desktop.audit.interval import value_of
from desktop.audit.per import counts, in_things, thing_in, time_in
from desktop.audit.scope import Section
from desktop.audit.ways import Way, as_sum, is_told, like, product, times
from desktop.audit.worked import Worked, worked
from desktop.audit.worked_told import held, slipped
from desktop.core.figure import Figure

KEY: Final = "worked_products"
_EACH: Final = re.compile(
    r"每|各|均|单|亩产|以\|计|一[套张件个人台本块盒瓶斤杯份次节天晚月年]|\beach\b|\bper\b|apiece|"
    r"\ba (?:head|month|day|week)",
    re.I,
)
_OWN: Final = re.compile(
    r"每|均|各[自得]|单[价笔件]|其中|[增减涨降最第]|多出|少了|率|剩|余|留|净|亏|赚|押金|定金"
)
_IN_ALL: Final = re.compile(
    r"共|总|合计|^计|合起来|加起来|全[部程额]|下来|就是|即|[付花掏还交缴][了去出掉]?$|等于|=|＝|"
    r"in all|total|taking|comes? to",
    re.I,
)
_A_YEAR: Final = re.compile(
    r"(?:一年|全年|一个?月|[实际应共计要需得付花掏还交缴收约了到合]|下来|就是)+"
)  # and no noun
_FIRST: Final = re.compile(r"首|头|先|报名|入会|开通|起步|之后|其后|此后|随后|另|再|外加|first|then", re.I)
_MONTH: Final = re.compile(r"月|month", re.I)
_YEAR: Final = re.compile(r"年|year|annual", re.I)
_LONG: Final = 10  # characters between a count and what it comes to


@check(KEY, "算出的乘积", "products worked out", "section")
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold totals against so much for each and how many, with what is told to come on top."""
    for told in worked(piece):
        if not told.before and not told.earlier:
            continue
        if told.figure.role == "level" and "、" not in told.lead and not _OWN.search(told.clause):
            yield from _each(told)


def _each(told: Worked) -> Iterator[Result]:
    """每月880元，上满10个月，全部下来…; 240元一套，22个孩子就是…."""
    claim = value_of(told.figure)
    known = [f for f in (*told.earlier, *told.before) if like(f, told.figure) and value_of(f) != claim]
    if not known:
        return
    for many in reversed(told.before[-3:] or told.earlier[-4:]):
        if like(many, told.figure) or many.unit in ("%", "times", "pp", "count:折") or not value_of(many):
            continue
        for price in reversed(known[-5:]):
            words = _words(told, price)
            if not _EACH.search(words) and f"一{many.unit.removeprefix('count:')}" not in words:
                continue
            thing, time = thing_in(words), time_in(words)
            named = bool(thing and counts(many, thing)) or bool(time and many.unit == time)
            yield from _told(told, price, many, per_one(many, thing, words), named=named)
            return
    if known and known[-1] in told.before:
        yield from slipped(KEY, told, _by_earlier(told, known[-1]))


def _by_earlier(told: Worked, price: Figure) -> Iterator[Way | None]:
    """每台器械保养450元, by the counts of such things in the sentence before; so much a month, in a year."""
    words = _words(told, price)
    thing = thing_in(words)
    if thing is not None:
        yield from (product(price, f, in_things(f, thing)) for f in told.earlier if counts(f, thing))
    if _MONTH.search(words + told.between(price, told.figure)[:8]) and _YEAR.search(told.clause + told.tail):
        yield times(price, 12)


def _told(told: Worked, price: Figure, many: Figure, size: float, *, named: bool) -> Iterator[Result]:
    way = product(price, many, size)
    if way is None or any(f is not price and f is not many and is_told(way, f) for f in told.before):
        return  # what the two come to stands before: 1.35亿元，4500套，平均每套3万元
    both = {price.id, many.id} == {f.id for f in told.before[-2:]}
    in_all = _IN_ALL.search(told.lead) is not None or _A_YEAR.fullmatch(told.clause) is not None
    gap = told.between(told.before[-1], told.figure) if told.before else ""
    more = [f for f in told.before if like(f, told.figure) and f is not price]
    first = [f for f in more if f not in told.before[-2:]]
    if not told.before:
        yield from slipped(KEY, told, [way])
    elif both and in_all and len(gap) <= _LONG and (named or len(told.before) == 2):
        if len(first) == 1 and way is not None and _FIRST.search(told.sentence):
            way = as_sum(way, first[0])
        yield from held(KEY, told, way)
    elif named and many is told.before[-1] and in_all and len(gap) <= _LONG:
        yield from held(KEY, told, way)
    else:
        yield from slipped(KEY, told, _with(told, way, more))


def _with(told: Worked, way: Way | None, more: list[Figure]) -> Iterator[Way | None]:
    yield way
    if way is not None and _MONTH.search(told.sentence) and _YEAR.search(told.clause + told.tail):
        yield Way(way.inputs, way.found.scaled(12), way.point * 12, f"{way.sign} × 12")
    if way is not None:
        yield from (as_sum(way, f) for f in more)


def _words(told: Worked, figure: Figure) -> str:
    """The words before a price in its clause, and those right behind it."""
    if figure not in told.before:
        return figure.anchor.prefix[-10:]
    at = figure.anchor.end - told.start
    return told.words_before(figure) + "|" + re.split(r"[，,。；;\d]", told.sentence[at : at + 8])[0]
