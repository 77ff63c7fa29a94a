"""What an amount comes to at the rates around it, and by the rows and columns of a table that its words name."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.per import counts, in_things
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.audit.tenfold import (
    RATES,
    Bound,
    before,
    is_count,
    shared_word,
    thing_of,
)
from desktop.audit.ways import Way, like, may_give, quotient
from desktop.audit.worked import Worked
from desktop.core.figure import Figure

# What is paid, earned or lost at a rate of an amount
_YIELD: Final = re.compile(
    r"息|佣|税|费|提成|分成|抽成|准备|拨备|计提|应[缴纳付]|[净少多倒][赚亏贴拿付得赔]|不良|逾期|收益|分红|返利|到手|损失|坏账|罚金"
    r"|\b(?:interest|commission|tax|fee|yield|loss|costs?|charge)",
    re.I,
)
_MOVES: Final = re.compile(r"[增减涨降升跌]|同比|环比|提高|回落|growth", re.I)
_APART: Final = re.compile(r"差|倒挂|费率|利率")
_TAKES: Final = re.compile(r"占|相当|计提|比例|持股|认缴|[仅约只]?为|率")
_OF_NAMED: Final = re.compile(r"(?:占|相当于|等于|达到?|约为)(?:了|到)?(?P<who>[^，,。；\d]{2,12})的$")
_ALL: Final = re.compile(r"合计|一共|总共|共计|共$|总|全部|加起来|合起来")
_TOTAL: Final = re.compile(r"合计|总计|小计|total", re.I)
_NAME: Final = re.compile(r"[（(].*?[）)]|首年|平均|年化|率|比例|\s")
_CLEAR: Final = 3  # characters of a name that is no chance
_MOST: Final = 40  # rows of a table


def share_of(base: Figure, rate: Figure) -> Way | None:
    """A part of an amount by a rate, in %, ‰, points or basis points."""
    own, share, value, point = as_claim(base), as_claim(rate), value_of(base), value_of(rate)
    if own is None or share is None or value is None or point is None:
        return None
    return Way((base, rate), own.times(share.scaled(0.01)), value * point / 100, "{} × {}")


def whole_of(part: Figure, share: Figure) -> Way | None:
    """A whole by a part and its share."""
    own, rate, value, point = as_claim(part), as_claim(share), value_of(part), value_of(share)
    found = own.over(rate.scaled(0.01)) if own is not None and rate is not None else None
    if found is None or value is None or not point:
        return None
    return Way((part, share), found, value / point * 100, "{} ÷ {}")


def all_of(cells: Sequence[tuple[Figure, Figure]]) -> Way | None:
    """What amounts at their rates come to together."""
    parts = [share_of(base, rate) for base, rate in cells]
    found, point = Interval(0.0, 0.0), 0.0
    for one in parts:
        if one is None:
            return None
        found, point = found.plus(one.found), point + one.point
    sign = " + ".join("{} × {}" for _ in parts)
    return Way(tuple(f for pair in cells for f in pair), found, point, sign)


def at_rates(told: Worked, *, slips: bool) -> Iterator[Bound]:
    """Each amount before at each rate around: 一年利息, 坏账准备, 应缴."""
    claim = told.figure
    around = (
        (*told.earlier[-2:], *told.before) if slips else (*told.earlier[-4:], *told.before, *told.after[:1])
    )
    rates = [f for f in around if f.unit in RATES]
    if not rates:
        return
    known = (
        f for f in reversed((*told.earlier[-5:], *told.before)) if like(f, claim) and (value_of(f) or 0) > 0
    )
    bases = list(itertools.islice(known, 1) if slips else known)
    pairs = [
        (base, rate)
        for base, rate in itertools.product(bases[::-1], rates)
        if may_give(claim, base, rate, slips=slips) and value_of(rate)
    ]
    fits = bool(pairs) and _YIELD.search(told.clause + told.tail) is not None
    for base, rate in pairs:
        way = share_of(base, rate)
        if way is None:
            continue
        words = before(told, rate)
        moved = rate.role == "change" and not (rate.unit in ("pp", "bp") and _APART.search(words))
        near = rate in told.before or (rate in told.earlier[-2:] and base in told.before)
        named = fits or shared_word(_NAME.sub("", rate.indicator.zh), told.clause)
        sure = near and named and not moved and not _MOVES.search(words) and base is bases[0]
        yield Bound(way, sure)


def told_behind(piece: Section, told: Worked) -> Iterator[Bound]:
    """A part or a whole by what is told right behind it: 坏账准备9,200万元，计提比例为5%; 7亿元，持股70%."""
    after = [f for f in told.after[:2] if value_of(f)]
    if not after:
        return
    claim, first = told.figure, after[0]
    gap = told.between(claim, first)
    if first.unit == "%" and first.role != "change" and _TAKES.search(gap) and not _MOVES.search(gap):
        named = _OF_NAMED.search(gap)
        wholes = [f for f in told.before if like(f, claim) and (value_of(f) or 0) > 0][-1:]
        if named is not None:
            wholes = [f for sheet in piece.around(claim.anchor.start) for f in _cells_of(sheet, named["who"])]
        for whole in wholes:
            if like(whole, claim) and (way := share_of(whole, first)) is not None:
                yield Bound(way, True)
    if len(after) > 1 and after[1].unit == "%" and like(first, claim) and after[1].role != "change":
        between = told.between(first, after[1])
        if between.startswith("的") and (way := share_of(first, after[1])) is not None:
            yield Bound(way, _TAKES.search(gap) is not None)
        elif "其中" in gap and _TAKES.search(between) and (way := whole_of(first, after[1])) is not None:
            yield Bound(way, True)


def _cells_of(sheet: Sheet, name: str) -> Iterator[Figure]:
    """The cells of the row, or of the column, that is called so."""
    if len(sheet.rows) > _MOST:
        return
    for row in sheet.rows:
        if sheet.label(row) and sheet.label(row) in name:
            yield from (f for c in sheet.cols if c and (f := sheet.at(row, c)) is not None)
    for col in sheet.cols[1:]:
        if (head := _NAME.sub("", sheet.head(col))) and len(head) > 1 and head in name:
            yield from (f for r in sheet.rows if (f := sheet.at(r, col)) is not None)


def by_row(piece: Section, told: Worked, *, each: bool) -> Iterator[Bound]:
    """So much for each by the row that the clause names: 东街店人均创收, from 营业额 and 员工."""
    claim = told.figure
    opening = told.sentence[: claim.anchor.start - told.start]
    if not each and "均" not in opening:
        return
    thing = thing_of(told.clause)
    for sheet in piece.near(claim.anchor.start):
        for row in sheet.rows if len(sheet.rows) <= _MOST else ():
            label = _NAME.sub("", sheet.label(row))
            if len(label) < 2 or label not in told.clause:
                continue
            own = [(c, f) for c in sheet.cols if c and (f := sheet.at(row, c)) is not None]
            for (_, total), (col, count) in itertools.permutations(own, 2):
                if not like(total, claim) or not is_count(count, claim):
                    continue
                way = quotient(total, count, 1 / in_things(count, thing))
                head = _NAME.sub("", sheet.head(col))
                known = thing is not None and counts(count, thing)
                if way is not None and way.point:
                    yield Bound(way, known or (len(head) > 1 and head in opening))


def by_columns(piece: Section, told: Worked) -> Iterator[Bound]:
    """What all rows come to, each at its rate: 四条渠道手续费合计, from 保费 and 手续费率."""
    claim = told.figure
    if not _ALL.search(told.clause):
        return
    for sheet in piece.near(claim.anchor.start):
        if len(sheet.rows) > _MOST:
            continue
        rows = [r for r in sheet.rows if not _TOTAL.search(sheet.label(r))]
        for rate, base in itertools.permutations(sheet.cols[1:], 2):
            name = _NAME.sub("", sheet.head(rate))
            if not name or name not in told.clause:
                continue
            cells = [(sheet.at(r, base), sheet.at(r, rate)) for r in rows]
            known = [(a, b) for a, b in cells if a is not None and b is not None and b.unit in RATES]
            if len(known) == len(cells) > 1 and all(like(a, claim) for a, _ in known):
                way = all_of(known)
                if way is not None:
                    yield Bound(way, 3 if len(name) >= _CLEAR else 1)
