"""A number that three or more numbers around it give exactly: (1500万元 − 720万元) ÷ 24吨, 30元 × 16小时 × 200%.

Only results without rounding count, of numbers of which one stands in the same sentence: many numbers give nearly
everything, but hardly ever to the last digit.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit.bearing import is_share
from desktop.audit.interval import step_of, value_of
from desktop.audit.unit_fits import long
from desktop.audit.ways import FOLD, like
from desktop.core.figure import Figure
from desktop.core.units import unit

_MORE: Final = re.compile(r"[快慢多少高低大小长短贵重][了出]?\s*$")
_SAME: Final = 1e-9
_ADDED: Final = ("tallies", "parts_of", "sums", "stretches")  # readings that add up what stands in a row
_SIZES: Final = (1.0, 0.001)  # of tonnes and kilowatts, whose prices are told for kilogrammes and watts
_THOUSANDS: Final = ("ton", "kW", "kWh", "km", "kg")
_POOL: Final = 8  # amounts of a kind
_LEAST: Final = 2  # digits of a result


def of_three(claim: Figure, here: Sequence[Figure], earlier: Sequence[Figure]) -> bool:
    """Whether an amount is exactly what three numbers give, of which one is in its own sentence."""
    point = value_of(claim)
    if not point or is_share(claim) or not long(claim, _LEAST):
        return False
    pool = [*earlier, *here]
    same = [f for f in pool if like(f, claim)][-_POOL:]
    many = [f for f in pool if not like(f, claim) and not is_share(f) and value_of(f)][-_POOL:]
    rates = [f for f in here[-1:] if is_share(f) and value_of(f)]  # 200% right before what it makes
    own = {f.id for f in here}
    return any(
        own & {f.id for f in used} and math.isclose(found, point, rel_tol=_SAME)
        for used, found in _three(same, many, rates)
    )


def _three(
    same: Sequence[Figure], many: Sequence[Figure], rates: Sequence[Figure]
) -> Iterator[tuple[tuple[Figure, ...], float]]:
    for a, b in itertools.combinations(same, 2):
        x, y = value_of(a) or 0.0, value_of(b) or 0.0
        for n in many:
            by = _count(n)
            for size in _SIZES if n.unit in _THOUSANDS else _SIZES[:1]:
                yield (a, b, n), abs(x - y) / by * size  # what the rest comes to for each
            yield (a, b, n), x / by + y  # an instalment with its fee
            yield (a, b, n), y / by + x
    for a, n, rate in itertools.product(same, many, rates):
        yield (a, n, rate), (value_of(a) or 0.0) * _count(n) * (value_of(rate) or 0.0) / 100


def of_two(claim: Figure, line: Sequence[Figure], used: Sequence[str]) -> bool:
    """Whether an amount of many digits is the sum or the difference of two, or so many times one of the line.

    收入15.2亿元，其中税收9.88亿元，占65.0%；非税5.32亿元. 结余860万元: 结余合计5460万元，超支合计4600万元.
    """
    point, at = value_of(claim), claim.anchor.start
    if not point or is_share(claim) or claim.unit == "times":
        return False
    same = [f for f in line if like(f, claim) and f is not claim]
    before = [f for f in same if f.anchor.start < at]
    last = [f for f in line if f.anchor.start < at][-1:]
    if any(f.unit == "times" and _close((value_of(a) or 0.0) * (value_of(f) or 0.0), point)
           for f in last for a in before if {a.id, f.id} - {*used}):  # fmt: skip
        return True
    if not long(claim, 3):
        return False
    near = [*before[-_POOL:], *[f for f in same if f.anchor.start > at][:1]]
    return any(
        {a.id, b.id} - {*used} and (_close(abs(x - y), point) or _close(x + y, point))
        for a, b in itertools.combinations(near, 2)
        for x, y in ((value_of(a) or 0.0, value_of(b) or 0.0),)
    )


def _close(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=_SAME)


def of_points(claim: Figure, words: str, line: Sequence[Figure], used: Sequence[str]) -> bool:
    """Whether points that are told of one year or month to another are the gap of two other rates of the line.

    本周78%，上周75%，去年同期82%。环比升3个百分点，同比低4个百分点.
    """
    told = value_of(claim)
    if claim.unit != "pp" or not told or ("同比" not in words and "环比" not in words):
        return False
    rates = [f for f in line if is_share(f) and f.anchor.start < claim.anchor.start and f.role != "change"]
    first = rates[-3:-2]  # what is told now stands first of the three
    return any(
        {a.id, b.id} - {*used} and _close(abs((value_of(a) or 0.0) - (value_of(b) or 0.0)), told)
        for a in first
        for b in rates[-2:]
    )


def _count(figure: Figure) -> float:
    """A count or a length as it is printed: 16 of 16小时."""
    value, known = value_of(figure) or 1.0, unit(figure.unit)
    factor = known.factor if known is not None and known.dimension == "duration" else 1.0
    return value / factor


def of_some(check: str, claim: Figure, parts: Sequence[Figure], after: Sequence[Figure]) -> bool:
    """Whether a total is that of every second, third … of what was added, or has one more taken off or put on.

    发放320份、回收256份，…: the amounts of one kind stand in turn. 贡献8.7亿、7.3亿，拖累1.3亿: the last goes off.
    """
    total, values = value_of(claim), [value_of(f) or 0.0 for f in parts if like(f, claim)]
    if check not in _ADDED or total is None or len(values) < _LEAST or len(values) != len(parts):
        return False
    room = step_of(claim) / 1e6
    for turn in range(2, len(values) // 2 + 1):
        if any(abs(sum(values[n::turn]) - total) <= room for n in range(turn)):
            return True
    end = max(f.anchor.end for f in parts)
    more = [value_of(f) or 0.0 for f in after if like(f, claim) and f.anchor.start > end and f is not claim][
        :1
    ]
    return any(abs(sum(values) + s * m - total) <= room for m in more for s in (1, -1))


def is_spent(check: str, claim: Figure, parts: Sequence[Figure], before: Iterable[Figure]) -> bool:
    """Whether what was added is told as the parts of another number, so that the claim is of more than them.

    基层364家，含28家、56家、280家。合计394家: of the three levels, not of the last one's parts.
    """
    if check not in _ADDED or len(parts) < _LEAST:
        return False
    begin, made = min(f.anchor.start for f in parts), sum(value_of(f) or 0.0 for f in parts)
    wholes = [f for f in before if f.anchor.start < begin and f not in parts and f is not claim][-1:]
    return any(
        like(f, claim) and math.isclose(value_of(f) or 0.0, made, rel_tol=_SAME) for f in wholes
    ) and made < (value_of(claim) or 0.0)


def of_difference(claim: Figure, pool: Sequence[Figure]) -> bool:
    """Whether a share is that of the last amount in what two others leave, or in itself with another.

    46人, 女生21人, 男生18人上线: of the 25 others. 净增−21万, 剩27万: of the 48万 that there were.
    """
    told = value_of(claim)
    if told is None or not is_share(claim) or not long(claim, 3):
        return False
    step = step_of(claim) / 2
    for part in pool[-2:]:
        x, others = value_of(part) or 0.0, [f for f in pool if f is not part and like(f, part)]
        wholes = [
            abs((value_of(a) or 0.0) - (value_of(b) or 0.0)) for a, b in itertools.combinations(others, 2)
        ]
        if claim.role == "change":
            wholes = [x + (value_of(f) or 0.0) for f in others[-1:]]
        if any(w > x > 0 and abs(x / w * 100 - told) <= step + _SAME for w in wholes):
            return True
    return False


def of_sizes(check: str, claim: Figure, words: str, here: Sequence[Figure], used: Sequence[str]) -> bool:
    """Whether a multiple is that of the number right before it to another of its kind, or the other way round.

    增幅12.7%，约为收入增速6.1%的两倍; 占比0.8%、1.1%、1.7%、2.4%，全年升到年初的3倍.
    """
    told = value_of(claim)
    last = here[-1:] if claim.unit == "times" else ()
    if not told or not last or last[0].unit in ("times", FOLD):
        return False
    spent = () if claim.role == "ratio" and check == "open_changes" else used
    room = max(step_of(claim) / 2, 0.05 * told) if not long(claim, _LEAST) else step_of(claim) / 2
    a = value_of(last[0]) or 0.0
    for other in here[:-1]:
        b = value_of(other) or 0.0
        if {last[0].id, other.id} <= {*spent} or other.unit != last[0].unit:
            continue
        size = max(a / b, b / a) if a > 0 and b > 0 else 0.0
        if size and (abs(size - told) <= room or (_MORE.search(words) and abs(size - 1 - told) <= room)):
            return True
    return False


def over(claim: Figure, values: Sequence[Figure]) -> bool:
    """Whether a number is a limit that the last of some values keeps to: 由58%升到103%，赔付率超过100%."""
    told, last = value_of(claim), value_of(values[-1]) if values else None
    if told is None or last is None or claim.role == "change":
        return False
    return last > told if claim.comparator == ">" else claim.comparator == "<" and last < told
