"""Slips of the formula where rounding would excuse them: 2万册到8万册，增加了4倍; 0.4亿元到0.5亿元，增长20%.

The printed numbers of one digit allow much. Where they give one number exactly by the formula that the words name,
and the stated one exactly by the formula that it is often mistaken for, nobody rounded.
"""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.interval import step_of, value_of
from desktop.audit.move import Move
from desktop.audit.printed import is_mere
from desktop.core.figure import Figure

_EXACT: Final = 1e-9
_ONE: Final = 1.0
_TENTHS: Final = re.compile(r"[一二两三四五六七八九]成")
_EACH_YEAR: Final = re.compile(r"(?<!平均)每年|逐年递|年年|每一年|连年")


def is_plain(*figures: Figure) -> bool:
    """Whether values are told as bare numbers."""
    return all((f.comparator == "=" and not f.hedge) or is_mere(f) for f in figures)


def off_by_one(claim: Figure, right: float, *operands: Figure) -> bool:
    """Whether a multiple is one more or less than what its values give exactly: 增长N倍 for 增长到N倍."""
    own = value_of(claim)
    if own is None or not is_plain(claim, *operands):
        return False
    return abs(abs(own - right) - _ONE) < _EXACT and abs(right * 2 - round(right * 2)) < _EXACT


def of_other_base(move: Move) -> bool:
    """Whether a percentage is the change exactly as measured from the later value, and not from the earlier."""
    a, b, change = value_of(move.before), value_of(move.after), move.change
    if change is None or not a or not b or change.unit != "%":
        return False
    claim = value_of(change)
    if claim is None or not is_plain(change, move.before, move.after):
        return False
    right, wrong = (abs(b - a) / base * 100 for base in (a, b))
    half = step_of(change) / 2
    return abs(wrong - claim) <= half < abs(right - claim)


def other_tenths(size: Figure, one: Figure, other: Figure) -> bool:
    """Whether a change is told in tenths, and the values give another number of them: 12万元到15.6万元，多四成."""
    a, b, claim = value_of(one), value_of(other), value_of(size)
    if not a or b is None or claim is None or not _TENTHS.fullmatch(size.as_printed):
        return False
    tenths = abs(b - a) / a * 10
    return (
        is_plain(size, one, other) and abs(tenths - round(tenths)) < _EXACT and abs(tenths * 10 - claim) > 1
    )


def of_points(move: Move) -> bool:
    """Whether a percentage is the difference of two percentages exactly, and not what they give: 82%升到88%，升了6%."""
    a, b, change = value_of(move.before), value_of(move.after), move.change
    claim = value_of(change) if change is not None else None
    if change is None or claim is None or not a or b is None or not is_plain(change, move.before, move.after):
        return False
    right, half = abs(b - a) / a * 100, step_of(change) / 2
    return abs(abs(b - a) - claim) < _EXACT and abs(right - claim) >= half


def added_up(move: Move, plain: float) -> bool:
    """Whether a rate of each year, added up, gives the values exactly: 10亿元，每年增长20%，三年后16亿元."""
    claim = value_of(move.change) if move.change is not None else None
    if claim is None or move.change is None or not is_plain(move.change, move.before, move.after):
        return False
    return _EACH_YEAR.search(move.lead) is not None and abs(plain - claim) < _EXACT
