"""Ranges of things: bars that float between their two ends."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.chart.caption import of_table
from desktop.core.chart.entities import entity_panels
from desktop.core.chart.grid import Grid
from desktop.core.chart.kind import CHARTS, ChartKind
from desktop.core.chart.kinds import bars
from desktop.core.chart.plot import Bar, Dot, Note, Plot, Shape, value_ends
from desktop.core.chart.scale import LOG_RATIO, Axis, value_axis
from desktop.core.chart.sentence import ranges
from desktop.core.chart.spec import ChartSpec, Panel
from desktop.core.text import Text


def build(grid: Grid) -> ChartSpec | None:
    """Return the chart of a table in which at least one cell is a range."""
    if not grid.has_ranges:
        return None
    panels = tuple(_scaled(p) for p in entity_panels(grid))
    caption = of_table(grid.dossier, grid.table, grid.left_out)
    return ChartSpec(grid.table.id, "ranges", grid.table.title, caption, panels, ranges(panels))


def _scaled(panel: Panel) -> Panel:
    """A logarithmic axis, named in the title, where ranges would otherwise be slivers."""
    ends = [v for m in panel.marks() for v in (m.low, m.high) if v is not None]
    if not any(m.is_range for m in panel.marks()) or min(ends) <= 0 or max(ends) / min(ends) < LOG_RATIO:
        return panel
    title = Text(
        panel.title.zh.removesuffix("）") + "，对数刻度）",
        panel.title.en.removesuffix(")") + ", logarithmic)",
    )
    return replace(panel, title=title, scale="log")


def plot(panel: Panel) -> Plot:
    """Ranges float, single numbers beside them are points; single numbers alone are bars from zero."""
    if not any(m.is_range for m in panel.marks()):
        return bars.plot(panel)
    axis = value_axis(
        [v for m in panel.marks() for v in (m.low, m.high) if v is not None], panel.scale, zero=False
    )
    offsets, thick = bars.slots(panel)
    shapes: list[Shape] = []
    for number, series in enumerate(panel.series):
        for mark in series.marks:
            y, colour = mark.x + offsets[number], mark.colour or series.colour
            low, high = value_ends(mark, axis)
            if mark.is_range or mark.is_open:
                shapes.append(
                    Bar(
                        low,
                        high,
                        y,
                        thick * 0.6,
                        colour,
                        series.fill,
                        number,
                        mark,
                        mark.low is None,
                        mark.high is None,
                    )
                )
            else:
                shapes.append(Dot(low, y, colour, "d", True, number, mark, upright=False))
            shapes.append(Note(high, y, mark.label, "text", number, "right", mark.verdict, height=thick))
    categories = Axis("category", -0.5, len(panel.categories) - 0.5, panel.categories)
    rows = len(panel.categories) * max(1.9, len(panel.series) * 1.15 + 0.5)
    return Plot(panel.title, axis, categories, tuple(shapes), "x", rows=rows)


CHARTS.add("ranges", ChartKind(Text("区间条形图", "Range bars"), "chart-gantt", 1, plot, build))
