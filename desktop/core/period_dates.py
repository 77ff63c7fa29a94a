"""First and last day of a period string: "2022", "2020-07", "2020-Q4", "2024-H1", "2018→2020-Q4"."""

from __future__ import annotations

import calendar
import re
from datetime import date

_PATTERN = re.compile(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(\d\d)(?:-(\d\d))?))?")


def bounds(period: str) -> tuple[date | None, date | None]:
    """Return first and last day; (None, None) for a window ("last 6 months") and a day that never was."""
    try:
        parts = [_one(part) for part in period.split("→")]
    except ValueError:  # 2021-02-30, 2021-13
        return None, None
    return parts[0][0], parts[-1][1]


def _one(text: str) -> tuple[date | None, date | None]:
    match = _PATTERN.fullmatch(text)
    if not match:
        return None, None
    year, quarter, half, month, day = (int(g) if g else 0 for g in match.groups())
    if day:
        return date(year, month, day), date(year, month, day)
    first, last = 1, 12
    if quarter:
        first, last = quarter * 3 - 2, quarter * 3
    elif half:
        first, last = half * 6 - 5, half * 6
    elif month:
        first = last = month
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
