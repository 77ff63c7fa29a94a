"""Which charts a table, a factor or a dossier can be shown as, the best one first."""

from __future__ import annotations

from desktop.core.chart.caption import dated, of_factor
from desktop.core.chart.grid import Grid, read_grid
from desktop.core.chart.kind import load_charts
from desktop.core.chart.pairs import Pair, panels_of
from desktop.core.chart.reading import dimension
from desktop.core.chart.sentence import from_to
from desktop.core.chart.spec import ChartSpec, no_chart
from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.period import Period
from desktop.core.record import Record
from desktop.core.table import Table
from desktop.core.text import Text


def choose(dossier: Dossier, table: Table) -> tuple[ChartSpec, ...]:
    """Return the charts of a table, never none: one that cannot be drawn is of kind "none" and says why."""
    grid = read_grid(dossier, table)
    found: list[ChartSpec] = []
    for kind in sorted(load_charts().values(), key=lambda k: k.order):
        spec = kind.build(grid) if kind.build else None
        if spec is not None:
            index = kind.build_index(grid) if kind.build_index else None
            found += [spec, index] if index else [spec]
    return tuple(dated(spec) for spec in found) or (no_chart(table.id, table.title, _why_not(grid)),)


def choose_for_factor(dossier: Dossier, factor: Factor, record: Record) -> tuple[tuple[ChartSpec, ...], ...]:
    """Return the charts of what a factor says outside its tables, one tuple a panel; may be empty."""
    from desktop.core.chart.kinds.reference import references

    changes = _changes(dossier, factor)
    found = [changes] if changes is not None else []
    return tuple((spec,) for spec in (*found, *references(dossier, factor, record)))


def strength(dossier: Dossier) -> ChartSpec:
    """Return how much of each factor's evidence was checked, and with what result."""
    from desktop.core.chart.kinds.strength import strength as build

    return build(dossier)


def timeline(
    dossier: Dossier,
    record: Record,
    factors: frozenset[str] = frozenset(),
    kinds: frozenset[str] = frozenset(("policy", "event")),
) -> ChartSpec:
    """Return policies and events by date, rows by factor (none named: all of them)."""
    from desktop.core.chart.kinds.timeline import timeline as build

    return build(dossier, record, factors, kinds)


def _changes(dossier: Dossier, factor: Factor) -> ChartSpec | None:
    """The figures of the text that changed from one value to another."""
    pairs: list[Pair] = []
    periods: set[tuple[Period | None, Period | None]] = set()
    for figure in dossier.of_factor(factor.id):
        before = (
            dossier.item(figure.change_from) if isinstance(figure, Figure) and figure.change_from else None
        )
        if (
            isinstance(figure, Figure)
            and isinstance(before, Figure)
            and not figure.table
            and _comparable(before, figure)
        ):
            pairs.append((figure.indicator if figure.indicator.zh else figure.entity, before, figure))
            periods.add((before.period, figure.period))
    if not pairs:
        return None
    first, last = next(iter(periods))
    alike = len(periods) == 1 and first is not None and last is not None and first != last
    ends = (
        (first.shown(), last.shown())
        if alike and first and last
        else (Text("之前", "Before"), Text("之后", "After"))
    )
    panels = panels_of(dossier, pairs, ends)
    title = (
        pairs[0][0].opening()
        if len(pairs) == 1
        else Text("{}：前后变化", "{}: before and after").format(factor.short)
    )
    caption = of_factor(dossier, factor)
    return dated(ChartSpec(factor.id, "slope", title, caption, panels, from_to(panels, *ends)))


def _comparable(before: Figure, after: Figure) -> bool:
    known = before.value is not None and after.value is not None
    return known and dimension(before) == dimension(after)


def _why_not(grid: Grid) -> Text:
    dated = any(c.kind == "date" for c in grid.table.columns)
    numbers = len(grid.values) + grid.left_out
    if not numbers:
        why = Text(
            "这张表只有文字，没有可以画的数值。", "This table holds text only, nothing that could be drawn."
        )
    elif len(grid.values) < 2:
        why = Text(
            f"这张表以文字为主，其中的数（{numbers} 个）彼此不可比，所以不画图。",
            f"This table is mostly text; its numbers ({numbers}) cannot be compared with each other.",
        )
    else:
        why = Text(
            "每个数的单位都不同，没有两个数可以放在同一根轴上。",
            "Every number has a unit of its own, so that no two may share an axis.",
        )
    if dated:
        why = Text(f"{why.zh}其中的日期见时间线。", f"{why.en} Its dates are on the timeline.")
    return why
