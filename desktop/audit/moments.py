"""The dates of a section as stretches of days; one without a year has the year of the date before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final, NamedTuple

from desktop.audit.lengths import YEAR, Length, apart
from desktop.audit.scope import Section
from desktop.core.figure import Figure
from desktop.core.period import Period
from desktop.core.value import once

_DAY: Final = re.compile(r"(\d\d)-(\d\d)")
_PART: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_NEXT: Final = ("次年", "翌年", "来年", "转年", "第二年")
_SOME_YEAR: Final = 2001  # no leap year
_WRAPS: Final = (
    150  # days that a date without a year lies before the last one, so that it is of the next year
)


class Moment(NamedTuple):
    """A date; ``start`` and ``end`` are offsets into the text of the section, ``guessed`` is a year not told."""

    figure: Figure
    period: Period
    start: int
    end: int
    guessed: bool = False

    @property
    def first(self) -> date:
        """Its first day."""
        return self.period.start or date.min


@once
def moments(section: Section) -> tuple[Moment, ...]:
    """The dates of the prose of a section in order; a stretch is its two ends."""
    found: list[Moment] = []
    for figure in section.figures:
        if figure.is_date and not figure.table and figure.period is not None:
            found += _of(figure, figure.period, section.start, found[-1] if found else None)
    return tuple(found)


def _of(figure: Figure, period: Period, base: int, last: Moment | None) -> Iterator[Moment]:
    at = figure.anchor.start - base, figure.anchor.end - base
    for part in period.text.split("→"):
        if (day := _DAY.fullmatch(part)) is not None:
            begin = _without_year(int(day[1]), int(day[2]), figure.as_printed, last)
            if begin is not None:
                last = Moment(figure, Period(part, begin, begin), *at, guessed=True)
                yield last
        elif "→" not in period.text:
            if period.start is not None and period.end is not None and period.start <= period.end:
                yield Moment(figure, period, *at)
        elif (told := _PART.fullmatch(part)) is not None and (whole := _whole(*told.groups())) is not None:
            last = Moment(figure, Period(part, *whole), *at)
            yield last


def with_years(dates: Sequence[Figure]) -> list[Figure]:
    """The dates of a sentence; one that has no year, and none before it either, is of some year."""
    found: list[Figure] = []
    last: Moment | None = None
    for figure in dates:
        if figure.period is not None and figure.period.start is None and "→" not in figure.period.text:
            own = next(_of(figure, figure.period, 0, last), None)
            last = own or last
            found.append(replace(figure, period=own.period) if own is not None else figure)
        else:
            found.append(figure)
            if figure.period is not None and figure.period.start is not None:
                last = Moment(figure, figure.period, 0, 0)
    return found


def _without_year(month: int, day: int, printed: str, last: Moment | None) -> date | None:
    year = last.first.year if last is not None else _SOME_YEAR
    try:
        found = date(year, month, day)
        if last is not None and last.guessed:
            back = (last.first - found).days
            if printed.startswith(_NEXT) or back > _WRAPS:
                found = date(year + 1, month, day)
    except ValueError:
        return None
    return found


def _whole(year: str, month: str | None, day: str | None) -> tuple[date, date] | None:
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if day:
        return first, first
    following = (
        date(first.year + 1, 1, 1) if not month or month == "12" else first.replace(month=first.month + 1)
    )
    return first, following - timedelta(days=1)


def between(one: Moment, other: Moment) -> list[tuple[float, float]]:
    """The fewest and the most days between two dates; of one without a year, also a year more or less."""
    found = [apart(one.period, other.period)]
    if one.guessed or other.guessed:
        least, most = found[0]
        found += [(abs(YEAR - most), YEAR - least), (YEAR + least, YEAR + most)]
    return found


def lies(length: Length, one: Moment, other: Moment, *, loose: bool = True) -> bool:
    """Whether a length of time may be that between two dates."""
    low, high = length.low, length.high
    years = (low + high) / 2 / YEAR
    if loose and years > _ROUND and abs(years / 10 - round(years / 10)) < 0.01:  # 三十年 of twenty-eight
        low, high = low - 0.06 * years * YEAR, high + 0.06 * years * YEAR
    return any(low <= most and least <= high for least, most in between(one, other))


_ROUND: Final = 9.5  # years from which on a round number of them is loose
