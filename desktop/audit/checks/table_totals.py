"""What a sentence nets out of a table, and half a year of its quarters: 全公司净减少76家; 上半年收入129.7万元."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim
from desktop.audit.scope import Section
from desktop.audit.table_names import TOTAL, Names
from desktop.audit.table_said import OTHER_TIME, Said, columns_of, named, told_near
from desktop.audit.ways import Way, allowed, like, signed
from desktop.audit.worked_told import written, wrong_of
from desktop.core.figure import Figure

KEY: Final = "table_totals"
_NET: Final = re.compile(r"净(?:增加?|减少?|新增|流[入出]|[开关]店?|多|少)[了出约近]*$")
_HALF: Final = re.compile(r"(?P<which>[上下])半年")
_QUARTERS: Final = {"上": ("一季度", "二季度"), "下": ("三季度", "四季度")}
_CUE: Final = re.compile(rf"{_NET.pattern}|{_HALF.pattern}")


@check(
    KEY,
    "表中的净数与半年数",
    "nets and half-years out of a table",
    "section",
    needs={"section": ("table", "净半")},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold net changes and halves of a year in the prose against the rows that they name."""
    for names, said in told_near(piece, _CUE):
        if _HALF.search(said.clause):
            yield from _half(names, said)
        elif _NET.search(said.clause):
            yield from _net(names, said)


def _half(names: Names, said: Said) -> Iterator[Result]:
    """上半年收入129.7万元, of a table of quarters or of months."""
    half = _HALF.search(said.clause)
    words = said.clause + said.opening
    if (
        half is None
        or re.search(r"[增减升降涨跌比均]|(?:19|20)\d\d", said.clause)
        or said.figure.role != "level"
    ):
        return
    first = 1 if half["which"] == "上" else 7
    wanted = [_QUARTERS[half["which"]], tuple(f"{n}月" for n in range(first, first + 6))]
    named = [[n for w in r for n in names.lines if re.fullmatch(f"第?{w}", n)] for r in wanted]
    rows = next((own for r, own in zip(wanted, named, strict=True) if len(own) == len(r)), [])
    columns = columns_of(names, said.clause, said.figure) or columns_of(names, words, said.figure)
    own = allowed(said.figure)
    if len(columns) != 1 or not rows or own is None:
        return
    column = names.column(columns[0])
    cells = [column.get(n) for n in rows]
    found = [c for c in cells if c is not None and like(c, said.figure)]
    way = signed(found, (1,) * len(found)) if len(found) == len(rows) else None
    if way is None:
        return
    if own.meets(way.found):
        yield say.passed(KEY, (said.figure, *way.inputs), written(way, said.figure))
    elif not _is_cell(names, own) and not _some_sum(names, columns[0], own):
        yield wrong_of(KEY, said.figure, way)


def _is_cell(names: Names, own: Interval) -> bool:
    return any((c := as_claim(f)) is not None and c.meets(own) for f in names.sheet.figures)


def _some_sum(names: Names, field: int, own: Interval) -> bool:
    """Whether a run of the cells of a column, or two of a row, come to it."""
    cells = [c for f in names.column(field).values() if (c := as_claim(f)) is not None]
    for start, end in itertools.combinations(range(len(cells) + 1), 2):
        total = cells[start]
        for cell in cells[start + 1 : end]:
            total = total.plus(cell)
        if end - start > 1 and total.meets(own):
            return True
    return False


def _net(names: Names, said: Said) -> Iterator[Result]:
    """What came less what went, in the row that is named; in the row of totals where none is."""
    sheet, own = names.sheet, allowed(said.figure)
    called = named(names, said.clause)
    totals = [r for r in sheet.rows if TOTAL.search(sheet.label(r).strip())]
    row = (
        names.lines[called[0]] if len(called) == 1 else totals[0] if not called and len(totals) == 1 else None
    )
    if row is None or own is None or OTHER_TIME.search(said.clause):
        return
    cells = [c for f in names.fields if (c := sheet.at(row, f)) is not None and _flows_with(c, said.figure)]
    heads = [sheet.head(c.col or 0) for c in cells]
    came = [c for c, h in zip(cells, heads, strict=True) if re.search(r"新|开(?!支)|(?<!收)入|增", h)]
    went = [
        c for c, h in zip(cells, heads, strict=True) if re.search(r"关|退|撤|(?<!支)(?<!产)出|减|闭|流失", h)
    ]
    if len(came) != 1 or len(went) != 1 or came == went:
        return
    way = signed([went[0], came[0]], (1, -1))
    gaps = [signed(pair, (1, -1)) for pair in itertools.combinations(cells, 2)]
    if way is None or any(
        w is not None and (own.meets(w.found) or own.meets(w.found.scaled(-1))) for w in gaps
    ):
        if way is not None and (own.meets(way.found) or own.meets(way.found.scaled(-1))):
            yield say.passed(KEY, (said.figure, *way.inputs), written(way, said.figure))
        return
    if any(re.search(r"净|增减|变[动化]", h) for h in heads):
        return
    best = way if way.point > 0 else Way((came[0], went[0]), way.found.scaled(-1), -way.point, way.sign)
    yield wrong_of(KEY, said.figure, best)


def _flows_with(cell: Figure, claim: Figure) -> bool:
    """Whether a cell may count the same things, though only the title of the table says what it counts."""
    return like(cell, claim) or not cell.unit
