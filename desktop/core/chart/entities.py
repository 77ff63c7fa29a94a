"""Tables of things × numbers: one panel per unit, rows as categories and columns as series."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.chart.grid import Grid, Lane
from desktop.core.chart.reading import DOT, common_unit, dimension, mark_of, with_periods, with_unit
from desktop.core.chart.spec import COLOURS, Mark, Panel, Series, series_look
from desktop.core.figure import Figure
from desktop.core.text import Text

Placed = tuple[int, int, Figure]


def entity_panels(grid: Grid) -> tuple[Panel, ...]:
    """Return a panel for each unit of the table (changes apart from levels), in the order of the table.

    Where a panel has one column (or one row) only, the rows (or columns) are named along the axis
    and keep their colour in every panel.
    """
    found: dict[tuple[str, bool], list[Placed]] = {}
    for row, col, figure in grid.figures():
        found.setdefault(dimension(figure), []).append((row, col, figure))
    return with_periods(tuple(_panel(grid, placed) for placed in found.values()))


def _panel(grid: Grid, placed: list[Placed]) -> Panel:
    rows = {lane.number: lane for lane in grid.rows}
    columns = {lane.number: lane for lane in grid.columns}
    axis = common_unit([f for _, _, f in placed])
    code = axis.code if axis else placed[0][2].unit

    def marks(chosen: list[Placed], categories: list[int], by_row: bool) -> tuple[Mark, ...]:
        return tuple(
            mark_of(
                grid.dossier,
                f,
                float(categories.index(r if by_row else c)),
                axis,
                DOT.join((rows[r].label, columns[c].label)),
            )
            for r, c, f in chosen
        )

    used_rows = sorted({r for r, _, _ in placed})
    used_cols = sorted({c for _, c, _ in placed})
    if len(used_cols) == 1 or len(used_rows) == 1:
        by_row = len(used_cols) == 1
        lanes, used = (rows, used_rows) if by_row else (columns, used_cols)
        name = columns[used_cols[0]].label if by_row else rows[used_rows[0]].label
        every = [lane.number for lane in (grid.rows if by_row else grid.columns)]
        coloured = tuple(_coloured(m, used[int(m.x)], every) for m in marks(placed, used, by_row))
        series = Series(name, "series:0", coloured)
        return Panel(code, with_unit(name, code), _labels(lanes, used), (series,))
    change = placed[0][2].role == "change"
    groups = []
    for number, lane in enumerate(grid.columns):
        if lane.number in used_cols:
            colour, shape, fill = series_look(number)
            chosen = [p for p in placed if p[1] == lane.number]
            groups.append(Series(lane.label, colour, marks(chosen, used_rows, True), shape, fill))
    title = with_unit(Text("数值", "Value"), code, change=change)
    return Panel(code, title, _labels(rows, used_rows), tuple(groups))


def _labels(lanes: dict[int, Lane], used: list[int]) -> tuple[Text, ...]:
    return tuple(lanes[number].label for number in used)


def _coloured(mark: Mark, number: int, every: list[int]) -> Mark:
    """The mark in the colour of its row or column, unless there are more of them than colours."""
    return replace(mark, colour=f"series:{every.index(number)}") if len(every) <= COLOURS else mark
