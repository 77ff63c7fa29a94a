"""Two points in time, or before and after: one line for each measure."""

from __future__ import annotations

from desktop.core.chart.caption import of_table
from desktop.core.chart.grid import Grid
from desktop.core.chart.index import BASE, index_of
from desktop.core.chart.kind import CHARTS, ChartKind
from desktop.core.chart.pairs import pair_panels
from desktop.core.chart.plot import Dot, Line, Note, Plot, Shape, opening, points_axis
from desktop.core.chart.scale import Axis
from desktop.core.chart.sentence import from_to
from desktop.core.chart.spec import INDEX, ChartSpec, Panel
from desktop.core.text import Text


def build(grid: Grid) -> ChartSpec | None:
    """Return the chart of a table with two times, or with one line before and one after."""
    found = pair_panels(grid)
    if found is None:
        return None
    panels, (first, last), drawn = found
    rest = len(grid.values) - drawn + grid.left_out
    return ChartSpec(
        grid.table.id,
        "slope",
        grid.table.title,
        of_table(grid.dossier, grid.table, rest),
        panels,
        from_to(panels, first, last),
    )


def build_index(grid: Grid) -> ChartSpec | None:
    """Return the index of a table with two times and different units."""
    spec = build(grid)
    return (
        index_of(spec, spec.panels[0].categories[0]) if spec is not None and grid.times is not None else None
    )


def plot(panel: Panel) -> Plot:
    """Lines from left to right; values stand at the left, names and values at the right."""
    axis = points_axis(list(panel.marks()))
    shapes: list[Shape] = []
    for number, series in enumerate(panel.series):
        points = tuple((m.x, m.y) for m in series.marks)
        shapes.append(Line(points, series.colour, series.dashed, number))
        look = (series.colour, series.shape, True, number)
        shapes += [Dot(m.x, m.y, *look, m, opening(m)) for m in series.marks]
        a, b = series.marks[0], series.marks[-1]
        if panel.unit != INDEX:
            shapes.append(Note(a.x, a.y, a.label, "muted", number, "start"))
        alone = len(panel.series) == 1 and panel.unit != INDEX
        text = b.label if alone else Text("{} {}", "{} {}").format(series.name, b.label)
        shapes.append(Note(b.x, b.y, text, "text", number, "end", b.verdict))
    x = Axis("category", 0.0, float(max(1, len(panel.categories) - 1)), panel.categories)
    return Plot(panel.title, x, axis, tuple(shapes), "y", base=None if panel.unit != INDEX else BASE)


CHARTS.add("slope", ChartKind(Text("斜率图", "Slope chart"), "chart-line", 2, plot, build, build_index))
