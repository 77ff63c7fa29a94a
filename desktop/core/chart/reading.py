"""A figure as a mark: where it stands, what it is called, how much, when, and where the source says so."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from desktop.core.chart.scale import decimal_year
from desktop.core.chart.spec import Mark, Panel
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure, plain, readable
from desktop.core.period import Period
from desktop.core.text import NOTHING, Text
from desktop.core.units import Unit, unit

DOT = Text(" · ", ", ")


def dimension(figure: Figure) -> tuple[str, bool]:
    """Return what may share an axis with a figure: the dimension of its unit, and whether it is a change."""
    known = unit(figure.unit)
    return (known.dimension if known else figure.unit or ""), figure.role == "change"


def common_unit(figures: list[Figure]) -> Unit | None:
    """Return the unit of an axis for figures of one dimension: the most frequent, the finer one of equals."""
    known = [u for u in (unit(f.unit) for f in figures) if u is not None]
    if not known:
        return None
    return max(known, key=lambda u: (sum(k.code == u.code for k in known), -u.factor))


def with_unit(name: Text, code: str | None, *, change: bool = False) -> Text:
    """Return an axis title: the name, and once the unit in brackets."""
    known = unit(code)
    shown = known.name if known else Text("未注明单位", "unit not stated")
    if change:
        shown = Text(f"变化，{shown.zh}", f"change, {shown.en}")
    bare = Text(name.zh.removesuffix(f"（{shown.zh}）"), name.en.removesuffix(f" ({shown.en})"))
    return Text("{}（{}）", "{} ({})").format(bare, shown)


def place_of(dossier: Dossier, figure: Figure) -> Text:
    """Return where a figure stands: section, table, row and column."""
    factor = dossier.factor_of(figure.id)
    parts: list[Text] = []
    if factor is not None:
        number = factor.number if factor.is_reason else None
        parts.append(Text(f"第 {number} 节", f"Section {number}") if number is not None else factor.short)
    table = dossier.table_of(figure.id)
    if table is not None and figure.row is not None and figure.col is not None:
        same_factor = [t.id for t in dossier.tables if t.factor == table.factor]
        number = same_factor.index(table.id) + 1
        row, col = figure.row, figure.col + 1
        parts.append(Text(f"表 {number} · 行 {row} 列 {col}", f"table {number}, row {row}, column {col}"))
    return DOT.join(parts)


def mark_of(dossier: Dossier, figure: Figure, x: float, axis_unit: Unit | None, name: Text) -> Mark:
    """Return the mark of a figure, in the unit of the axis; a change downwards is negative."""
    own = unit(figure.unit)
    factor = own.factor / axis_unit.factor if own and axis_unit else 1.0
    low = None if figure.low is None else float(figure.low) * factor
    high = None if figure.high is None else float(figure.high) * factor
    if figure.role == "change" and figure.direction == "down":
        low, high = (None if high is None else -high), (None if low is None else -low)
    ends = [v for v in (low, high) if v is not None]
    verdict = dossier.verdict_of(figure.id)
    cell = dossier.cell_of(figure.id)
    return Mark(
        x=x,
        y=sum(ends) / len(ends),
        low=low,
        high=high,
        item_id=figure.id,
        name=name,
        label=figure.shown(),
        period=figure.period.shown() if figure.period else NOTHING,
        place=place_of(dossier, figure),
        verdict=verdict.code if verdict else "",
        also=(cell.id,) if cell else (),
    )


def with_periods(panels: tuple[Panel, ...]) -> tuple[Panel, ...]:
    """Return the panels with the period in the labels of a panel whose marks speak of different times.

    A mark that is named after its period, as in a table of years, needs no repetition.
    """
    return tuple(
        replace(panel, series=tuple(replace(s, marks=tuple(map(_dated, s.marks))) for s in panel.series))
        if len({m.period for m in panel.marks()}) > 1
        else panel
        for panel in panels
    )


def _dated(mark: Mark) -> Mark:
    if not mark.period.zh or mark.period.zh in mark.name.zh:
        return mark
    return replace(mark, label=Text("{}（{}）", "{} ({})").format(mark.label, mark.period))


def start_of(period: Period | None) -> float | None:
    """Return where a period stands on a time axis: at its first day."""
    return decimal_year(period.start) if period is not None and period.start is not None else None


def grain(period: Period | None) -> str:
    """Return the length of a period: "year", "half", "quarter", "month", "day", or "" for anything else."""
    if period is None or period.start is None or period.end is None:
        return ""
    days = (period.end - period.start).days + 1
    spans = (("day", 1, 1), ("month", 28, 31), ("quarter", 90, 92), ("half", 181, 184), ("year", 365, 366))
    return next((name for name, low, high in spans if low <= days <= high), "")


def amount(value: float, code: str | None) -> Text:
    """Print a computed value with its unit, to four significant digits."""
    rounded = Decimal(f"{value:.4g}")
    return readable(rounded, code) if code else Text(plain(rounded), plain(rounded))


def difference(before: Mark, after: Mark, code: str) -> Text:
    """Return how far two marks lie apart: percentage points for shares, per cent of the first otherwise."""
    change = after.y - before.y
    sign = "+" if change > 0 else "−" if change < 0 else ""
    known = unit(code)
    if known is not None and known.dimension == "share":
        size = amount(abs(change) * known.factor, "pp")
    elif before.y > 0:
        size = amount(abs(round(change / before.y * 100, 1)), "%")
    else:
        size = amount(abs(change), code)
    return Text(sign + size.zh, sign + size.en)
