"""How one amount may be a slip of another: digits about, one other digit, another scale, another unit."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import Final, NamedTuple

from desktop.audit.interval import SLACK, as_claim, step_of, value_of
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.units import unit
from desktop.core.value import once

SCALE, ABOUT, DIGIT, UNIT = "=", "~", "?", "u"
SAID: Final = {
    SCALE: Text("数字相同而相差{}倍", "the same digits, {} times apart"),
    ABOUT: Text("数字相同而次序不同", "the same digits in another order"),
    DIGIT: Text("只差一个数字", "one digit apart"),
    UNIT: Text("数字相同而单位不同", "the same number in another unit"),
}
_NUMBER: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_BEFORE_UNIT: Final = re.compile(r".*[\d万亿千百十]")
_MOST_ROUNDED: Final = 0.35  # of an amount, which no rounding takes away
_POWERS: Final = (1, 2, 3, 4, 8)  # of ten: a point misplaced, or another scale word
# How often each is the slip that was made, over how often an amount that has nothing to do with another looks so:
# of one digit, as powers of ten. Each further digit makes it ten times as telling.
_SLIPS: Final = {SCALE: 0.4, ABOUT: 0.5, DIGIT: -0.6, UNIT: 0.4}
_SCATTERED: Final = -0.8  # two digits that do not stand side by side are seldom swapped


class Digits(NamedTuple):
    """The digits of an amount without zeros at the end, its power of ten, and what a slip of them shares with them."""

    own: str
    power: int
    keys: tuple[str, ...]


@once
def digits_of(figure: Figure) -> Digits | None:
    """Those of the one positive number that a figure states, in its own unit; None where it states none.

    Money is compared in yuan, whatever the scale of its unit.
    """
    value, low = value_of(figure), figure.low
    if value is None or value <= 0 or low is None:
        return None
    return _read(value if figure.unit.endswith("CNY") else float(low), figure.as_printed)


@lru_cache(maxsize=20_000)
def _read(number: float, words: str) -> Digits:
    digits, _, power = f"{number:.9e}".partition("e")
    own = digits.replace(".", "").rstrip("0")
    found = _NUMBER.search(words)
    printed = len(found[0].replace(",", "").replace(".", "").lstrip("0")) if found is not None else 0
    return Digits(own, int(power), _keys(own, int(power), printed))


def _keys(own: str, power: int, printed: int) -> tuple[str, ...]:
    """The digits whatever their power, in order, and with each of them left open; the zeros that are printed count."""
    if len(own) + (printed > len(own)) < 2:
        return ()  # too many numbers have that digit
    full = own.ljust(min(printed, len(own) + 2), "0")
    opened = {f"?{power}{s[:n]}_{s[n + 1 :]}" for s in (own, full) for n in range(len(s))}
    return (f"={own}", f"~{power}{''.join(sorted(own.replace('0', '')))}", *sorted(opened))


def agree(one: Figure, other: Figure) -> bool:
    """Whether two amounts may be one: the one is the other, or that rounded."""
    a, b = value_of(one), value_of(other)
    if a is None or b is None:
        left, right = as_claim(one), as_claim(other)
        return left is None or right is None or left.meets(right)
    apart = abs(a - b)
    if not apart:
        return True
    if apart > _MOST_ROUNDED * max(abs(a), abs(b)):
        return False
    near = max(step_of(one), step_of(other)) / 2
    return apart <= near * (1 + SLACK) + SLACK * abs(a)


def slip_of(one: Figure, other: Figure, *, alike: bool) -> str:
    """How one amount may be a slip of another, "" if it is none; ``alike`` where both are of one dimension."""
    a, b = digits_of(one), digits_of(other)
    if a is None or b is None:
        return ""
    if a.own == b.own:
        if one.unit != other.unit and not (alike and _scaled(one, other)):
            return UNIT if a.power == b.power and _unlike(one, other) else ""
        return SCALE if alike and abs(a.power - b.power) in _POWERS else ""
    if not alike or a.power != b.power:
        return ""
    left, right = _level(a, b)
    if len(left) > 1 and sorted(left) == sorted(right):
        return ABOUT
    return DIGIT if sum(x != y for x, y in zip(left, right, strict=True)) == 1 else ""


def _unlike(one: Figure, other: Figure) -> bool:
    """Whether two units are not one in other words: 度 and 度电 are."""
    a, b = (f.unit.removeprefix("count:") for f in (one, other))
    if a in b or b in a:
        return False
    a, b = (_BEFORE_UNIT.sub("", f.anchor.quote) for f in (one, other))
    return not a or not b or (a not in b and b not in a)


def _level(one: Digits, other: Digits) -> tuple[str, str]:
    """The digits of two amounts with as many zeros at the end as make them of one length."""
    size = max(len(one.own), len(other.own))
    return one.own.ljust(size, "0"), other.own.ljust(size, "0")


def _scaled(one: Figure, other: Figure) -> bool:
    """Whether two units are of one size, or a power of ten apart: 秒 and 分钟 are not."""
    a, b = unit(one.unit), unit(other.unit)
    if a is None or b is None or a.dimension != b.dimension:
        return a is None or b is None
    power = math.log10(a.factor / b.factor)
    return abs(power - round(power)) < SLACK


def odds(how: str, one: Figure, other: Figure) -> float:
    """How much likelier a slip is than an accident of two amounts that look so, as a power of ten."""
    a, b = digits_of(one), digits_of(other)
    if a is None or b is None:
        return 0.0
    left, right = _level(a, b)
    size = len(left)
    found = _SLIPS[how] + size - 1
    if how == DIGIT:
        return found - math.log10(size)
    if how == ABOUT:
        apart = [n for n, (x, y) in enumerate(zip(left, right, strict=True)) if x != y]
        beside = len(apart) == 2 and apart[1] - apart[0] == 1
        return found - math.log10(size - 1) + (0 if beside else _SCATTERED)
    return found


def told_as(how: str, one: Figure, other: Figure) -> Text:
    """How the one looks like the other, for a sentence."""
    if how != SCALE:
        return SAID[how]
    a, b = value_of(one) or 1.0, value_of(other) or 1.0
    times = f"{round(max(a, b) / min(a, b)):,}"
    return SAID[SCALE].format(times)
