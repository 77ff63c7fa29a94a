"""Which of two values in the prose is the earlier, or the base that another is held against."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.reading import number
from desktop.audit.size_told import SizeTold
from desktop.audit.size_words import THEN
from desktop.audit.telling import told as told_of
from desktop.audit.times_apart import NOW, day, overlap
from desktop.core.figure import Figure

FROM: Final = re.compile(r"(?:从|由|自|把|将)[^，,。；]{0,14}$")
_PART_OF_YEAR: Final = re.compile(
    r"第?(?P<quarter>[一二三四1-4])季度?|(?<![\d个])(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?![均费租薪供卡])"
)
_TO: Final = re.compile(r"(?:[至到成向]|→|变为|改为)了?[约近仅只]*(?:每[^，,。\d]{1,3})?$")
_SET_AGAINST: Final = re.compile(r"[与和同跟较比][^，,。；]*$")
UNTIL: Final = re.compile(r"[，,](?:到|至)(?:(?:19|20)\d\d年|如今|现在|今年|眼下|目前)[^，,。；]{0,8}$")
_BEFORE: Final = re.compile(r"前一|同期|再前|更早")
_WITH: Final = ("相比", "比", "对比")


def order(told: SizeTold, one: Figure, other: Figure) -> int:
    """1 where the one is the earlier value, -1 where it is the later, 0 where nothing tells it."""
    first, second = told.clause(one), told.clause(other)
    if _SET_AGAINST.search(first) and told.text.startswith(_WITH, told.end(one)):
        return 1
    if one.period is None and other.period is not None and _is_now(told, first, second, other):
        return -1
    if one.period is not None and other.period is not None and not overlap(one, other):
        return 1 if day(one) < day(other) else -1
    if FROM.search(first) and _TO.search(second):
        return 1
    if _TO.search(second) and told_of(second).sure and told.inside(one):
        return 1  # 是58.0%，换了承包商，这个数掉到46.4%
    parts = [_PART_OF_YEAR.search(w) for w in (first, second)]
    if parts[0] is not None and parts[1] is not None and parts[0].lastgroup == parts[1].lastgroup:
        at = [number(m[m.lastgroup or 0]) for m in parts if m is not None]
        return 0 if at[0] == at[1] else 1 if at[0] < at[1] else -1
    if THEN.search(first) and _BEFORE.search(second):
        return -1
    then, now = (THEN.search(w) is not None for w in (first, second))
    if then != now and (one if now else other).period is None:  # 2017年1150元，去年690元: which is earlier?
        return 1 if then else -1
    return 1 if NOW.search(second) and not NOW.search(first) and not now else 0


def is_ordered(told: SizeTold, one: Figure, other: Figure) -> bool:
    """Whether 从 and 到 or two dates set two values in order, rather than words of now and then."""
    dated = one.period is not None and other.period is not None and not overlap(one, other)
    return dated or FROM.search(told.clause(one)) is not None or _TO.search(told.clause(other)) is not None


def _is_now(told: SizeTold, first: str, second: str, other: Figure) -> bool:
    """Whether the first value is of now, and the second of a year: 一杯要18元。2019年卖12元，到2024年涨了五成."""
    if NOW.search(second):
        return False
    return NOW.search(first) is not None or UNTIL.search(told.words_from(other)) is not None


def base_first(
    first: str, second: str, clause: str, two: tuple[Figure, Figure]
) -> tuple[Figure, Figure] | None:
    """The base and what is held against it, where the words before a size name them: 华北比东北低20%, B款贵出25%.

    ``first`` and ``second`` are the words that the two values are told with.
    """
    if clause.startswith(("后者", "前者")):
        return two if clause[0] == "后" else two[::-1]
    names = [n for n in (_own(first, second), _own(second, first)) if n]
    if len(names) != 2:
        return None
    at = [clause.find(n) for n in names]
    if at[0] < 0 <= at[1]:
        at[0] = at[1] + 1
    elif at[1] < 0 <= at[0]:
        at[1] = at[0] + 1
    if at[0] == at[1]:
        return None
    if "比" in clause[: min(at)]:  # 比竞品甲贵33%: the named one is the base
        at.reverse()
    return two[::-1] if at[0] < at[1] else two


def _own(words: str, other: str) -> str:
    """The first two characters that only the one of two clauses has."""
    return next((words[i : i + 2] for i in range(len(words) - 1) if words[i : i + 2] not in other), "")
