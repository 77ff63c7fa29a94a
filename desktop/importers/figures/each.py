"""Several figures told together: 2021年、2022年分别为3%和4%; 甲、乙分别为3%和4%; each has its own date or name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

from desktop.importers.figures import phrase
from desktop.importers.figures.clause import Clauses
from desktop.importers.figures.found import Found
from desktop.importers.figures.naming import MEASURES, clean

_EACH: Final = re.compile("分别")
_LISTED: Final = re.compile(r" ?(?:[、,，]? ?(?:和|及|与|以及)|[、,，]) ?(?:到|至)?")
_APART: Final = re.compile(r"、|以及|[和及与]")
_SPAN: Final = re.compile(r"(\d{4})→(\d{4})")
_MOST: Final = 12


class Series(NamedTuple):
    """The word 分别, the dates listed before it and the figures listed after it."""

    start: int
    end: int
    days: list[Found]
    figures: list[Found]


def series(clauses: Clauses, found: list[Found]) -> Iterator[Series]:
    """Yield the series of one block in order."""
    text = clauses.text
    if text.find("分别", clauses.start, clauses.end) < 0:
        return
    starts = [f.start for f in found]
    for word in _EACH.finditer(text, clauses.start, clauses.end):
        first = bisect_left(starts, word.end())
        figures: list[Found] = []
        for one in found[first : first + _MOST]:
            gap = text[figures[-1].end if figures else word.end() : one.start]
            if one.role == "date" or not (_LISTED.fullmatch(gap) if figures else len(gap) <= 12):
                break
            figures.append(one)
        days: list[Found] = []
        for one in reversed(found[max(0, first - _MOST) : first]):
            gap = text[one.end : days[-1].start if days else word.start()]
            if one.role != "date" or not (
                _LISTED.fullmatch(gap) if days else len(gap) <= 16 and "。" not in gap
            ):
                break
            days.append(one)
        yield Series(*word.span(), days[::-1], figures)


def settle(clauses: Clauses, found: list[Found]) -> None:
    """Give each figure of a series its own date, and the part of the first (下降5%和3%)."""
    last: list[str | None] = []
    at = 0
    for one in series(clauses, found):
        periods = [day.period for day in one.days]
        years = _SPAN.fullmatch(periods[0] or "") if len(periods) == 1 else None
        if years:
            periods = [str(y) for y in range(int(years[1]), min(int(years[2]), int(years[1]) + _MOST) + 1)]
        elif not periods and at == clauses.sentence(one.start)[0]:
            periods = last
        last, at = periods, clauses.sentence(one.start)[0]
        if len(periods) == len(one.figures) > 1:
            for figure, period in zip(one.figures, periods, strict=True):
                figure.period = period
        for figure in one.figures[1:]:
            first = one.figures[0]
            if figure.unit == first.unit and figure.role == "level" and first.role in ("change", "ratio"):
                figure.role, figure.direction = first.role, figure.direction or first.direction


def share_names(clauses: Clauses, found: list[Found]) -> None:
    """Give each figure of a series its own name, where as many names as figures are listed."""
    text = clauses.text
    for one in series(clauses, found):
        if one.days or len(one.figures) < 2:
            continue
        listed = text[clauses.clause(one.start, one.end)[0] : one.start]
        shared = clean(phrase.before(text[one.end : one.figures[0].start]))
        if not shared and "的" in listed:
            listed, _, shared = listed.rpartition("的")
        names = [part.strip() for part in _APART.split(listed)]
        if len(names) != len(one.figures) or not all(2 <= len(name) <= 12 for name in names):
            continue
        measured = all(MEASURES.search(name) for name in names)
        for figure, name in zip(one.figures, names, strict=True):
            if measured:
                figure.indicator = name
            else:
                figure.entity, figure.indicator = name, shared or None
