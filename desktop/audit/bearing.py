"""Whether two numbers bear out a third so closely that it is no chance: to the digits that it is printed with."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.unit_fits import long, plainly
from desktop.audit.ways import Way, allowed, like
from desktop.core.figure import Figure

_TENTHS: Final = re.compile(r"成|分之|半")
_LONG: Final = 3  # digits, which others do not meet by chance
_CLOSE: Final = 0.006  # of a number of fewer digits
_GROWN: Final = 0.016  # of a change of few digits
_LOOSE: Final = 0.08  # of a share in words that stands right behind its part
_WIDE: Final = 0.05  # of a result, beyond which it shows nothing


def is_share(figure: Figure) -> bool:
    """Whether a number is told in per cent, tenths or fractions."""
    return figure.unit == "%"


def counts(one: Figure, other: Figure) -> bool:
    """Whether one may be part of the other: of a kind, or things that were counted (缺口240个 of 840辆汽车)."""
    return like(one, other) or (one.unit.startswith("count:") and other.unit.startswith("count:"))


def share(part: Figure, whole: Figure) -> Interval | None:
    """What part one number is of another, in per cent; the middle is that of the two as they are printed."""
    a, b = value_of(part), value_of(whole)
    own, other = as_claim(part), as_claim(whole)
    found = own.over(other) if own is not None and other is not None else None
    if found is None or a is None or not b:
        return None
    room = min((found.high - found.low) / 2, abs(a / b)) * 100
    return Interval(a / b * 100 - room, a / b * 100 + room)


def holds(claim: Figure, found: Interval | None, *, own: bool = False, rest: bool = False) -> bool:
    """Whether a number is what was found, or with ``rest`` what that leaves of all (合格率95%, 不合格3批次).

    ``own`` is whether it was told of just these two, so that a share in words need not be so close.
    """
    if rest and found is not None and holds(claim, Interval(100.0, 100.0).minus(found)):
        return True
    value, printed = value_of(claim), allowed(plainly(claim), cut=True)
    if value is None or printed is None or found is None:
        return False
    off = abs((found.low + found.high) / 2 - value)
    if off <= _CLOSE * abs(value):
        return True
    if found.high - found.low > _WIDE * abs(value):
        return False
    if long(claim, _LONG) and printed.meets(found):
        return True
    return own and _TENTHS.search(claim.as_printed) is not None and off <= _LOOSE * abs(value)


def gives(claim: Figure, way: Way | None) -> bool:
    """Whether a number is what a way comes to."""
    value = value_of(claim)
    if way is None or value is None or not way.point:
        return False
    return abs(way.point - value) <= _CLOSE * abs(value) or holds(claim, way.found)


def grown(base: Figure, now: Figure, change: Figure) -> bool:
    """Whether one value is so much more or less than another."""
    a, b, size = value_of(base), value_of(now), value_of(change)
    if not a or b is None or size is None:
        return False
    if long(change, _LONG):
        found = share(now, base)
        whole = Interval(100.0, 100.0)
        return found is not None and any(holds(change, x) for x in (found.minus(whole), whole.minus(found)))
    return any(abs(b / a - (1 + s * size / 100)) <= _GROWN * size / 100 for s in (1, -1))
