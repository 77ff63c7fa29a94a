"""A panel laid out in the coordinates of its axes: bars lie, points stand, labels hang on marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop.core.chart.scale import Axis, value_axis
from desktop.core.chart.spec import Fill, Mark
from desktop.core.text import Text

Side = Literal["right", "inside", "end", "start", "flag"]


@dataclass(frozen=True, slots=True)
class Bar:
    """A horizontal bar around ``y``, ``height`` in categories; an open end gets an arrow."""

    x0: float
    x1: float
    y: float
    height: float
    colour: str
    fill: Fill
    series: int
    mark: Mark
    open_low: bool = False
    open_high: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    colour: str
    dashed: bool
    series: int


@dataclass(frozen=True, slots=True)
class Dot:
    """A marker; ``opens`` points where the value may lie further, which also leaves it hollow."""

    x: float
    y: float
    colour: str
    shape: str
    filled: bool
    series: int
    mark: Mark
    opens: Literal["", "low", "high"] = ""
    upright: bool = True


@dataclass(frozen=True, slots=True)
class Flag:
    """A moment on the x axis that something is said of; ``level`` keeps several apart."""

    x: float
    colour: str
    level: int
    series: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Note:
    """A label at a place. "end" and "start" are spread in a column beside the last and first points,
    "right" stands behind a bar, "inside" in a bar that is ``length`` long and "flag" behind a flag's marker.

    ``height`` is that of the bar in categories: labels that would be higher are left out.
    """

    x: float
    y: float
    text: Text
    colour: str
    series: int
    side: Side
    verdict: str = ""
    height: float = 0.0
    length: float = 0.0
    level: int = 0


Shape = Bar | Line | Dot | Flag | Note


@dataclass(frozen=True, slots=True)
class Plot:
    """Axes and shapes of one panel, ruled at the ticks of the axis ``grid`` and, stronger, at ``base``.

    ``rows`` is the number of text lines that it is high; 0 for plots that take the height they are given.
    ``peers`` are the plots it stands with: their axes begin and end at the same places.
    """

    title: Text
    x: Axis
    y: Axis
    shapes: tuple[Shape, ...]
    grid: Literal["x", "y"]
    base: float | None = None
    groups: tuple[int, ...] = ()
    rows: float = 0.0
    peers: tuple[Plot, ...] = ()


def value_ends(mark: Mark, axis: Axis) -> tuple[float, float]:
    """Return where a mark begins and ends on the value axis; an open end reaches to the end of the axis."""
    low = axis.low if mark.low is None else axis.place(mark.low)
    high = axis.high if mark.high is None else axis.place(mark.high)
    return low, high


def opening(mark: Mark) -> Literal["", "low", "high"]:
    """Return which end of a mark is open."""
    return "low" if mark.low is None else "high" if mark.high is None else ""


def points_axis(marks: list[Mark]) -> Axis:
    """Return the value axis of points; below an open end it reaches down to zero, where the value may lie."""
    placed = [v for m in marks for v in (m.low, m.high) if v is not None]
    below = [0.0] if any(m.low is None for m in marks) and min(placed) >= 0 else []
    return value_axis([*placed, *below], "number", zero=False)
