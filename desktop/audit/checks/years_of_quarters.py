"""What a year comes to by what its quarters had: 全年放款2680亿元, of a table with a column of 当季放款."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.audit.table_said import grams_of
from desktop.audit.ways import Way, allowed, like, signed
from desktop.audit.worked_told import written, wrong_of
from desktop.core.figure import Figure

KEY: Final = "years_of_quarters"
_WHOLE: Final = re.compile(r"^(?P<year>(?:19|20)\d\d年)?全年(?P<what>[\u4e00-\u9fff]{2,8})$")
_ELSE: Final = re.compile(r"[增减升降涨跌比均率]|目标|计划|预计|[上去前]年")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_QUARTER: Final = re.compile(r"第?(?P<n>[一二三四1-4])季|Q(?P<q>[1-4])|(?P<end>年[末底])")
_FLOW: Final = re.compile(r"[当单本]季|[当本]期")  # heads of what came in the quarter, not of what there was
_ALL: Final = "1234"
_NEAR: Final = 2.0  # times


@check(KEY, "四季之和", "the quarters of a year", "section", needs={"section": ("table", "全", "季")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Add up the quarters of the year that a sentence tells the whole of."""
    for figure in piece.amounts if piece.has_tables else ():
        clause = piece.clause(figure)
        said = _WHOLE.match(clause)
        own = allowed(figure) if said is not None and figure.role == "level" else None
        if said is None or own is None or _ELSE.search(clause):
            continue
        for sheet in piece.around(figure.anchor.start):
            found = list(_years(sheet, figure, said["what"], (said["year"] or "")[:4]))
            if len(found) == 1:
                way = found[0]
                if own.meets(way.found):
                    yield _passed(figure, way)
                elif 1 / _NEAR < way.point / own.low < _NEAR and not _is_other(sheet, figure, way):
                    yield wrong_of(KEY, figure, way)
                break


def _passed(figure: Figure, way: Way) -> Result:
    return say.passed(KEY, (figure, *way.inputs), written(way, figure))


def _years(sheet: Sheet, figure: Figure, what: str, told: str) -> Iterator[Way]:
    """The sums of the four quarters of a year in the columns that the words name."""
    for col in sheet.cols:
        head = sheet.head(col)
        if not _FLOW.search(head) or not grams_of(what) & grams_of(head):
            continue
        found: dict[str, dict[str, Figure]] = {}
        for row in sheet.rows:
            cell, label = sheet.at(row, col), sheet.label(row)
            quarter, year = _QUARTER.search(label), "".join(_YEAR.findall(label)[:1])
            if cell is not None and quarter is not None and like(cell, figure) and (not told or year == told):
                at = (
                    "4"
                    if quarter["end"]
                    else quarter["q"] or str("一二三四".find(quarter["n"]) + 1 or quarter["n"])
                )
                found.setdefault(year, {})[at] = cell
        for cells in found.values():
            way = signed([cells[n] for n in _ALL], (1,) * len(_ALL)) if len(cells) == len(_ALL) else None
            if way is not None:
                yield way


def _is_other(sheet: Sheet, figure: Figure, way: Way) -> bool:
    """Whether a number is a cell, or what some of the quarters come to."""
    own = allowed(figure)
    cells = [c for f in sheet.figures if like(f, figure) and (c := as_claim(f)) is not None]
    parts = [c for f in way.inputs if (c := as_claim(f)) is not None]
    sums = [a.plus(b) for a, b in itertools.combinations(parts, 2)]
    sums += [a.plus(b).plus(c) for a, b, c in itertools.combinations(parts, 3)]
    return own is not None and any(own.meets(c) for c in (*cells, *sums))
