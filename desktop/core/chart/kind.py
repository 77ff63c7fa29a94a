"""The kinds of chart: each is one file in ``kinds`` that registers itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from desktop.core.chart.grid import Grid
from desktop.core.chart.plot import Plot
from desktop.core.chart.spec import ChartSpec, Panel
from desktop.core.registry import Registry, discover
from desktop.core.text import Text


@dataclass(frozen=True, slots=True)
class ChartKind:
    """``plot`` lays out a panel; ``build`` makes a chart of a table, or None when its shape does not fit.

    Kinds are tried by ``order``; ``build_index`` makes the index variant of the same table.
    """

    name: Text
    icon: str
    order: int
    plot: Callable[[Panel], Plot]
    build: Callable[[Grid], ChartSpec | None] | None = None
    build_index: Callable[[Grid], ChartSpec | None] | None = None


CHARTS: Registry[ChartKind] = Registry("kind of chart")


@cache
def load_charts() -> Registry[ChartKind]:
    """Return the registry with every kind in it, whichever of them were imported before."""
    from desktop.core.chart import kinds

    discover(kinds)
    return CHARTS
