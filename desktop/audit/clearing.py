"""What clears an amount: some arithmetic of the amounts around it that gives it, whatever its words are taken for."""

from __future__ import annotations

import itertools
import math
from typing import Final

from desktop.audit.fitting import fitting
from desktop.audit.interval import Interval, as_claim, step_of, value_of
from desktop.audit.passages import Passage, Told
from desktop.audit.tally import Tally
from desktop.audit.ways import allowed, like

_NEAR: Final = 5  # amounts before it, fewer of which may be added and taken off in any way
_RUN: Final = 9


def cleared(passage: Passage, one: Tally) -> bool:
    """Whether the amounts around give it in some other way; a net amount is only a difference."""
    told = one.told
    own = allowed(told.figure)
    if one.kind == "net":
        pool = [t.value for t in passage.own if t is not told and t.figure.unit == told.figure.unit]
        return own is None or any(own.holds(abs(a - b)) for a in pool for b in pool)
    here = [t.figure for t in passage.own if t.start < told.start and t.sentence == told.sentence]
    before = [t.figure for t in passage.own if t.start < told.start]
    far = [f for f in before if f not in here]
    behind = [
        t.figure for t in passage.own
        if t.start > told.start and (t.value == told.value or not _meet(t, told))
    ][:3]  # fmt: skip
    return fitting(told.figure, here, (*(t.figure for t in passage.above), *far), behind) is not None


def exactly(passage: Passage, one: Tally) -> bool:
    """Whether printed amounts around give it to the digit, where words bind it to those right before it."""
    told = one.told
    beside = [t for t in passage.own if t is not told and abs(t.sentence - told.sentence) <= 1]
    near = [t for t in beside if like(t.figure, told.figure)]
    # As fine as the finest of them: whole numbers of millions clear no amount that is told to the thousand.
    half = min(step_of(told.figure), *(s for t in near if (s := step_of(t.figure)) > 0), math.inf) / 2
    own = Interval(told.value - half, told.value + half)
    before = [t.value for t in near if t.start < told.start]
    after = (
        [t.value for t in near if t.start > told.start][:2] if one.kind != "total" else []
    )  # may be made of it
    above = [t.value for t in passage.above if like(t.figure, told.figure)][-2 * _RUN :]
    if one.kind in ("than", "signed"):
        return False  # words tell of which times it is, or what is lost
    if one.kind == "net":
        return any(own.holds(abs(a - b)) for a, b in itertools.permutations((*before, *after), 2))
    if any(own.holds(v) for v in before):
        return True
    if one.kind == "rest" and _told_here(passage, one):
        # 报名312人，通过260人，未通过…: of sentences before, no two others are meant.
        before = [t.value for t in near if t.start < told.start and t.sentence == told.sentence]
    if one.kind == "total":
        parts = [value_of(f) or 0.0 for f in one.ways[0].inputs]  # of which one may be of another
        ends = (before[-many:] for many in range(2, len(before) + 1))
        return any(own.holds(sum(parts) - v) for v in parts[:-1]) or any(own.holds(sum(run)) for run in ends)
    pairs = itertools.combinations((*before[-_RUN:], *after), 2)
    if any(own.holds(a + b) or own.holds(abs(a - b)) for a, b in pairs):
        return True
    if one.kind == "list":
        items = [value_of(f) or 0.0 for f in one.ways[0].inputs]
        signs = (1, -1, 0) if len(items) <= _NEAR + 1 else (-1, 0)
        every = itertools.product(signs, repeat=len(items) - 1)
        left = (items[0] + sum(s * v for s, v in zip(each, items[1:], strict=True)) for each in every)
        return any(own.holds(abs(v)) for v in left)
    if any(own.holds(abs(a - b)) for a, b in itertools.combinations(above, 2)):
        return True
    runs = before[-_RUN:]
    for first, end in itertools.combinations(range(len(runs) + 1), 2):
        come_to = sum(runs[first:end])
        if own.holds(come_to) or own.holds(abs(2 * runs[first] - come_to)):
            return True
    some = before[-_NEAR:]
    return 2 < len(some) < _NEAR and any(
        own.holds(abs(some[0] + sum(s * v for s, v in zip(signs, some[1:], strict=True))))
        for signs in itertools.product((1, -1, 0), repeat=len(some) - 1)
    )


def _told_here(passage: Passage, one: Tally) -> bool:
    """Whether all that may give an amount stands in its sentence."""
    used = {f.id for way in one.ways for f in way.inputs}
    here = {t.figure.id for t in passage.own if t.sentence == one.told.sentence}
    return used <= here


def _meet(one: Told, other: Told) -> bool:
    """Whether two amounts may be one, the coarser rounded: 7.7万 beside 7.72万 clears nothing."""
    a, b = as_claim(one.figure), as_claim(other.figure)
    return a is None or b is None or a.meets(b)
