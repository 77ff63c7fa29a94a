"""Between which times of a table a clause tells a change, and whether its words leave any other choice."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from desktop.audit.interval import value_of
from desktop.audit.reading import number as whole
from desktop.audit.timed import Timed

YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
EACH_YEAR: Final = re.compile(r"年均|年复合|复合|平均每年|每年|折成年均")
_N: Final = r"(?<![\d第])(?P<n>[一两二三四五六七八九十\d]{1,2})个?年"
_SPAN: Final = re.compile(_N + r"(?:[间内里来下合时共累之]|(?![前后以\d]))")
_AGO: Final = re.compile(r"[比较与和跟]" + _N + r"(?:之?前|以前)")
_AFTER: Final = re.compile(_N + r"(?:之?后|以后)")
_NEXT: Final = re.compile(r"次年|第二年|转年|翌年|隔年")
_AGAINST: Final = re.compile(
    r"(?:[较比与和跟从由自以]|相对于?|对照)(?P<y>(?:19|20)\d\d)年?[末底初]?(?!年?[末底初]?[到至—\-–~])"
)
_ON_YEAR: Final = re.compile(r"同比|[较比][上去前]一?年|上一?年|前一年|次年|第二年|一年")
_ON_ONE: Final = re.compile(r"同比|[较比][上去前]一?年|[上前]一?年的(?:约|近|大约)?$")
_HIGH: Final = re.compile(r"高点|高峰|峰值|顶峰|最高|顶点|巅峰|鼎盛")
_LOW: Final = re.compile(r"低点|谷底|底部|最低|低谷|见底")
_OF_YEAR: Final = re.compile(r"(?P<y>(?:19|20)\d\d)年?[末底初]?(?:时|同期)?的(?:约|近|大约|整整|不到|不足)?$")
_SINCE: Final = re.compile(r"(?P<y>(?:19|20)\d\d)年(?:起|以来|开始)")
_FROM: Final = re.compile(r"起点|起算|算起|为基|基数")
_START: Final = re.compile(r"起初|最初|当初|期初|开头|一开始|原来|原先|最早")


class Meant(NamedTuple):
    """The pairs of times, earlier and later, that words most likely mean, and all that they may mean.

    They are ``sure`` where they can mean no others.
    """

    pairs: tuple[tuple[int, int], ...]
    sure: bool
    wide: tuple[tuple[int, int], ...] = ()


def meant(line: Timed, clause: str, before: str, last: int, repeated: Sequence[int]) -> Meant | None:
    """``before`` are the words of the sentence before the clause, ``last`` the year that the text told last, or 0.

    ``repeated`` are the times whose values the sentence told.
    """
    times = line.times
    every = tuple(itertools.combinations(times, 2))
    if not line.dated:
        return Meant(every, sure=True) if len(times) == 2 else None
    here, told = [int(y) for y in YEAR.findall(clause)], [int(y) for y in YEAR.findall(before)]
    if any(y not in times for y in here) or len(here) > 2:
        return None
    spoken = told[-1] if told else last
    if not here and not repeated and spoken and spoken not in times:
        return None  # 2025年扩张，门店再增加30家, where the table ends before
    since = _SINCE.search(clause)
    if since is not None and EACH_YEAR.search(clause) and line.partly.isdisjoint((times[0], times[-1])):
        first = int(since["y"])  # 2022年起每年增长五成: from that year on, or in that year for the first time
        own = tuple(p for p in every if p[0] in (first - 1, first) and p[1] == times[-1])
        return Meant(own, sure=True) if own else None
    if EACH_YEAR.search(clause):
        return _yearly(
            tuple(p for p in every if line.partly.isdisjoint(p)), here or told or sorted(repeated[-2:])
        )
    if len(set(here)) == 2:
        return Meant(((min(here), max(here)),), sure=True)
    after = _AFTER.search(clause) or _AFTER.search(before)
    if after is not None and not here and last in times:
        later = last + whole(after["n"])
        return Meant(((last, later),), sure=True) if later in times else None
    if _NEXT.search(clause) and not here and last in times:
        return Meant(((last, last + 1),), sure=True) if last + 1 in times else None
    end = here[-1] if here else repeated[-1] if repeated else told[-1] if told else last
    told_from = _FROM.search(before) is not None
    opening = re.split("[，；。]", before.rstrip("，"))[-1]
    base = _base(line, clause) or (0 if here or _ON_ONE.search(clause) else _against(line, opening))
    if base:
        ends = [t for t in times if t > base]
        own = tuple((base, t) for t in sorted(ends, key=lambda t: t != end))
        return Meant(own[:1] if end in ends else own, sure=False, wide=own)
    span = _SPAN.search(clause) or _AGO.search(clause)
    length = whole(span["n"]) if span is not None else 1
    two = sorted(repeated[-2:]) if not (here or told_from or _ON_ONE.search(clause)) else []
    if len(set(two)) == 2 and (span is None or two[1] - two[0] == length):
        return Meant(((two[0], two[1]),), sure=True)
    if here and here[0] == times[0]:
        return None
    if here and _ON_YEAR.search(clause):
        return Meant(((here[0] - 1, here[0]),), sure=True) if here[0] - 1 in times else None
    if _ON_ONE.search(clause):
        if end and not {end - 1, end} <= set(times):
            return None  # 2022年38元，比上年增长3倍, where the table has 2020 and 2022
        if end and (repeated or told):
            return Meant(((end - 1, end),), sure=True)
        every = tuple((a, b) for a, b in every if b - a == 1)
    likely = [p for p in every if p[1] - p[0] == length and end in (0, p[1])]
    return Meant(tuple(likely), sure=False, wide=tuple(p for p in every if not here or p[1] == here[0]))


def _base(line: Timed, clause: str) -> int:
    """The time that words set others against: a year, the first, the highest or the lowest; 0 where they do not."""
    against = _against(line, clause)
    if against:
        return against
    of_year = _OF_YEAR.search(clause)
    if of_year is not None and int(of_year["y"]) in line.times:
        return int(of_year["y"])
    if _START.search(clause):
        return line.times[0]
    values = [(value_of(f) or 0.0, t) for t, f in line.cells]
    if _HIGH.search(clause):
        return max(values)[1]
    return min(values)[1] if _LOW.search(clause) else 0


def _against(line: Timed, clause: str) -> int:
    found = _AGAINST.search(clause)
    return int(found["y"]) if found is not None and int(found["y"]) in line.times else 0


def _yearly(every: tuple[tuple[int, int], ...], years: list[int]) -> Meant | None:
    if len(years) >= 2 and years[-2] < years[-1]:
        return Meant(((years[-2], years[-1]),), sure=True) if (years[-2], years[-1]) in every else None
    own = tuple(p for p in every if p[1] - p[0] > 1)
    return Meant(own, sure=False, wide=own)
