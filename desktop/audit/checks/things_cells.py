"""A number told of one thing at one time, against the cell of a table: 火车站店是唯一下降的，6月只卖了31.6万元."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.grids import Field, Grid, grids_at, subject
from desktop.audit.interval import as_claim
from desktop.audit.keys import same_dimension
from desktop.audit.printed import first_number
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause, spoken
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "things_cells"
_TIME: Final = re.compile(r"(?:19|20)\d\d年|\d{1,2}月|[一二三四]季度|[上下]半年")
_LIGHT: Final = re.compile(
    r"[只仅就也还已共为是有的了达到而但则]|卖出?|实现|完成|录得|其中|当[年月季]|全年|[\s“”]"
)
_NOUNS: Final = frozenset("营业销售额收入数量金额人次")
_LEAST: Final = 2
SAID: Final = Text("文字写{0}，表格中{1}的{2}是{3}。", "The text says {0}; the table has {3} for {1} in {2}.")


@check(KEY, "按时间说的格", "cells told by their time", "section", needs={"section": ("table", "年月季半")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each number that a clause tells of one line and one time against the cell it speaks of."""
    if not piece.has_tables:
        return
    last: Clause | None = None
    for clause in spoken(piece):
        before = last if last is not None and last.sentence == clause.sentence else None
        if clause.figures and (time := _TIME.search(clause.text)) is not None:
            yield from _held(piece, clause, before, clause.figures[0], time[0])
        last = clause


def _held(piece: Section, clause: Clause, last: Clause | None, figure: Figure, time: str) -> Iterator[Result]:
    words = clause.before(figure)
    plain = figure.role == "level" and figure.comparator == "=" and not figure.hedge and figure.unit != "%"
    if not plain or time not in words or clause.after(figure)[:1] == "的" or len(_TIME.findall(words)) > 1:
        return
    for grid in grids_at(piece, clause):
        named = grid.named(words)
        who = named[0] if len(named) == 1 else "" if named else subject(grid, last)
        fields = [f for f in grid.fields if time in f.words and not f.moves]
        if grid.end or not who or len(fields) != 1 or time in who or len(grid.names) < _LEAST:
            continue
        left = _LIGHT.sub("", words.replace(who, "").replace(time, ""))
        if any(c not in _NOUNS and c not in grid.topic + fields[0].words for c in left):
            continue
        cell = fields[0].cells[who]
        agrees = _agrees(figure, cell)
        if agrees is None or any(_agrees(figure, c) for c in _others(grid, who, fields[0])):
            return
        if agrees:
            yield say.passed(KEY, (figure, cell))
            return
        said = SAID.format(stated(figure), quote(who), quote(fields[0].words), bare(cell))
        yield say.finding(
            KEY, "inconsistent", (figure, cell), formula("{} ≠ {}", bare(figure), bare(cell)), said
        )
        return


def _others(grid: Grid, who: str, field: Field) -> Iterator[Figure]:
    """The other cells of a line: a number that one of them has is told of another column."""
    return (f.cells[who] for f in grid.fields if f is not field)


def _agrees(figure: Figure, cell: Figure) -> bool | None:
    """Whether a number is that of a cell; of one without a unit, in its printed digits. None for other units."""
    claim, own = as_claim(figure), as_claim(cell)
    if claim is None or own is None:
        return None
    if cell.unit:
        return claim.meets(own) if same_dimension(figure.unit, cell.unit) else None
    one, other = first_number(figure.as_printed), first_number(cell.as_printed)
    return one[0] == other[0] if one is not None and other is not None else None
