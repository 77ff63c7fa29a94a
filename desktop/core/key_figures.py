"""The figures that stand for a reason: changes with their computed size, then single figures."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.core.chart.grid import read_grid
from desktop.core.chart.reading import common_unit, difference, dimension, mark_of
from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.headline import from_to
from desktop.core.table import Table
from desktop.core.text import DOT, NOTHING, Text
from desktop.core.value import value

ARROW = Text(" → ", " → ")
MOST = 8


@value
class KeyFigure:
    """``value`` is what to show large. A derived one is computed from ``items``, and ``note`` says how."""

    items: tuple[str, ...]
    name: Text
    value: Text
    note: Text
    derived: bool = False


def key_figures(dossier: Dossier, factor: Factor, most: int = MOST) -> tuple[KeyFigure, ...]:
    """Return the headline first, then other changes, then single figures of the text outside tables."""
    found: list[KeyFigure] = []
    used: set[str] = set()
    for before, after in _pairs(dossier, factor):
        if not used & {before.id, after.id}:
            found.append(_change(dossier, before, after))
            used |= {before.id, after.id}
    loose = [f for f in _figures(dossier, factor) if not f.table]
    heads = [f for f in _figures(dossier, factor) if f.id in factor.headline]
    for figure in (*heads, *loose):
        if figure.id not in used:
            found.append(_single(figure))
            used.add(figure.id)
    found.sort(key=lambda k: not set(k.items) & set(factor.headline))
    return tuple(found[:most])


def _pairs(dossier: Dossier, factor: Factor) -> Iterator[tuple[Figure, Figure]]:
    """Two headline figures, figures that say what they changed from, and tables of before and after."""
    figures = _figures(dossier, factor)
    heads = [f for i in factor.headline for f in figures if f.id == i]
    if len(heads) == 2 and dimension(heads[0]) == dimension(heads[1]):
        yield heads[0], heads[1]
    for figure in figures:
        before = dossier.item(figure.change_from)
        if isinstance(before, Figure):
            yield before, figure
    for table in dossier.of_factor(factor.id):
        if isinstance(table, Table):
            yield from _in_table(dossier, table)


def _in_table(dossier: Dossier, table: Table) -> Iterator[tuple[Figure, Figure]]:
    grid = read_grid(dossier, table)
    if grid.pair is None:
        return
    (first, last), measures, by_row = grid.pair
    for measure in measures:
        before, after = grid.at(first, measure, by_row), grid.at(last, measure, by_row)
        if before is not None and after is not None and dimension(before) == dimension(after):
            yield before, after


def _figures(dossier: Dossier, factor: Factor) -> list[Figure]:
    figures = [i for i in dossier.of_factor(factor.id) if isinstance(i, Figure)]
    return [f for f in figures if not f.is_date and not f.negated]


def _change(dossier: Dossier, before: Figure, after: Figure) -> KeyFigure:
    """A change whose size can be computed; otherwise the two figures as they stand."""
    ends = from_to([before, after])
    axis = common_unit([before, after])
    exact = _is_exact(before) and _is_exact(after) and before.comparator == after.comparator
    if axis is None or not exact or not _same_basis(before, after):
        return KeyFigure((before.id, after.id), after.label, ends, _when(before, after))
    one, two = (mark_of(dossier, f, 0.0, axis, NOTHING) for f in (before, after))
    space = "" if "\u4e00" <= ends.zh[-1] <= "\u9fff" else " "  # before a unit in Chinese there is none
    note = Text(f"由 {ends.zh}{space}计算", f"computed from {ends.en}")
    return KeyFigure((before.id, after.id), after.label, difference(one, two, axis.code), note, derived=True)


def _is_exact(figure: Figure) -> bool:
    """Whether a figure is one number: a point, or a limit that can be held against another limit."""
    ends = {v for v in (figure.low, figure.high) if v is not None}
    return len(ends) == 1


def _same_basis(before: Figure, after: Figure) -> bool:
    """Whether no window (“last 6 months”) is set against another one: so many in each is not a change."""
    both = (before.period, after.period)
    has_window = any(p is not None and p.start is None for p in both)
    return not has_window or before.period == after.period


def _single(figure: Figure) -> KeyFigure:
    whose = figure.entity if figure.indicator.zh else NOTHING
    when = figure.period.shown() if figure.period else NOTHING
    note = DOT.join((whose, when))
    return KeyFigure((figure.id,), figure.label, figure.shown(), note)


def _when(before: Figure, after: Figure) -> Text:
    periods = [f.period.shown() for f in (before, after) if f.period is not None]
    return ARROW.join(periods) if len(periods) == 2 else NOTHING
