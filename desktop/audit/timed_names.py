"""Which quantities of tables words name: by whole names, or by runs of two characters that a name has to itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import add
from typing import Final

from desktop.audit.keys import english
from desktop.audit.timed import Timed

_FOUR: Final = 4
_WORD: Final = re.compile(r"[a-z]{3,}")
# Runs of two characters that names of different quantities share, so that one alone names none.
COMMON: Final = frozenset(
    [
        "全部",
        "合计",
        "平均",
        "数量",
        "金额",
        "年末",
        "全年",
        "总额",
        "比例",
        "占比",
        "情况",
        "项目",
        "年份",
        "期末",
        "年底",
        "总量",
        "指标",
        "时间",
        "单位",
    ]
)


@lru_cache(maxsize=5000)
def pairs(name: str) -> frozenset[str]:
    """The runs of two characters of a name that tell it from others; 营收 is short for 营业收入."""
    return frozenset((*(name[i : i + 2] for i in range(len(name) - 1)), *_short(name))) - COMMON


def _short(name: str) -> tuple[str, ...]:
    return (name[0] + name[2],) if len(name) == _FOUR else ()


def runs_of(name: str, words: str) -> list[str]:
    """The runs of two characters and more of a name that words have; an English name is one run, or none."""
    if name.isascii():
        return [name] if (own := english(name)) and own <= english(words) else []
    if name in words:
        return [name]
    found, at = [s for s in _short(name) if s in words], 0
    while at < len(name) - 1:
        end = at + 1
        while end < len(name) and name[at : end + 1] in words:
            end += 1
        if end - at > 1 and name[at:end] not in COMMON:
            found.append(name[at:end])
        at = max(end - 1, at + 1) if end - at > 1 else at + 1
    return found


def marked(lines: Sequence[Timed], pairs_told: set[str]) -> list[Timed]:
    """The lines of which a text may have the name, or the noun of its heads, by the pairs of characters it has."""
    return [
        k
        for k in lines
        if k.name.isascii()
        or not pairs(k.name).isdisjoint(pairs_told)
        or not pairs(k.field).isdisjoint(pairs_told)
    ]


def places(lines: Sequence[Timed], text: str, pairs_told: set[str]) -> list[int]:
    """Where a text has a pair of characters of a name, or the beginning of an English word of one, in order."""
    found = []
    latin = {w[:3] for k in lines if k.name.isascii() for w in _WORD.findall(k.name.lower())}
    text = text.lower() if latin else text
    told = frozenset[str]().union(*(pairs(n) for k in lines for n in (k.name, k.field) if not n.isascii()))
    for mark in (*latin, *(told & pairs_told)):
        at = text.find(mark)
        while at >= 0:
            found.append(at)
            at = text.find(mark, at + 1)
    return sorted(found)


def best(lines: Sequence[Timed], words: str) -> tuple[list[Timed], set[str]]:
    """The lines that words name best by their own names, and the runs that name them."""
    known = set(map(add, words, words[1:]))
    marks = [
        (sum(len(r) - 1 for r in own) + (own == [line.name]), own, line)
        for line in lines
        if (line.name.isascii() or not pairs(line.name).isdisjoint(known))
        and (own := runs_of(line.name, words))
    ]
    most = max((m for m, _, _ in marks), default=0)
    found = [(own, line) for m, own, line in marks if m == most]
    return [line for _, line in found], {r for own, _ in found for r in own}
