"""Moves in tables: columns before, after and change; and growth from row to row of a table of years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from desktop.audit.keys import alike, same_dimension
from desktop.audit.move import Move
from desktop.audit.move_words import CHAIN
from desktop.audit.sheet import Sheet
from desktop.audit.telling import told
from desktop.audit.windows import RATED
from desktop.core.figure import Figure
from desktop.core.value import once

_CHANGE_HEAD: Final = re.compile(
    r"增幅|降幅|涨幅|跌幅|幅度|增速|增长|变化|变动|同比|环比|涨跌|增减|升降|提升|下降|change|growth|yoy|increase|decrease|diff",
    re.I,
)
_MEAN: Final = re.compile(r"平均|人均|户均|mean|average", re.I)
_TIMES: Final = 2
_PLAIN: Final = re.compile(
    r"[\d.,%％+\-−–—~≈约（）()\s↑↓▲▼]|个?百分点|倍|收紧|上调|下调|调高|调低|上浮|下浮|缩水|压缩|放宽|增长|增加|上升|提高|提升|上涨|扩大|下降|减少|降低|下跌|缩短|缩小|缩减|延长|收窄|翻番|同比|环比|"
    r"家|人|元|万|亿|件|个|次|笔|台|天|up|down|pp|bp|increase|decrease|of|by|a|an", re.I
)  # fmt: skip
_LATIN: Final = re.compile(r"[A-Za-z]")
_LAST: Final = re.compile(  # heads of the time before, and of this one: 本年 | 上年, 期末 | 期初
    r"[上去前]一?(?:财?年|期|月|季|周|届|赛季|学[年期]|轮)|期初|年初|月初|同期|此前|之前|原[先来]|previous|prior|last|before",
    re.I,
)
_THIS: Final = re.compile(
    r"[本今当现](?:财?年|期|月|季|周|届|赛季|学[年期]|轮|前)|期末|年末|月末|报告期|现[在有状]?$|如今|目前|current|this|now|after",
    re.I,
)
_YEAR: Final = re.compile(r"(?:FY)?\s*((?:19|20)\d\d)\s*年?")
_TOTAL_SPAN: Final = re.compile(r"累计|合计|总|[\d]{4}[^\d]{1,3}[\d]{2,4}|overall|total", re.I)


def moves_in_table(sheet: Sheet) -> list[Move]:
    """The moves of a table; a table that has no change column gives the pairs of its rows without a change."""
    return [*_across(sheet), *_down_rows(sheet)]


def _change_cols(sheet: Sheet) -> list[int]:
    """The columns whose headers say that they hold changes."""
    named = [c for c in sheet.cols if _CHANGE_HEAD.search(sheet.head(c))]
    return named or [c for c in sheet.cols if _tells_changes(sheet, c)]


def _tells_changes(sheet: Sheet, col: int) -> bool:
    """Whether a column behind two columns of times tells changes alone, whatever it is called: 说明 | 减少8家."""
    if col < _TIMES + 1 or not all(_TIME_HEAD.search(sheet.head(c)) for c in range(col - _TIMES, col)):
        return False
    own = [f for r in sheet.rows for f in sheet.grid.get((r, col), ())]
    return bool(own) and all(f.role == "change" and f.direction for f in own)


def _levels(sheet: Sheet, row: int, changes: Sequence[int]) -> list[Figure]:
    """The values of a row outside the columns of changes."""
    cells = (sheet.at(row, col) for col in sheet.cols if col not in changes)
    return [f for f in cells if f is not None and f.role != "change"]


def _across(sheet: Sheet) -> list[Move]:
    """Rows with two values of one thing, and perhaps a change, each in its own column."""
    made: list[Move] = []
    changes = _change_cols(sheet)
    for row in sheet.rows if changes else ():
        levels = _levels(sheet, row, changes)
        for col in changes:
            change = sheet.at(row, col)
            if change is not None and _only_says(sheet.words(row, col), change):
                by_time = RATED.search(sheet.words(row, col)) is not None
                made += [m._replace(per_time=by_time) for m in _moves_of(sheet, levels, col, change)]
    return made


def _only_says(words: str, change: Figure) -> bool:
    """Whether the words of a cell name nothing beside the change: 按月收紧78%, 缩短三分之一."""
    rest = _PLAIN.sub("", words.replace(change.as_printed, "", 1))
    return not rest or (not _LATIN.search(rest) and not told(rest).others)


def _moves_of(sheet: Sheet, levels: list[Figure], col: int, change: Figure) -> list[Move]:
    head = sheet.head(col)
    before = [f for f in levels if (f.col or 0) < col] or levels
    if not before:
        return []
    like = [f for f in before if same_dimension(f.unit, before[-1].unit)]
    if len(like) != 2 or not all_times(sheet, like):
        if len(like) > 2 and all_times(sheet, like) and (CHAIN.search(head) or _TOTAL_SPAN.search(head)):
            return [Move(like[0], like[-1], change, head, _falls(change))]
        if len(like) > 2 and all_times(sheet, like):
            return [Move(like[-2], like[-1], change, head, _falls(change))]
        return []
    first, second = like
    if _later(first, second) or _turned(sheet, first, second):
        first, second = second, first
    return [Move(first, second, change, head, _falls(change))]


def _later(one: Figure, other: Figure) -> bool:
    left = one.period.start if one.period else None
    right = other.period.start if other.period else None
    return left is not None and right is not None and left > right


def _turned(sheet: Sheet, one: Figure, other: Figure) -> bool:
    """Whether the column of now stands before that of then, as reports have it: 本年 | 上年."""
    if one.period is not None and other.period is not None and one.period != other.period:
        return False
    head, next_ = sheet.head(one.col or 0), sheet.head(other.col or 0)
    return (
        _LAST.search(next_) is not None
        and _LAST.search(head) is None
        and _THIS.search(next_) is None
        and _THIS.search(head) is not None
    )


def _falls(change: Figure) -> bool | None:
    return None if not change.direction else change.direction == "down"


def _bare(head: str) -> str:
    return _PLAIN.sub("", _CHANGE_HEAD.sub("", head))


_TIME_HEAD: Final = re.compile(
    r"\d{4}|初|前|后|现|过去|眼下|当时|彼时|昔|以往|如今|早期|当前|目前|原|旧|新|期末|上年|本年|去年|今年|上期|本期|一季度|二季度|三季度|四季度|月|[上本]一?(?:财年|周|届|轮|赛季|学[年期])|同期|before|after|then|now|old|new|current|previous|Q\d",
    re.I,
)


def all_times(sheet: Sheet, figures: list[Figure]) -> bool:
    """Whether the columns of these figures are moments of one quantity."""
    return all(_TIME_HEAD.search(sheet.head(f.col or 0)) for f in figures)


@once
def before_and_after(sheet: Sheet) -> list[tuple[Figure, Figure]]:
    """The two values of every row that has them in columns of before and after, in the order of time."""
    found = []
    changes = _change_cols(sheet)
    if sum(_TIME_HEAD.search(sheet.head(c)) is not None for c in sheet.cols if c not in changes) < _TIMES:
        return []
    for row in sheet.rows:
        levels = [f for f in _levels(sheet, row, changes) if f.role in ("level", "ratio", "threshold")]
        if len(levels) == 2 and same_dimension(levels[0].unit, levels[1].unit) and all_times(sheet, levels):
            one, other = levels
            turned = _later(one, other) or _turned(sheet, one, other)
            found.append((other, one) if turned else (one, other))
    return found


def _down_rows(sheet: Sheet) -> list[Move]:
    """A column of growth beside a column of values, in a table whose rows are years."""
    cols = [c for c in sheet.cols if _CHANGE_HEAD.search(sheet.head(c))]
    years = {row: year_of(sheet, row) for row in sheet.rows} if cols else {}
    made: list[Move] = []
    if not any(years.values()):
        return made
    for col in cols:
        head = sheet.head(col)
        if _all_text(sheet, col):
            continue
        source = _values_for(sheet, col)
        if source is None:
            continue
        for row in sheet.rows:
            change = sheet.at(row, col)
            now, year = sheet.at(row, source), years.get(row)
            then = next((r for r in sheet.rows if year and years.get(r) == year - 1), None)
            before = sheet.at(then, source) if then is not None else None
            if change is None or now is None or before is None or _PLAIN.sub("", sheet.words(row, col)):
                continue
            made.append(Move(before, now, change, head, _falls(change)))
    return made


def _all_text(sheet: Sheet, col: int) -> bool:
    return all(sheet.at(row, col) is None for row in sheet.rows)


def _values_for(sheet: Sheet, col: int) -> int | None:
    """The column whose growth a growth column states: the one it names, or the one to its left."""
    plain = [
        c
        for c in sheet.cols
        if 0 < c < col and not _CHANGE_HEAD.search(sheet.head(c)) and not _all_text(sheet, c)
    ]
    named = [c for c in plain if _bare(sheet.head(col)) and alike(_bare(sheet.head(col)), sheet.head(c))]
    if named or _MEAN.match(sheet.head(col)):
        return named[-1] if named else None  # 平均降幅 beside the number of medicines: of their prices
    return plain[-1] if plain and (not _bare(sheet.head(col)) or len(plain) == 1) else None


def year_of(sheet: Sheet, row: int) -> int | None:
    """The year that a row is about, where its label is a year and nothing else."""
    found = _YEAR.fullmatch(sheet.label(row).strip())
    return int(found[1]) if found else None
