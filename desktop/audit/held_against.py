"""Numbers of one's own that are held against a cell: 大户亩产480公斤，比全县平均高30公斤, where the table has 450公斤.

The number is none of the table, but with the gap (or the share) that is told behind it gives a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit.any_reading import POINTS
from desktop.audit.interval import Interval, as_claim
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure

_AGAINST: Final = re.compile(
    r"^[^，,。；;]{0,4}[，,][^，,。；;\d]{0,8}?(?:(?<![同环占对])比(?![例重率值])|较|与)[^，,。；;]{1,24}"
    r"(?:[高低多少贵长短快慢大小重轻]|便宜)[出了]?(?:约|近|将近)?$"
    r"|^,\s*$"
)
_SHARE: Final = re.compile(r"^[^，,。；;]{0,4}[，,]占比?(?:为|了|到|约|近)*$")
_ONE: Final = Interval(1.0, 1.0)
_REACH: Final = 60  # characters behind a number
_SHARES: Final = ("%", "permille")


def is_held_against_cell(piece: Section, sheet: Sheet, figure: Figure) -> bool:
    """Whether the next amount behind a number is the gap between it and a cell of a table."""
    claim = as_claim(figure)
    end = figure.anchor.end
    after = next((f for f in piece.between(end, end + _REACH) if not f.is_date and not f.table), None)
    if claim is None or after is None:
        return False
    between = piece.text[end - piece.start : after.anchor.start - piece.start]
    if after.unit == "%" and figure.unit != "%":
        return _by_percent(sheet, figure, claim, after, between)
    if not _is_gap(after, figure):
        return False
    if _AGAINST.search(between) is None:
        return False
    gap = as_claim(after)
    if gap is None:
        return False
    return _is_cell(sheet, figure, (claim.plus(gap), claim.minus(gap)))


def is_of_no_cell(piece: Section, sheet: Sheet, at: int) -> bool:
    """Whether a number at an offset is of no cell, so that no column is meant: 平日住三晚最低740元."""
    own = next((f for f in piece.between(at, at + 1) if not f.table and not f.is_date), None)
    if own is None:
        return False
    ends = {own.low, own.high} - {None}
    return not any(ends & {c.low, c.high} for c in sheet.figures)


def _is_gap(after: Figure, figure: Figure) -> bool:
    return after.unit in POINTS if figure.unit in _SHARES else same_dimension(after.unit, figure.unit)


def _by_percent(sheet: Sheet, figure: Figure, claim: Interval, after: Figure, between: str) -> bool:
    """Whether a number is so many percent above or below a cell, or that share of one: 4.6万人次，占比0.4%."""
    share = as_claim(after)
    if share is None or share.high <= 0:
        return False
    part = _SHARE.search(between) is not None
    if not part and _AGAINST.search(between) is None:
        return False
    rate = share.scaled(0.01)
    whole = (rate,) if part else (_ONE.plus(rate), _ONE.minus(rate))
    ends = tuple(own for by in whole if (own := claim.over(by)) is not None)
    return _is_cell(sheet, figure, ends)


def _is_cell(sheet: Sheet, figure: Figure, ends: Iterable[Interval]) -> bool:
    """Whether a table has any of some numbers, in the unit of a figure."""
    ends, unit = tuple(ends), figure.unit.partition("/")[0]
    return any(
        _meets(own, ends)
        for c in sheet.figures
        if same_dimension(c.unit.partition("/")[0], unit) and (own := as_claim(c)) is not None
    )


def _meets(own: Interval, ends: tuple[Interval, ...]) -> bool:
    return any(end.meets(own) for end in ends)
