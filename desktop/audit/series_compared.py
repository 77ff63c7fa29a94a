"""A change that is told of a quantity, held against its values of two years in a table."""

from __future__ import annotations

from typing import Final, NamedTuple

from desktop.audit.compare import FAILS, against
from desktop.audit.interval import Interval, as_claim, as_operand, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.move import BY, Move, is_share
from desktop.audit.series import Series
from desktop.core.figure import Figure

EITHER: Final = "either"  # 贵了, 快了: the number may have gone either way
UNITS: Final = ("%", "pp", "times", "count:番")


class Compared(NamedTuple):
    """A change held against the values of two years; ``known`` is whether it could be, ``point`` their quotient."""

    series: Series
    first: int
    last: int
    holds: bool
    known: bool = True
    yearly: bool = False
    point: float | None = None


def compared(
    series: Series, first: int, last: int, figure: Figure, way: str, *, yearly: bool, shape: str = ""
) -> Compared | None:
    """None where the series has no such years; what cannot be compared is taken to hold."""
    if way == EITHER:
        up, down = (
            compared(series, first, last, figure, w, yearly=yearly, shape=shape) for w in ("up", "down")
        )
        return up if up is None or down is None or up.holds else down if down.holds else up
    one, other = series.of(first), series.of(last)
    if one is None or other is None:
        return None
    untold = Compared(series, first, last, holds=True, known=False)
    x, y, a, b, claim = as_operand(one), as_operand(other), value_of(one), value_of(other), as_claim(figure)
    if x is None or y is None or a is None or b is None or claim is None:
        return untold
    if figure.unit == "pp" and not is_share(one):
        return untold
    if figure.unit == "pp" or (figure.unit not in UNITS and same_dimension(figure.unit, one.unit)):
        gap = x.minus(y) if way == "down" else y.minus(x)
        return Compared(series, first, last, gap.meets(claim))
    if figure.unit not in ("%", "times", "count:番") or a <= 0:
        return untold
    quotient, point = y.over(x), b / a
    if quotient is None:
        return untold
    if yearly:
        n = 1 / (last - first)
        if quotient.low <= 0:
            return untold
        quotient, point = Interval(quotient.low**n, quotient.high**n), point**n
    move = Move(one, other, figure, "", way == "down", True, shape if figure.unit == "times" else BY)
    result = against(quotient, point, move)
    if result is None:
        return untold
    return Compared(series, first, last, result.result != FAILS, True, yearly, point)


def any_fits(
    own: list[Series], figure: Figure, way: str, until: int = 0, *, yearly: bool, shape: str
) -> bool:
    """Whether a change is that between any two years of what is named: then the words were misread.

    Of a clause that tells of one year only, the second is that, ``until``.
    """
    for series in own:
        for n, first in enumerate(series.years):
            for last in series.years[n + 1 + yearly :]:
                if until not in (0, last):
                    continue
                found = compared(series, first, last, figure, way, yearly=yearly, shape=shape)
                if found is not None and found.holds:
                    return True
    return False
