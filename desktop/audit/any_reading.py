"""Every change that two values allow, whatever the verb between them: what must all fail before a size is accused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit.amounts import number, signed_percent
from desktop.audit.compare import in_percent
from desktop.audit.interval import Interval, as_claim, as_operand, value_of
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure

_NEARLY: Final = re.compile(r"接近|将近|逼近|差不多")
_CLAUSE: Final = re.compile(r"[，,；;：:。（(]")
_CLOSE: Final = 0.9
_ONE: Final = Interval(1.0, 1.0)
POINTS: Final = ("pp", "bp")


def nearly(lead: str, claim: Interval) -> Interval:
    """What a size may be whose clause says that something only comes close to it: 后者接近前者的两倍."""
    if _NEARLY.search(_CLAUSE.split(lead)[-1]) is None:
        return claim
    return Interval(min(claim.low, claim.high * _CLOSE), claim.high)


def wanted(size: Figure) -> Interval | None:
    """What a size allows as a ratio of two values (35% is 0.35, 一倍 is 1); None where it is none."""
    if size.unit in ("%", "permille", "count:折"):
        claim = as_claim(in_percent(size))
        return claim.scaled(0.01) if claim is not None else None
    return as_claim(size) if size.unit == "times" else None


def grown(one: Interval, other: Interval) -> Iterator[Interval]:
    """The changes from the one to the other and back, by either as the base; falls are positive."""
    for a, b in ((one, other), (other, one)):
        quotient = b.over(a)
        if quotient is not None:
            change = quotient.minus(_ONE)
            yield change
            yield change.scaled(-1)


def left(one: Interval, other: Interval) -> Iterator[Interval]:
    """What the one is of the other, and the other of the one."""
    for a, b in ((one, other), (other, one)):
        quotient = b.over(a)
        if quotient is not None:
            yield quotient


def change_fits(size: Figure, values: Iterable[Figure], *, strict: bool, based: bool = False) -> bool:
    """Whether a size is a change between any two of some values; also a ratio of them unless ``strict``.

    With ``based`` the values stand in the order of their times, and each change is of the earlier.
    """
    own = [as_operand(f) for f in values]
    for n, one in enumerate(own):
        for other in own[n + 1 :]:
            if one is None or other is None or _fits(size, one, other, strict=strict, based=based):
                return True  # nothing is known of a value that has no number
    return False


def fits_elsewhere(sentence: Sentence, size: Figure, after: Figure) -> bool:
    """Whether a size is the change from a further value of its sentence: 前年120，去年90，今年45，两年没了62.5%."""
    earlier = [
        f
        for f in sentence.amounts
        if f.unit == after.unit and f.role != "change" and f.anchor.end <= after.anchor.start
    ]
    return len(earlier) > 1 and any(change_fits(size, (f, after), strict=True, based=True) for f in earlier)


def _fits(size: Figure, one: Interval, other: Interval, *, strict: bool, based: bool) -> bool:
    if size.unit in POINTS:
        claim, apart = as_claim(size), other.minus(one)
        return claim is None or claim.meets(apart) or claim.meets(apart.scaled(-1))
    claim = wanted(size)
    changes = list(grown(one, other))
    if claim is None or any(claim.meets(v) for v in (changes[:2] if based else changes)):
        return True
    return not strict and any(claim.meets(v) for v in left(one, other))


def percent_apart(one: Figure, other: Figure) -> str:
    """The change from the one to the other in percent, with its sign."""
    base = value_of(one)
    return signed_percent(((value_of(other) or 0.0) / base - 1) * 100) if base else "–"


def times_as_much(one: Figure, other: Figure) -> str:
    """How many times the one the other is."""
    base = value_of(one)
    return number((value_of(other) or 0.0) / base, 2) if base else "–"
