"""Two points in time, or before and after, lying: how far each measure moved."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.chart.grid import Grid
from desktop.core.chart.kind import CHARTS, ChartKind
from desktop.core.chart.kinds import slope
from desktop.core.chart.plot import Dot, Line, Note, Plot, Shape, opening, points_axis
from desktop.core.chart.scale import Axis
from desktop.core.chart.spec import ChartSpec, Panel, Series, series_look
from desktop.core.text import Text


def build(grid: Grid) -> ChartSpec | None:
    """Return the same numbers as the slope chart, measures along the axis and the two ends as series."""
    spec = slope.build(grid)
    return replace(spec, kind="dumbbell", panels=tuple(_turned(p) for p in spec.panels)) if spec else None


def _turned(panel: Panel) -> Panel:
    series = []
    for end, name in enumerate(panel.categories):
        colour, shape, _ = series_look(end)
        marks = tuple(replace(s.marks[end], x=float(row)) for row, s in enumerate(panel.series))
        series.append(Series(name, colour, marks, shape))
    return replace(panel, categories=tuple(s.name for s in panel.series), series=tuple(series))


def plot(panel: Panel) -> Plot:
    """A bar of two dots for each measure, with both values behind it."""
    axis = points_axis(list(panel.marks()))
    shapes: list[Shape] = []
    first, last = panel.series
    for a, b in zip(first.marks, last.marks, strict=True):
        shapes.append(Line(((a.y, a.x), (b.y, b.x)), "faint", dashed=False, series=-1))
        text = Text("{} → {}", "{} → {}").format(a.label, b.label)
        shapes.append(Note(max(a.y, b.y), a.x, text, "text", -1, "right", b.verdict or a.verdict, height=1.0))
    for number, series in enumerate(panel.series):
        look = (series.colour, series.shape, True, number)
        shapes += [Dot(m.y, m.x, *look, m, opening(m), upright=False) for m in series.marks]
    categories = Axis("category", -0.5, len(panel.categories) - 0.5, panel.categories)
    return Plot(panel.title, axis, categories, tuple(shapes), "x", rows=len(panel.categories) * 1.9)


CHARTS.add("dumbbell", ChartKind(Text("哑铃图", "Dumbbell chart"), "chart-gantt", 3, plot, build))
