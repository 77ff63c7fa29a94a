"""A chart as a table, for readers who do not see it, and for the clipboard."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.chart.spec import ChartSpec
from desktop.core.text import NOTHING, Text
from desktop.core.verdict import VERDICTS

HEADER = (
    Text("图", "Chart"),
    Text("项目", "Item"),
    Text("类别", "Series"),
    Text("数值", "Value"),
    Text("期间", "Period"),
    Text("核查", "Check"),
    Text("出处", "Source"),
)


@dataclass(frozen=True, slots=True)
class Twin:
    """``rows[r]`` has a text for each of ``header``; ``items[r]`` is the item that row r shows."""

    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    items: tuple[str, ...]


def twin(spec: ChartSpec) -> Twin:
    """Return every mark of a chart as a row, without columns that are empty or say nothing new."""
    rows: list[tuple[Text, ...]] = []
    items: list[str] = []
    for panel in spec.panels:
        for series in panel.series:
            for mark in series.marks:
                verdict = VERDICTS[mark.verdict].name if mark.verdict else NOTHING
                rows.append(
                    (panel.title, mark.name, series.name, mark.label, mark.period, verdict, mark.place)
                )
                items.append(mark.item_id)
    kept = [c for c in range(len(HEADER)) if c in (1, 3) or _says_something(c, rows)]
    return Twin(
        tuple(HEADER[c] for c in kept), tuple(tuple(row[c] for c in kept) for row in rows), tuple(items)
    )


def _says_something(column: int, rows: list[tuple[Text, ...]]) -> bool:
    """Whether a column is not empty, and not only what the name of the item says already."""
    if column not in (0, 2):
        return any(row[column].zh for row in rows)
    new = any(row[column].zh.split("（")[0] not in row[1].zh for row in rows)
    return new and len({row[column] for row in rows}) > 1
