"""Sizes in open words against the two values before them: 去年同期52.0万头，今年41.6万头，同比少了25%.

Red only where no two values around the size give it, by either as the base, as a change, a ratio or a difference.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, quote, signed_percent, stated
from desktop.audit.any_reading import POINTS, percent_apart, times_as_much
from desktop.audit.check import Result, World, check
from desktop.audit.exact_slips import other_tenths
from desktop.audit.interval import as_operand, value_of
from desktop.audit.move import BY, is_share
from desktop.audit.scope import Section
from desktop.audit.size_columns import SizeColumn, size_columns
from desktop.audit.size_fits import each_year, of_two
from desktop.audit.size_pair import SizePair
from desktop.audit.size_pairs import size_pairs
from desktop.audit.size_rows import SizeRow, size_rows
from desktop.audit.slips_of_size import slip_of, slip_of_points
from desktop.core.figure import Figure
from desktop.core.text import Text, same

KEY: Final = "open_changes"
SAID: Final = Text(
    "{0}与{1}相比，变化{2}，后者是前者的{3}倍；文中的{4}对不上。",
    "{1} against {0} is a change of {2}, or {3} times as much; {4} does not fit.",
)
POINTS_SAID: Final = Text(
    "{0}与{1}相差{2}个百分点，相对变化{3}；文中的{4}对不上。",
    "{0} and {1} are {2} percentage points apart, {3} in relative terms; {4} does not fit.",
)
TURNED: Final = Text(
    "从{0}到{1}是{2}，文中却写成{3}{4}。",
    "From {0} to {1} is {2}, while the text tells of {3} of {4}.",
)
ROSE, FELL = Text("上升", "a rise"), Text("下降", "a fall")
ROW: Final = Text(
    "表中{0}由{1}到{2}，变化{3}，后者是前者的{4}倍；文中的{5}对不上。",
    "In the table {0} goes from {1} to {2}, a change of {3}, or {4} times as much; {5} does not fit.",
)
ROW_POINTS: Final = Text(
    "表中{0}由{1}到{2}，相差{3}个百分点，相对变化{4}；文中的{5}对不上。",
    "In the table {0} goes from {1} to {2}: {3} percentage points, or {4} in relative terms; {5} does not fit.",
)
ROW_YEARLY: Final = Text(
    "表中{0}由{1}到{2}，历时{3}年，平均每年变化{4}；文中的{5}对不上。",
    "In the table {0} goes from {1} to {2} in {3} years, a change of {4} a year; {5} does not fit.",
)

YEARLY: Final = Text(
    "由{0}到{1}，平均每年变化{2}；文中的{3}对不上。",
    "From {0} to {1} is a change of {2} a year; {3} does not fit.",
)
COLUMN: Final = Text(
    "表中{0}一栏，{1}与{2}相差{3}个百分点，相对变化{4}；文中的{5}对不上。",
    "In the column {0}, {1} and {2} are {3} percentage points apart, {4} in relative terms; {5} does not fit.",
)


@check(
    KEY,
    "开放表述的变化",
    "changes in open words",
    "section",
    needs={"section": ("% permille times pp bp 番折",)},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each size that no move claims against every change between the values around it."""
    taken = set(piece.sized)
    for pair in size_pairs(piece):
        result = _of(pair)
        if result is not None:
            taken.add(pair.size.id)
            yield result
    for row in size_rows(piece, frozenset(taken)):
        result = _of_row(row)
        if result is not None:
            taken.add(row.size.id)
            yield result
    for column in size_columns(piece, frozenset(taken)):
        yield _of_column(column)


def _of(pair: SizePair) -> Result | None:
    one, other, size = pair.one, pair.other, pair.size
    figures, change = (size, one, other), percent_apart(one, other)
    written = formula("({1} − {0}) ÷ {0} = {2}", bare(one), bare(other), change)
    if fits(pair):
        if not turned(pair):
            return say.passed(KEY, figures, written)
        ways = (ROSE, FELL) if pair.down else (FELL, ROSE)
        said = TURNED.format(bare(one), bare(other), ways[0], ways[1], stated(size))
        return say.finding(KEY, "changes_conclusion", figures, written, said, "direction")
    slip = slip_of(pair)
    if not pair.sure and slip is None:
        return None
    points = number(abs((value_of(other) or 0.0) - (value_of(one) or 0.0)))
    if pair.years:
        yearly = say.listed([same(_a_year(one, other, n)) for n in pair.years[:2]])
        said = YEARLY.format(bare(one), bare(other), yearly, stated(size))
    elif is_share(one) and size.unit in ("%", *POINTS):
        said = POINTS_SAID.format(bare(one), bare(other), points, change, stated(size))
    else:
        said = SAID.format(bare(one), bare(other), change, times_as_much(one, other), stated(size))
    if slip is not None:
        said = Text("{0}{1}", "{0} {1}").format(said, slip)
    return say.finding(KEY, "inconsistent", figures, written, said)


