"""Periods as people type them, in the notation of the files or in Chinese."""

from __future__ import annotations

import re
from unicodedata import normalize

from desktop.core.period import Period
from desktop.core.period_dates import bounds

_ONE = re.compile(
    r"(?P<year>\d{4})(?:年"
    r"|(?:年|-)(?P<month>\d{1,2})月?(?:-?(?P<day>\d{1,2})日?)?"
    r"|年?-?(?:第?(?P<quarter>[1-4一二三四])季度|Q(?P<q>[1-4])|H(?P<h>[12])|(?P<half>[上下])半年))?"
)
_WINDOW = re.compile(r"(?:近|最近|过去|last)(\d+)(?:个)?(天|日|月|年|days?|months?|years?)")
_UNITS = {"天": "day", "日": "day", "月": "month", "年": "year"}
_DIGITS = {"一": "1", "二": "2", "三": "3", "四": "4"}


def read_period(words: str) -> Period | None:
    """Return the period of "2020-Q4", "2020年4月", "2018→2020", "last 6 months" or "近6个月"; None when it is none."""
    plain = re.sub(r"\s+", "", normalize("NFKC", words))
    window = _WINDOW.fullmatch(plain)
    if window:
        unit = _UNITS.get(window[2], window[2].rstrip("s"))
        return Period(f"last {int(window[1])} {unit}s")
    parts = [_one(part) for part in re.split("→|->|至|~", plain)]
    if not 1 <= len(parts) <= 2 or not all(parts):
        return None
    text = "→".join(parts)
    try:
        start, end = bounds(text)
    except ValueError:  # no such month or day
        return None
    return Period(text, start, end) if start and end and start <= end else None


def _one(words: str) -> str:
    match = _ONE.fullmatch(words)
    if match is None:
        return ""
    year = match["year"]
    if quarter := match["quarter"] or match["q"]:
        return f"{year}-Q{_DIGITS.get(quarter, quarter)}"
    if half := match["h"] or match["half"]:
        return f"{year}-H{ {'上': '1', '下': '2'}.get(half, half) }"
    if match["month"] is None:
        return year
    month = f"{year}-{int(match['month']):02}"
    return f"{month}-{int(match['day']):02}" if match["day"] else month
