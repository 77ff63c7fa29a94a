"""A column that is two others added, row by row, by whatever name: 赔付率 + 费用率 = 综合成本率; rows likewise."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.sheet import Sheet
from desktop.audit.ways import signed
from desktop.audit.worked_told import made_of
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "column_sums"
_LEAST: Final = 3  # lines that must add up before the one that does not is called wrong
_MOST: Final = 12  # columns that are tried
_ROUGH: Final = 0.02  # of a sum
_TINY: Final = 0.05  # of a sum: an addend that is less tells nothing
_DIGITS: Final = 3  # of each number of a line, where only two others show that they add up
_Line = tuple[Figure, Figure, Figure]
WRONG: Final = Text(
    "{0}是{1}与{2}之和，{3}处应为{4}，不是{5}。",
    "{0} is {1} and {2} added; at {3} it should be {4}, not {5}.",
)


@check(KEY, "相加的列", "columns that add up", "table")
def run(sheet: Sheet, _world: World) -> Iterable[Result]:
    """Find three columns (or rows) of which one is the sum of the others in all lines but one."""
    if len(sheet.figures) < 3 * _LEAST:
        return
    cols = [c for c in sheet.cols if c]
    yield from _found([[sheet.at(r, c) for r in sheet.rows] for c in cols], [sheet.head(c) for c in cols],
                      [sheet.label(r) for r in sheet.rows])  # fmt: skip
    rows = list(sheet.rows)
    yield from _found([[sheet.at(r, c) for c in cols] for r in rows], [sheet.label(r) for r in rows],
                      [sheet.head(c) for c in cols])  # fmt: skip


def _found(
    lines: Sequence[Sequence[Figure | None]], names: Sequence[str], places: Sequence[str]
) -> Iterator[Result]:
    if not 3 <= len(lines) <= _MOST:
        return
    units = [{f.unit for f in line if f is not None} for line in lines]
    like = [n for n, own in enumerate(units) if len(own) == 1 and units.count(own) > 2]
    values = [[value_of(f) if f is not None else None for f in line] for line in lines] if like else []
    for one, other, whole in itertools.permutations(like, 3):
        if one > other or units[one] != units[other] or units[one] != units[whole]:
            continue
        if not _near(values[one], values[other], values[whole]):
            continue
        told = [(a, b, c, n) for n, (a, b, c) in enumerate(zip(lines[one], lines[other], lines[whole], strict=True))
                if a is not None and b is not None and c is not None]  # fmt: skip
        few = len(told) == _LEAST and all(_precise((a, b, c)) for a, b, c, _ in told)
        if (len(told) <= _LEAST and not few) or len({f.unit for line in told for f in line[:3]}) != 1:
            continue
        fits = [_fits((a, b, c)) for a, b, c, _ in told]
        if fits.count(False) != 1 or None in fits:
            continue
        a, b, c, place = told[fits.index(False)]
        made = signed((a, b), (1, 1))
        if made is not None:
            sums = made_of(made, c)
            said = WRONG.format(quote(names[whole]), quote(names[one]), quote(names[other]), quote(places[place]), sums,
                                stated(c))  # fmt: skip
            written = formula("{} + {} = {}", bare(a), bare(b), sums)
            yield say.finding(KEY, "inconsistent", (c, a, b), written, said)
        return


def _near(one: Sequence[float | None], other: Sequence[float | None], whole: Sequence[float | None]) -> bool:
    """Whether at least two lines add up, roughly: what all others are spared for."""
    known = ((a, b, c) for a, b, c in zip(one, other, whole, strict=True) if a and b and c)
    return sum(abs(a + b - c) < _ROUGH * c for a, b, c in known) > 1


def _precise(line: _Line) -> bool:
    """Whether a line that adds up can do so by accident only in one of a thousand cases."""
    return all(len(re.sub(r"\D", "", f.as_printed).strip("0")) >= _DIGITS for f in line)


def _fits(line: _Line) -> bool | None:
    """Whether a line adds up; None where it is too rough or too lopsided to tell."""
    a, b, c = (as_claim(f) for f in line)
    values = [value_of(f) for f in line]
    if a is None or b is None or c is None or None in values:
        return None
    one, other, whole = (v or 0.0 for v in values)
    if min(one, other) < _TINY * whole or whole <= 0:
        return None
    return a.plus(b).meets(c)
