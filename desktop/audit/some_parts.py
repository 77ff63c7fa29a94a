"""Whether a total is of some of the amounts beside it only."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

from desktop.audit.adding import added
from desktop.audit.interval import as_claim, value_of
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure

_MOST: Final = 6  # values of which any some may make a total


def some_give(parts: Sequence[Figure], total: Figure) -> bool:
    """Whether some of the values before a total give it: 总部1,400人，研发620人，子公司2,300人，合计3,700人."""
    claim = as_claim(total)
    if not 2 < len(parts) <= _MOST or claim is None:
        return False
    some = (s for many in range(2, len(parts)) for s in itertools.combinations(parts, many))
    return any((both := added(s)) is not None and claim.holds(both[1]) for s in some)


def only_some_of(sentence: Sentence, parts: Sequence[Figure], total: Figure) -> bool:
    """Whether a total is followed by some of its parts: 合计36亿元，其中甲14亿元、乙9亿元."""
    both, value = added(parts), value_of(total)
    among = bool(parts) and "其中" in sentence.between(total, parts[0])
    return among and both is not None and value is not None and both[1] < value
