"""Amounts in a row and the shares that they make, in their order: 36.0万套、25.4万套，利用率由75.0%滑到52.9%.

A whole that one of the shares shows to be meant must give the others too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.adding import added
from desktop.audit.amounts import amount, bare, formula, percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.passages import RATES, Passage, Told, alike, passages
from desktop.audit.scope import Section
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "parallel_rates"
_RATE: Final = re.compile(r"率|占|比[重例]|份额|进度")
_MOVES: Final = re.compile(r"同比|环比|增[长速幅]|[降涨跌升]幅?$|利率|毛利|净利|税")
_OWN: Final = re.compile(r"[其对]|率|高|低|全国|行业|同[期行]|占")
_GAP: Final = 16  # characters between two amounts, or between two shares
_MOST: Final = 6
_REACH: Final = 2000  # characters around a row in which any amount may be the whole
WRONG: Final = Text(
    "{0}是{1}的{2}，而{3}是{1}的{4}，不是文中的{5}。",
    "{0} is {2} of {1}, but {3} is {4} of it, not {5} as the text says.",
)


_PAIR: Final = 2
_FINE: Final = 0.015  # of a share: 75.0% is told more finely, 42% is not


class _Whole(NamedTuple):
    """An amount, or what all of the row come to."""

    own: Interval
    point: float
    shown: Text
    figures: tuple[Figure, ...]


@check(KEY, "成对的量与率", "rows of amounts and of shares", "section", needs={"section": ("%",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Where most shares of a row are what the amounts before it are of some stated whole, the others must be too."""
    for passage in passages(piece):
        for row in _rows(passage):
            amounts = _amounts(passage, row)
            if amounts:
                yield from _held(piece, amounts, row)


def _rows(passage: Passage) -> Iterator[list[Told]]:
    """Shares told side by side, the first of which is named as one."""
    shares = [t for t in passage.shares if t.figure.role != "change"]
    at = 0
    while at < len(shares):
        row = [shares[at]]
        for told in shares[at + 1 :]:
            gap = passage.between(row[-1], told)
            if told.sentence != row[0].sentence or len(gap) > _GAP or _OWN.search(told.lead) or "，" in gap:
                break
            row.append(told)
        named = _RATE.search(row[0].lead) is not None and _MOVES.search(row[0].lead) is None
        if 1 < len(row) <= _MOST and named:
            yield row
        at += len(row)


def _amounts(passage: Passage, row: Sequence[Told]) -> list[Told]:
    """As many amounts of one kind, right before a row of shares; [] where they are not told in its sentence."""
    before = [t for t in passage.own if t.end <= row[0].start and t.figure.unit not in RATES and t.value > 0]
    own = before[-len(row) :]
    same = len(own) == len(row) and all(alike(t, own[0]) and t.sentence == row[0].sentence for t in own)
    return own if same else []


def _held(piece: Section, amounts: Sequence[Told], row: Sequence[Told]) -> Iterator[Result]:
    claims = [as_claim(t.figure) for t in row]
    parts = [as_claim(t.figure) for t in amounts]
    best: tuple[list[bool], _Whole] | None = None
    for whole in _wholes(piece, amounts):
        fits = []
        for part, claim in zip(parts, claims, strict=True):
            share = part.scaled(100).over(whole.own) if part is not None else None
            fits.append(share is None or claim is None or share.meets(claim))
        if best is None or sum(fits) > sum(best[0]):
            best = (fits, whole)
    if best is None or sum(best[0]) < max(1, len(row) - 1):
        return
    fits, whole = best
    if len(row) == _PAIR and not all(fits) and not _sharp(claims[fits.index(True)]):
        return  # 11% is what one amount is of another by chance
    shown = amounts[fits.index(True)], row[fits.index(True)]
    for told, rate, right in zip(amounts, row, fits, strict=True):
        point = told.value / whole.point * 100
        sums = formula("{} ÷ {} = {}", bare(told.figure), whole.shown, percent(point))
        figures = (rate.figure, told.figure, *whole.figures)
        if right:
            yield say.passed(KEY, figures, sums, rounded=True)
        elif not _of_other(piece, amounts, told, rate):
            said = WRONG.format(bare(shown[0].figure), whole.shown, stated(shown[1].figure), bare(told.figure),
                                percent(point), stated(rate.figure))  # fmt: skip
            yield say.finding(KEY, "inconsistent", figures, sums, said)


def _sharp(claim: Interval | None) -> bool:
    """Whether a share is told so finely that it comes of few amounts."""
    return claim is not None and claim.high - claim.low <= _FINE * claim.high


def _of_other(piece: Section, amounts: Sequence[Told], told: Told, rate: Told) -> bool:
    """Whether a share is of another whole: 由36人缩到16人，占比由40%降到20%（事业部由90人缩到80人）."""
    part, claim = as_claim(told.figure), as_claim(rate.figure)
    shares = (part.scaled(100).over(w.own) for w in _wholes(piece, amounts)) if part is not None else ()
    return claim is None or any(s is not None and s.meets(claim) for s in shares)


def _wholes(piece: Section, amounts: Sequence[Told]) -> Iterator[_Whole]:
    """What the amounts may be of: any stated amount of their kind that is no less, or all of them together."""
    most, row = max(t.value for t in amounts), [t.figure for t in amounts]
    at = row[0].anchor.start
    for figure in piece.between(at - _REACH, at + _REACH):
        own, value = as_claim(figure), value_of(figure)
        if figure.is_date or figure.unit != row[0].unit or figure in row or own is None or value is None:
            continue
        if own.low > 0 and value >= most / 2:
            yield _Whole(own, value, bare(figure), (figure,))
    both = added(row)
    if both is not None and both[0].low > 0:
        yield _Whole(both[0], both[1], amount(both[1], row[0], exact=True), ())
