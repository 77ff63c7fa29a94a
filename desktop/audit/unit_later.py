"""What an amount may come to by figures farther off: by a rate told behind it, or as a part of an amount long before.

坏账准备9,200万元，计提比例为5%; 注册资本10亿元，其中甲方认缴7亿元，持股70%; 仅相当于期末存货的3.0%.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.operand import Operand, is_of, operand
from desktop.audit.per import in_things
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.audit.slips import of_digits
from desktop.audit.unit_ways import CLOSED, SIZED, Guess
from desktop.audit.ways import Way, like, quotient, signed
from desktop.audit.worked import Worked
from desktop.core.figure import Figure

_MOVES: Final = re.compile(r"[增减涨降升跌]|同比|环比|提高|回落|[高低多少]于")
_TAKES: Final = re.compile(r"占|相当|计提|比例|持股|认缴|[仅约只]?为|率")
_OF_NAMED: Final = re.compile(r"(?:占|相当于|等于|达到?|约为)(?:了|到)?(?P<who>[^，,。；\d]{2,12})的$")
_NAME: Final = re.compile(r"[（(].*?[）)]|首年|平均|年化|率|比例|\s")
_OPENS: Final = re.compile(r"[：:]|其中|包括|分别")
_RATED: Final = re.compile(r"[率比]")
_SAME: Final = 0.01
_LEAST: Final = 2  # amounts that make a list
_MOST: Final = 40  # rows of a table
_NEAR: Final = 16  # characters


def later_guesses(piece: Section, told: Worked, claim: Operand) -> Iterator[Guess]:
    """What the rate behind an amount makes of a whole before it, or the part and the rate behind it of a whole."""
    behind = told.after[:2]
    if all(f.unit != "%" for f in behind):
        return
    after = [o for f in behind if (o := operand(f)) is not None]
    if not after:
        return
    first = after[0]
    gap = told.between(claim.figure, first.figure)
    if len(gap) > _NEAR or _MOVES.search(gap):
        return
    if _is_share(first):
        if not _TAKES.search(gap):
            return
        named = _OF_NAMED.search(gap)
        if named is not None:
            for sheet in piece.around(claim.figure.anchor.start):
                cells = _cells_of(sheet, named["who"])
                yield from (_part(c, first, CLOSED) for c in cells if like(c.figure, claim.figure))
            return
        wholes = [f for f in told.before if like(f, claim.figure)][-1:]
        yield from (_part(base, first, SIZED) for f in wholes if (base := operand(f)) is not None)
    elif len(after) > 1 and _is_share(after[1]) and like(first.figure, claim.figure) and "其中" in gap:
        between = told.between(first.figure, after[1].figure)
        if _TAKES.search(between) and not _MOVES.search(between):
            point = first.value / after[1].many
            yield Guess("{} ÷ {}", SIZED, point, (first, after[1]), over=True, kept=False)


def rate_behind(told: Worked, claim: Operand) -> tuple[Figure, Way] | None:
    """A rate right behind an amount and the one before it that has the digits of their quotient changed about."""
    if not told.after or not told.before or told.after[0].unit != "%":
        return None
    rate, base = operand(told.after[0]), operand(told.before[-1])
    if rate is None or base is None or not _is_share(rate) or not like(base.figure, claim.figure):
        return None
    gap = told.between(claim.figure, rate.figure)
    if len(gap) > _NEAR or _MOVES.search(gap) or not _RATED.search(rate.lead):
        return None
    known = [
        base,
        claim,
        *(o for f in told.earlier if (o := operand(f)) is not None and like(f, claim.figure)),
    ]
    pairs = itertools.permutations(known, 2)
    if any(abs(a.value / b.value / rate.many - 1) < _SAME for a, b in pairs):
        return None
    made = quotient(claim.figure, base.figure, 100 / base.value * base.many)
    if made is None or not of_digits(rate.figure, made.point, replaced=False):
        return None
    return rate.figure, made._replace(sign="{} ÷ {}")


def listed_behind(told: Worked) -> Way | None:
    """The sum of a list right behind an amount: 先后融到6.5亿元：A轮1.2亿元、B轮2.1亿元、C轮3.2亿元."""
    if len(told.after) < _LEAST or not _OPENS.search(told.between(told.figure, told.after[0])):
        return None
    parts = [f for f in told.after if like(f, told.figure) and f.comparator in ("=", "~")]
    return signed(parts, (1,) * len(parts)) if len(parts) == len(told.after) else None


def _is_share(operand_: Operand) -> bool:
    return operand_.figure.unit == "%" and operand_.figure.role != "change" and operand_.many > 0


def _part(base: Operand, rate: Operand, bind: int) -> Guess:
    return Guess("{} × {}", bind, base.value * rate.many, (base, rate), kept=False)


def _cells_of(sheet: Sheet, name: str) -> Iterator[Operand]:
    """The cells of the row, or of the column, that is called so."""
    if len(sheet.rows) > _MOST:
        return
    found: list[Figure | None] = []
    for row in sheet.rows:
        if sheet.label(row) and sheet.label(row) in name:
            found += [sheet.at(row, c) for c in sheet.cols if c]
    for col in sheet.cols[1:]:
        if len(head := _NAME.sub("", sheet.head(col))) > 1 and head in name:
            found += [sheet.at(r, col) for r in sheet.rows]
    yield from (o for f in found if f is not None and (o := operand(f)) is not None)


def far_totals(piece: Section, claim: Operand, pool: Sequence[Operand]) -> Iterator[Guess]:
    """The last amount before that is of the year of a count: 2024年378亿元…。2024年一共4.2亿笔，平均每笔."""
    if claim.per is None or any(like(o.figure, claim.figure) for o in pool):
        return
    count = next((o for o in reversed(pool) if is_of(o, claim.per)), None)
    year = _year(count.figure) if count is not None else None
    if count is None or year is None:
        return
    start = count.figure.anchor.start
    for figure in reversed([f for f in piece.amounts if f.anchor.start < start]):
        total = operand(figure) if figure.role == "level" and like(figure, claim.figure) else None
        if total is not None and not total.each:
            if _year(figure) == year:
                size = 1 / in_things(count.figure, claim.per)
                point = total.value / count.many * size
                yield Guess("{} ÷ {}", CLOSED, point, (total, count), over=True, kept=False)
            return


def _year(figure: Figure) -> int | None:
    start = figure.period.start if figure.period is not None else None
    return start.year if start is not None else None
