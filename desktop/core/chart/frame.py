"""The mapping from the coordinates of a plot to pixels."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.chart.ink import Rect

LINE = 1.55  # height of a line of text, in sizes of the face
TICK = 0.92  # size of tick labels and notes, in sizes of the face


@dataclass(frozen=True, slots=True)
class View:
    """What is visible: the ends of both axes in plot coordinates."""

    x0: float
    x1: float
    y0: float
    y1: float


@dataclass(frozen=True, slots=True)
class Frame:
    """Maps plot coordinates into ``area``; categories run downwards (``down``), values upwards."""

    area: Rect
    view: View
    down: bool

    def x(self, value: float) -> float:
        """Return the pixel of a place on the x axis."""
        return self.area.x + (value - self.view.x0) / (self.view.x1 - self.view.x0) * self.area.width

    def y(self, value: float) -> float:
        """Return the pixel of a place on the y axis."""
        part = (value - self.view.y0) / (self.view.y1 - self.view.y0)
        return self.area.y + (part if self.down else 1 - part) * self.area.height

    def height(self, categories: float) -> float:
        """Return how many pixels a number of categories is high."""
        return categories / (self.view.y1 - self.view.y0) * self.area.height

    def shows(self, x: float, y: float) -> bool:
        """Whether a pixel lies inside the axes."""
        return self.area.has(x, y, 0.5)
