"""Which part of which year an amount is told of: 2023年三季度, 9月, 上半年, 去年同期; and how two of them lie."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_NUMBERS: Final = (
    {c: n for n, c in enumerate("一二三四", 1)} | {c: n for n, c in enumerate("1234", 1)} | {"上": 1, "下": 2}
)
_TOLD: Final = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年?|(?P<rel>去年|上年|今年|本年)的?)?(?:"
    r"第?(?P<quarter>[一二三四1234])季度?|(?P<half>[上下])半年|(?P<month>1[0-2]|[1-9])月(?:份|当月)?(?!\d|[1-3]?\d日)"
    r"|Q(?P<q>[1-4])|(?P<run>前[一二两三四五六七八九十\d]{1,2}个?(?:季度?|月)))"
    r"|(?P<ago>(?:去年|上年|前一年|上一年)的?(?:同[期季月样一]|此时|这))"
    r"|(?P<last>上个?(?:季度|季|月|周)|前一个?(?:季度|月|周))"
)
_MANY: Final = {"quarter": 4, "half": 2, "month": 12}
YEARLY, BY_TERM, UNKNOWN = "yearly", "by term", ""


class Part(NamedTuple):
    """A part of a year: where its words stand, the year (0 where it is not told), its kind and its number."""

    start: int
    end: int
    year: int
    kind: str
    number: int


def parts_of_year(text: str) -> Iterator[Part]:
    """The parts of years that a text names; one that tells no year has that of the one before it."""
    year = 0
    for match in _TOLD.finditer(text):
        place = match.start(), match.end()
        if match["ago"] or match["last"]:
            yield Part(*place, 0, "ago" if match["ago"] else "last", 0)
            continue
        if match["year"]:
            year = int(match["year"])
        own = {"去年": -1, "上年": -1}.get(match["rel"] or "", 0)
        kind = next(k for k in ("quarter", "half", "month", "q", "run") if match[k])
        if kind == "run":
            yield Part(*place, year + own, match["run"], 1)
        else:
            number = int(match[kind]) if kind == "month" else _NUMBERS[match[kind]]
            yield Part(*place, year + own, "quarter" if kind == "q" else kind, number)


def relation(base: Part | None, own: Part | None) -> str:
    """Whether one part is that of a year before another, or the one right before it; unknown of others."""
    if base is not None and base.kind in ("ago", "last"):
        return YEARLY if base.kind == "ago" else BY_TERM
    if base is None or own is None or base.kind != own.kind:
        return UNKNOWN
    years, many = own.year - base.year, _MANY.get(own.kind, 0)
    if years == 1 and own.number == base.number:
        return YEARLY
    return BY_TERM if many and years * many + own.number - base.number == 1 else UNKNOWN
