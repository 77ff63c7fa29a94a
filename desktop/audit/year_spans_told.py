"""What is said of the years that values before it span: 两年累计增长110%; 平均每年下降31.9%; 五年年均减少108吨."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit.interval import value_of
from desktop.audit.move import Move
from desktop.audit.scope import Prose
from desktop.audit.telling import told as words_of
from desktop.core.figure import Figure

_SPAN: Final = re.compile(
    r"(?P<n>[两二三四五六2-6])年(?:[间来里]|折?算?下来)?[，,]?"
    r"(?:(?P<all>累计|合计|总共|一共)|(?P<each>平均每年|年均|每年平均))(?P<way>[^，,。；\d]{1,6})$"
)
_NUMBERS: Final = {c: n for n, c in enumerate("二三四五六", 2)} | {"两": 2}
_NO_VALUE: Final = ("%", "pp", "bp", "times", "rank", "year", "month", "day", "")
_REACH: Final = 24  # characters before a change


class YearSpan(NamedTuple):
    """A change over so many years, or of each of them, and the values that it is of; ``others`` are of their unit."""

    move: Move
    years: int
    each: bool
    others: tuple[Figure, ...]


def year_spans(piece: Prose) -> Iterator[YearSpan]:
    """The changes over years of a paragraph that stand apart from the dated values they are of."""
    for at, change in enumerate(piece.figures):
        if change.role != "change" or change.id in piece.sized or not change.direction:
            continue
        if change.unit != "%" and (change.unit in _NO_VALUE or change.is_date):
            continue
        begin = change.anchor.start - piece.start
        told = _SPAN.search(piece.text[max(0, begin - _REACH) : begin])
        pair = _ends(piece.figures[:at], _years(told["n"])) if told is not None else None
        if told is not None and pair is not None and _of_them(change, pair[0][0].unit, told["way"]):
            move = Move(*pair[0], change, told[0][-_REACH:], change.direction == "down")
            yield YearSpan(move, _years(told["n"]), told["each"] is not None, pair[1])


def _of_them(change: Figure, unit: str, way: str) -> bool:
    """Whether a change may be of values of a unit: an amount where nothing else is named (增加教师120人)."""
    return change.unit == "%" or (change.unit == unit and not words_of(way).others)


def _years(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS[words]


def _ends(before: Sequence[Figure], years: int) -> tuple[tuple[Figure, Figure], tuple[Figure, ...]] | None:
    """The last value, and the one of so many years before it; None where there are several."""
    dated = [f for f in before if f.role == "level" and f.unit not in _NO_VALUE and _year(f) and value_of(f)]
    alike = tuple(f for f in dated if f.unit == dated[-1].unit)
    last = max((_year(f) for f in alike), default=0)
    first, final = ([f for f in alike if _year(f) == year] for year in (last - years, last))
    if any(len({value_of(f) for f in own}) != 1 for own in (first, final)):
        return None
    return (first[-1], final[-1]), alike


def _year(figure: Figure) -> int:
    start = figure.period.start if figure.period is not None else None
    return start.year if start is not None else 0
