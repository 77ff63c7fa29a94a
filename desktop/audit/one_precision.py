"""Two values of one pair are told to one precision: 2万元 beside 1.6万元 is 2.0万元, and 2% beside 1.6% is 2.0%."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.interval import Interval, step_of, value_of
from desktop.core.figure import Figure

_DIGITS: Final = re.compile(r"[\d.,，\s]+")


def to_one_precision(
    one: Figure, other: Figure, first: Interval, second: Interval
) -> tuple[Interval, Interval]:
    """The intervals of two values, the coarser of which is taken as exactly as the finer is told."""
    if one.unit != other.unit or not (_plain(one) and _plain(other)) or _scale(one) != _scale(other):
        return first, second
    step, finer = step_of(one), step_of(other)
    if not step or not finer or step == finer:
        return first, second
    if step > finer:
        return _around(one, finer), second
    return first, _around(other, step)


def _plain(figure: Figure) -> bool:
    """Whether a value is told as a bare number in digits."""
    return figure.comparator == "=" and not figure.hedge and figure.role != "threshold"


def _scale(figure: Figure) -> str:
    """What stands behind the digits: 万元. Numbers in words (两万) are told as they are spoken."""
    digits = _DIGITS.match(figure.as_printed)
    return figure.as_printed[digits.end() :] if digits is not None else figure.id


def _around(figure: Figure, step: float) -> Interval:
    value = value_of(figure) or 0.0
    return Interval(value - step / 2, value + step / 2)
