"""All that the numbers around an English claim give: what acquits it, whichever of them it was worked out from."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.english_number import POINTS, SHARE, TIME, TIMES, Number, like
from desktop.audit.interval import Interval

_ALL: Final = Interval(1.0, 1.0)
_NEAR: Final = 5  # numbers of which sums are taken
_FAR: Final = 14  # numbers of which pairs are taken
_PERIODS: Final = (12.0, 52.0, 365.0, 360.0, 4.0, 2.0, 30.0, 7.0, 6.0, 3.0)
_TIMED: Final = re.compile(
    r"\b(?:years?|months?|weeks?|days?|quarters?|annual(?:ly)?|yearly|monthly|daily|half)\b"
)
_YEARS: Final = range(2, 13)


def reached(claim: Number, near: Sequence[Number], far: Sequence[Number] = (), words: str = "") -> bool:
    """Whether a claim is a sum, difference, product, quotient or change of numbers around it.

    Of ``near`` any sums count, and their products and quotients; of ``far`` only what two numbers give.
    """
    own = _bare(claim)
    close = [n for n in near if n is not claim][-_NEAR:]
    timed = _TIMED.search(words) is not None
    wide = [*(n for n in far if n is not claim and n not in near)][-_FAR:] + close
    found = itertools.chain(_pairs(claim, wide, yearly=timed), _made(close), _by_time(close) if timed else ())
    return any(own.meets(value) for value in found)


def _bare(own: Number) -> Interval:
    """A share as a part of one, any other number as it is."""
    return own.allows.scaled(0.01) if own.kind == SHARE else own.allows


def moved(
    size: Number, base: Number, own: Number, others: Sequence[Number], *, change: bool, ratio: bool
) -> bool:
    """Whether a size is the change from a base, or the ratio to it; also of any two numbers with one of ``others``."""
    pool = (base, own, *(o for o in others if like(o, own)))
    pairs = itertools.combinations(pool, 2)
    next(pairs)
    claim, first = _bare(size), (_bare(base), _bare(own))
    if size.kind == POINTS:
        apart = [first, *((_bare(a), _bare(b)) for a, b in pairs)]
        return any(claim.meets(v) for a, b in apart for v in (a.minus(b).scaled(100), b.minus(a).scaled(100)))
    found = itertools.chain(
        _from(*first, change=change, ratio=ratio),
        *(changes(_bare(a), _bare(b), change=change, ratio=ratio) for a, b in pairs),
    )
    return any(claim.meets(v) for v in found)


def _from(
    one: Interval, other: Interval, *, change: bool, ratio: bool, yearly: bool = False
) -> Iterator[Interval]:
    times = other.over(one) if one.low > 0 else None
    if times is None or times.low < 0:
        return
    if ratio:
        yield times
    if change:
        yield from (times.minus(_ALL), _ALL.minus(times))
        for years in _YEARS if yearly else ():
            rate = Interval(times.low ** (1 / years), times.high ** (1 / years))
            yield from (rate.minus(_ALL), _ALL.minus(rate))


def changes(
    one: Interval, other: Interval, *, change: bool = True, ratio: bool = True, yearly: bool = False
) -> Iterator[Interval]:
    """What either of two numbers is of the other, the change from either, and with ``yearly`` that of a year."""
    yield from _from(one, other, change=change, ratio=ratio, yearly=yearly)
    yield from _from(other, one, change=change, ratio=ratio, yearly=yearly)


def _pairs(claim: Number, pool: Sequence[Number], *, yearly: bool) -> Iterator[Interval]:
    for one in pool:
        if claim.kind == SHARE and one.kind == SHARE:
            yield _ALL.minus(_bare(one))
        if like(claim, one):
            yield _bare(one)
    for one, other in itertools.combinations(pool, 2):
        if not like(one, other):
            continue
        a, b = _bare(one), _bare(other)
        if claim.kind in (SHARE, TIMES):
            yield from changes(a, b, yearly=yearly)
        if like(claim, one):
            yield from (a.plus(b), a.minus(b), b.minus(a))
        if claim.kind == POINTS and one.kind == SHARE:
            yield from (a.minus(b).scaled(100), b.minus(a).scaled(100))
        if claim.kind == SHARE and one.kind == SHARE:
            yield from (_ALL.minus(a.plus(b)), a.times(b))


def sums(pool: Sequence[Number]) -> Iterator[Interval]:
    """All sums and differences of numbers of one kind."""
    kinds: dict[str, list[Interval]] = {}
    for own in pool:
        kinds.setdefault(own.kind, []).append(_bare(own))
    for kind, own_ in kinds.items():
        for many in range(1, len(own_) + 1):
            for some in itertools.combinations(own_, many):
                for signs in itertools.product((1, -1), repeat=many - 1):
                    total = some[0]
                    for sign, part in zip(signs, some[1:], strict=True):
                        total = total.plus(part.scaled(sign))
                    yield from (total, total.scaled(-1))
                    if kind == SHARE:
                        yield from (_ALL.minus(total), _ALL.plus(total))


def _made(pool: Sequence[Number]) -> Iterator[Interval]:
    """Sums, and what a sum gives with one number: as a product, a quotient or the change to it."""
    added, single = [s for s in sums(pool) if s.low > 0], [_bare(n) for n in pool]
    yield from added
    for one in added:
        for other in single:
            for a, b in ((one, other), (other, one)):
                ratio = a.over(b)
                if ratio is not None:
                    yield from (ratio, _ALL.minus(ratio))
            yield one.times(other)


def _by_time(pool: Sequence[Number]) -> Iterator[Interval]:
    """So much a year of so much a day; a pace of counts of unequal times."""
    for own in pool:
        value = _bare(own)
        for many in _PERIODS:
            yield from (value.scaled(many), value.scaled(1 / many))
            if own.kind == SHARE and value.low > -1:
                yield Interval((1 + value.low) ** many - 1, (1 + value.high) ** many - 1)
    for one, other in itertools.permutations([n for n in pool if n.kind not in (SHARE, TIME)], 2):
        ratio = _bare(one).over(_bare(other)) if like(one, other) and other.low > 0 else None
        for many in (12.0, 6.0, 4.0, 3.0, 2.0, 1.5, 0.75):
            if ratio is not None:
                pace = ratio.scaled(many)
                yield from (pace, pace.minus(_ALL), _ALL.minus(pace))
