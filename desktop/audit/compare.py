"""A stated change against the values it is stated between: what fits, how closely, and under which reading."""

from __future__ import annotations

from typing import Final

from desktop.audit.interval import INF, Interval, as_claim, as_operand, digits, relative, value_of
from desktop.audit.moves import Move, is_share
from desktop.audit.say import core, number, printed, span_of, title
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.value import value

FITS, ROUNDED, OPEN, FAILS = "fits", "rounded", "open", "fails"
_SIDES: Final = (">", ">=", "<", "<=")


@value
class Compared:
    """``found`` is the recomputed interval, ``point`` its middle; ``result`` one of FITS, ROUNDED, OPEN, FAILS."""

    result: str
    found: Interval
    point: float


def open_sided(figure: Figure) -> bool:
    """Whether an operand is only a bound ("more than 50") and no limit that stands for itself."""
    return figure.role != "threshold" and figure.comparator in _SIDES


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
    return before, after, a, b


def _both_limits(move: Move) -> bool:
    """Two limits of one kind ("≤50 %" to "≤30 %"): a text that computes with them means the limits themselves."""
    sides = {move.before.comparator, move.after.comparator}
    return sides in ({"<="}, {">="})


def arithmetic(move: Move, point: float) -> str:
    """The sum as a reader would write it: (B − A) ÷ A = x."""
    a, b = core(move.before), core(move.after)
    return f"({b} − {a}) ÷ {a} = {number(point)}%"


def minus(move: Move, point: float, unit: str) -> str:
    """The difference as a reader would write it."""
    return f"{core(move.after)} − {core(move.before)} = {number(point)}{unit}"


def moved(move: Move) -> Text:
    """ "from A to B" with what it is about."""
    what = title(move.after)
    if what.zh == printed(move.after):
        return Text("从{0}到{1}", "From {0} to {1}").format(printed(move.before), printed(move.after))
    head = Text(f"“{what.zh}”", what.en)
    return Text("{0}从{1}到{2}", "{0} from {1} to {2}").format(
        head, printed(move.before), printed(move.after)
    )


def allows(found: Compared, suffix: str = "%") -> str:
    """The recomputed value, and the range that rounding allows where it has one."""
    low, high = sorted(found.found)
    point = f"{number(abs(found.point))}{suffix}"
    if -INF in (low, high) or INF in (low, high) or number(low) == number(high):
        return point
    if low < 0 < high:
        return point
    low, high = sorted((abs(low), abs(high)))
    return f"{point} ({span_of(Interval(low, high), suffix)})"


def both_shares(move: Move) -> bool:
    """Whether both values are percentages, so that points and percent must be told apart."""
    return is_share(move.before) and is_share(move.after)
