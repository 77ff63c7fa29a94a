"""Where a chart comes from: source, section, table, and what of it is not drawn."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.chart.reading import DOT
from desktop.core.chart.spec import ChartSpec
from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.table import Table
from desktop.core.text import LIST_COMMA, NOTHING, Text


def of_table(dossier: Dossier, table: Table, left_out: int) -> Text:
    """Return the caption of a chart of a table; ``left_out`` counts the numbers that it does not show."""
    factor = dossier.factor_of(table.id)
    numbers = [t.id for t in dossier.tables if t.factor == table.factor]
    number = numbers.index(table.id) + 1
    where = [*_section(factor), Text(f"表 {number}", f"table {number}")]
    return with_rest(_source(dossier, table.anchor.source, where), left_out)


def of_factor(dossier: Dossier, factor: Factor) -> Text:
    """Return the caption of a chart of what a factor's text says."""
    return _source(dossier, factor.anchor.source, _section(factor))


def with_rest(caption: Text, left_out: int) -> Text:
    """Add how many numbers a chart leaves out."""
    if not left_out:
        return caption
    return Text(f"{caption.zh}；另有 {left_out} 个数未画出", f"{caption.en}; {left_out} more not drawn")


def dated(spec: ChartSpec) -> ChartSpec:
    """Return the chart with the periods of its numbers in the caption: one, two, or from first to last."""
    marks = sorted((m for m in spec.marks() if m.period.zh), key=lambda m: m.x)
    periods = list(dict.fromkeys(m.period for m in marks))
    if not periods:
        return spec
    if len(periods) <= 2:
        when = LIST_COMMA.join(periods)
    elif any(not panel.categories for panel in spec.panels):
        when = Text("{}至 {}", "{} to {}").format(periods[0], periods[-1])
    else:
        when = Text("各数不同，见标签", "different ones, see the labels")
    caption = Text("{}；期间：{}", "{}; period: {}").format(spec.caption, when)
    return replace(spec, caption=caption)


def _section(factor: Factor | None) -> list[Text]:
    if factor is None:
        return []
    if factor.is_reason and factor.number is not None:
        return [Text(f"第 {factor.number} 节", f"section {factor.number}")]
    return [factor.short]


def _source(dossier: Dossier, source_id: str, where: list[Text]) -> Text:
    source = dossier.source(source_id)
    parts = [source.title, *where] if source is not None else where
    return Text("来源：{}", "Source: {}").format(DOT.join(parts)) if parts else NOTHING
