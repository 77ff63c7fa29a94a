"""Parts against their total, within what rounding allows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.check import Result
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "sums"
WRONG = Text(
    "各项相加为 {0}，文中的合计是{1}，差 {2}。",
    "The parts add up to {0}; the text gives a total of {1}, a difference of {2}.",
)


def added(parts: Sequence[Figure]) -> tuple[Interval, float] | None:
    """The sum as an interval and as the printed numbers give it; None where a part is no single number."""
    found, point = Interval(0.0, 0.0), 0.0
    for part in parts:
        own, value = as_claim(part), value_of(part)
        if own is None or value is None:
            return None
        found, point = found.plus(own), point + value
    return found, point


def held(total: Figure, parts: Sequence[Figure]) -> Iterable[Result]:
    """Hold a total against its parts; nothing where they cannot be added."""
    if any(not same_dimension(p.unit, total.unit) for p in parts):
        return
    both, own, value = added(parts), as_claim(total), value_of(total)
    if both is None or own is None or value is None:
        return
    formula = formula_of(parts, both[1], "", total)
    if both[0].meets(own):
        exact = abs(both[1] - value) <= 1e-9 * max(1.0, abs(value))
        yield say.passed(KEY, (total, *parts), formula, rounded=not exact)
    else:
        yield wrong(total, parts, both[1], formula)


def wrong(total: Figure, parts: Sequence[Figure], point: float, formula: str) -> Result:
    """A total that its parts do not give."""
    value = value_of(total) or 0.0
    said = WRONG.format(say.amount(point, total), say.printed(total), say.amount(abs(point - value), total))
    return say.finding(KEY, "inconsistent", (total, *parts), formula, said)


def formula_of(parts: Sequence[Figure], point: float, suffix: str, total: Figure | None = None) -> str:
    """The sum as a reader would write it; long ones are cut in the middle."""
    shown = [say.core(p) for p in parts]
    if len(shown) > 12:
        shown = [*shown[:5], "…", *shown[-2:]]
    result = say.amount(point, total).zh if total is not None else f"{say.number(point)}{suffix}"
    return f"{' + '.join(shown)} = {result}"
