"""Lengths of time in English words, as days: seven years and three months, twelve and a half years, 14 months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from desktop.audit.english_worded import WORDED, whole
from desktop.core.period import Period
from desktop.core.text import Text
from desktop.core.value import value

_N: Final = rf"(?:an?|\d+(?:\.\d+)?|{WORDED})"
_LENGTH: Final = re.compile(
    rf"(?<![\w.,-])(?P<hedge>(?:about|around|roughly|nearly|almost|some|approximately|over|under|just"
    rf" over|just under|more than|less than|barely"
    rf"|exactly|only|just) )?(?P<n>{_N})(?P<half>[ -]and[ -]a[ -]half)? (?P<unit>year|month|week|day"
    rf"|decade)s?(?P<late> and a half)?"
    rf"(?:,? and (?P<m>{_N}) (?P<small>month|week|day)s?)?(?![\w-])",
    re.I,
)
_DAYS: Final = {"decade": 3652.5, "year": 365.25, "month": 30.4375, "week": 7.0, "day": 1.0}
_LOOSE: Final = {"decade": 400.0, "year": 200.0, "month": 31.0, "week": 5.0, "day": 2.0}
_HALF: Final = 0.3  # of a unit: what "and a half" may be off
_ROUGH: Final = 0.15  # of a length: what "about" may be off


@value
class Span:
    """A length of time: where it stands in its sentence, its days, and by how many it may be off."""

    start: int
    end: int
    words: str
    days: float
    loose: float

    def fits(self, one: Period, other: Period) -> bool:
        """Whether it is the time between two periods, whichever comes first."""
        ends = between(one, other)
        return ends is None or ends[0] - self.loose <= self.days <= ends[1] + self.loose


def spans(words: str) -> Iterator[Span]:
    """The lengths of time of a sentence."""
    for match in _LENGTH.finditer(words):
        unit = match["unit"].lower()
        many = _many(match["n"]) + (0.5 if match["half"] or match["late"] else 0.0)
        days, loose = many * _DAYS[unit], _LOOSE[unit]
        if match["half"] or match["late"] or "." in match["n"]:
            loose = _HALF * _DAYS[unit]
        if match["m"]:
            small = match["small"].lower()
            days, loose = days + _many(match["m"]) * _DAYS[small], _LOOSE[small]
        if match["hedge"] and match["hedge"].strip().lower() not in ("exactly", "only", "just"):
            loose = max(loose, _ROUGH * days)
        if days:
            yield Span(match.start(), match.end(), match[0], days, loose)


def _many(words: str) -> float:
    return float(words) if words[0].isdigit() else float(whole(words))


def between(one: Period, other: Period) -> tuple[float, float] | None:
    """The days from any day of the one period to any day of the other: fewest and most; None of what has no ends."""
    if one.start is None or other.start is None:
        return None
    first, last = sorted((one, other), key=lambda p: p.start or date.min)
    least = (last.start - (first.end or first.start)).days  # type: ignore[operator]
    return max(0.0, least), ((last.end or last.start) - first.start).days  # type: ignore[operator]


def about(one: Period, other: Period) -> Text:
    """The time between two periods in words."""
    ends = between(one, other) or (0.0, 0.0)
    days = sum(ends) / 2
    for unit, zh, en in (
        ("year", "年", "years"),
        ("month", "个月", "months"),
        ("week", "周", "weeks"),
        ("day", "天", "days"),
    ):
        many = days / _DAYS[unit]
        if many >= (2 if unit == "year" else 1) or unit == "day":
            shown = f"{many:.1f}".rstrip("0").rstrip(".")
            return Text(f"约{shown}{zh}", f"about {shown} {en}")
    raise AssertionError
