"""Whether two values give a size: as a change, as what became of the one, or as the difference of two rates."""

from __future__ import annotations

from desktop.audit.any_reading import POINTS, grown, left, wanted
from desktop.audit.interval import Interval, as_claim, as_operand
from desktop.audit.move import BY, TO
from desktop.core.figure import Figure


def of_two(claim: Figure, one: Figure, other: Figure, way: str, *, based: bool = False) -> bool:
    """Whether a size is what lies between two values; with ``based`` the one is what it is measured from.

    ``way`` is BY for what was added or taken off, TO for what became of the one, "" where the words allow both. What
    cannot be computed fits.
    """
    a, b = as_operand(one), as_operand(other)
    if a is None or b is None:
        return True
    if claim.unit in POINTS:
        size, apart = as_claim(claim), b.minus(a)
        return size is None or size.meets(apart) or size.meets(apart.scaled(-1))
    ratio = wanted(claim)
    if ratio is None:
        return True
    changes, became = list(grown(a, b)), list(left(a, b))
    if not changes or not became:
        return True
    if based:
        changes, became = changes[:2], became[:1] if way == TO else became
    ways = {BY: changes, TO: became}.get(way, [*changes, *became])
    return any(ratio.meets(v) for v in ways)


def each_year(claim: Figure, one: Figure, other: Figure, years: int, *, compound: bool) -> bool | None:
    """Whether a size is the change a year between two values, as a mean too unless ``compound``; None where none is."""
    a, b, ratio = as_operand(one), as_operand(other), wanted(claim)
    quotient = b.over(a) if a is not None and b is not None and a.low > 0 and b.low > 0 else None
    if ratio is None or quotient is None or years < 1:
        return None
    change = Interval(quotient.low ** (1 / years) - 1, quotient.high ** (1 / years) - 1)
    mean = Interval((quotient.low - 1) / years, (quotient.high - 1) / years)
    ways = (change,) if compound else (change, mean)
    return any(ratio.meets(v) or ratio.meets(v.scaled(-1)) for v in ways)
