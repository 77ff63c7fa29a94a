"""A count with the length of time that it is over, and what it comes to by the month or the day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from desktop.audit.amounts import number
from desktop.audit.interval import Interval, as_claim, digits, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.pace_windows import Length
from desktop.core.figure import Figure
from desktop.core.text import Text


class Pace(NamedTuple):
    """A count and how long it is over; ``base`` where another is compared with it."""

    figure: Figure
    length: Length
    base: bool = False

    def each(self, unit: Length) -> Interval | None:
        """The count for one unit of time."""
        own = digits(self.figure)  # of a limit (最多9次) the limit
        return own.over(self.length.over(unit)) if own is not None else None

    def point(self, unit: Length) -> float:
        """The middle of it."""
        low, high = self.length.over(unit)
        return (value_of(self.figure) or 0.0) / ((low + high) / 2)


def is_rate(length: Length) -> bool:
    """Whether a count is of one month, week or day."""
    return length.months == 1 or (not length.months and length.days.low in (1, 7))


def span(length: Length) -> Text:
    """A length of time as a sentence tells it."""
    if length.months:
        size, zh, en = number(length.months), "个月", "month"
    else:
        size, zh, en = number(length.days.low), "天", "day"
    return Text(f"{size}{zh}", f"{size} {en}" + ("" if size == "1" else "s"))


def per(unit: Length) -> Text:
    """A unit of time behind what is of each."""
    if unit.months:
        return Text("每月", "a month") if unit.months == 1 else Text("每季度", "a quarter")
    return Text("每天", "a day") if unit.days.low == 1 else Text("每周", "a week")


_PARTS: Final = (2, 4, 12, 52)  # halves, quarters, months and weeks of a year


def is_mean_of_any(figures: Iterable[Figure], claim: Figure) -> bool:
    """Whether an amount is what any other of a paragraph comes to by the half, the quarter, the month or the week."""
    own = as_claim(claim)
    alike = (
        f
        for f in figures
        if f is not claim and same_dimension(f.unit.partition("/")[0], claim.unit.partition("/")[0])
    )
    wholes = (whole for f in alike if f.role in ("level", "change") and (whole := as_claim(f)) is not None)
    return own is not None and any(own.meets(whole.scaled(1 / n)) for whole in wholes for n in _PARTS)


def of_open_days(count: Figure, mean: Figure, figures: Iterable[Figure]) -> bool:
    """Whether a mean is that of the days told between it and its count: 上半年接待18万人次，开放150天，日均1200人次."""
    own, claim = as_claim(count), as_claim(mean)
    if own is None or claim is None:
        return False
    between = (
        f for f in figures
        if f.unit == "day" and f.low and count.anchor.end <= f.anchor.start < mean.anchor.start
    )  # fmt: skip
    return any(own.scaled(1 / float(f.low or 1)).meets(claim) for f in between)
