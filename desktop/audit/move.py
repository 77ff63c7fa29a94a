"""A change between two values, as a text states it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from desktop.audit.interval import Interval
from desktop.core.figure import Figure
from desktop.core.units import unit

BY, TO = "by", "to"
_WINDOW: Final = re.compile(r"last (\d+) (day|week|month|quarter|year)s?")
_MONTHS: Final = {"day": 1 / 30.4375, "week": 7 / 30.4375, "month": 1.0, "quarter": 3.0, "year": 12.0}
MOST = 60  # numbers of a sentence that tells of a change; one of more is a list


class Move(NamedTuple):
    """Two values of one quantity and, unless it is None, the change that the text states between them.

    ``lead`` are the words before the stated change. ``way`` is BY for what was added or taken away, TO for what is
    left of the first value (三折, 原来的四分之一), and empty where the words allow both. ``down`` is whether the
    text tells of a fall; where it does not say (``told`` is false), as the values have it. ``windows`` are the days
    that the values count over where the text names them (每季度), as wide as months differ; ``per_time`` is whether
    the words compute by time. ``years`` are the lengths that the words give to the move.
    """

    before: Figure
    after: Figure
    change: Figure | None
    lead: str = ""
    down: bool | None = None
    told: bool = True
    way: str = BY
    windows: tuple[Interval, Interval] | None = None
    per_time: bool = False
    years: tuple[int, ...] = ()


def is_share(figure: Figure) -> bool:
    """Whether a value is itself a percentage."""
    known = unit(figure.unit)
    return known is not None and known.dimension == "share"


def months_of(figure: Figure) -> float | None:
    """The length of the window or period that a figure counts over, in months."""
    period = figure.period
    if period is None:
        return None
    window = _WINDOW.fullmatch(period.text) if period.text.startswith("last ") else None
    if window:
        return int(window[1]) * _MONTHS[window[2]]
    if period.start and period.end and "→" not in period.text:
        return ((period.end - period.start).days + 1) / 30.4375
    return None


def windowed(figure: Figure) -> bool:
    """Whether a figure counts over a rolling window ("the last 6 months")."""
    return figure.period is not None and figure.period.text.startswith("last ")


def years_between(before: Figure, after: Figure) -> int | None:
    """Whole years from one value to the next; None where a time is not known."""
    one, other = before.period, after.period
    if one is None or other is None or one.start is None or other.start is None:
        return None
    return other.start.year - one.start.year
