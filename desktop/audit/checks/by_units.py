"""Amounts that others come to by their units: 日均85件 × 每件1.2元, 资本净额168亿元 × 25%, 全年租金 of 台 × 元/月.

Whatever the words are, an amount that anything around it gives is not questioned. One that nothing gives is wrong
where the units bind it to others so tightly that they can only be meant, or where it is a slip of digits or of a
power of ten away from what they give.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.check import Result, World, check
from desktop.audit.line_cells import NO_LINE, Line, line_cells
from desktop.audit.operand import Operand, operand
from desktop.audit.rate_columns import at_their_rates
from desktop.audit.scope import Section
from desktop.audit.slips import of_scale
from desktop.audit.unit_fits import acquitted, gives, long, own_of
from desktop.audit.unit_later import far_totals, later_guesses, listed_behind, rate_behind
from desktop.audit.unit_slips import SCALED, Spot, accused, kind_of_slip, may_accuse, plausible, spot_of
from desktop.audit.unit_ways import CLOSED, LOOSE, SIZED, WEAK, Guess, guesses
from desktop.audit.worked import Worked, alone, worked_or_limits
from desktop.audit.worked_told import written, wrong, wrong_of
from desktop.core.figure import Figure
from desktop.core.finding import Finding

KEY: Final = "by_units"
_EARLIER, _BEFORE = 8, 6  # amounts of the sentences before, and of its own, that may be meant
_PAIR, _WIDE = 2, 12
_LAST: Final = 3  # right before it
_LATER: Final = 5  # of them that go with the cells of a table
_IN_ALL: Final = re.compile(r"共|合计|总|全[部年]|[就光仅]|下来|收入|流水|营业额|销售额|进账|货款|票款")
_RECKONED: Final = re.compile(r"[乘算按]")
_TERMS: Final = ("day", "week", "month", "quarter", "year")  # are told, and not worked out by units
_SHARE_OF: Final = re.compile(r"(?:超过|突破|[高低大小少多]于)(?P<whole>[^，。；\d]{2,10})的$")
_EXACT: Final = 1e-9


@check(KEY, "按单位推算", "amounts by their units", "section", needs={"section": ("level change threshold",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each amount against the products, quotients and parts that the units around it allow."""
    blamed: set[str] = set()
    for told in (*worked_or_limits(piece), *(alone(piece) if piece.has_tables else ())):
        figure = told.figure
        if figure.comparator in ("=", "~") and figure.unit not in _TERMS:
            claim = operand(figure)
            for result in _held(piece, told, claim) if claim is not None else ():
                if isinstance(result, Finding):
                    if any(f.id in blamed for f in (*told.before, *told.earlier) if f.id in result.items):
                        continue  # it only follows from an amount that is wrong
                    blamed.add(figure.id)
                yield result


def _held(piece: Section, told: Worked, claim: Operand) -> Iterator[Result]:
    near: Sequence[Figure] = (*told.items, *told.earlier[-_EARLIER:], *told.before[-_BEFORE:])
    if "乘" in told.sentence and len(told.before) < _PAIR:  # 把件数和件均相乘
        near = [f for f in piece.amounts if f.anchor.start < told.figure.anchor.start][-_WIDE:]
    pool = [o for f in near if (o := operand(f)) is not None]
    if _of_untold(told, pool):
        return
    line = NO_LINE
    if piece.has_tables:
        if (way := next(at_their_rates(piece, told), None)) is not None:
            if not own_of(told.figure).meets(way.found):
                yield wrong(KEY, told, way)
            return
        line = line_cells(piece, told) if _by_table(told, claim, pool) else NO_LINE
    if (rate := rate_behind(told, claim)) is not None:
        yield wrong_of(KEY, *rate)
        return
    suspects: list[tuple[int, int, Spot, Guess]] = []
    back: dict[int, int] = {}
    for guess in _guesses(piece, told, claim, pool, line):
        ratio = guess.point / claim.value
        if not plausible(ratio):
            continue
        if guess.bind >= SIZED and (way := gives(guess, told.figure, ratio)) is not None:
            rounded = abs(ratio - 1) > _EXACT
            yield say.passed(KEY, (told.figure, *way.inputs), written(way, told.figure), rounded=rounded)
            return
        back = back or {id(f): n for n, f in enumerate(reversed(near))}
        spot = spot_of(guess, back, len(told.before))
        if may_accuse(claim, guess, spot):
            slip = kind_of_slip(told.figure, claim.value, guess)
            if slip and accused(told, claim, guess, slip, spot, line):
                suspects.append((slip, -guess.bind, spot, guess))
    summed = listed_behind(told)
    if summed is not None and of_scale(told.figure, summed.found):
        yield wrong(KEY, told, summed)
    elif suspects:
        slip, _, spot, guess = min(suspects, key=lambda s: s[:3])
        closed = guess.bind == CLOSED
        close = closed and not spot.gap and spot.together
        tight = close or (closed and slip <= SCALED)
        again = not close and not any(p.figure in told.after for p in guess.parts)
        made = guess.way()
        if made is not None and not acquitted(piece, told, claim, pool, line, tight=tight, again=again):
            yield wrong(KEY, told, made)


def _of_untold(told: Worked, pool: Sequence[Operand]) -> bool:
    """Whether it is a share of something whose size nothing tells: 储备量3.1万吨，不低于定额的70%，即2.8万吨."""
    last = operand(told.before[-1]) if told.before else None
    found = _SHARE_OF.search(last.lead) if last is not None and last.rate else None
    return found is not None and not any(found["whole"][-2:] in o.lead for o in pool if not o.rate)


def _by_table(told: Worked, claim: Operand, pool: Sequence[Operand]) -> bool:
    """Whether the words are such that an amount may have been worked out from cells of a table."""
    if claim.each or claim.time or _IN_ALL.search(told.clause) or _RECKONED.search(told.sentence):
        return True
    return any(o.rate for o in pool[-1:])


def _guesses(
    piece: Section, told: Worked, claim: Operand, pool: Sequence[Operand], line: Line
) -> Iterator[Guess]:
    """What is bound to the amount by units, and what only stands right before it."""
    yield from guesses(claim, pool, WEAK)
    yield from later_guesses(piece, told, claim)
    yield from far_totals(piece, claim, pool)
    if long(told.figure) or _IN_ALL.search(told.clause):
        yield from (g for g in guesses(claim, pool[-_LAST:]) if g.bind == LOOSE)
    if line.cells:
        rest = (*(c for c in line.cells if not c.rate), *pool[-_LATER:])
        yield from (g for g in guesses(claim, rest, WEAK) if any(p.figure.table for p in g.parts))
