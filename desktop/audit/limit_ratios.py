"""Limits to what no value of a line tells, but two of its amounts make: a share of a whole, or so much for each.

总卡2400万张、睡眠卡528万张，不得超过20%; 每车每年不超过3万元，120辆、总额396万元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.interval import Interval, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.limit_verdicts import Verdict, plain
from desktop.audit.limits_of import for_each
from desktop.audit.scope import Prose
from desktop.audit.worded_values import Named, grams
from desktop.core.value import value

_SHARE: Final = re.compile(r"[率占比]|比例|比重|集中度|覆盖|不[得能应]?(?:超过|低于|高于|少于)[^，。；]+的$")
_WHOLE: Final = re.compile(r"(?:占|超过|低于|高于|少于)(?P<of>[^，。；\d]{2,})")
_REFERS: Final = re.compile(r"[这该此]|其中")
MEAN: Final = re.compile(r"每|均")
_COUNTED: Final = ("count:", "person")
_WIDE: Final = 5.0  # times a limit, beyond which two amounts make another thing


@value
class Made:
    """What two amounts make, the limit to it, in the unit of the limit, and whether it is a share."""

    one: Named
    other: Named
    limit: Named
    found: Interval
    share: bool

    @property
    def keeps(self) -> bool | None:
        """Whether it is on the allowed side of its limit; None where it is at it, or no side is told."""
        top = self.limit.claim.low
        if not self.limit.side or self.found.holds(top):
            return None
        return (self.found.high < top) == (self.limit.side > 0)


def made(
    piece: Prose, verdict: Verdict, judged: Named, told: Sequence[Named], limits: Sequence[Named]
) -> list[Made]:
    """What the amount that a verdict judges makes with each other one, for the limit that it is said to keep."""
    if judged.figure.unit in ("%", "permille"):
        return []
    found: list[Made] = []
    for limit in limits:
        if limit.figure.unit == "%" and _SHARE.search(limit.words) and _is_of(piece, verdict, judged, limit):
            found += _shares(judged, told, limit)
        elif MEAN.search(verdict.lead) and (for_each(limit) or "均" in verdict.lead):
            found += _each(judged, told, limit)
    return found if len({id(m.limit) for m in found}) == 1 else []


def _is_of(piece: Prose, verdict: Verdict, judged: Named, limit: Named) -> bool:
    """Whether the words of a limit are those of an amount or of the verdict, or point back to it."""
    told = grams(limit.words)
    if told & (grams(plain(verdict.lead)) | grams(judged.words)):
        return True
    begin, end = judged.figure.anchor.end - piece.start, limit.figure.anchor.start - piece.start
    return begin < end and _REFERS.search(limit.words) is not None and "其中" in judged.full + judged.words


def _shares(judged: Named, told: Sequence[Named], limit: Named) -> Iterator[Made]:
    others = [x for x in told if x is not judged and value_of(x.figure)]
    alike = [x for x in others if same_dimension(x.figure.unit, judged.figure.unit)]
    if not alike and judged.figure.unit.startswith(_COUNTED):
        alike = [x for x in others if x.figure.unit.startswith(_COUNTED)]
    base = _WHOLE.search(limit.words)  # 占本机构总发卡量的比率, 不得超过资本净额的
    of = grams(base["of"]) - grams(judged.words) if base is not None else frozenset()
    named = [x for x in alike if grams(x.words) & of]
    for other in named or alike:
        part, whole = sorted((judged, other), key=lambda x: x.claim.low)
        if whole.claim.low > 0 and part.claim.high < whole.claim.low:
            share = Interval(part.claim.low / whole.claim.high, part.claim.high / whole.claim.low)
            yield Made(part, whole, limit, share.scaled(100), share=True)


def _each(judged: Named, told: Sequence[Named], limit: Named) -> Iterator[Made]:
    """So much for each of as many as the line counts, where the limit has the unit of the amount."""
    top = limit.claim.low
    if not same_dimension(judged.figure.unit, limit.figure.unit):
        return
    for many in told:
        if (
            many.figure.unit.startswith(_COUNTED)
            and many.figure.unit != judged.figure.unit
            and many.claim.low > 1
        ):
            found = Interval(judged.claim.low / many.claim.high, judged.claim.high / many.claim.low)
            if top / _WIDE < found.low and found.high < top * _WIDE:
                yield Made(judged, many, limit, found, share=False)
