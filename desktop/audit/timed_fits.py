"""Whether a size is the change of a quantity between two times of a table."""

from __future__ import annotations

from math import inf
from typing import Final, Protocol

from desktop.audit.any_reading import wanted
from desktop.audit.interval import Interval, as_claim, as_operand, value_of
from desktop.audit.timed import Timed
from desktop.audit.views import like_units
from desktop.core.figure import Figure
from desktop.core.units import unit

RATIOS: Final = ("%", "times", "permille", "count:番", "count:折")
_FAR: Final = 15  # times the largest value: a slip of one power of ten is still of it
POINTS: Final = ("pp", "bp")


class Said(Protocol):
    """A size with what its words tell of it."""

    @property
    def size(self) -> Figure:
        """The size."""

    @property
    def way(self) -> str:
        """``up``, ``down`` or neither."""

    @property
    def part(self) -> bool:
        """Whether it is what is left rather than what changed."""

    @property
    def added(self) -> bool:
        """Whether it can only be what was added."""

    @property
    def compound(self) -> bool:
        """Whether what is of each year can be no plain mean."""

    @property
    def yearly(self) -> bool:
        """Whether it is of each year."""


def like(size: Figure, line: Timed) -> bool:
    """Whether a size can be of a quantity, by their units."""
    own = line.unit
    if size.unit in POINTS:
        return own == "%"
    if size.unit in RATIOS:
        return True
    if own == "%" or not like_units(size.unit, own):
        return False
    most = max((abs(value_of(f) or 0.0) for _, f in line.cells), default=0.0)
    return not own or abs(value_of(size) or 0.0) <= _FAR * most  # else it is no part of that quantity


def fits(line: Timed, first: int, last: int, said: Said) -> bool | None:
    """None where it cannot be known."""
    one, other = line.of(first), line.of(last)
    if one is None or other is None:
        return None
    a, b, claim = as_operand(one), as_operand(other), as_claim(said.size)
    if a is None or b is None or claim is None:
        return None
    size = said.size
    if not one.unit and size.unit not in (*RATIOS, *POINTS):
        claim = claim.scaled(1 / known.factor) if (known := unit(size.unit)) else claim
    apart = b.minus(a)
    if size.unit in POINTS or size.unit not in RATIOS:
        return _either(claim, apart, said.way)
    if size.unit == "count:番":
        return None
    ratio = wanted(size)
    if ratio is None or a.low <= 0:
        return None
    if said.yearly:
        return _yearly(a, b, last - first, ratio, said)
    quotient = b.over(a)
    if quotient is None:
        return None
    if not said.part and _either(ratio, quotient.minus(Interval(1.0, 1.0)), said.way):
        return True
    back = a.over(b)
    if said.part or (size.unit in ("times", "count:折") and not said.added):
        return ratio.meets(quotient) or (back is not None and ratio.meets(back))
    return False


def _either(claim: Interval, change: Interval, way: str) -> bool:
    up, down = claim.meets(change), claim.meets(change.scaled(-1))
    return up if way == "up" else down if way == "down" else up or down


def _yearly(a: Interval, b: Interval, years: int, ratio: Interval, said: Said) -> bool | None:
    quotient = b.over(a)
    if quotient is None or quotient.low <= 0 or years < 1:
        return None
    change = Interval(quotient.low ** (1 / years) - 1, quotient.high ** (1 / years) - 1)
    flat = quotient.minus(Interval(1.0, 1.0)).scaled(1 / years)
    return _either(ratio, change, said.way) or (not said.compound and _either(ratio, flat, said.way))


def between(line: Timed, first: int, last: int, said: Said) -> float:
    """The change as the size tells it: a difference, or a ratio of the first value; infinite where there is none."""
    one, other = line.of(first), line.of(last)
    a, b = (value_of(f) if f is not None else None for f in (one, other))
    if a is None or b is None:
        return inf
    if said.size.unit not in RATIOS:
        return b - a
    if a <= 0 or (said.yearly and b <= 0):
        return inf
    if said.yearly:
        return float((b / a) ** (1 / (last - first)) - 1)
    return b / a if said.part else b / a - 1


def far(line: Timed, first: int, last: int, said: Said) -> float:
    """How far a size is from the change between two times, by its own length."""
    found, claim = between(line, first, last, said), wanted(said.size)
    if said.size.unit not in RATIOS:
        claim = as_claim(said.size)
    if claim is None or found == inf:
        return inf
    middle = (
        claim.high if claim.low == -inf else claim.low if claim.high == inf else (claim.low + claim.high) / 2
    )
    turned = {"up": found < 0, "down": found > 0}.get(said.way, False)
    return abs(abs(found) - middle) / (abs(middle) or 1) + turned
