"""Shares of two amounts that stand before them: 申请52万份，批了11.4万份，批准率22%; 46起里车门故障12起，约占26%.

What speaks for two amounts is counted: their words, their place, and that a share misses what they make by one digit.
Any other arithmetic of the amounts around clears it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, percent, stated
from desktop.audit.borne_out import NAMED
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, digits, value_of
from desktop.audit.own_rows import is_of_another_row, is_share_of_row
from desktop.audit.passages import Passage, Told, passages, told_as
from desktop.audit.ratio_parts import STARTS, Known, Ratio, ratio_of
from desktop.audit.scope import Section
from desktop.audit.share_reach import reached
from desktop.audit.ways import like
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "ratio_shares"
_PARTS: Final = re.compile("分之")
_RED: Final = 5
_MOST: Final = 6  # amounts of which two are added or set apart
_LINES: Final = 3  # above, in which a whole may be named
_REACH: Final = 2000  # characters around a share in which any amount may be its whole
WRONG: Final = Text("{0}占{1}的{2}，不是文中的{3}。", "{0} of {1} is {2}, not {3} as the text says.")


@check(KEY, "两数之比", "shares of two amounts", "section", needs={"section": ("%",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each share against the two amounts for which most speaks."""
    before: list[Passage] = []
    for passage in passages(piece):
        known = Known(set(), set())
        for at, told in enumerate(passage.own if passage.shares and passage.sizes else ()):
            if told.share and told.figure.role != "change":
                meant = ratio_of(passage, at, told, known, before[-_LINES:])
                if meant is not None:
                    yield from _held(piece, passage, told, meant, known)
        before.append(passage)


def _held(piece: Section, passage: Passage, told: Told, meant: Ratio, known: Known) -> Iterator[Result]:
    part, whole = meant.part, meant.whole
    claim, one, other = told_as(told), as_claim(part.figure), as_claim(whole.figure)
    quotient = one.scaled(100).over(other) if one is not None and other is not None else None
    if claim is None or quotient is None:
        return
    share, figures = part.value / whole.value * 100, (told.figure, part.figure, whole.figure)
    written = formula("{} ÷ {} = {}", bare(part.figure), bare(whole.figure), percent(share))
    if quotient.meets(claim):
        known.parts.add(part.figure.id)
        known.wholes.add(whole.figure.id)
        plain = digits(told.figure)
        yield say.passed(KEY, figures, written, rounded=plain is None or not plain.holds(share))
    elif (
        meant.weight >= _RED
        and not _excused(piece, passage, told, meant, claim)
        and not is_share_of_row(piece, passage, told, part)
        and not is_of_another_row(piece, passage, told, part)
    ):
        said = WRONG.format(bare(part.figure), bare(whole.figure), percent(share), stated(told.figure))
        yield say.finding(KEY, "inconsistent", figures, written, said, NAMED if meant.sure else "")


def _excused(piece: Section, passage: Passage, told: Told, meant: Ratio, claim: Interval) -> bool:
    """Whether other amounts give a share; where much speaks for the two, one of them must be among these."""
    at, two = told.figure.anchor.start, (meant.part.figure, meant.whole.figure)
    around = piece.between(at - _REACH, at + _REACH)
    if meant.weight <= _RED:
        near = [t.figure for t in passage.own if t is not told and abs(told.sentence - t.sentence) <= 1]
        return reached(told.figure, near, around, two, passage.clause(told))
    if _PARTS.search(
        told.figure.as_printed
    ):  # 五分之三 is told of what comes near it, but not of any amount far away
        claim = Interval(max(claim.low, told.value * 0.95), min(claim.high, told.value * 1.05))
    near = [t.figure for t in passage.own if t.start < told.start and told.sentence - t.sentence <= 1]
    past = {t.figure.id for t in passage.own if STARTS.search(t.lead)}  # 由300万增至360万
    parts = [two[0], *(f for f in near if f.unit == two[0].unit and f.id not in past)]
    wholes = [two[1], *(t.figure for t in meant.others), *(() if meant.named else around)]
    for part in parts:
        for whole in wholes if part is two[0] else (two[1],):
            one, other = as_claim(part), as_claim(whole)
            if part is whole or one is None or other is None or other.low <= 0 or not like(whole, part):
                continue
            share = one.scaled(100).over(other)
            if share is None or share.low > 100:
                continue
            left = Interval(100 - share.high, 100 - share.low)
            if claim.meets(share) or (meant.bare and claim.meets(left)):
                return True
    if any(claim.meets(share) for share in _of_two(*two, near)):
        return True
    return any(f.unit == "%" and (value := value_of(f)) is not None and claim.holds(value) for f in near)


def _of_two(part: Figure, whole: Figure, near: Sequence[Figure]) -> Iterator[Interval]:
    """What a part is of two amounts together, or of what lies between them: 1200家撤到900家，县域180家占撤掉的六成."""
    one = as_claim(part)
    both = as_claim(whole)
    share = one.scaled(100).over(one.plus(both)) if one is not None and both is not None else None
    if share is not None:
        yield share
    pool = [own for f in near if f is not part and like(f, part) and (own := as_claim(f)) is not None]
    for a, b in itertools.combinations(pool[-_MOST:], 2):
        apart = a.minus(b) if a.low >= b.low else b.minus(a)
        for made in (a.plus(b), apart):
            share = one.scaled(100).over(made) if one is not None and made.low > 0 else None
            if share is not None:
                yield share
