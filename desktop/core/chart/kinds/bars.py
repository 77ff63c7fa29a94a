"""Things × numbers: grouped bars from zero."""

from __future__ import annotations

from desktop.core.chart.caption import of_table
from desktop.core.chart.entities import entity_panels
from desktop.core.chart.grid import Grid
from desktop.core.chart.kind import CHARTS, ChartKind
from desktop.core.chart.plot import Bar, Note, Plot, Shape
from desktop.core.chart.scale import Axis, value_axis
from desktop.core.chart.sentence import values
from desktop.core.chart.spec import ChartSpec, Mark, Panel
from desktop.core.text import Text

GROUP = 0.76  # of the height of a category


def build(grid: Grid) -> ChartSpec | None:
    """Return the chart of a table of single numbers in which at least two can be compared."""
    panels = entity_panels(grid)
    if grid.has_ranges or not any(len(list(p.marks())) > 1 for p in panels):
        return None
    caption = of_table(grid.dossier, grid.table, grid.left_out)
    return ChartSpec(grid.table.id, "bars", grid.table.title, caption, panels, values(panels))


def slots(panel: Panel) -> tuple[dict[int, float], float]:
    """Return where each series lies within its category (from its middle), and how thick it is."""
    count = max(1, len(panel.series))
    thick = GROUP / count
    return {n: (n + 0.5) * thick - GROUP / 2 for n in range(count)}, thick


def from_zero(
    mark: Mark, y: float, thick: float, colour: str, number: int, panel: Panel, axis: Axis
) -> list[Shape]:
    """Return bar and label of one number; a limit is pale and points to its open side."""
    known = mark.y
    fill = panel.series[number].fill
    x0, x1 = (known, axis.high) if mark.high is None else (min(0.0, known), max(0.0, known))
    bar = Bar(x0, x1, y, thick * 0.9, colour, fill, number, mark, mark.low is None, mark.high is None)
    return [bar, Note(x1, y, mark.label, "text", number, "right", mark.verdict, height=thick)]


def plot(panel: Panel) -> Plot:
    """Bars lie, the first category on top."""
    axis = value_axis([m.y for m in panel.marks()], "number", zero=True)
    offsets, thick = slots(panel)
    shapes: list[Shape] = []
    for number, series in enumerate(panel.series):
        for mark in series.marks:
            shapes += from_zero(
                mark, mark.x + offsets[number], thick, mark.colour or series.colour, number, panel, axis
            )
    categories = Axis("category", -0.5, len(panel.categories) - 0.5, panel.categories)
    rows = len(panel.categories) * max(1.7, len(panel.series) * 1.15 + 0.5)
    return Plot(panel.title, axis, categories, tuple(shapes), "x", base=0.0, rows=rows)


CHARTS.add("bars", ChartKind(Text("条形图", "Bar chart"), "chart-column", 5, plot, build))
