"""From a plot to a picture of a given size: margins, grid, ticks, then every shape in pixels."""

from __future__ import annotations

from desktop.core.chart.frame import LINE, TICK, Frame, View
from desktop.core.chart.ink import Face, Ink, Picture, Rect, Spot, Stroke, Words, elide
from desktop.core.chart.notes import margins_of, place_notes
from desktop.core.chart.plot import Bar, Dot, Flag, Line, Plot
from desktop.core.chart.scale import Tick
from desktop.core.chart.shapes import place_bar, place_dot, place_flag


def full_view(plot: Plot) -> View:
    """Return the view of everything."""
    return View(plot.x.low, plot.x.high, plot.y.low, plot.y.high)


def height_of(plot: Plot, face: Face) -> float:
    """Return the height that a plot wants, in pixels."""
    return (plot.rows or 11.0) * face.size * LINE + face.size * 4.2


def area_of(plot: Plot, width: float, height: float, face: Face) -> Rect:
    """Return the rectangle inside the axes: what title, tick labels and notes leave."""
    top = face.size * 2.3 if plot.title.zh else face.size * 0.8
    bottom = face.size * 2.1
    ticks = plot.y.ticks(plot.y.low, plot.y.high, 5)
    left = max((_tick_width(t.text(face.language), face) for t in ticks), default=0.0) + face.size * 0.9
    if plot.y.kind == "category":
        left = min(left, width * 0.36)
    start, end = margins_of(plot, face, width)
    left += start
    return Rect(left, top, max(10.0, width - left - max(end, face.size)), max(10.0, height - top - bottom))


def place(
    plot: Plot, width: float, height: float, face: Face,
    view: View | None = None, hidden: frozenset[int] = frozenset(),
) -> Picture:  # fmt: skip
    """Return the picture of a plot; ``view`` is a zoomed part, ``hidden`` are series that are switched off."""
    area = area_of(plot, width, height, face)
    frame = Frame(area, view or full_view(plot), plot.y.kind == "category")
    inks: list[Ink] = []
    if plot.title.zh:
        title = elide(plot.title(face.language), width - face.size, face.width)
        inks.append(Words(face.size * 0.2, face.size * 0.8, title, "muted"))
    inks += _axes(plot, frame, face)
    spots: list[Spot] = []
    for shape in plot.shapes:
        if shape.series in hidden:
            continue
        if isinstance(shape, Line):
            points = tuple((frame.x(x), frame.y(y)) for x, y in shape.points)
            inks.append(Stroke(points, shape.colour, face.size * 0.16, shape.dashed))
        elif isinstance(shape, Bar):
            place_bar(shape, frame, face, inks, spots)
        elif isinstance(shape, Dot):
            place_dot(shape, frame, face, inks, spots)
        elif isinstance(shape, Flag):
            place_flag(shape, frame, face, inks, spots)
    inks += place_notes(plot, frame, face, width, hidden)
    return Picture(tuple(inks), tuple(spots), area)


def _tick_width(text: str, face: Face) -> float:
    return face.width(text) * TICK


def _axes(plot: Plot, frame: Frame, face: Face) -> list[Ink]:
    """Rules, base line and tick labels of both axes."""
    area, view = frame.area, frame.view
    x_ticks = plot.x.ticks(view.x0, view.x1, max(2, int(area.width / (face.size * 6.5))))
    y_ticks = plot.y.ticks(view.y0, view.y1, max(2, int(area.height / (face.size * 3.4))))
    inks: list[Ink] = []
    for at in plot.groups:
        if at and view.y0 < at - 0.5 < view.y1:
            y = frame.y(at - 0.5)
            inks.append(Stroke(((0.0, y), (area.right, y)), "border", 1.0, clip=False))
    rule = _across if plot.grid == "y" else _down
    inks += [rule(frame, t.at, "grid") for t in (y_ticks if plot.grid == "y" else x_ticks)]
    if plot.base is not None:
        inks.append(rule(frame, plot.base, "faint"))
    return inks + _x_labels(plot, frame, face, x_ticks) + _y_labels(plot, frame, face, y_ticks)


def _x_labels(plot: Plot, frame: Frame, face: Face, ticks: tuple[Tick, ...]) -> list[Ink]:
    inks: list[Ink] = []
    last = float("-inf")
    for tick in ticks:
        text = tick.text(face.language)
        if plot.x.kind == "category":
            text = elide(text, frame.area.width / max(1, len(ticks) - 1) * 0.95 / TICK, face.width)
        half, x = _tick_width(text, face) / 2, frame.x(tick.at)
        if x - half > last:
            inks.append(Words(x, frame.area.bottom + face.size * 1.15, text, "muted", "middle", TICK))
            last = x + half + face.size * 0.6
    return inks


def _y_labels(plot: Plot, frame: Frame, face: Face, ticks: tuple[Tick, ...]) -> list[Ink]:
    """Values stand right-aligned at the axis; grouped categories left-aligned below the name of their group."""
    inks: list[Ink] = []
    right = frame.area.x - face.size * 0.7 - (0.0 if frame.down else margins_of(plot, face, frame.area.width)[0])
    last = float("-inf")
    for tick in ticks:
        y = frame.y(tick.at)
        if frame.down and y - last < face.size * 1.1:
            continue
        last = y
        header = int(tick.at) in plot.groups
        if plot.groups:
            indent = 0.0 if header else face.size
            text = elide(tick.text(face.language), (right - indent) / TICK, face.width)
            inks.append(Words(indent, y, text, "text" if header else "muted", "start", TICK, bold=header))
        else:
            text = elide(tick.text(face.language), right / TICK, face.width)
            inks.append(Words(right, y, text, "text" if frame.down else "muted", "end", TICK))
    return inks


def _across(frame: Frame, at: float, colour: str) -> Stroke:
    return Stroke(((frame.area.x, frame.y(at)), (frame.area.right, frame.y(at))), colour, 1.0)


def _down(frame: Frame, at: float, colour: str) -> Stroke:
    return Stroke(((frame.x(at), frame.area.y), (frame.x(at), frame.area.bottom)), colour, 1.0)
