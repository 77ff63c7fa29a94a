"""A "real-time" beside minutes and seconds: how fast that is has no number, so the row cannot be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.table import Cell
from desktop.core.text import NOTHING, Text
from desktop.core.units import unit

KEY: Final = "instant"
_AT_ONCE: Final = re.compile(
    r"^(?:实时|即时|即刻|瞬时|立即|马上|秒批|秒到|随时|极速|"
    r"instant(?:ly)?|real[- ]?time|immediate(?:ly)?)[\u4e00-\u9fff]{0,4}$",
    re.I,
)
SAID = Text(
    "{0}一项，{1}只写“{2}”，没有数值；与{3}相差多少，无法计算。",
    "{0}: {1} has only “{2}” and no number, so how far it is from {3} cannot be computed.",
)
_LEAST: Final = 2  # lengths of time that make it a row of them
_MOST: Final = 3


@check(
    KEY,
    "没有数值的时长",
    "lengths of time without a number",
    "table",
    needs={"table": ("second minute hour day",)},
)
def run(sheet: Sheet, _world: World) -> Iterable[Result]:
    """Look for such words in rows, and in columns, whose other cells are lengths of time."""
    for name, places in (
        *((sheet.label(r), [(r, c) for c in sheet.cols if c]) for r in sheet.rows),
        *((sheet.head(c), [(r, c) for r in sheet.rows]) for c in sheet.cols if c),
    ):
        times = [f for place in places if (f := sheet.at(*place)) is not None and _is_time(f)]
        cells = [c for place in places if (c := sheet.table.cell(*place)) is not None and _at_once(c)]
        if len(times) >= _LEAST and len(cells) == 1 and name.strip():
            cell = cells[0]
            whose = sheet.head(cell.col) if name == sheet.label(cell.row) else sheet.label(cell.row)
            shown = say.listed([stated(f) for f in times[:_MOST]])
            said = SAID.format(quote(name.strip()), quote(whose), (cell.text or "").strip(), shown)
            spans = (cell.anchor, *(f.anchor for f in times))
            yield say.told(KEY, "ambiguous", (cell.id,), say.inputs(*times), NOTHING, said, spans, tag="")
            return


def _is_time(figure: Figure) -> bool:
    known = unit(figure.unit)
    return known is not None and known.dimension == "duration"


def _at_once(cell: Cell) -> bool:
    return bool(_AT_ONCE.match((cell.text or "").strip()))
