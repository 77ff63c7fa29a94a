"""What a figure of the prose allows of two cells: so many times, so much apart, so many per cent more or less."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import Final

from desktop.audit.any_reading import change_fits
from desktop.audit.interval import INF, Interval, as_claim, value_of
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause
from desktop.audit.spots import clauses_before
from desktop.audit.views import like_units
from desktop.audit.ways import allowed
from desktop.core.figure import Figure

_NEARLY: Final = re.compile(r"差不多|几乎|大体|大致|基本|快到|接近|将近|大约|[近约]")
_MORE: Final = re.compile(r"(?:还|都|更)?(?:不止|有余|要?多|强|出头|以上)(?![了出的])")
_FURTHER: Final = re.compile("还多|还要多|不止|还不止")
_ONE: Final = Interval(1.0, 1.0)
_ROUGH: Final = 0.05  # of a whole number of times
_BACK: Final = 6  # clauses


def size_of(figure: Figure, bound: str, words: str) -> Interval | None:
    """What a figure allows, with the hedges that stand before the name: 几乎是乙的三倍, 不及乙的六成."""
    value = value_of(figure)
    if value is None:
        return None
    if figure.comparator == "=" and not bound and _MORE.match(figure.anchor.suffix):
        bound = ">"  # 大出一半还多, 三分之一强
    if figure.comparator == "=" and bound in ("<", ">"):
        own = replace(figure, comparator=bound)
        return as_claim(own)
    if figure.comparator == "=" and (bound == "~" or _NEARLY.search(words)):
        figure = replace(figure, comparator="~")
    size = allowed(figure, cut=True)
    if size is None:
        return None
    if _FURTHER.search(figure.anchor.quote):
        size = Interval(size.low, INF)
    if figure.unit == "times":
        whole = value == round(value) and "." not in figure.as_printed
        if whole and figure.comparator in ("=", "~"):
            wide = value * _ROUGH * (2 if figure.comparator == "~" else 1)
            size = Interval(min(size.low, value - wide), max(size.high, value + wide))
        elif figure.comparator in (">", ">="):
            size = Interval(size.low, max(size.high if size.high < INF else 0.0, size.low + 1))
    return size


def fits(one: Interval, other: Interval, size: Interval, code: str, *, ratio: bool, way: int) -> bool:
    """Whether a size is what two values give; ``way`` is 1 where the first is told to be more, −1 less, 0 either."""
    quotient = one.over(other)
    if quotient is None:
        return True
    if code in ("%", "permille", "times"):
        scale = {"%": 100.0, "permille": 1000.0}.get(code, 1.0)
        if ratio:
            return size.meets(quotient.scaled(scale))
        more, less = quotient.minus(_ONE), _ONE.minus(quotient)
        rates = ([more] if way >= 0 else []) + ([less] if way <= 0 else [])
        if code == "times":
            back = other.over(one)
            many = size.high >= 2  # 多三倍 is said of either, 多一倍 is not
            rates += [quotient] if way >= 0 and many else []
            if way <= 0 and back is not None:
                rates += [back.minus(_ONE), *([back] if many else [])]
        return any(size.meets(r.scaled(scale)) for r in rates)
    gap = one.minus(other)
    ways = [w for w in (1, -1) if way in (0, w)]
    return any(size.meets(gap.scaled(float(w))) for w in ways)


def fits_text(piece: Section, clause: Clause, figure: Figure) -> bool:
    """Whether the amounts told around a figure give it by themselves, so that it may be of them."""
    near = [f for f in clause.figures if f is not figure]
    for earlier in itertools.islice(clauses_before(piece, clause), _BACK):
        near += earlier.figures
    own = [f for f in near if f.role in ("level", "ratio") and f.unit not in ("rank", "year")]
    size = allowed(figure)
    rate = figure.unit in ("%", "times", "permille")
    for one, other in itertools.combinations(own, 2):
        if not like_units(one.unit, other.unit) or (rate and one.unit in ("%", "times")):
            continue
        if rate or figure.unit in ("pp", "bp"):
            if change_fits(figure, (one, other), strict=False):
                return True
        elif like_units(one.unit, figure.unit) and size is not None:
            a, b = as_claim(one), as_claim(other)
            if (
                a is not None
                and b is not None
                and any(size.meets(g) for g in (a.minus(b), b.minus(a), a.plus(b)))
            ):
                return True
    return False
