"""One quantity of a table that leaps while all the others of it fall: 850→420 beside 22%→9%, but 28家→160家."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, number, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.lines_of_time import lines_of_time
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "odd_rows"
_LEAST: Final = 3  # quantities
_LEAP: Final = 3.0  # times
SAID: Final = Text(
    "表中其余各项由前到后都在{0}，只有{1}由{2}到{3}，是原来的{4}倍；与各项走势相反，幅度又悬殊，请核对是否多写或少写了一位。",
    "All other quantities of the table {0} over its time; only {1} goes from {2} to {3}, {4} times as much: the other "
    "way and by far, so check whether a digit was added or lost.",
)
FALL, RISE = Text("下降", "fall"), Text("上升", "rise")


@check(KEY, "表中反向的一项", "one quantity against all others", "table",
       needs={"table": ("前后调改整升旧新原现初当目期季半月 1 2 latin",)})  # fmt: skip
def run(piece: Sheet, _world: World) -> Iterable[Result]:
    """Point out the one quantity of two times that goes against at least two others, and at least threefold."""
    for lines in lines_of_time(piece):
        ends = {name: (line.cells[0][1], line.cells[-1][1]) for name, line in lines.own.items()}
        if len(ends) < _LEAST or any(len(line.cells) != 2 for line in lines.own.values()):
            continue
        ratios = {name: _ratio(*pair) for name, pair in ends.items()}
        if any(not r for r in ratios.values()):
            continue
        for up in (True, False):
            odd = [n for n, r in ratios.items() if (r >= _LEAP if up else r <= 1 / _LEAP)]
            rest = [r for n, r in ratios.items() if n not in odd]
            if len(odd) == 1 and all(r < 1 if up else r > 1 for r in rest):
                one, other = ends[odd[0]]
                said = SAID.format(
                    FALL if up else RISE, quote(odd[0]), stated(one), stated(other), number(ratios[odd[0]], 2)
                )
                yield say.finding(
                    KEY, "ambiguous", (other, one), formula("{} → {}", stated(one), stated(other)), said
                )


def _ratio(one: Figure, other: Figure) -> float:
    a, b = value_of(one), value_of(other)
    return b / a if a and b and a > 0 and b > 0 else 0.0
