"""What two fields of a table give line by line: 户均 of 余额 and 户数, 完成率, what is left, growth."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.row_fields import total
from desktop.audit.row_wholes import totals
from desktop.audit.views import View, like_units
from desktop.core.figure import Figure
from desktop.core.units import unit
from desktop.core.value import once

EACH, RATE, LEFT, REST, GROWTH, SUM, PART = "each", "rate", "left", "rest", "growth", "sum", "part"
RATIOS: Final = (RATE, LEFT, GROWTH, PART)
_NO_OPERAND: Final = ("%", "times", "pp", "bp", "permille", "rank", "year")
_PER: Final = re.compile(
    r"率|均|价|每|单[位件]|时效|时长|用时|得分|评分|温度|指数|天数"
)  # what no lines add up to
_PEOPLE: Final = frozenset(("person", "count:人次", "count:名", "count:位"))
_MOST: Final = 6  # fields that are put together two by two
_MANY: Final = 12  # lines
_ROUGH: Final = 1.25  # times the lower end: what is so roughly known fits anything


class Made(NamedTuple):
    """One field taken with another; ``kind`` tells how."""

    kind: str
    one: int
    other: int


class Worked(NamedTuple):
    """What some lines come to in a made field, as an interval and as a number."""

    made: Made
    found: Interval
    point: float


def code_of(view: View, field: int) -> str:
    """The unit of a field."""
    return next(iter(view.column(field).values())).unit


def is_per(view: View, field: int) -> bool:
    """Whether a field is so much for each, which lines cannot be added up in."""
    return _PER.search(view.fields[field]) is not None


@once
def made_fields(view: View) -> tuple[Made, ...]:
    """All that the complete fields of a table may give two by two."""
    if not 2 <= len(view.lines) <= _MANY:
        return ()
    own = [
        f
        for f in view.fields
        if len(view.column(f)) == len(view.lines)
        and (code := code_of(view, f)) not in _NO_OPERAND
        and "/" not in code
    ][:_MOST]
    return tuple(itertools.chain.from_iterable(_pair(view, a, b) for a, b in itertools.permutations(own, 2)))


def _pair(view: View, one: int, other: int) -> Iterator[Made]:
    left, right = code_of(view, one), code_of(view, other)
    if not same_dimension(left, right):
        if not (is_per(view, one) or is_per(view, other)):
            yield Made(EACH, one, other)
        return
    if is_per(view, one) != is_per(view, other):
        return
    if within(view, one, other):
        yield from (Made(RATE, one, other), Made(LEFT, one, other), Made(REST, other, one))
    elif not within(view, other, one):
        yield from (Made(RATE, one, other), Made(REST, one, other))
    yield Made(GROWTH, one, other)
    if not is_per(view, one):
        yield Made(PART, one, other)
    if one < other:
        yield Made(SUM, one, other)


def within(view: View, part: int, whole: int) -> bool:
    """Whether a field is no more than another one in any line."""
    a, b = view.column(part), view.column(whole)
    return all((value_of(a[n]) or 0.0) <= (value_of(b[n]) or 0.0) for n in view.lines)


def worked(view: View, made: Made, lines: tuple[str, ...]) -> list[Worked]:
    """What lines come to together; of all lines also what their row of totals has."""
    known = _known(view)
    key = (made, lines)
    if key not in known:
        known[key] = list(_worked(view, made, lines))
    return known[key]


@once
def _known(_view: View) -> dict[tuple[Made, tuple[str, ...]], list[Worked]]:
    return {}


def _worked(view: View, made: Made, lines: tuple[str, ...]) -> Iterator[Worked]:
    if len(lines) > 1 and (is_per(view, made.one) or is_per(view, made.other)):
        return
    pairs = [(total(view, lines, made.one), total(view, lines, made.other))]
    if len(lines) == len(view.lines):
        for a, b in zip(totals(view, made.one), totals(view, made.other), strict=False):
            pairs.insert(0, (_own(a), _own(b)))
    for one, other in pairs:
        if one is None or other is None:
            continue
        found = _reckoned(made.kind, one, other, _factor(view, made.other) if made.kind == EACH else 1.0)
        if found is not None:
            yield Worked(made, *found)


def _own(cell: Figure) -> tuple[Interval, float] | None:
    own, value = as_claim(cell), value_of(cell)
    return None if own is None or value is None else (own, value)


def _factor(view: View, field: int) -> float:
    known = unit(code_of(view, field))
    return known.factor if known is not None else 1.0


def _reckoned(
    kind: str, one: tuple[Interval, float], other: tuple[Interval, float], factor: float
) -> tuple[Interval, float] | None:
    (a, x), (b, y) = one, other
    if kind in (REST, SUM):
        return (a.minus(b), x - y) if kind == REST else (a.plus(b), x + y)
    if kind == PART:
        b, y = a.plus(b), x + y
    quotient = a.over(b)
    if quotient is None or not y or (a.low > 0 and quotient.high > _ROUGH * quotient.low):
        return None
    if kind == EACH:
        return quotient.scaled(factor), x / y * factor
    share, point = quotient.scaled(100), x / y * 100
    if kind in (RATE, PART):
        return share, point
    if kind == LEFT:
        return Interval(100 - share.high, 100 - share.low), 100 - point
    low, high = sorted((abs(share.low - 100), abs(share.high - 100)))
    return Interval(0.0 if share.low < 100 < share.high else low, high), abs(point - 100)


def made_in(view: View, unit_: str) -> tuple[Made, ...]:
    """The made fields of which a figure of some unit may tell."""
    known = _by_unit(view)
    if unit_ not in known:
        known[unit_] = tuple(made for made in made_fields(view) if may_be(view, made, unit_))
    return known[unit_]


@once
def _by_unit(_view: View) -> dict[str, tuple[Made, ...]]:
    return {}


def may_be(view: View, made: Made, unit_: str) -> bool:
    """Whether a figure of some unit may tell of a made field."""
    if made.kind in RATIOS:
        return unit_ in ("%", "permille")
    code = code_of(view, made.one)
    if code.startswith("count:") and unit_.startswith("count:"):
        return code == unit_ or {code, unit_} <= _PEOPLE
    return unit_ not in _NO_OPERAND and like_units(code, unit_)
