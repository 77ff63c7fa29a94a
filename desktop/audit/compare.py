"""A stated change against the values it is stated between: what fits, how closely, and under which reading."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from desktop.audit.amounts import bare, formula, number, percent, signed_percent, span_of, stated
from desktop.audit.interval import INF, Interval, as_claim, as_operand, digits, relative, value_of
from desktop.audit.move import BY, TO, Move, is_share
from desktop.audit.one_precision import to_one_precision
from desktop.audit.say import THIS, title
from desktop.core.figure import Figure
from desktop.core.text import Text

FITS, ROUNDED, OPEN, FAILS = "fits", "rounded", "open", "fails"
_SIDES: Final = (">", ">=", "<", "<=")


class Compared(NamedTuple):
    """``found`` is the recomputed interval, ``point`` its middle; ``result`` one of FITS, ROUNDED, OPEN, FAILS."""

    result: str
    found: Interval
    point: float


def compared(
    found: Interval | None, point: float | None, claim: Figure, scale: float = 1.0
) -> Compared | None:
    """Hold what was recomputed against a stated figure; ``scale`` brings its value to the unit of ``found``."""
    words = as_claim(claim)
    if found is None or words is None or point is None:
        return None
    words = words.scaled(scale)
    if not found.meets(words):
        return Compared(FAILS, found, point)
    if -INF in found or INF in found:
        return Compared(OPEN, found, point)
    plain = digits(claim)
    if plain is not None and plain.scaled(scale).holds(point):
        return Compared(FITS, found, point)
    return Compared(FITS if words.holds(point) else ROUNDED, found, point)


def percent_change(move: Move) -> tuple[Interval, float] | None:
    """The magnitude of the relative change in percent, as an interval and as the point of the printed numbers."""
    pair = operands(move)
    if pair is None:
        return None
    before, after, a, b = pair
    change = relative(before, after)
    if change is None or a <= 0:
        return None
    return signed(change, move), (b - a) / a * 100 * (-1 if move.down else 1)


def remains(move: Move) -> tuple[Interval, float] | None:
    """What is left of the first value, in percent of it."""
    found = ratio(move)
    return (found[0].scaled(100), found[1] * 100) if found is not None else None


def against(quotient: Interval, point: float, move: Move) -> Compared | None:
    """Hold after ÷ before against a change in percent, times, doublings or tenths, under each reading of its words.

    The reading that fits best is returned; ``found`` and ``point`` are in the unit of the change.
    """
    change = move.change
    if change is None:
        return None
    sign = -1.0 if move.down else 1.0
    if change.unit == "count:番":
        return (
            compared(quotient, point, _doubled(change))
            if (change.low or change.high or 0) <= _DOUBLINGS
            else None
        )
    if change.unit in ("%", "permille", "count:折"):
        claim, scale = in_percent(change), 100.0
    elif change.unit == "times":
        claim, scale = change, 1.0
    else:
        return None
    grown = Interval(*sorted(((quotient.low - 1) * scale * sign, (quotient.high - 1) * scale * sign)))
    ways = ((BY, grown, (point - 1) * scale * sign), (TO, quotient.scaled(scale), point * scale))
    held = [h for way, found, own in ways if move.way in ("", way) and (h := compared(found, own, claim))]
    return next((h for h in held if h.result != FAILS), held[0] if held else None)


_TENTH: Final = Decimal("0.05")  # half of the last digit of 1.6番
_DOUBLINGS: Final = 60  # more than that is a misreading, and a number too long to compute


_MORE_THAN: Final = re.compile(r"(?:不止|不只|超过|超|逾)了?$")
_AND_MORE: Final = re.compile(r"(?:还|都|更)?(?:不止|有余|有多|要多|多)")


def _doubled(change: Figure) -> Figure:
    often = change.low or change.high or Decimal(1)
    times = Decimal(2) ** often
    if change.comparator == "=" and (
        _MORE_THAN.search(change.anchor.prefix) or _AND_MORE.match(change.anchor.suffix)
    ):  # 翻了不止一番, 翻了一番还多
        return replace(change, low=times, high=None, comparator=">", unit="times", as_printed="")
    if change.comparator != "=":  # 一番有余 is anything from there on
        return replace(
            change,
            low=change.low and times,
            high=change.high and times,
            unit="times",
            as_printed="",
            hedge="",
        )
    wide = (times * Decimal("0.93"), times * Decimal("1.08"))  # 翻了两番 is said of what is nearly so
    if often % 1 and change.low == change.high:  # 1.6番
        wide = (Decimal(2) ** (often - _TENTH), Decimal(2) ** (often + _TENTH))
    return replace(change, low=wide[0], high=wide[1], unit="times", as_printed="")


_TENTHS: Final = 10  # 打五六折: between five tenths and six


def in_percent(change: Figure) -> Figure:
    """A change in tenths of the price (七折) as the percentage that is left; any other as it is."""
    value = value_of(change)
    if change.unit != "count:折":
        return change
    if value is None:
        if change.low is None or change.high is None or change.high > _TENTHS:
            return change
        return replace(change, unit="%", low=change.low * _TENTHS, high=change.high * _TENTHS, comparator="=")
    tenths = value < 10
    share = value * 10 if tenths else value
    if change.comparator != "=":
        ends = [None if v is None else Decimal(str(share)) for v in (change.low, change.high)]
        return replace(change, unit="%", low=ends[0], high=ends[1])
    half = 5 if tenths and value == int(value) else 1.5
    return replace(
        change, unit="%", low=Decimal(str(share - half)), high=Decimal(str(share + half)), comparator="="
    )


def difference(move: Move) -> tuple[Interval, float] | None:
    """The difference after − before, signed as the text tells it."""
    pair = operands(move)
    if pair is None:
        return None
    before, after, a, b = pair
    return signed(after.minus(before), move), (b - a) * (-1 if move.down else 1)


def ratio(move: Move) -> tuple[Interval, float] | None:
    """After ÷ before."""
    pair = operands(move)
    if pair is None or pair[2] <= 0:
        return None
    quotient = pair[1].over(pair[0])
    return (quotient, pair[3] / pair[2]) if quotient is not None else None


def signed(found: Interval, move: Move) -> Interval:
    """Turned round where the text tells of a fall, so that a fall of 20 % is 20."""
    return Interval(-found.high, -found.low) if move.down else found


def operands(move: Move) -> tuple[Interval, Interval, float, float] | None:
    """Both values as intervals and as printed points; None where one has no single number."""
    before, after = as_operand(move.before), as_operand(move.after)
    a, b = value_of(move.before), value_of(move.after)
    if a is not None and b is not None and _both_limits(move):
        before, after = Interval(a, a), Interval(b, b)
    if before is None or after is None or a is None or b is None:
        return None
    return *to_one_precision(move.before, move.after, before, after), a, b


def _both_limits(move: Move) -> bool:
    """Two limits of one kind ("≤50 %" to "≤30 %"): a text that computes with them means the limits themselves."""
    sides = {move.before.comparator, move.after.comparator}
    return sides in ({"<="}, {">="})


def arithmetic(move: Move, point: float) -> Text:
    """The sum as a reader would write it: (B − A) ÷ A = x; ``point`` is signed as the text tells it."""
    a, b = bare(move.before), bare(move.after)
    return formula("({1} − {0}) ÷ {0} = {2}", a, b, signed_percent(-point if move.down else point))


def minus(move: Move, point: float) -> Text:
    """The difference of two percentages as a reader would write it."""
    shown = number(-point if move.down else point)
    result = Text(f"{shown}个百分点", f"{shown} pp")
    return formula("{} − {} = {}", bare(move.after), bare(move.before), result)


def moved(move: Move) -> Text:
    """ "from A to B" with what it is about."""
    before, after, what = stated(move.before), stated(move.after), title(move.after)
    if what == THIS:
        return Text("由{0}变为{1}", "From {0} to {1}").format(before, after)
    return Text("{0}由{1}变为{2}", "{0}: from {1} to {2}").format(what, before, after)


def allows(found: Compared) -> Text:
    """The recomputed percentage, and the range that the rounding of the printed numbers allows."""
    low, high = sorted(found.found)
    point = percent(found.point)
    if -INF in (low, high) or INF in (low, high) or number(low) == number(high) or low < 0 < high:
        return Text(point, point)
    low, high = sorted((abs(low), abs(high)))
    width = span_of(Interval(low, high))
    return Text(f"{point}（计入舍入为{width}）", f"{point} ({width} with rounding)")


def both_shares(move: Move) -> bool:
    """Whether both values are percentages, so that points and percent must be told apart."""
    return is_share(move.before) and is_share(move.after)
