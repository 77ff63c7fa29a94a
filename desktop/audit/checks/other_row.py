"""Values told of one row of a table that are those of another: 毛利率从7%升到8%, where these are those of 净利率."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.scope import Prose, Section
from desktop.audit.sheet import Sheet
from desktop.audit.ways import like
from desktop.core.figure import Figure
from desktop.core.text import Text, same

KEY: Final = "other_row"
SAID: Final = Text(
    "文中说{0}是{1}，表中{0}一行却是{2}；{1}是{3}一行的数。",
    "The text says that {0} is {1}, but its row in the table has {2}; {1} are the numbers of {3}.",
)
_CLAUSE: Final = re.compile(r"[，。；！？\n：:]|,(?!\d)")
_BRACKETS: Final = re.compile(r"[（(][^（）()]*[）)]|\*")
_OTHERS: Final = re.compile(r"同业|行业|平均|目标|计划|预算|预计|若|如果|调整后|剔除|扣除|其中|之外|除")
_PAIR: Final = 2  # values that are no accident
_SHORT: Final = 2  # characters of a name


@check(KEY, "名称与表中另一行", "values of another row", "section", needs={"section": ("named", "same*2")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold the values that a clause tells of a row against that row and against all others."""
    for line in piece.lines:
        for sheet in piece.around(line.start - piece.start):
            yield from _of_line(line, sheet)


def _of_line(line: Prose, sheet: Sheet) -> Iterator[Result]:
    rows = {row: _BRACKETS.sub("", sheet.label(row)).strip() for row in sheet.rows}
    names = [n for n in rows.values() if len(n) >= _SHORT and n in line.text]
    if not names:
        return
    cells = {row: [f for (r, _), f in sorted(sheet.levels.items()) if r == row] for row in rows}
    begin = 0
    for stop in (*(m.start() for m in _CLAUSE.finditer(line.text)), len(line.text)):
        clause, start, begin = line.text[begin:stop], line.start + begin, stop + 1
        named = [row for row, name in rows.items() if name in names and name in clause]
        own = [f for f in line.figures if start <= f.anchor.start < start + len(clause) and not f.is_date]
        longest = max(named, key=lambda r: len(rows[r]), default=0)
        told = [f for f in own if f.role in ("level", "ratio") and value_of(f) is not None
                and all(_alike(f, c) for c in cells.get(longest, ()))]  # fmt: skip
        if len(told) == _PAIR and longest and not _OTHERS.search(clause):
            if any(rows[r] not in rows[longest] for r in named):
                continue  # two rows are named
            yield from _held(told, longest, rows, cells)


def _held(
    told: Sequence[Figure], row: int, rows: dict[int, str], cells: dict[int, list[Figure]]
) -> Iterator[Result]:
    mine = cells[row]
    if len(mine) < _PAIR or any(_is(t, m) for t in told for m in mine):
        return
    other = [r for r, own in cells.items() if r != row and _in_turn(told, own)]
    if len(other) == 1:
        shown, have = (say.listed([stated_value(f) for f in own]) for own in (told, mine))
        name, its = quote(same(rows[row])), quote(same(rows[other[0]]))
        said = SAID.format(name, shown, have, its)
        yield say.finding(KEY, "inconsistent", (*told, *mine[:_PAIR]), formula("{} ≠ {}", shown, have), said)


def stated_value(figure: Figure) -> Text:
    """A value without its name."""
    return same(figure.as_printed) if figure.as_printed else stated(figure)


def _in_turn(told: Sequence[Figure], own: Sequence[Figure]) -> bool:
    """Whether the values stand in a row, in their order."""
    rest = iter(own)
    return all(any(_alike(t, o) and _is(t, o) for o in rest) for t in told)


def _alike(one: Figure, other: Figure) -> bool:
    return one.unit == other.unit or like(one, other)


def _is(one: Figure, other: Figure) -> bool:
    a, b = as_claim(one), as_claim(other)
    return a is not None and b is not None and a.meets(b)
