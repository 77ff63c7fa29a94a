"""A number of a table that a sentence tells with digits changed about: 7.51万根 for 5.71万根, 1,956万元 for 1,659."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import itemgetter, ne
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.audit.spoken import Clause
from desktop.audit.spots import clauses_before
from desktop.audit.table_names import noun, plain
from desktop.audit.topic_cells import clause_at
from desktop.audit.views import View, both_ways, like_units, views_at
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.value import once

KEY: Final = "misprints"
_LEAST: Final = 3  # digits that are no zeros at the end; fewer come back by chance
_CLEAR: Final = 4  # digits among which one other is a slip
_OTHER: Final = re.compile(
    r"目标|预计|计划|如果|若|新增|净增|每|月均|日均|增加|减少|多[了出]?$|少[了出]?$|相差|差距|比$|累计|合计|一共|其中|之和|target"
)
_SCALED: Final = re.compile(
    r"thousand|million|billion|['’]000|[千万亿]|[（(]\s*(?:[£$€¥]\s*)?(?:mn?|bn|tn|k)\s*[）)]", re.I
)
_COMMON: Final = ("", "%", "CNY", "person", "year", "times", "pp")
SAID: Final = Text(
    "文中的{0}与表中{1}行{2}列的{3}只差在数字的次序或位数，而别处没有这个数，疑为笔误。",
    "{0} has the digits of {3} in the row {1}, column {2}, changed about; the number stands nowhere else, so it looks "
    "like a slip.",
)


class _Printed(NamedTuple):
    """The digits of a number, and its power of ten."""

    digits: tuple[int, ...]
    power: int


@check(KEY, "疑似笔误", "likely misprints", "section", needs={"section": ("table",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Look for each number of three digits or more, which no table nearby has, among cells that it may be a slip of."""
    every = [*piece.sheets, *piece.earlier]
    for figure in piece.amounts:
        if figure.role != "level" or figure.hedge or figure.unit == "year":
            continue
        own = _printed(figure)
        if own is not None and any(
            _may_be(own, cell) for sheet in every for cell in _index(sheet).get(len(own.digits), ())
        ):
            clause = clause_at(piece, figure)
            if clause is not None:
                yield from list(_found(piece, clause, figure, own))[:1]


def _found(piece: Section, clause: Clause, figure: Figure, own: _Printed) -> Iterator[Result]:
    views = views_at(piece, clause.start)
    slips = [(view, place) for view in views for place in _slips(view, own)]
    if not slips or _OTHER.search(clause.before(figure)) or _told(piece, figure):
        return
    if any(view.holders(figure) for view in views):
        return
    words = "".join(
        reversed([clause.text, *(f"{c.text}，" for c in clauses_before(piece, clause, sentence=False))])
    )
    for view, (line, field) in slips:
        cell = view.column(field)[line]
        if cell.unit == "" and _SCALED.search(view.fields[field]):
            continue  # in thousands, as the head says
        if not like_units(cell.unit, figure.unit) or _worked_out(clause, view, field, figure):
            continue
        named = view.named(words)
        called = _is_called(noun(view.fields[field]), words)
        alone = (
            cell.unit not in _COMMON
            and sum(cell.unit == next(iter(view.column(f).values())).unit for f in view.fields) == 1
        )
        bound = _other_end_is_of(piece, view, field, figure)
        if not bound and ((named and line not in named) or not (called or alone)):
            continue
        sure = bound or (line in named and len(named) == 1) or _only_row(piece, clause, view, cell)
        said = SAID.format(stated(figure), quote(line), quote(plain(view.fields[field])), bare(cell))
        written = formula("{} ≠ {}", bare(figure), bare(cell))
        yield say.finding(KEY, "inconsistent" if sure else "conflict", (figure, cell), written, said, "slip")


def _only_row(piece: Section, clause: Clause, view: View, cell: Figure) -> bool:
    """Whether the row of a cell is the only one that the sentence names."""
    rows = both_ways(view.sheet)[0]
    words = clause.text + "".join(c.text for c in clauses_before(piece, clause))
    return view.across and rows.named(words) == [plain(view.sheet.label(cell.row or 0))]


def _other_end_is_of(piece: Section, view: View, field: int, figure: Figure) -> bool:
    """Whether the number that a change began with is a cell of the same field: 从1460万元降到762万元, for 726."""
    before = (
        next((f for f in piece.amounts if f.id == figure.change_from), None) if figure.change_from else None
    )
    return before is not None and any(other == field for _, other in view.holders(before))


def _is_called(name: str, words: str) -> bool:
    return len(name) > 1 and any(name[i : i + 2] in words for i in range(len(name) - 1))


@once
def _index(sheet: Sheet) -> dict[int, list[_Printed]]:
    """What the cells of a table print, by how many digits they have."""
    found: defaultdict[int, list[_Printed]] = defaultdict(list)
    for cell in sheet.figures:
        own = _printed(cell) if not cell.is_date else None
        if own is not None:
            found[len(own.digits)].append(own)
    return found


def _printed(figure: Figure) -> _Printed | None:
    """The digits of a number without zeros at the end, and its power of ten; None where they are too few."""
    if figure.low is None or figure.low != figure.high or figure.low <= 0:
        return None
    found = figure.low.normalize().as_tuple().digits
    return _Printed(found, figure.low.adjusted()) if len(found) >= _LEAST else None


def _may_be(one: _Printed, other: _Printed) -> bool:
    """Whether two numbers of as many digits are the same but for the decimal point, their order, or one of four."""
    if one.digits == other.digits:
        return True
    if one.power != other.power:
        return False
    if len(one.digits) >= _CLEAR and sum(map(ne, one.digits, other.digits)) == 1:
        return True
    return sorted(one.digits) == sorted(other.digits)


def _slips(view: View, own: _Printed) -> list[tuple[str, int]]:
    """The cells that a number may be a slip of, as (line, field), the likeliest first."""
    found = [
        (cell.digits != own.digits, sorted(cell.digits) != sorted(own.digits), line, field)
        for field in view.fields
        for line, figure in view.column(field).items()
        if (cell := _printed(figure)) is not None
        and len(cell.digits) == len(own.digits)
        and _may_be(cell, own)
    ]
    return [(line, field) for *_, line, field in sorted(found, key=itemgetter(0, 1))]


@once
def _values(piece: Section) -> dict[str, int]:
    """How often each amount is told in the section."""
    found: defaultdict[str, int] = defaultdict(int)
    for figure in piece.figures:
        if figure.low is not None and not figure.is_date:
            found[f"{figure.low:.10g}"] += 1
    return found


def _told(piece: Section, figure: Figure) -> bool:
    """Whether the section has the number more than once."""
    return _values(piece)[f"{figure.low:.10g}"] > 1


def _worked_out(clause: Clause, view: View, field: int, figure: Figure) -> bool:
    """Whether a number follows from two of its clause, or from two cells of the column."""
    claim = as_claim(figure)
    if claim is None:
        return True
    own = [f for f in clause.figures if f is not figure]
    cells = list(view.column(field).values())
    for group in (own, cells):
        known: list[Interval] = [i for f in group if (i := as_claim(f)) is not None]
        for n, one in enumerate(known):
            for other in known[n + 1 :]:
                if any(
                    r.meets(claim)
                    for r in (one.plus(other), one.minus(other), other.minus(one), one.times(other))
                ):
                    return True
    return False
