"""All that the amounts around a share give: what acquits it, whichever of them it was worked out from."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit.interval import INF, Interval, as_claim
from desktop.audit.keys import same_dimension
from desktop.core.figure import Figure

_ALL: Final = Interval(100.0, 100.0)
_NEAR: Final = 6  # amounts of which all pairs and runs are taken
_FAR: Final = 60  # amounts that the bound ones are held against
_SUMS: Final = 4  # amounts of which differences are parts of differences
_SHARES: Final = 8
_WORDED: Final = re.compile(r"成|分之|半")  # too rough to be worked with
_CHANGE: Final = re.compile(r"[增减升降涨跌缩翻差]|新|[多少高低贵便宜]出?")
_NO_PARTS: Final = ("%", "permille", "pp", "bp", "times", "rank", "year", "age")


def reached(
    claim: Figure,
    near: Sequence[Figure],
    far: Iterable[Figure] = (),
    bound: Sequence[Figure] = (),
    words: str = "",
    *,
    rest: bool = True,
) -> bool:
    """Whether a share is what some amounts around it give: a part, a rest, a part of a sum.

    Of ``near`` all pairs and runs count; ``bound`` amounts are also held against every one of ``far``. Only
    ``words`` of change let it be a change, or a part of one; without ``rest`` it is what the first of ``bound`` is.
    """
    own = as_claim(claim)
    if own is None:
        return True
    close = [f for f in near if f is not claim]
    if not rest and bound:
        return any(own.meets(each) for each in _of_part(bound[0], close, far))
    found = itertools.chain(
        _of_shares(close),
        _of_pairs(close, rest=rest),
        _of_sums(close, rest=rest),
        _of_far(bound, far, rest=rest),
        _of_changes(close) if _CHANGE.search(words) else (),
    )
    return any(own.meets(each) for each in found)


def reached_within(
    claim: Figure,
    parts: Sequence[Figure],
    whole: Interval,
    near: Sequence[Figure],
    far: Iterable[Figure],
    *,
    rest: bool,
) -> bool:
    """Whether a share is what some of the parts of a whole are of it, or with ``rest`` leave; or of a greater whole."""
    own = as_claim(claim)
    if own is None:
        return True
    every = [a for _, a in _bounds(parts)][:_NEAR]
    some = [
        functools.reduce(Interval.plus, each)
        for many in range(1, len(every) + 1)
        for each in itertools.combinations(every, many)
    ]
    for part in some:
        share = part.scaled(100).over(whole)
        if share is None or own.meets(share) or (rest and own.meets(_ALL.minus(share))):
            return True
    greater = [
        b for f, b in _bounds(far) if parts and same_dimension(f.unit, parts[0].unit) and b.low > whole.high
    ]
    shares = (a.scaled(100).over(b) for a in every for b in greater)
    return any(
        own.meets(s) for s in (*_of_shares([f for f in near if f is not claim]), *shares) if s is not None
    )


def _bounds(figures: Iterable[Figure]) -> list[tuple[Figure, Interval]]:
    """The amounts that have a positive number, with what they allow."""
    found = []
    for figure in figures:
        own = None if figure.is_date or figure.unit in _NO_PARTS else as_claim(figure)
        if own is not None and own.low > 0 and own.high < INF:
            found.append((figure, own))
    return found


def _ratios(one: Interval, other: Interval, *, rest: bool = True) -> Iterator[Interval]:
    """What the one is of the other in percent, and what that leaves; and the other of the one."""
    for a, b in ((one, other), (other, one)):
        share = a.scaled(100).over(b)
        if share is not None:
            yield share
            if rest and share.low < 100:
                yield _ALL.minus(share)


def _of_pairs(near: Sequence[Figure], *, rest: bool) -> Iterator[Interval]:
    for (f, a), (g, b) in itertools.combinations(_bounds(near)[-_NEAR:], 2):
        if same_dimension(f.unit, g.unit):
            yield from _ratios(a, b, rest=rest)


def _of_part(part: Figure, near: Sequence[Figure], far: Iterable[Figure]) -> Iterator[Interval]:
    """What a part is of every amount, of every run of those near it, and what other shares leave."""
    yield from _of_shares(near)
    own = as_claim(part)
    if own is None:
        return
    for figure, whole in (*_bounds(far)[:_FAR], *_bounds(near)[-_FAR:], *_runs(_bounds(near)[-_NEAR:])):
        share = own.scaled(100).over(whole) if same_dimension(figure.unit, part.unit) else None
        if share is not None and figure is not part:
            yield share


def _of_changes(near: Sequence[Figure]) -> Iterator[Interval]:
    """How far two amounts are apart, of either; and what such a difference is of another, or of an amount."""
    last = _bounds(near)[-_SUMS:]
    apart = [
        (f, _apart(a, b))
        for (f, a), (g, b) in itertools.combinations(last, 2)
        if same_dimension(f.unit, g.unit)
    ]
    for f, a in apart:
        for g, b in (*apart, *last):
            share = a.scaled(100).over(b) if b is not a and same_dimension(f.unit, g.unit) else None
            if share is not None:
                yield share


def _apart(one: Interval, other: Interval) -> Interval:
    found = one.minus(other)
    return found if found.high > 0 else found.scaled(-1)


def _runs(pool: Sequence[tuple[Figure, Interval]]) -> list[tuple[Figure, Interval]]:
    """What each run of at least two amounts of one kind comes to."""
    runs: list[tuple[Figure, Interval]] = []
    for start in range(len(pool)):
        total: Interval | None = None
        for figure, own in pool[start:]:
            if same_dimension(figure.unit, pool[start][0].unit):
                total = own if total is None else total.plus(own)
                if total is not own:
                    runs.append((pool[start][0], total))
    return runs


def _of_sums(near: Sequence[Figure], *, rest: bool) -> Iterator[Interval]:
    """What an amount is of a run of them, and what a run is of all of them or of the largest."""
    pool = _bounds(near)[-_NEAR:]
    runs = _runs(pool)
    if not runs:
        return
    most = max((*pool, *runs), key=lambda p: p[1].high)
    largest = max(pool, key=lambda p: p[1].high)
    for f, a in runs:
        for g, b in (*pool, most):
            near_or_all = b.high <= a.low or b in (most[1], largest[1])
            if a is not b and same_dimension(f.unit, g.unit) and near_or_all:
                yield from _ratios(a, b, rest=rest)


def _of_shares(near: Sequence[Figure]) -> Iterator[Interval]:
    pool = [
        own for f in near
        if f.unit == "%" and not _WORDED.search(f.as_printed) and (own := as_claim(f)) is not None
    ][-_SHARES:]  # fmt: skip
    for own in pool:
        yield from (own, _ALL.minus(own))
    for one, other in itertools.combinations(pool, 2):
        both = one.plus(other)
        yield from (both, _ALL.minus(both), _apart(one, other), one.times(other).scaled(0.01))
        yield from _ratios(one, other)
    for start, end in itertools.combinations(range(len(pool) + 1), 2):
        if end - start > 2:
            total = pool[start]
            for own in pool[start + 1 : end]:
                total = total.plus(own)
            yield from (total, _ALL.minus(total))


def _of_far(bound: Sequence[Figure], far: Iterable[Figure], *, rest: bool) -> Iterator[Interval]:
    pool = _bounds(far)[:_FAR]
    for f, a in _bounds(bound):
        for g, b in pool:
            if same_dimension(f.unit, g.unit):
                yield from _ratios(a, b, rest=rest)
