"""A period of time: the string that the text gives, with first and last day where it has them."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from desktop.core.text import Text
from desktop.core.value import value

_WINDOW: Final = re.compile(r"last (\d+) (day|month|year)s?")
_DATE: Final = re.compile(r"(\d{4})(?:-(?:Q(\d)|H(\d)|(\d\d)(?:-(\d\d))?))?")
_MONTHS: Final = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@value
class Period:
    """``text`` is "2020-Q4", "2018→2020-Q4" or a window such as "last 6 months", which has no dates."""

    text: str
    start: date | None = None
    end: date | None = None

    def shown(self) -> Text:
        """The period as people write it in each language."""
        window = _WINDOW.fullmatch(self.text)
        if window:
            number, zh = window[1], {"day": "天", "month": "个月", "year": "年"}[window[2]]
            return Text(f"近 {number} {zh}", self.text)
        parts = [_one(p) for p in self.text.split("→")]
        return Text(" → ".join(p.zh for p in parts), " → ".join(p.en for p in parts))


def _one(text: str) -> Text:
    match = _DATE.fullmatch(text)
    if not match:
        return Text(text, text)
    year, quarter, half, month, day = match.groups()
    if quarter:
        return Text(f"{year} 年第 {quarter} 季度", f"Q{quarter} {year}")
    if half:
        return Text(f"{year} 年{'上' if half == '1' else '下'}半年", f"H{half} {year}")
    if not month:
        return Text(f"{year} 年", year)
    name = _MONTHS[int(month)] if 0 < int(month) <= 12 else month
    if day:
        return Text(f"{year}-{month}-{day}", f"{int(day)} {name} {year}")
    return Text(f"{year} 年 {int(month)} 月", f"{name} {year}")
