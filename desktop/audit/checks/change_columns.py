"""A column of changes that follow from the table's own values: 增幅 of 年初 and 年末, 增速 of each year to the next."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote, signed_percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, relative, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.sheet import Sheet, Turned
from desktop.audit.table_names import CHANGE, TOTAL, plain
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "change_columns"
_POINTS: Final = re.compile(r"百分点|pp|贡献|累计|复合|年均")
_ENOUGH: Final = 2  # cells that fit before the one that does not is called wrong
SAID: Final = Text(
    "{0}一栏是{1}到{2}的变化，{3}处由{4}到{5}应为{6}，不是{7}。",
    "The column {0} is the change from {1} to {2}; at {3} it should be {6}, from {4} to {5}, not {7}.",
)


class _Step(NamedTuple):
    """A cell of changes with the values that it is the change of, and what they are called."""

    change: Figure
    before: Figure
    after: Figure
    names: tuple[str, str, str]


@check(KEY, "表中的增幅列", "columns of changes", "table", needs={"table": ("%", "增降涨跌变同环升减幅")})
def run(sheet: Sheet, _world: World) -> Iterable[Result]:
    """Find what a column of changes is the change of: all its cells but one fit, and that one is wrong."""
    tested = {m.change.id for m in sheet.moves if m.change is not None}
    for table in (sheet, sheet.turned):
        for col in table.cols:
            if not col or not CHANGE.search(table.head(col)) or _POINTS.search(table.head(col)):
                continue
            if any(f is not None and f.id in tested for f in (table.at(r, col) for r in table.rows)):
                continue
            for steps in (*_across(table, col), *_down(table, col)):
                judged = [(step, fits) for step in steps if (fits := _fits(step)) is not None]
                wrong = [step for step, fits in judged if not fits]
                if len(judged) - len(wrong) >= _ENOUGH and len(wrong) <= 1:
                    yield from (say.passed(KEY, (s.change, s.before, s.after)) for s, fits in judged if fits)
                    yield from (_finding(table.head(col), step) for step in wrong)
                    break


def _amounts(table: Sheet | Turned, col: int) -> list[int]:
    found = []
    for other in table.cols:
        if not other or other == col or CHANGE.search(table.head(other)):
            continue
        own = [f for r in table.rows if (f := table.at(r, other)) is not None]
        if len(own) > _ENOUGH and all(f.role == "level" and f.unit != "%" for f in own):
            found.append(other)
    return found


def _across(table: Sheet | Turned, col: int) -> Iterator[list[_Step]]:
    """A row's change from one column to another."""
    for one, other in itertools.permutations(_amounts(table, col), 2):
        names = plain(table.head(one)), plain(table.head(other))
        steps = [
            _Step(change, a, b, (*names, plain(table.label(r))))
            for r in table.rows
            if (change := table.at(r, col)) is not None
            and (a := table.at(r, one)) is not None
            and (b := table.at(r, other)) is not None
        ]
        if steps and same_dimension(steps[0].before.unit, steps[0].after.unit):
            yield steps


def _down(table: Sheet | Turned, col: int) -> Iterator[list[_Step]]:
    """A column's change from one row to the next."""
    rows = [r for r in table.rows if not TOTAL.search(plain(table.label(r)))]
    for other in _amounts(table, col):
        yield [
            _Step(change, a, b, (plain(table.label(r)), plain(table.label(s)), plain(table.label(s))))
            for r, s in itertools.pairwise(rows)
            if (change := table.at(s, col)) is not None
            and (a := table.at(r, other)) is not None
            and (b := table.at(s, other)) is not None
        ]


def _fits(step: _Step) -> bool | None:
    claim, a, b = (as_claim(f) for f in (step.change, step.before, step.after))
    found = relative(a, b) if a is not None and b is not None else None
    if claim is None or found is None or step.change.unit != "%":
        return None
    return claim.meets(found) or claim.meets(Interval(-found.high, -found.low))


def _finding(head: str, step: _Step) -> Result:
    a, b = value_of(step.before) or 0.0, value_of(step.after) or 0.0
    shown = signed_percent((b / a - 1) * 100)
    said = SAID.format(
        quote(plain(head)), *(quote(n) for n in step.names), bare(step.before), bare(step.after), shown,
        stated(step.change),
    )  # fmt: skip
    written = formula("{} ÷ {} − 1 = {}", bare(step.after), bare(step.before), shown)
    return say.finding(KEY, "inconsistent", (step.change, step.before, step.after), written, said, "column")
