"""Figures of a heading, paragraph or list item, with roles, links and periods."""

from __future__ import annotations

import re
from typing import Final

from desktop.importers.figures import each
from desktop.importers.figures.clause import REACH, Clauses
from desktop.importers.figures.found import Found
from desktop.importers.figures.links import link
from desktop.importers.figures.period import assign, complete
from desktop.importers.figures.quantity import find
from desktop.importers.figures.roles import judge
from desktop.importers.figures.units import DATA

_PLACES: Final = re.compile("排名|名次|位次|座次|排行")
_DAILY: Final = re.compile(r"每日|日均|每天|单日")
_PER_USER: Final = re.compile(r"单用户|每用户|户均|单个用户|每个用户|单户")


def in_prose(text: str, start: int, end: int, year: str) -> tuple[list[Found], Clauses | None, str]:
    """Return the figures of one block, its clauses when there are any, and the year that was named last."""
    found = list(find(text, start, end))
    if not found:
        return found, None, year
    clauses = Clauses(text, start, end)
    year = complete(found, year, text)
    # a bare 上半年 dates nothing
    found = [f for f in found if not f.partial or (f.period and f.period[0].isdigit())]
    sentence: list[Found] = []
    bounds = (0, -1)
    for one in found:
        if one.role == "date":
            continue
        start = one.start
        low, high = one.clause = clauses.clause(start, one.end)
        if not bounds[0] <= start < bounds[1]:
            if len(sentence) > 1:
                link(text, sentence, bounds[0])
            bounds = clauses.sentence(start)
            sentence = []
        left = text[low:start]
        judge(one, left, text[one.end : high], text[max(bounds[0], start - REACH) : start], "", "")
        if one.unit in DATA and _DAILY.search(left):
            one.unit = f"{one.unit}/day"
        elif one.unit == "CNY/day" and _PER_USER.search(left):
            one.unit = "CNY/day/user"
        elif one.unit == "person" and text[one.ce - 1] == "位" and _PLACES.search(left):
            one.unit = "rank"
        sentence.append(one)
    if len(sentence) > 1:
        link(text, sentence, bounds[0])
    assign(clauses, found)
    each.settle(clauses, found)
    for one in found:
        if one.partial and "-" not in (one.period or ""):
            one.period = None  # 7月底, of a year that the text does not name
    return found, clauses, year
