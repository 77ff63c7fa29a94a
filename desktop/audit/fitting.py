"""The ways in which an amount may have been worked out from amounts around it: each with what it gives.

They acquit: a stated amount that any of them gives is not questioned, whatever the words say.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.ways import (
    FOLD,
    Way,
    allowed,
    as_sum,
    like,
    middle,
    plain,
    product,
    quotient,
    signed,
    times,
)
from desktop.core.figure import Figure
from desktop.core.units import unit

_RUN: Final = 9  # amounts of one kind that are added up, the nearest to the claim
_SIGNED: Final = 5  # amounts of the same sentence that are added and taken off in any way
_STEPS: Final = 3  # counts of which two divide an amount
_OTHERS: Final = 5  # counts, rates and times that multiply or divide
_WORDED: Final = re.compile(r"成|分之|半")  # shares in words are told for sums, and not sums of them
_BLURRED: Final = 0.05  # of a result: an interval that is wider shows nothing
_UNLIKE: Final = 1e-3  # amounts of which one is so much smaller are not added up
_DIRECT: Final = ("{}", "{} + {}", "{} − {}", "{} × {}", "{} ÷ {}")
_NO_FACTOR: Final = ("times", "pp", "rank", "count:番", "year")  # multiply what stands beside them only
_NO_COUNT: Final = ("year", "%", "times", "pp")


def ways(claim: Figure, near: Sequence[Figure], far: Sequence[Figure] = ()) -> Iterator[Way]:
    """What the amounts of its sentence (``near``) may make, and those around it (``far``) in plainer ways."""
    near, far = _usable(claim, near), _usable(claim, far)
    same, before = [f for f in near if like(f, claim)], [f for f in far if like(f, claim)]
    others = [f for f in near if not like(f, claim)][-_OTHERS:]
    away = [f for f in far if not like(f, claim) and f.unit not in _NO_FACTOR][-_OTHERS:]
    found = [
        *_runs((*before, *same)[-_RUN:]),
        *_signed_ways(same[-_SIGNED:]),
        *(
            signed(two, signs)
            for two in itertools.product(before[-_SIGNED:], same)
            for signs in ((1, -1), (1, 1))
        ),
        *_multiplied(same, others),
        *_plain_products(same, away),
        *_plain_products(before[-2:], others),
    ]
    if not same and "money" not in _dimension(claim):
        found += [product(one, other) for one, other in itertools.combinations(others, 2)]
        found += [quotient(one, other) for one, other in itertools.permutations(others, 2)]
    yield from (w for w in found if w is not None)


def fitting(
    claim: Figure, near: Sequence[Figure], far: Sequence[Figure] = (), after: Sequence[Figure] = ()
) -> Way | None:
    """The first way that gives the stated amount, or its opposite; ``after`` are amounts told behind it."""
    sums, parts = allowed(claim), allowed(claim, cut=True)
    if sums is None or parts is None:
        return None
    for way in itertools.chain(ways(claim, near, far), ways(claim, after)):
        own = parts if "×" in way.sign or "÷" in way.sign else sums
        if own.holds(abs(way.point)) and way.point:
            return way
        if (own.meets(way.found) or own.meets(way.found.scaled(-1))) and _is_result(way):
            return way
    return None


def _dimension(figure: Figure) -> str:
    known = unit(figure.unit)
    return known.dimension if known is not None else ""


def _usable(claim: Figure, pool: Sequence[Figure]) -> list[Figure]:
    return [
        f
        for f in pool
        if f is not claim and not f.is_date and value_of(f) is not None and not _WORDED.search(f.as_printed)
    ]


def _is_result(way: Way) -> bool:
    """Whether the operands leave more than the rounding of them, and can be taken together at all."""
    most = abs(way.point)
    wide = way.found.high - way.found.low > _BLURRED * most
    if wide and (way.sign not in _DIRECT or "−" in way.sign):
        return False
    if way.sign in _DIRECT or "×" not in way.sign + "÷":
        return True
    sizes = [abs(value_of(f) or 0.0) for f in way.inputs[:2]]
    return "(" not in way.sign or min(sizes) > _UNLIKE * max(sizes)


def _runs(same: Sequence[Figure]) -> Iterator[Way | None]:
    """Each amount, and the sum of each run of them."""
    for start, end in itertools.combinations(range(len(same) + 1), 2):
        yield signed(same[start:end], (1,) * (end - start))


def _signed_ways(near: Sequence[Figure]) -> Iterator[Way | None]:
    for size in range(2, len(near) + 1):
        for parts in itertools.combinations(near, size):
            for rest in itertools.product((1, -1), repeat=size - 1):
                yield signed(parts, (1, *rest))


def _plain_products(same: Sequence[Figure], others: Sequence[Figure]) -> Iterator[Way | None]:
    for one, other in itertools.product(same[-_OTHERS:], others):
        yield product(one, other)
        yield quotient(one, other)


def _multiplied(same: Sequence[Figure], others: Sequence[Figure]) -> Iterator[Way | None]:
    """So much for each, by how many, with something on top; a part by a rate; so much a month, in a year."""
    for one in same:
        if not any(f.unit == "month" for f in others):
            year = times(one, 12)
            yield year
            if year is not None:
                yield Way((one,), year.found.scaled(1 / 144), year.point / 144, "{} ÷ 12")
        for other in others:
            made = product(one, other)
            yield made
            yield product(one, other, 12.0)  # 每月4罐，每罐328元，一年…
            yield quotient(one, other)
            if made is not None and other.unit not in _NO_COUNT:
                yield from (as_sum(made, more) for more in same if more is not one)
            if other.unit in ("%", FOLD):
                yield from by_rate(one, other)
        for a, b in itertools.combinations(others[-_STEPS:], 2):
            yield from _in_steps(one, a, b)
    for a, b in itertools.combinations(same, 2):
        both = signed((a, b), (1, 1))
        if both is not None:  # 每月本金600元、手续费46.8元，一年…
            yield Way(both.inputs, both.found.scaled(12), both.point * 12, "({} + {}) × 12")
        for other in others:
            yield from _twice(a, b, other)


def _in_steps(one: Figure, a: Figure, b: Figure) -> Iterator[Way | None]:
    """An amount by two counts: 月票68元，22个工作日、每天两趟，每趟1.55元."""
    made = quotient(one, a)
    factor = plain(b)
    if made is None or factor is None or not middle(factor) or "%" in (a.unit, b.unit):
        return
    over = made.found.over(factor)
    if over is not None:
        yield Way((one, a, b), over, made.point / middle(factor), "{} ÷ {} ÷ {}")


def _twice(one: Figure, other: Figure, by: Figure) -> Iterator[Way | None]:
    """The sum or the difference of two amounts, times or over a third."""
    factor = plain(by)
    for sign in (1, -1):
        both = signed((one, other), (1, sign))
        if both is None or factor is None:
            continue
        point = both.point * middle(factor)
        yield Way((*both.inputs, by), both.found.times(factor), point, f"({both.sign}) × {{}}")
        over = both.found.over(factor)
        if over is not None and middle(factor):
            yield Way((*both.inputs, by), over, both.point / middle(factor), f"({both.sign}) ÷ {{}}")


def by_rate(one: Figure, rate: Figure) -> Iterator[Way]:
    """An amount times and over a rate, what the rate leaves of it and what it comes to on top."""
    own, share, value = as_claim(one), plain(rate), value_of(one)
    if own is None or share is None or value is None:
        return
    whole = Interval(1.0, 1.0)
    rest, more = whole.minus(share), whole.plus(share)
    yield Way((one, rate), own.times(rest), value * middle(rest), "{} × (100% − {})")
    yield Way((one, rate), own.times(more), value * middle(more), "{} × (100% + {})")
    for base in (share, rest, more):
        back = own.over(base)
        if back is not None and middle(base):
            yield Way((one, rate), back, value / middle(base), "{} ÷ {}")
