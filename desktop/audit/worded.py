"""An amount whose words tell how it was worked out, and all the ways in which they may mean that it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.passages import Passage, Told
from desktop.audit.ways import Way, like

_GIVEN: Final = re.compile(r"[给取按以用乘]|可比|同行|同业|行业|平均|历史")
_ONE: Final = 1.0
_ROOM: Final = 0.03  # of a number: what its last digit may hide
_MONEY: Final = ("CNY", "USD", "HKD", "EUR", "GBP")


class Worded(NamedTuple):
    """``ways`` are all that the words may mean, the likeliest first; one that none gives is wrong.

    ``plain`` is whether that follows from what stands around only, so that 实际 or 却 may tell of something else.
    """

    told: Told
    ways: tuple[Way, ...]
    plain: bool = False


def worded(told: Told, ways: Iterable[Way | None], *, plain: bool = False) -> Worded | None:
    """The ways that can be computed and leave something; None where there is none."""
    known = tuple(w for w in ways if w is not None and w.point > 0)
    return Worded(told, known, plain) if known else None


def near_before(passage: Passage, told: Told, sentences: int = 1) -> list[Told]:
    """The figures of the line before one, as many sentences back."""
    return [t for t in passage.own if t.start < told.start and told.sentence - t.sentence <= sentences]


def money(told: Sequence[Told]) -> list[Told]:
    """Those that are sums of money, and no changes of one."""
    return [t for t in told if t.figure.unit in _MONEY and t.value > 0 and t.figure.role != "change"]


def alike(told: Sequence[Told], claim: Told) -> list[Told]:
    """Those that are of the kind of an amount."""
    return [t for t in told if t.value > 0 and like(t.figure, claim.figure)]


def is_given(words: str) -> bool:
    """Whether words give a multiple or a rate instead of working it out: 给予25倍, 可比公司平均18倍."""
    return _GIVEN.search(words) is not None


def span(told: Told) -> Interval | None:
    """What a number allows; one without a hedge is not as coarse as its zeros: 7亿元 beside 5.6亿元."""
    own, value = as_claim(told.figure), value_of(told.figure)
    if own is not None and value and told.value != value:  # hours as they are printed, not in seconds
        own = own.scaled(told.value / value)
    if own is None or told.figure.hedge or told.figure.comparator != "=":
        return own
    room = _ROOM * abs(told.value)
    return Interval(max(own.low, told.value - room), min(own.high, told.value + room))


def product(one: Told, *more: Told, by: float = _ONE, times: str = "") -> Way | None:
    """What numbers come to together, the multipliers as they are printed; ``times`` writes what ``by`` is."""
    found = span(one)
    if found is None:
        return None
    point = one.value
    for part in more:
        many = part.value / 100 if part.share else part.value
        found, point = found.scaled(many), point * many
    times = times or (f" × {by:g}" if by != _ONE else "")
    sign = " × ".join("{}" for _ in (one, *more)) + times
    figures = (one.figure, *(t.figure for t in more))
    return Way(figures, found.scaled(by), point * by, sign)


def quotient(one: Told, other: Told, *, by: float = _ONE, times: str = "") -> Way | None:
    """One number over another, and times a number."""
    a, b = span(one), span(other)
    found = a.over(b) if a is not None and b is not None else None
    if found is None or not other.value:
        return None
    figures = one.figure, other.figure
    return Way(figures, found.scaled(by), one.value / other.value * by, f"{{}} ÷ {{}}{times}")


def above(one: Told, other: Told) -> Way | None:
    """By what part of itself another number would have to grow to be the one, or the one shrink."""
    a, b = span(one), span(other)
    found = a.minus(b).over(b) if a is not None and b is not None else None
    if found is None or not other.value:
        return None
    point = (one.value - other.value) / other.value
    if point < 0:
        found, point = found.scaled(-1), -point
        sign = "({1} − {0}) ÷ {1}"
    else:
        sign = "({0} − {1}) ÷ {1}"
    return Way((one.figure, other.figure), found.scaled(100), point * 100, sign)


def apart(one: Told, other: Told) -> Way | None:
    """How far two numbers are apart."""
    more, less = (one, other) if one.value >= other.value else (other, one)
    a, b = span(more), span(less)
    if a is None or b is None:
        return None
    return Way((more.figure, less.figure), a.minus(b), more.value - less.value, "{} − {}")
