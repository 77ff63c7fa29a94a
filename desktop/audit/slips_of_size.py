"""How a size may have come about that its two values do not give: points for percent, or the other base."""

from __future__ import annotations

from typing import Final

from desktop.audit.any_reading import POINTS, grown, left, wanted
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.move import BY, is_share
from desktop.audit.size_pair import SizePair
from desktop.core.figure import Figure
from desktop.core.text import Text

AS_PERCENT: Final = Text(
    "它是两数相差的百分点，不是百分之几。", "It is their difference in points and no change in percent."
)
AS_POINTS: Final = Text(
    "它是相对变化的百分之几，不是百分点。", "It is their relative change in percent and no points."
)
OTHER_BASE: Final = Text(
    "它是以后一个数为基数算出来的。", "It is what comes out with the second value as the base."
)
ONE_MORE: Final = Text("增加几倍与是几倍差了一倍。", "What was added and what it became are one time apart.")
THE_REST: Final = Text(
    "它是余下的比例，不是减少的比例。", "It is the share that is left and not the one that went."
)
_TELLING: Final = 2  # digits of a number that is not met by chance


def slip_of(pair: SizePair) -> Text | None:
    """The slip that gives exactly the size that is stated; None where none does, or the size is too round to tell."""
    one, other, size = _point(pair.one), _point(pair.other), pair.claim
    claim = as_claim(size)
    if one is None or other is None or claim is None or not _telling(pair.size):
        return None
    shares = is_share(pair.one) and is_share(pair.other)
    if (found := slip_of_points(pair.size, pair.one, pair.other)) is not None:
        return found
    if size.unit in POINTS:
        changes = (c.scaled(100) for c in grown(one, other))
        return AS_POINTS if shares and size.unit == "pp" and any(claim.meets(c) for c in changes) else None
    ratio = wanted(size)
    if ratio is None:
        return None
    if size.unit == "times":
        own = [v for v in left(one, other) if v.low > 1]
        return ONE_MORE if any(ratio.meets(v.plus(Interval(s, s))) for v in own for s in (-1, 0, 1)) else None
    if pair.way == BY and any(ratio.meets(v) for v in left(one, other)):
        return THE_REST
    return OTHER_BASE if pair.based and any(ratio.meets(c) for c in grown(one, other)) else None


def slip_of_points(size: Figure, one: Figure, other: Figure) -> Text | None:
    """Whether a size in percent is exactly the points between two rates."""
    a, b, claim = _point(one), _point(other), as_claim(size)
    if a is None or b is None or claim is None or size.unit != "%" or not _telling(size):
        return None
    apart = b.minus(a)
    found = is_share(one) and is_share(other) and (claim.meets(apart) or claim.meets(apart.scaled(-1)))
    return AS_PERCENT if found else None


def _point(figure: Figure) -> Interval | None:
    """The number as it is printed: who slips computes with that."""
    value = value_of(figure)
    return None if value is None else Interval(value, value)


def _telling(size: Figure) -> bool:
    digits = size.as_printed.replace(",", "").replace(".", "").strip("%个百分点基倍+-−")
    plain = digits.lstrip("0")
    whole = "." not in size.as_printed
    return len(plain.rstrip("0") if whole else plain) >= _TELLING and plain.isdigit()
