"""How the panels of a chart stand beside and below each other."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.chart.ink import Face
from desktop.core.chart.kind import load_charts
from desktop.core.chart.place import height_of, width_of
from desktop.core.chart.plot import Plot
from desktop.core.chart.spec import ChartSpec

NARROWEST = 18.0  # width of a panel, in sizes of the face
MOST = 3  # panels beside each other


def plots_of(spec: ChartSpec) -> tuple[Plot, ...]:
    """Lay out every panel of a chart."""
    kinds = load_charts()
    plots = tuple(kinds[spec.kind].plot(panel) for panel in spec.panels) if spec.panels else ()
    return tuple(replace(plot, peers=plots) for plot in plots) if len(plots) > 1 else plots


def columns_for(plots: tuple[Plot, ...], width: float, face: Face) -> int:
    """Return how many panels stand beside each other in a width."""
    needed = max([face.size * NARROWEST, *(width_of(plot, face) for plot in plots)])
    return max(1, min(len(plots), MOST, int(width // needed)))


def row_heights(plots: tuple[Plot, ...], columns: int, face: Face) -> tuple[float, ...]:
    """Return the height that each row of panels wants: that of its highest."""
    rows = [plots[i : i + columns] for i in range(0, len(plots), columns)]
    return tuple(max(height_of(plot, face) for plot in row) for row in rows)
