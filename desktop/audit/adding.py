"""Parts against their total, within what rounding allows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, stated
from desktop.audit.check import Result
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.core.figure import Figure
from desktop.core.text import Text, same

KEY: Final = "sums"
_COUNTED: Final = ("day", "week")
TIMES: Final = ("hour", "minute", "day", "week")
_NESTED: Final = 12  # parts of a list that are looked at
TOTAL = Text("合计", "the total")
POINTS = Text("{}个百分点", "{} percentage points")
PART = Text(
    "文中把{0}（{1}）写作{2}（{3}）的一部分，部分不可能多于整体。",
    "The text gives {0} ({1}) as a part of {2} ({3}); a part cannot exceed the whole.",
)
WRONG = Text(
    "{0}写作{1}，而各项（{2}）相加是{3}，相差{4}。",
    "{0} is given as {1}, but its parts ({2}) add up to {3}, a difference of {4}.",
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
    written = formula_of(parts, both[1], total)
    exact = abs(both[1] - value) <= 1e-9 * max(1.0, abs(value))
    if both[0].meets(own) and (exact or not counted((total, *parts))):
        yield say.passed(KEY, (total, *parts), written, rounded=not exact)
    else:
        yield wrong(total, parts, both[1], written)


def counted(figures: Sequence[Figure]) -> bool:
    """Whether lengths of time are counted, not rounded: whole days, or hours of which some are told to the tenth."""
    if any(f.comparator != "=" or f.hedge or f.low != f.high or "半" in f.as_printed for f in figures):
        return False
    fine = ["." in f.as_printed for f in figures]
    if all(f.unit in _COUNTED for f in figures):
        return not any(fine)
    return all(f.unit in TIMES for f in figures) and any(fine)


def nested(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a list holds parts of its parts (39件，通过24件，其中6件、14件、4件): a run makes up one before it."""
    count = min(len(parts), _NESTED)
    for at in range(count):
        for end in range(at + 2, count + 1):
            run = added(parts[at:end]) if (at, end) != (0, len(parts)) else None
            if run is None:
                continue
            claims = (as_claim(whole) for whole in (total, *parts[:at]))
            if any(own is not None and run[0].meets(own) for own in claims):
                return True
    return False


def wrong(total: Figure, parts: Sequence[Figure], point: float, written: Text) -> Result:
    """A total that its parts do not give."""
    value = value_of(total) or 0.0
    apart = amount(abs(point - value), total, exact=True)
    if total.unit == "%":
        apart = POINTS.format(number(abs(point - value)))
    added_up = amount(point, total, exact=True)
    name = say.title(total)
    if any(say.named(p) == say.named(total) for p in parts[-1:]):
        name = TOTAL  # "甲2亿元、乙3亿元，累计6亿元" names none
    said = WRONG.format(name, stated(total), say.listed([bare(p) for p in parts]), added_up, apart)
    return say.finding(KEY, "inconsistent", (total, *parts), written, said)


def more_than(total: Figure, part: Figure) -> Result:
    """The only part that is told of a total (其中…), which is more than all of it."""
    name = say.title(part) if say.named(part) != say.named(total) else bare(part)
    said = PART.format(name, stated(part), say.title(total), stated(total))
    return say.finding(KEY, "inconsistent", (total, part), formula("{} > {}", bare(part), bare(total)), said)


def formula_of(parts: Sequence[Figure], point: float, like: Figure) -> Text:
    """The sum as a reader would write it, in the unit of ``like``; long ones are cut in the middle."""
    shown = [bare(p) for p in parts]
    if len(shown) > 12:
        shown = [*shown[:5], same("…"), *shown[-2:]]
    return formula("{} = {}", same(" + ").join(shown), amount(point, like, exact=True))
