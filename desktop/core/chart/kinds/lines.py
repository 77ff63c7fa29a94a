"""Three or more points in time: one line for each measure."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from desktop.core.chart.caption import of_table
from desktop.core.chart.grid import Grid, Lane
from desktop.core.chart.index import BASE, index_of
from desktop.core.chart.kind import CHARTS, ChartKind
from desktop.core.chart.plot import Dot, Flag, Line, Note, Plot, Shape, opening, points_axis
from desktop.core.chart.reading import DOT, common_unit, dimension, grain, mark_of, start_of, with_unit
from desktop.core.chart.scale import Axis
from desktop.core.chart.sentence import courses
from desktop.core.chart.spec import FLAG, INDEX, ChartSpec, Mark, Panel, Series, series_look
from desktop.core.figure import Figure
from desktop.core.text import Text


def build(grid: Grid) -> ChartSpec | None:
    """Return the chart of a table with three or more times and no ranges."""
    if grid.times is None or len(grid.times[0]) < 3 or grid.has_ranges:
        return None
    times, measures, by_row = grid.times
    usual = Counter(grain(t.period) for t in times).most_common(1)[0][0]
    found: dict[tuple[str, bool], list[tuple[int, Lane, list[tuple[Lane, Figure]]]]] = {}
    for number, measure in enumerate(measures):
        placed = [(t, f) for t in times if (f := grid.at(t, measure, by_row)) is not None]
        for key in dict.fromkeys(dimension(f) for _, f in placed):
            found.setdefault(key, []).append((number, measure, [p for p in placed if dimension(p[1]) == key]))
    panels = tuple(_panel(grid, chosen, usual) for chosen in found.values())
    if not any(len(s.marks) > 1 for p in panels for s in p.series):
        return None
    caption = of_table(grid.dossier, grid.table, grid.left_out)
    return ChartSpec(grid.table.id, "lines", grid.table.title, caption, panels, courses(panels))


def build_index(grid: Grid) -> ChartSpec | None:
    """Return the index of a table with three or more times and different units."""
    spec = build(grid)
    return index_of(spec, grid.times[0][0].label) if spec is not None and grid.times is not None else None


def _panel(grid: Grid, chosen: list[tuple[int, Lane, list[tuple[Lane, Figure]]]], usual: str) -> Panel:
    """Lines through periods of the usual length; any other period is a point that no line crosses."""
    axis = common_unit([f for _, _, placed in chosen for _, f in placed])
    code = axis.code if axis else chosen[0][2][0][1].unit
    series = []
    for number, measure, placed in chosen:
        colour, shape, _ = series_look(number)
        regular: list[Mark] = []
        other: list[Mark] = []
        for time, figure in placed:
            period = figure.period if start_of(figure.period) is not None else time.period
            mark = mark_of(
                grid.dossier, figure, start_of(period) or 0.0, axis, DOT.join((measure.label, time.label))
            )
            mark = replace(mark, period=period.shown() if period else time.label)
            (regular if grain(period) == usual else other).append(mark)
        if regular:
            series.append(Series(measure.label, colour, tuple(regular), shape, dashed=number >= 8))
        if other:
            name = Text("{}（期间长短不同）", "{} (other length of period)").format(measure.label)
            series.append(Series(name, colour, tuple(other), shape, "pale"))
    name = series[0].name if len(chosen) == 1 else Text("数值", "Value")
    return Panel(
        code,
        with_unit(name, code, change=len(chosen) > 1 and chosen[0][2][0][1].role == "change"),
        (),
        tuple(series),
    )


def plot(panel: Panel) -> Plot:
    """Lines with a point at every value; names stand at the ends, flags over their moment."""
    axis = points_axis([m for s in panel.series if s.shape != FLAG for m in s.marks])
    flags = sum(len(s.marks) for s in panel.series if s.shape == FLAG)
    axis = replace(
        axis, high=axis.high + (axis.high - axis.low) * 0.12 * flags
    )  # room for them above the lines
    times = [m.x for m in panel.marks()]
    pad = max(0.08, (max(times) - min(times)) * 0.03)
    shapes: list[Shape] = []
    level = 0
    for number, series in enumerate(panel.series):
        if series.shape == FLAG:
            for mark in series.marks:
                shapes.append(Flag(mark.x, mark.colour or series.colour, level, number, mark))
                shapes.append(
                    Note(mark.x, axis.high, mark.label, "text", number, "flag", mark.verdict, level=level)
                )
                level += 1
            continue
        joined = series.fill == "solid"
        if joined:
            shapes.append(Line(tuple((m.x, m.y) for m in series.marks), series.colour, series.dashed, number))
        for m in series.marks:
            colour = m.colour or series.colour
            shapes.append(Dot(m.x, m.y, colour, series.shape, joined, number, m, opening(m)))
        last = series.marks[-1]
        alone = len(panel.series) == 1 and panel.unit != INDEX
        text = last.label if alone else Text("{} {}", "{} {}").format(series.name, last.label)
        shapes.append(Note(last.x, last.y, text, "text", number, "end", last.verdict))
    x = Axis("time", min(times) - pad, max(times) + pad)
    return Plot(panel.title, x, axis, tuple(shapes), "y", base=None if panel.unit != INDEX else BASE)


CHARTS.add("lines", ChartKind(Text("折线图", "Line chart"), "chart-line", 4, plot, build, build_index))
