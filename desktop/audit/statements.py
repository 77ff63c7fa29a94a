"""When two statements are of one value, and in what way they differ where they are not."""

from __future__ import annotations

import math
import re
from typing import Final

from desktop.audit.interval import Interval, as_claim
from desktop.audit.keys import folded
from desktop.core.figure import Figure
from desktop.core.units import unit

_STOCK: Final = re.compile(
    r"余额|存量|资产|负债|规模|人数|员工|职工|会员|门店|网点|家数|股本|里程|不良|充足率|持股|balance|assets|debts?|staff|employees|members|stores",
    re.I,
)


def overlap(one: Figure, other: Figure) -> bool:
    """Whether two statements are of one time, or both of none; a balance of a year is that of its last month."""
    a, b = one.period, other.period
    if a is None and b is None:
        return True
    if a is None or b is None:
        return False
    if a.text == b.text:
        return True
    if a.start and a.end and b.start and b.end and "→" not in a.text + b.text:
        return a.end == b.end and (a.start == b.start or (_stands(one) and _stands(other)))
    return False


def _stands(figure: Figure) -> bool:
    """Whether a value is one of a moment: what "2023" says of it is said of the end of 2023."""
    return bool(_STOCK.search(figure.indicator.zh))


def agree(one: Figure, other: Figure) -> bool:
    """Whether two statements can be of one value; ranges must have the same ends, a point lies in a range."""
    if (one.low, one.high, one.unit) == (other.low, other.high, other.unit):
        return True
    a, b = as_claim(one), as_claim(other)
    if a is None or b is None:
        return True
    if ranged(one) and ranged(other):
        return all(math.isclose(x, y, rel_tol=0.006) for x, y in zip(a, b, strict=True))
    return a.meets(b)


def ranged(figure: Figure) -> bool:
    """Whether a figure has two ends."""
    return figure.low is not None and figure.high is not None and figure.low != figure.high


def kind_apart(one: Figure, other: Figure, *, same_source: bool) -> str:
    """Why two statements differ: "unit", "definition", "stale" or "mistake"."""
    a, b = as_claim(one), as_claim(other)
    if a is not None and b is not None and power_apart(a, b):
        return "unit"
    if (
        ranged(one) != ranged(other)
        or folded(one.indicator.zh) != folded(other.indicator.zh)
        or _dimension(one) != _dimension(other)
    ):
        return "definition"
    if not same_source and one.period is None:
        return "stale"
    return "mistake"


def _dimension(figure: Figure) -> str:
    known = unit(figure.unit)
    return known.dimension if known else ""


def power_apart(a: Interval, b: Interval) -> float | None:
    """The power of ten that a unit makes and two values differ by: 10, 1000, 10,000, 100 million; None of others."""
    if min(abs(a.low), abs(b.low)) <= 0 or any(math.isinf(v) for v in (*a, *b)):
        return None
    quotient = max(a.low, b.low) / min(a.low, b.low) if min(a.low, b.low) > 0 else 0.0
    return next((p for p in (10.0, 100.0, 1e3, 1e4, 1e8) if math.isclose(quotient, p, rel_tol=0.02)), None)
