"""Numbers as the intervals that their printed digits and their hedges allow."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

from desktop.audit.printed import first_number, is_mere, step_in_two
from desktop.core.figure import Figure
from desktop.core.units import unit
from desktop.core.value import once

INF: Final = float("inf")
_NO_SLIP: Final = 100  # powers of ten
BOUNDLESS: Final = 600.0  # the logarithm of a growth that means nothing any more
SLACK: Final = 1e-9  # of the larger operand: what binary fractions lose
# A word that blurs a number widens it by a share of the number, or by a unit of its last printed digit, whichever
# is more. Readers take "about 35" for 33 to 37 and "nearly 40" for 36 to 40; narrower widths accuse good authors.
ABOUT_SHARE: Final = 0.05
NEAR_SHARE: Final = 0.10
FRACTION_SHARE: Final = 0.10  # "a quarter", "half": idioms for what lies around them
ABOUT: Final = re.compile(
    r"约|大约|左右|上下|前后|大致|大体|级别|平均|about|around|roughly|approximately|some|~|≈|circa", re.I
)
NEAR: Final = re.compile(r"^近$|将近|接近|逼近|近乎|nearly|almost|close to|just under", re.I)
SOME_MORE: Final = re.compile(r"[余多几]")
OVER: Final = re.compile(r"超|逾|突破|以上|不低于|不少于|至少|over|more than|above|at least|exceed", re.I)
_FRACTION: Final = re.compile(r"分之|半|quarter|third|half", re.I)
_TENTHS_AND: Final = re.compile(r"成[一二三四五六七八九]")  # 四成五 is told to the hundredth
_IN_WORDS: Final = re.compile(r"成|分之|半")
_SIDES: Final = (">", ">=", "<", "<=")
_POSTED: Final = re.compile("票价|押金|定价|售价|月费|年费|门票|起步价|会员费|标价|罚款")  # set, not measured
_COUNTED: Final = ("person", "step", "rank", "grade", "age")
_made: Final[Callable[[type[Interval], tuple[float, float]], Interval]] = tuple.__new__  # three times as fast


class Interval(NamedTuple):
    """A closed interval of reals; an open side is infinite."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        """Whether the two have a point in common, give or take what binary fractions lose."""
        (low, high), (least, most) = self, other
        if low <= most and least <= high:
            return True
        if max(low - most, least - high) > SLACK * (1e-6 + abs(low) + abs(high) + abs(least) + abs(most)):
            return False  # far apart, as most are that do not meet; where a side is open, this says nothing
        slack = SLACK * max(1e-6, *(abs(v) for v in (*self, *other) if abs(v) != INF), 0.0)
        return self.low <= other.high + slack and other.low <= self.high + slack

    def holds(self, value: float) -> bool:
        """Whether ``value`` lies in it."""
        return self.meets(Interval(value, value))

    def scaled(self, factor: float) -> Interval:
        """Multiplied by a number."""
        low, high = self.low * factor, self.high * factor
        return _made(Interval, (high, low) if high < low else (low, high))

    def plus(self, other: Interval) -> Interval:
        """The sum."""
        return _made(Interval, (self.low + other.low, self.high + other.high))

    def minus(self, other: Interval) -> Interval:
        """The difference."""
        return _made(Interval, (self.low - other.high, self.high - other.low))

    def times(self, other: Interval) -> Interval:
        """The product."""
        (low, high), (least, most) = self, other
        if low > 0 and least > 0 and high < INF and most < INF:
            return _made(Interval, (low * least, high * most))
        ends = [_times(a, b) for a in self for b in other]
        return Interval(min(ends), max(ends))

    def over(self, other: Interval) -> Interval | None:
        """The quotient; None where the divisor may be zero."""
        (low, high), (least, most) = self, other
        if 0 <= low <= high < INF and 0 < least <= most < INF:
            return _made(Interval, (low / most, high / least))
        if other.low <= 0 <= other.high:
            return None
        ends = [_over(a, b) for a in self for b in other]
        return Interval(min(ends), max(ends))


def _times(a: float, b: float) -> float:
    return 0.0 if a == 0 or b == 0 else a * b


def _over(a: float, b: float) -> float:
    return 0.0 if abs(b) == INF and abs(a) != INF else a / b if abs(a) != INF or abs(b) != INF else 1.0


@once
def value_of(figure: Figure) -> float | None:
    """The one number a figure states (of a limit, the limit); None of a range and of a date."""
    low, high = figure.low, figure.high
    if low is None:
        number = high
    elif high is None or low is high or low == high:
        number = low
    else:
        return None
    return None if number is None else float(number) * factor_of(figure.unit)


def powers_apart(value: float, other: float) -> int:
    """The power of ten nearest to a quotient; 0 where one is not positive, or they are out of all relation."""
    if not (0 < value < INF and 0 < other < INF):
        return 0
    power = round(math.log10(value) - math.log10(other))
    return power if abs(power) < _NO_SLIP else 0


def compounded(rate: float, times: float) -> float:
    """What a rate (%) comes to when it is compounded (%); infinite where no float holds it."""
    if rate <= -100:
        return -100.0
    growth = times * math.log1p(rate / 100)
    return math.inf if growth > BOUNDLESS else math.expm1(growth) * 100


@lru_cache(maxsize=1000)
def factor_of(code: str) -> float:
    """What a unit is of the base unit of its dimension."""
    known = unit(code)
    return known.factor if known is not None else 1.0


def step_of(figure: Figure) -> float:
    """One unit of the last printed digit, in the base unit of its dimension; 0 for a thing that was counted."""
    value = value_of(figure)
    return _step(figure, abs(value)) if value is not None else 0.0


def _step(figure: Figure, value: float) -> float:
    found = first_number(figure.as_printed)
    if two := step_in_two(figure.as_printed):
        return two * factor_of(figure.unit)
    if found is None or value == 0:
        if _FRACTION.search(figure.as_printed):
            return 2 * FRACTION_SHARE * value
        return value and _worded(figure, value)
    printed, decimals = found
    if printed == 0:
        return 0.0
    if decimals == 0 and printed == value:
        if (value < 1000 or value % 100) and _is_count(figure.unit):
            return 0.0
        if _POSTED.search(figure.indicator.zh):
            return 0.0
    return float(value / printed * 10.0**-decimals)


def _worded(figure: Figure, value: float) -> float:
    """A number in words: 三成 is a digit of tens, 三轮 is counted, 两千万 has one digit."""
    if figure.unit == "%" and "成" in figure.as_printed:
        if _TENTHS_AND.search(figure.as_printed):
            return 2.0
        return 5.0 if "半" in figure.as_printed else 10.0
    if value < 20:
        return 0.0
    place = 1.0
    while value % (place * 10) == 0:
        place *= 10
    return place if place > 1 else 0.0


def _is_count(code: str) -> bool:
    return not code or code.startswith("count:") or code in _COUNTED


@once
def digits(figure: Figure) -> Interval | None:
    """What the printed digits of a point allow; None of a range and of a date."""
    value = value_of(figure)
    return _around(value, _step(figure, abs(value))) if value is not None else None


def _around(value: float, step: float) -> Interval:
    return _made(Interval, (value - step / 2, value + step / 2))


@once
def as_claim(figure: Figure) -> Interval | None:
    """What the words of a figure allow: printed digits, widened by its hedges, open where it says more or less."""
    value = value_of(figure)
    if value is None:
        return _range(figure)
    words = figure.hedge
    if figure.comparator == "=" and not words:
        return digits(figure)
    step = _step(figure, abs(value))
    plain = _around(value, step)
    if is_mere(figure):
        return plain
    if figure.comparator in _SIDES and _IN_WORDS.search(figure.as_printed):
        plain = Interval(value * 0.99, value * 1.01)  # 不到三成 ends at thirty: a bound, no rounded digit
    if figure.comparator in (">", ">="):
        if SOME_MORE.search(words) and not OVER.search(words):
            some = step if _IN_WORDS.search(figure.as_printed) else step * 10 or _next(figure, value)
            return Interval(plain.low, value + max(some, value * NEAR_SHARE))
        return Interval(min(plain.low, value), INF)
    if figure.comparator in ("<", "<="):
        return Interval(-INF, max(plain.high, value))
    if words and NEAR.search(words):
        return Interval(value - max(step, abs(value) * NEAR_SHARE), plain.high)
    if figure.comparator == "~" or (words and ABOUT.search(words)):
        wide = max(step, abs(value) * ABOUT_SHARE)
        return Interval(value - wide, value + wide)
    return plain


def _next(figure: Figure, value: float) -> float:
    """How far it is to the next number that has a word of its own: 两倍多 is less than three, 十多家 than twenty."""
    if first_number(figure.as_printed) is not None or not figure.low:
        return 0.0
    return value / float(figure.low) * (10 if figure.low == 10 else 1)


def _range(figure: Figure) -> Interval | None:
    if figure.low is None or figure.high is None:
        return None
    factor = factor_of(figure.unit)
    return Interval(float(figure.low) * factor, float(figure.high) * factor)


def as_operand(figure: Figure) -> Interval | None:
    """What a figure brings into a computation: a stated limit stands for itself, anything else for its interval."""
    if figure.role == "threshold":
        value = value_of(figure)
        return None if value is None else Interval(value, value)
    return as_claim(figure)


def relative(before: Interval, after: Interval) -> Interval | None:
    """The relative change in percent, (after − before) ÷ before; None where the base may be zero."""
    quotient = after.over(before)
    if quotient is None or before.low < 0:
        return None
    return Interval((quotient.low - 1) * 100, (quotient.high - 1) * 100)
