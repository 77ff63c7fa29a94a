"""What a chart shows, before anybody draws it: immutable, and in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from desktop.core.text import NOTHING, Text, same
from desktop.core.verdict import VERDICTS

Fill = Literal["solid", "pale", "hatch"]
Scale = Literal["number", "log", "time"]
INDEX = "index"  # the unit of a panel whose series all begin at 100
FLAG = "flag"  # the shape of a series whose marks say something of a moment, not how much


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing drawn. ``x`` is a category number or a decimal year; ``y`` places it on the value axis.

    ``low`` and ``high`` are its ends there, None where it is open (at most 30 %, in force until today).
    ``name`` says what it is, ``label`` how much, ``period`` when, ``place`` where the source says so.
    ``also`` are the items that are the same thing elsewhere (the cell that a figure stands in);
    ``colour`` overrides that of its series.
    """

    x: float
    y: float
    low: float | None
    high: float | None
    item_id: str
    name: Text
    label: Text
    period: Text = NOTHING
    place: Text = NOTHING
    verdict: str = ""
    also: tuple[str, ...] = ()
    colour: str = ""

    @property
    def is_open(self) -> bool:
        """Whether one end is not known, so that it must not look like a point."""
        return self.low is None or self.high is None

    @property
    def is_range(self) -> bool:
        """Whether it has two different ends."""
        return not self.is_open and self.low != self.high

    @property
    def tooltip(self) -> Text:
        """Lines for a tooltip: name; value and period; place; what the record says."""
        said = not self.period.zh or self.period.zh in self.label.zh or self.period.zh in self.name.zh
        value = self.label if said else Text("{}　{}", "{}   {}").format(self.label, self.period)
        lines = [self.name, value, self.place]
        if self.verdict:
            verdict = VERDICTS[self.verdict]
            lines.append(Text(f"{verdict.mark} {verdict.name.zh}", f"{verdict.mark} {verdict.name.en}"))
        return same("\n").join(lines)


@dataclass(frozen=True, slots=True)
class Series:
    """Marks that belong together; ``colour`` is a theme token or "series:<n>", ``shape`` one of SHAPES."""

    name: Text
    colour: str
    marks: tuple[Mark, ...]
    shape: str = "o"
    fill: Fill = "solid"
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """One small chart with one unit; ``title`` is the axis title and names it (or the base of an index).

    ``categories`` label the other axis; without them it is time in decimal years. ``groups`` are the
    categories at which another group begins (the factors of the time line).
    """

    unit: str
    title: Text
    categories: tuple[Text, ...]
    series: tuple[Series, ...]
    scale: Scale = "number"
    groups: tuple[int, ...] = ()

    def marks(self) -> Iterator[Mark]:
        """All marks, series by series."""
        for one in self.series:
            yield from one.marks


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A chart. ``kind`` is a key of CHARTS; "none" has no panels and says in ``why_not`` why.

    ``indexed`` tells the index apart from the absolute chart of the same kind; ``caption`` names
    source and period, ``sentence`` says what the chart shows, with the numbers.
    """

    id: str
    kind: str
    title: Text
    caption: Text
    panels: tuple[Panel, ...]
    sentence: Text
    indexed: bool = False
    why_not: Text = NOTHING

    def marks(self) -> Iterator[Mark]:
        """All marks of all panels."""
        for panel in self.panels:
            yield from panel.marks()

    @property
    def legend(self) -> tuple[Series, ...]:
        """One series for each name, in order; empty when no panel has more than one."""
        found: dict[Text, Series] = {}
        for panel in self.panels:
            if len(panel.series) > 1:
                for series in panel.series:
                    found.setdefault(series.name, series)
        return tuple(found.values())


def no_chart(id_: str, title: Text, why: Text) -> ChartSpec:
    """Return the spec of what cannot be drawn, and says why."""
    return ChartSpec(id_, "none", title, NOTHING, (), NOTHING, why_not=why)


SHAPES = ("o", "s", "t", "d", "p", "star", "v", "h")
COLOURS = 8


def series_look(index: int) -> tuple[str, str, Fill]:
    """Return colour, marker and fill of the n-th series; past the colours the other two tell them apart."""
    turn, colour = divmod(index, COLOURS)
    fills: tuple[Fill, ...] = ("solid", "hatch", "pale")
    return f"series:{colour}", SHAPES[(colour + turn) % len(SHAPES)], fills[turn % len(fills)]