def turned(pair: SizePair) -> bool:
    """Whether the words tell of a rise where the two values fall, or the other way, and no two others do so."""
    if pair.down is None or not _runs(pair.one, pair.other, down=not pair.down):
        return False
    if not of_two(pair.claim, pair.one, pair.other, pair.way, based=True):
        return False
    others = [(a, b) for n, a in enumerate(pair.pool) for b in pair.pool[n + 1 :]]
    return not any(
        _runs(a, b, down=pair.down) and of_two(pair.claim, a, b, pair.way, based=True) for a, b in others
    )


def _runs(one: Figure, other: Figure, *, down: bool) -> bool:
    """Whether two values fall for certain, or rise."""
    a, b = as_operand(one), as_operand(other)
    return a is not None and b is not None and (b.high < a.low if down else b.low > a.high)


def _a_year(one: Figure, other: Figure, years: int) -> str:
    """The change a year from one value to another, compounded."""
    quotient = (value_of(other) or 0.0) / (value_of(one) or 1.0)
    return signed_percent((quotient ** (1 / years) - 1) * 100) if quotient > 0 else "–"


def _of_column(found: SizeColumn) -> Result:
    one, other = found.pairs[0]
    apart = number(abs((value_of(other) or 0.0) - (value_of(one) or 0.0)))
    figures, change = (found.size, one, other), percent_apart(one, other)
    written = formula("{} − {} = {}", bare(one), bare(other), Text(f"{apart}个百分点", f"{apart} points"))
    if found.fits:
        return say.passed(KEY, figures, written)
    said = COLUMN.format(quote(same(found.name)), bare(one), bare(other), apart, change, stated(found.size))
    if found.slip is not None:
        said = Text("{0}{1}", "{0} {1}").format(said, found.slip)
    return say.finding(KEY, "inconsistent", figures, written, said, "column")


def _of_row(row: SizeRow) -> Result | None:
    """What the cells give, each two of which may be meant; None where one of them has no number."""
    held = [(one, other, years, _of_cells(row, one, other, years)) for one, other, years in row.pairs]
    if any(f is None for *_, f in held):
        return None
    right = next((h for h in held if h[3]), None)
    slip = slip_of_points(row.size, *row.pairs[0][:2])
    if right is None and slip is None and not row.told:
        return None
    one, other, years, _ = right or held[0]
    figures, change = (row.size, one, other), percent_apart(one, other)
    written = formula("{} → {}: {}", bare(one), bare(other), change)
    if right is not None:
        return say.passed(KEY, figures, written)
    if is_share(one) and row.size.unit in ("%", *POINTS):
        apart = number(abs((value_of(other) or 0.0) - (value_of(one) or 0.0)))
        said = ROW_POINTS.format(
            quote(same(row.name)), bare(one), bare(other), apart, change, stated(row.size)
        )
    elif row.each:
        yearly = _a_year(one, other, years)
        said = ROW_YEARLY.format(
            quote(same(row.name)), bare(one), bare(other), str(years), yearly, stated(row.size)
        )
    else:
        times = times_as_much(one, other)
        said = ROW.format(quote(same(row.name)), bare(one), bare(other), change, times, stated(row.size))
    if slip is not None:
        said = Text("{0}{1}", "{0} {1}").format(said, slip)
    return say.finding(KEY, "inconsistent", figures, written, said, "row")


def _of_cells(row: SizeRow, one: Figure, other: Figure, years: int) -> bool | None:
    """Whether a size is the change from one cell to another; None where that cannot be told."""
    if row.each:
        return each_year(row.claim, one, other, years, compound=row.compound)
    known = as_operand(one) is not None and as_operand(other) is not None
    return of_two(row.claim, one, other, row.way, based=True) if known else None


def fits(pair: SizePair) -> bool:
    """Whether the two values give a size in the order that is told, or any two others around do."""
    if pair.years:
        held = [each_year(pair.claim, pair.one, pair.other, n, compound=pair.compound) for n in pair.years]
        return None in held or True in held
    if of_two(pair.claim, pair.one, pair.other, pair.way, based=pair.based):
        return not (pair.based and pair.way == BY and other_tenths(pair.size, pair.one, pair.other))
    two = {pair.one.id, pair.other.id}
    near = two | {f.id for f in pair.inner}
    # What is exactly the points between two rates of its sentence is no chance fit of two others far away.
    exact = slip_of_points(pair.size, pair.one, pair.other) is not None
    pool = pair.inner if exact else pair.pool
    return any(
        of_two(pair.claim, a, b, pair.way)
        for n, a in enumerate(pool)
        for b in pool[n + 1 :]
        if (own := {a.id, b.id}) != two and (own & two or own <= near)
    )
