"""Pairs of numbers, two points in time or before and after, as series of two marks in a panel per unit."""

from __future__ import annotations

from desktop.core.chart.grid import Grid
from desktop.core.chart.reading import DOT, common_unit, dimension, mark_of, with_periods, with_unit
from desktop.core.chart.spec import Panel, Series, series_look
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.text import Text

Pair = tuple[Text, Figure, Figure]


def pair_panels(grid: Grid) -> tuple[tuple[Panel, ...], tuple[Text, Text], int] | None:
    """Return panels, the names of the two ends and how many numbers are drawn; None without a pair."""
    if grid.pair is None:
        return None
    (first, last), measures, by_row = grid.pair
    pairs: list[Pair] = []
    for measure in measures:
        a, b = grid.at(first, measure, by_row), grid.at(last, measure, by_row)
        if a is not None and b is not None and dimension(a) == dimension(b):
            pairs.append((measure.label, a, b))
    if not pairs or any(_is_range(f) for _, *both in pairs for f in both):
        return None
    return (
        panels_of(grid.dossier, pairs, (first.label, last.label)),
        (first.label, last.label),
        2 * len(pairs),
    )


def panels_of(dossier: Dossier, pairs: list[Pair], ends: tuple[Text, Text]) -> tuple[Panel, ...]:
    """Return one panel per unit; a pair keeps its colour whichever panel it is in."""
    found: dict[tuple[str, bool], list[tuple[int, Pair]]] = {}
    for number, pair in enumerate(pairs):
        found.setdefault(dimension(pair[1]), []).append((number, pair))
    panels = []
    for (_, change), chosen in found.items():
        axis = common_unit([f for _, (_, *both) in chosen for f in both])
        code = axis.code if axis else chosen[0][1][1].unit
        series = []
        for number, (name, a, b) in chosen:
            colour, shape, _ = series_look(number)
            marks = tuple(
                mark_of(dossier, f, float(x), axis, DOT.join((name, ends[x]))) for x, f in enumerate((a, b))
            )
            series.append(Series(name, colour, marks, shape, dashed=number >= 8))
        name = series[0].name if len(series) == 1 else Text("数值", "Value")
        title = with_unit(name.opening(), code, change=change and len(series) > 1)
        panels.append(Panel(code, title, ends, tuple(series)))
    return with_periods(tuple(panels))


def _is_range(figure: Figure) -> bool:
    return figure.low is not None and figure.high is not None and figure.low != figure.high
