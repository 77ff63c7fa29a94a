"""Amounts per period: a rent per year and per day, a total over the days of its time, so many a month at a price."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.amounts import amount, bare, formula, number
from desktop.audit.computed import EXTREME, MORE, Reading, clause_of, priced, same_thing, usable
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.per import EACH, counts, factor, size_of, thing_in, time_in
from desktop.audit.per_thing import PER
from desktop.audit.sentence import Sentence
from desktop.audit.slips import of_digits, of_scale
from desktop.core.figure import Figure
from desktop.core.text import Text

_TARIFF: Final = re.compile(r"[日周月年](?:租|费|卡|票|付)")  # a list of prices, the longer term the cheaper
_REPAID: Final = re.compile(r"还|月供|分期|供款")  # what is borrowed is paid back with interest
_BESIDE: Final = re.compile(r"[里内间都，]?(?:每|均)[^，,]*$")
_LENGTHS: Final = {"day": 86400.0, "month": 2629800.0, "year": 31557600.0}  # seconds
_MONTH: Final = 28  # days, from which a period has a daily average
_SEVERAL: Final = 5.9  # months of which the monthly part is told
_IN_YEAR: Final = {"week": 52.18, "month": 12, "quarter": 4, "year": 1}
_YEAR: Final = 366.0
_SEASON: Final = re.compile(r"[上下]半年|[一二三四]季度|[淡旺]季")
_ADDS_UP: Final = re.compile(r"累计|累积")
_BY_DAYS: Final = re.compile(r"[（(，,]?按(?:照|一年)?(?P<n>\d{3})天")
_YEAR_LONG: Final = re.compile(r"去年|上年|前年|上一年")
_RECKONED: Final = re.compile(r"\s*(?:若|如果)?(?:按照?|以|照|就)[^，。；]{2,12}(?:计算?|算|看|[，])")
_IN_ALL: Final = re.compile(r"合计|一共|总共|共|累计")
_HELD: Final = re.compile(
    r"余额|存量|保有|在册|库存|[年月]末|底|期间|以来|截[至止]|假|春运|暑运|累计|至今|目前|前\w+月|[季月周][费卡票]|半年[费卡]"
)  # what stands at a date is not spread over a period


def timed(
    sentence: Sentence, claim: Figure, time: str, earlier: Sequence[Figure], *, spread: bool
) -> Iterator[Reading]:
    """A per year against B per day."""
    own = clause_of(sentence, claim)
    reckoned = _BY_DAYS.match(sentence.text, claim.anchor.end - sentence.start) if time == "year" else None
    for base in reversed(earlier):
        if not same_dimension(base.unit.removesuffix("/day"), claim.unit) or not usable(base):
            continue
        clause = clause_of(sentence, base)
        if _ADDS_UP.search(own):
            clause = clause.replace("新增", "")  # 每日新增1.6TB，一年累计584TB
        stated_per = time_in(clause)
        if not stated_per or stated_per == time or EXTREME.search(clause):
            continue
        if base.period is not None and claim.period is not None and base.period != claim.period:
            continue
        each = thing_in(clause)
        if MORE.search(sentence.between(base, claim)) or (
            each and any(counts(f, each) for f in sentence.amounts)
        ):
            continue
        listed = not spread and _TARIFF.search(clause) and _TARIFF.search(clause_of(sentence, claim))
        sure = same_thing(sentence, claim, base) and not listed
        work = base.unit.startswith("count:")  # 每天写12篇，一年就是近3000篇: nobody works on all days
        idle = (not spread or work) and "均" not in clause + own
        days = [f for f in earlier if f.unit == "day" and (value_of(f) or 0) > 0]
        other = any(f.unit == stated_per for f in earlier)  # 其后11个月每月15.9元: not all of the year
        step = factor(stated_per, time, idle=idle)
        if reckoned is not None and stated_per == "day":
            step = Interval(float(reckoned["n"]), float(reckoned["n"]))
        if time == "year" and _SEASON.search(sentence.lead(base)):
            sure = False  # 下半年旺季，平均每月8亿元
        if reckoned is None and _ADDS_UP.search(own) and not _slip(claim, (value_of(base) or 0.0), step):
            sure = False  # a year may have few days on which there is any
        yield from _converted(base, claim, step, EACH[time], sure=sure and not days and not other)
        for day in days:
            n = (value_of(day) or 0.0) / 86400
            many = 1 / n if time == "day" else n
            yield from _converted(base, claim, Interval(many, many), EACH[time], sure=sure, by=day)


def _slip(claim: Figure, base: float, step: Interval) -> bool:
    """Whether a total is a slip away from what a year of 365 days, or the end of a longer step, comes to."""
    point = base * (365.0 if step.high == _YEAR else step.high)
    return of_digits(claim, point) or of_scale(claim, Interval(point, point)) != 0


def _converted(
    base: Figure, claim: Figure, by_: Interval, each: Text, *, sure: bool, by: Figure | None = None
) -> Iterator[Reading]:
    own, point = as_claim(base), value_of(base)
    if own is None or point is None:
        return
    middle = (by_.low + by_.high) / 2 if by_.low >= 1 else 2 / (1 / by_.low + 1 / by_.high)
    if 366.0 in (by_.high, 1 / by_.low):
        middle = 365.0 if by_.low > 1 else 1 / 365
    sign = f"{{}} × {number(middle)}" if middle >= 1 else f"{{}} ÷ {number(1 / middle)}"
    said = PER.format(bare(base), each, amount(point * middle, claim), "{0}")
    figures = (base,) if by is None else (base, by)
    yield Reading(figures, own.times(by_), point * middle, sign, said, sure)


def over_time(
    sentence: Sentence, claim: Figure, time: str, earlier: Sequence[Figure], before: Sentence | None
) -> Iterator[Reading]:
    """A total over a length of time that the text states, or over its own period, against its daily part."""
    pool = list(earlier)
    if not any(same_dimension(f.unit, claim.unit) for f in pool) and before is not None:
        pool = [*before.amounts, *pool]
    bases = [f for f in pool if same_dimension(f.unit, claim.unit) and usable(f)]
    lengths = [f for f in pool if f.unit in _LENGTHS and f.role == "level"]
    # "reckoned by 365 days" says that the amount before is meant, whichever others there are
    by_days = (
        bool(lengths) and lengths[-1] in earlier and clause_of(sentence, lengths[-1]).endswith(("按", "以"))
    )
    last = bool(bases and earlier) and earlier[-1] is bases[-1]
    for base in reversed(bases):
        home = sentence if base in sentence.amounts else before
        if home is None or time_in(clause_of(home, base)):
            continue
        if _HELD.search(home.lead(base) + base.indicator.zh):
            continue
        sure = (len(bases) == 1 or (last and base is bases[-1]) or by_days) and (
            (home is before and not _by_another(sentence, home, base))
            or (home is sentence and same_thing(sentence, claim, base))
        )
        sure = (
            sure
            and not _REPAID.search(clause_of(sentence, claim))
            and not _own_length(sentence, claim, earlier)
        )
        if lengths:
            yield from _over_length(base, claim, time, lengths[-1], sure=sure)
        else:
            in_year = base.period is None and _YEAR_LONG.search(home.lead(base)) is not None
            yield from _over_period(base, claim, time, sure=sure, in_year=in_year)


def _by_another(sentence: Sentence, home: Sentence, base: Figure) -> bool:
    """Whether a sentence names what it reckons by, and the one before totals more than that: 共亏9万元。按第四个月…."""
    return _RECKONED.match(sentence.text) is not None and _IN_ALL.search(home.lead(base)) is not None


def _own_length(sentence: Sentence, claim: Figure, earlier: Sequence[Figure]) -> bool:
    """Whether a length stands right before the amount: 首月1元，其后11个月每月15.9元 spreads nothing over 11 months."""
    return (
        bool(earlier)
        and earlier[-1].unit in _LENGTHS
        and _BESIDE.match(sentence.between(earlier[-1], claim)) is not None
    )


def _over_length(base: Figure, claim: Figure, time: str, length: Figure, *, sure: bool) -> Iterator[Reading]:
    many = (value_of(length) or 0.0) / _LENGTHS[length.unit]
    if many > 0:
        step = Interval(1.0, 1.0) if time == length.unit else factor(length.unit, time)
        yield from _converted(base, claim, step.scaled(1 / many), EACH[time], sure=sure, by=length)


def _over_period(base: Figure, claim: Figure, time: str, *, sure: bool, in_year: bool) -> Iterator[Reading]:
    """A total over the days or months of its period; ``in_year`` where words such as 去年 tell it."""
    period = base.period
    if in_year:
        days = 365.0
    elif period is None or period.start is None or period.end is None or "→" in period.text:
        return
    else:
        days = float((period.end - period.start).days + 1)
    if days < _MONTH * (1 if time == "day" else _SEVERAL) or (time == "year" and days < 700):
        return
    if time == "day":
        step = Interval(1 / (days + 1), 1 / (days * 0.98))
    else:
        many = round(days / 365.25 * _IN_YEAR[time])
        step = Interval(1 / many, 1 / many)
    yield from _converted(base, claim, step, EACH[time], sure=sure)


def products(sentence: Sentence, claim: Figure, time: str, earlier: Sequence[Figure]) -> Iterator[Reading]:
    """So many things a month, each at a price, make the cost of a year."""
    prices = [(f, thing) for f in earlier if same_dimension(f.unit, claim.unit)
              and (thing := thing_in(clause_of(sentence, f))) is not None]  # fmt: skip
    for price, thing in prices:
        for many in earlier:
            per = time_in(clause_of(sentence, many)) if many is not price and counts(many, thing) else ""
            one, other = as_claim(price), as_claim(many)
            a, b = value_of(price), value_of(many)
            if not per or one is None or other is None or a is None or b is None:
                continue
            step = Interval(1.0, 1.0) if per == time else factor(per, time)
            middle = (step.low + step.high) / 2
            point = a * b / size_of(thing) * middle
            found = one.times(other).scaled(1 / size_of(thing)).times(step)
            sign = "{} × {}" if per == time else f"{{}} × {{}} × {number(middle, 4)}"
            said = PER.format(
                formula("{} × {}", bare(many), bare(price)), EACH[time], amount(point, claim), "{0}"
            )
            sure = same_thing(sentence, claim, price) or len(priced(sentence, price)) < 2
            yield Reading((many, price), found, point, sign, said, sure)
