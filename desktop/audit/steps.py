"""A value, its difference and the percentage of that: 12亿元，比上年增加2亿元，增长20%; 20万元，让利3万元，打八五折."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.compare import FAILS, Compared, compared, in_percent
from desktop.audit.interval import Interval, as_claim, as_operand, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import behind_last
from desktop.audit.magnitudes import idioms, magnitudes
from desktop.audit.move import MOST, TO
from desktop.audit.reading import CLAUSE, Reading
from desktop.audit.scope import Prose
from desktop.audit.telling import told
from desktop.core.figure import Figure
from desktop.core.value import value

_LEAD: Final = 30  # characters between a value and its difference
_DISCOUNT: Final = re.compile(
    r"(?:让利|优惠|补贴|减免|折让|便宜|返现|立减|直减|直降|折扣|抵扣|返还|返利|贴)(?:了|掉|近|约)?$"
)
_GAUGE: Final = ("%", "permille", "count:折")
_REACHED: Final = re.compile(r"(?:至|到|为|成|向)[^，。]{0,8}$")
_OTHER: Final = re.compile(r"其中|占|预计|未来|分别|[、和及与]\s*$")


@value
class Step:
    """``delta`` is what was added to a value or taken from it, ``change`` its size in percent, ``down`` its way.

    ``before`` and ``after`` are the sizes if the value is the one before, or the one after.
    """

    base: Figure
    delta: Figure
    change: Figure
    down: bool
    before: Compared
    after: Compared | None

    @property
    def fails(self) -> bool:
        """Whether the size fits neither."""
        return self.before.result == FAILS and (self.after is None or self.after.result == FAILS)


def steps_in(piece: Prose, paired: frozenset[str]) -> Iterator[Step]:
    """The steps of a paragraph whose values are in no pair."""
    for sentence in piece.sentences:
        amounts = sentence.amounts
        found = [
            n for n in range(min(len(amounts), MOST) - 2)
            if amounts[n + 2].unit in _GAUGE and _stands(amounts[n : n + 3], paired)
        ]  # fmt: skip
        if found:
            yield from _of(Reading(sentence), found)


def _stands(three: tuple[Figure, ...], paired: frozenset[str]) -> bool:
    """Whether two numbers before a percentage may be the value and the difference that it is of."""
    base, delta, _ = three
    return (
        base.unit not in _GAUGE
        and base.role in ("level", "threshold")
        and same_dimension(base.unit, delta.unit)
        and not any(f.id in paired for f in three)
    )


def _of(reading: Reading, starts: list[int]) -> Iterator[Step]:
    sizes = {m.start: m for m in magnitudes(reading, idioms(reading), frozenset())}
    for n in starts:
        base, delta, last = reading.sentence.amounts[n : n + 3]
        size = sizes.get(reading.start(last))
        way = _way(reading, base, delta) if size is not None else None
        between = reading.words(reading.end(delta), reading.start(last))
        if size is None or way is None or told(between).others or _OTHER.search(between) or len(between) > 20:
            continue
        made = _made(base, delta, size.figure, way, size.way == TO)
        if made is not None:
            yield made


def _way(reading: Reading, base: Figure, delta: Figure) -> str | None:
    """Whether the words before a difference tell of a rise, a fall or a discount of the value before it."""
    gap = reading.words(reading.end(base), reading.start(delta))
    if len(gap) > _LEAD or _OTHER.search(gap) or _REACHED.search(gap):
        return None
    clause = behind_last(CLAUSE, gap)
    if _DISCOUNT.search(clause):
        return "discount"
    says = told(clause)
    known = reading.text[reading.clause_start(reading.start(base)) : reading.clause_end(base)]
    if not says.way or not says.sure or any(other not in known for other in says.others):
        return None
    return says.way


def _made(base: Figure, delta: Figure, change: Figure, way: str, left: bool) -> Step | None:
    down = way != "up"
    whole, part, a, d = as_operand(base), as_claim(delta), value_of(base), value_of(delta)
    claim = in_percent(change)
    if whole is None or part is None or not a or not d or a <= 0 or d <= 0 or (down and d >= a):
        return None
    sign = -1.0 if down else 1.0
    own = part.over(whole)
    earlier = whole.minus(part.scaled(sign))
    later = part.over(earlier)
    if own is None:
        return None

    def held(share: Interval, point: float) -> Compared | None:
        if left:
            share, point = Interval(1 - share.high, 1 - share.low) if down else share, 1 - point
        return compared(share.scaled(100), point * 100, claim)

    first = held(own, d / a)
    second = None
    if way != "discount" and later is not None and later.low > 0 and a > sign * d:
        second = held(later, d / (a - sign * d))
    return Step(base, delta, change, down, first, second) if first is not None else None
