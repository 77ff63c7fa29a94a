"""A chart over time as an index: every series begins at 100, so that units may share an axis."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.chart.sentence import sentence
from desktop.core.chart.spec import INDEX, ChartSpec, Mark, Panel, Series
from desktop.core.text import COMMA, LIST_COMMA, Text

BASE = 100.0


def index_of(spec: ChartSpec, base: Text) -> ChartSpec | None:
    """Return the index variant of a chart whose x runs through time; ``base`` names the first period.

    None when there is only one unit. Series without a positive first value are left out and named.
    """
    if len(spec.panels) < 2:
        return None
    first = min(m.x for m in spec.marks())
    kept: list[Series] = []
    left_out: list[Text] = []
    for panel in spec.panels:
        for series in panel.series:
            start = series.marks[0]
            closed = tuple(m for m in series.marks if not m.is_open)
            if (
                start.x == first
                and start.y > 0
                and not start.is_open
                and len(closed) > 1
                and series.fill == "solid"
            ):
                kept.append(replace(series, marks=tuple(_scaled(m, start.y) for m in closed)))
            else:
                left_out.append(series.name)
    if len(kept) < 2:
        return None
    caption = spec.caption
    if left_out:
        names = LIST_COMMA.join(left_out)
        caption = Text("{}；无首期数值、未列入：{}", "{}; left out for want of a first value: {}").format(
            caption, names
        )
    panel = Panel(
        INDEX,
        Text("指数（{} = 100）", "Index ({} = 100)").format(base),
        spec.panels[0].categories,
        tuple(kept),
    )
    ends = [Text("{} {}", "{} {}").format(s.name, s.marks[-1].label) for s in kept]
    text = Text("以{}为 100，到{}：{}", "with {} as 100, in {}: {}").format(
        base,
        panel.categories[-1] if panel.categories else kept[0].marks[-1].period,
        COMMA.join(ends),
    )
    return replace(spec, panels=(panel,), caption=caption, sentence=sentence([text]), indexed=True)


def _scaled(mark: Mark, base: float) -> Mark:
    value = mark.y / base * BASE
    label = Text(f"{value:,.1f}（{mark.label.zh}）", f"{value:,.1f} ({mark.label.en})")
    return replace(mark, y=value, low=value, high=value, label=label)
