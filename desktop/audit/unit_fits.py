"""What clears an amount that units hold to be wrong: anything around that gives it, in any way that makes sense."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from desktop.audit.fitting import fitting
from desktop.audit.interval import Interval, value_of
from desktop.audit.line_cells import Line
from desktop.audit.operand import Operand, operand
from desktop.audit.per import rounded
from desktop.audit.scope import Section
from desktop.audit.slips import number_of
from desktop.audit.unit_ways import SIZED, WEAK, Guess, guesses
from desktop.audit.ways import Way, allowed, like
from desktop.audit.worked import Worked
from desktop.core.figure import Figure
from desktop.core.value import once

PRINTED: Final = 3  # digits of a number that is told sharply
_DIRECT: Final = ("{}", "{} + {}", "{} − {}", "{} × {} + {}")
_NOTHING: Final = Interval(math.inf, -math.inf)
_HALF, _TWICE = 0.5, 2.0
_BLURRED: Final = 0.1  # of a result
_UNLIKE: Final = 1e-3


def acquitted(
    piece: Section,
    told: Worked,
    claim: Operand,
    pool: Sequence[Operand],
    line: Line,
    *,
    tight: bool,
    again: bool,
) -> bool:
    """Whether anything around gives the amount, or the text tells it again.

    What is bound ``tight`` is cleared by sums of its sentence and by what is bound as well; with ``again``, it helps
    that the text tells the amount twice.
    """
    value = claim.value
    if again and any(
        f is not told.figure and like(f, told.figure) and value_of(f) == value for f in piece.figures
    ):
        return True
    plain = plainly(told.figure)
    later = [o for f in told.after[:1] if (o := operand(f)) is not None and o.rate]
    wide = (*pool, *later)
    if tight:
        made = fitting(plain, told.near)
        if made is not None and made.sign in _DIRECT and _likely(made):
            return True
        known = [g for g in guesses(claim, (*pool, *line.cells), WEAK) if g.bind >= SIZED]
        return any(gives(g, told.figure, g.point / value) is not None for g in known)
    made = fitting(plain, told.near, told.far, told.after[:3])
    if made is not None and _likely(made):
        return True
    known = list(guesses(claim, wide))
    if line.cells:
        known += guesses(claim, (*line.cells, *wide[-4:]))
    return any(gives(g, told.figure, g.point / value) is not None for g in known)


def gives(guess: Guess, claim: Figure, ratio: float) -> Way | None:
    """The way of a guess that gives an amount; what rounding blurs too much shows nothing of a cell."""
    if not _HALF < ratio < _TWICE:
        return None
    own = own_of(claim)
    way = guess.way()
    if way is None or not own.meets(way.found):
        return None
    blurred = way.found.high - way.found.low > _BLURRED * guess.point
    if blurred and any(p.figure.table for p in guess.parts) and not own.holds(guess.point):
        return None
    return way


def _likely(way: Way) -> bool:
    """Whether arithmetic makes sense: nothing is added to a thousand times as much, or multiplied below nothing."""
    if way.sign in ("{} + {}", "{} − {}"):
        sizes = [abs(value_of(f) or 0.0) for f in way.inputs]
        return min(sizes) > _UNLIKE * max(sizes)
    return way.point > 0 or "×" not in way.sign


def printed(figure: Figure) -> str:
    """The digits of a printed number, without zeros that only give it its size."""
    plain = number_of(figure) or f"{figure.low or 0:.0f}"
    return plain.replace(".", "").lstrip("0") if "." in plain else plain.strip("0")


@once
def own_of(claim: Figure) -> Interval:
    """What an amount allows; a count is rounded, too, where it is so many on average."""
    plain = plainly(claim)
    own = allowed(plain, cut=True) or _NOTHING
    return rounded(plain) or own if own.low == own.high else own


def plainly(figure: Figure) -> Figure:
    """An amount of three digits as it is printed: what is told so sharply is not blurred by an 约."""
    return replace(figure, comparator="=", hedge="") if len(printed(figure)) >= PRINTED else figure


def long(figure: Figure, least: int = 4) -> bool:
    """Whether a number has so many digits that others do not meet them by chance."""
    return len(printed(figure)) >= least
