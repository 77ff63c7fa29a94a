"""A way in which an amount may have been worked out from others: sums, products, quotients, and what they give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from desktop.audit.interval import ABOUT_SHARE, INF, Interval, as_claim, step_of, value_of
from desktop.audit.keys import same_dimension
from desktop.core.figure import Figure
from desktop.core.units import unit

_SCALED: Final = re.compile(r"\d\s*(?:万亿|亿|百万|千万|万)")
_PEOPLE: Final = frozenset(("person", "count:人次", "count:名", "count:位"))
_FINE: Final = 0.02  # of a number: a last digit that is worth less may be cut off instead of rounded
FOLD: Final = "count:折"


class Way(NamedTuple):
    """Operands, what their intervals and their points give, and how it is written."""

    inputs: tuple[Figure, ...]
    found: Interval
    point: float
    sign: str


_COUNTED: Final = re.compile(r"[户人单笔件次台辆家]数|数量$|用户$|订单$|人次$|客户$")  # 户数7.3万 is no money


def like(figure: Figure, claim: Figure) -> bool:
    """Whether two amounts can be added: 1.2亿 beside 2.8亿元 is money too, and so are 412人 and 1.9万人次 people."""
    if figure.unit == claim.unit or same_dimension(figure.unit, claim.unit):
        return figure.unit not in ("%", "pp", "rank")
    if figure.unit and claim.unit not in _PEOPLE:
        return False
    if {figure.unit, claim.unit} <= _PEOPLE:
        return True
    if figure.unit or claim.unit == "%" or _COUNTED.search(figure.indicator.zh):
        return False
    return _SCALED.search(figure.as_printed) is not None


def plain(figure: Figure) -> Interval | None:
    """The number of a count or a length of time as it is printed: 10 of 10个月, 0.8 of 八折, 0.55 of 55%.

    None of a mere limit: there is no point in 不到一天 to compute with.
    """
    own = as_claim(figure)
    if own is None or INF in (-own.low, own.high):
        return None
    if figure.unit == FOLD:
        return own.scaled(0.1 if own.high <= 10 else 0.01)
    known = unit(figure.unit)
    if (
        known is not None
        and known.dimension == "duration"
        and figure.comparator == "="
        and "." not in figure.as_printed
    ):
        own = Interval(*(value_of(figure) or middle(own),) * 2)  # 9个月 of instalments are counted
    return own.scaled(0.01 if figure.unit == "%" else 1 / known.factor if known is not None else 1.0)


def middle(found: Interval) -> float:
    """The point of an interval that is printed as one number; of an open one, the finite end."""
    if found.high == INF or found.low == -INF:
        return found.low if found.high == INF else found.high
    return (found.low + found.high) / 2


def allowed(claim: Figure, *, cut: bool = False) -> Interval | None:
    """What a worked-out amount allows: rounded, or also ``cut`` off, at its last digit, and blurred by its hedge."""
    own, value = as_claim(claim), value_of(claim)
    if own is None or value is None or claim.comparator not in ("=", "~"):
        return own
    step = step_of(claim)
    half = step if cut and step < _FINE * abs(value) else step / 2
    if claim.comparator == "~":
        half = max(half, ABOUT_SHARE * abs(value))
    low, high = value - half, value + half
    return Interval(min(low, own.low), high) if own.high <= high else Interval(low, high)


def signed(parts: Sequence[Figure], signs: Sequence[int]) -> Way | None:
    """Amounts added and taken off."""
    found, point = Interval(0.0, 0.0), 0.0
    for part, sign in zip(parts, signs, strict=True):
        own, value = as_claim(part), value_of(part)
        if own is None or value is None:
            return None
        found, point = found.plus(own.scaled(sign)), point + sign * value
    words = "".join(f" {'+' if s > 0 else '−'} {{}}" for s in signs)
    return Way(tuple(parts), found, point, words.removeprefix(" + ").lstrip())


def product(one: Figure, other: Figure, by: float = 1.0) -> Way | None:
    """An amount times a count, a rate or a length of time, and times a number."""
    a, b, value = as_claim(one), plain(other), value_of(one)
    if a is None or b is None or value is None or value_of(other) is None:
        return None
    sign = "{} × {}" if by == 1 else f"{{}} × {{}} × {by:g}"
    return Way((one, other), a.times(b).scaled(by), value * middle(b) * by, sign)


def times(one: Figure, by: float) -> Way | None:
    """An amount times a number that the text does not print: the months of a year."""
    own, value = as_claim(one), value_of(one)
    return None if own is None or value is None else Way((one,), own.scaled(by), value * by, f"{{}} × {by:g}")


def quotient(one: Figure, other: Figure, per: float = 1.0) -> Way | None:
    """An amount over a count or a length of time, for so many of it."""
    a, b, value = as_claim(one), plain(other), value_of(one)
    found = a.over(b) if a is not None and b is not None else None
    if found is None or b is None or value is None or not middle(b) or value_of(other) is None:
        return None
    sign = "{} ÷ {}" if per == 1 else f"{{}} ÷ {{}} × {per:g}"
    return Way((one, other), found.scaled(per), value / middle(b) * per, sign)


def is_told(way: Way, other: Figure) -> bool:
    """Whether another amount is what a way gives."""
    own = allowed(other, cut=True)
    return own is not None and like(other, way.inputs[0]) and own.meets(way.found)


def as_sum(made: Way, more: Figure) -> Way | None:
    """What was worked out, with an amount on top."""
    own, value = as_claim(more), value_of(more)
    if own is None or value is None:
        return None
    return Way((*made.inputs, more), made.found.plus(own), made.point + value, f"{made.sign} + {{}}")
