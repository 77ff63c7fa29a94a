"""Whether an amount follows from others: as a sum or difference, or worked out from two beside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from desktop.audit.interval import as_claim
from desktop.audit.told_number import dimension_of
from desktop.core.figure import Figure


def worked_out(claim_of: Figure, sums: Sequence[Figure], any_way: Sequence[Figure]) -> bool:
    """Whether an amount is the sum or difference of two others of its kind, or worked out from two beside it."""
    claim = as_claim(claim_of)
    if claim is None:
        return True
    dimension = dimension_of(claim_of)
    like = [i for f in sums if dimension_of(f) == dimension and (i := as_claim(f)) is not None]
    if any(m.meets(claim) for a, b in combinations(like, 2) for m in (a.plus(b), a.minus(b), b.minus(a))):
        return True
    for one, other in combinations((f for f in any_way if f.unit != "year"), 2):
        x, y, kinds = as_claim(one), as_claim(other), (dimension_of(one), dimension_of(other))
        if x is None or y is None or kinds.count(dimension) == 2:
            continue
        if dimension in kinds:  # so much for each, so many times, a share of it
            made = [x.times(y), x.times(y).scaled(0.01), x.over(y) if kinds[0] == dimension else y.over(x)]
        elif kinds[0] == kinds[1]:
            made = [q.scaled(k) for q in (x.over(y), y.over(x)) if q is not None for k in (1, 100)]
        else:
            continue
        if any(m is not None and m.meets(claim) for m in made):
            return True
    return False
