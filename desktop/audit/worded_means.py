"""A daily mean of the year and one of the days that were open: 去年72万人次，开馆335天，开馆日均2149人次.

The two are taken for each other where the number is exactly the one and the words name the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.marks import SAME_TWO
from desktop.audit.passages import RATES, Passage, Told
from desktop.audit.ways import Way
from desktop.audit.worded import Worded, alike, near_before, quotient, span, worded

_OPEN: Final = r"(?:开[放馆园诊门业机]|营业|生产|运营|运行|工作|开工|开课|上课|作业|对外开放)"
_OF_YEAR: Final = re.compile(
    r"(?:(?:全年|日历|自然日|按(?:全年)?36[56]天)[^，。；]{0,6}(?:日均|平均每[天日]|每[天日]平均)|每个?(?:日历日|自然日))[^，。；\d]{0,6}$"
)
_OF_OPEN: Final = re.compile(
    rf"(?:{_OPEN}期?间?日?(?:的)?(?:日均|平均每[天日])|(?:平均)?每个?{_OPEN}日)[^，。；\d]{{0,6}}$"
)
_DAYS: Final = re.compile(rf"(?:实际|共|全年|累计)?{_OPEN}(?:了|共|约)?$")
_WHOLE: Final = re.compile(r"全年|去年|上年|今年|当年|一年|\d{4}年?")
_HALF: Final = re.compile(r"[上下]半年|季度|[\d一二三四五六七八九十]月|其中")
_YEAR: Final = (365.0, 366.0, 360.0)
_FAR: Final = 1  # sentences


def of_means(passage: Passage) -> Iterator[Worded]:
    """Every daily mean that is told of all days though it is of the open ones, or the other way round."""
    if SAME_TWO not in passage.marks or not {"日", "天"} & passage.marks or "年" not in passage.marks:
        return
    for told in passage.own[2:]:
        words = passage.clause(told)
        if told.figure.unit in RATES or not (_OF_YEAR.search(words) or _OF_OPEN.search(words)):
            continue
        near = near_before(passage, told, _FAR)
        days = [t for t in near if t.figure.unit == "day" and _DAYS.search(t.lead)]
        wholes = [t for t in alike(near, told) if _WHOLE.search(passage.clause(t))]
        if len(days) == len(wholes) == 1 and not _HALF.search(passage.text, wholes[0].start - 12, told.start):
            found = _taken(told, wholes[0], days[0], of_year=_OF_YEAR.search(words) is not None)
            if found is not None:
                yield found


def _taken(told: Told, whole: Told, days: Told, *, of_year: bool) -> Worded | None:
    """The mean that the words name, where the number is the other one."""
    own, claim, many = span(whole), span(told), float(days.figure.low or 0)
    opened = quotient(whole, days._replace(value=many))
    if own is None or claim is None or opened is None or not 0 < many < min(_YEAR):
        return None
    of_all = [Way((whole.figure,), own.scaled(1 / n), whole.value / n, f"{{}} ÷ {n:g}") for n in _YEAR]
    named, other = (of_all, [opened]) if of_year else ([opened], of_all)
    return worded(told, named, plain=True) if any(w.found.meets(claim) for w in (*other, *named)) else None
