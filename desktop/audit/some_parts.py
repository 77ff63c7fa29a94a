"""Whether a total is of some of the amounts beside it only, or the mean of rates."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from desktop.audit.adding import added
from desktop.audit.interval import as_claim, value_of
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure

_RATES: Final = re.compile(r"率(?!先)")
_SHARES: Final = re.compile(r"占|份额|比重")
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


def is_mean_of_rates(sentence: Sentence, total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a total lies amid the rates before it, as that of all does: 男生及格率80%，女生90%，合起来86%."""
    before = sentence.text[: total.anchor.start - sentence.start]
    if not _RATES.search(before) or _SHARES.search(before):
        return False
    whole, values = value_of(total), [value_of(p) or 0.0 for p in parts]
    return whole is not None and min(values) <= whole <= max(values)
