"""From a plot to a picture of a given size: margins, grid, ticks, then every shape in pixels."""

from __future__ import annotations

from desktop.core.chart.frame import LINE, TICK, Frame, View
from desktop.core.chart.ink import Face, Ink, Picture, Rect, Spot, Stroke, Words, elide
from desktop.core.chart.notes import margins_of, place_notes
from desktop.core.chart.plot import Bar, Dot, Flag, Line, Plot
from desktop.core.chart.scale import Tick
from desktop.core.chart.shapes import place_bar, place_dot, place_flag

WIDEST = 46.0  # from one category to the next, in sizes of the face


def full_view(plot: Plot) -> View:
    """Return the view of everything."""
    return View(plot.x.low, plot.x.high, plot.y.low, plot.y.high)


def height_of(plot: Plot, face: Face) -> float:
    """Return the height that a plot wants, in pixels."""
    return (plot.rows or 9.5) * face.size * LINE + face.size * 4.6


def width_of(plot: Plot, face: Face) -> float:
    """Return the width that a plot needs to show its labels whole, within reason."""
    start, end = _labels(plot, face)
    least = face.size * (16 if plot.x.kind == "time" else 5.5)
    return min(face.size * 46, _tick_room(plot, face) + start + end + least)


def area_of(plot: Plot, width: float, height: float, face: Face) -> Rect:
    """Return the rectangle inside the axes: what titles and labels leave; bars grow only so thick."""
    top = face.size * 2.5 if plot.title.zh else face.size * 0.8
    left = min(_tick_room(plot, face), width * (0.36 if plot.y.kind == "category" else 0.2))
    start, end = _margins(plot, face, width)
    left += start
    room = height - top - face.size * 2.3
    if plot.rows:
        room = min(room, plot.rows * face.size * LINE * 1.3)
    across = width - left - max(end, face.size * 1.2)
    if plot.x.kind == "category":  # few points in a wide panel would make every slope flat
        across = min(across, face.size * WIDEST * max(1, len(plot.x.labels) - 1))
    return Rect(left, top, max(10.0, across), max(10.0, room))


def _margins(plot: Plot, face: Face, width: float) -> tuple[float, float]:
    start, end = _labels(plot, face)
    return min(start, width * 0.28), min(end, width * 0.42)


def _labels(plot: Plot, face: Face) -> tuple[float, float]:
    """The room that the labels of a plot and its peers need beside the axes."""
    found = [margins_of(one, face) for one in plot.peers or (plot,)]
    return max(start for start, _ in found), max(end for _, end in found)


def _tick_room(plot: Plot, face: Face) -> float:
    ticks = [t for one in plot.peers or (plot,) for t in one.y.ticks(one.y.low, one.y.high, 5)]
    return max((_tick_width(t.text(face.language), face) for t in ticks), default=0.0) + face.size


def place(
    plot: Plot,
    width: float,
    height: float,
    face: Face,
    view: View | None = None,
    hidden: frozenset[int] = frozenset(),
) -> Picture:
    """Return the picture of a plot; ``view`` is a zoomed part, ``hidden`` series are switched off."""
    area = area_of(plot, width, height, face)
    frame = Frame(area, view or full_view(plot), plot.y.kind == "category")
    inks: list[Ink] = []
    if plot.title.zh:
        title = elide(plot.title(face.language), width - face.size, face.width)
        inks.append(Words(face.size * 0.2, face.size * 0.8, title, "muted"))
    inks += _axes(plot, frame, face, area.x - _margins(plot, face, width)[0])
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


def _axes(plot: Plot, frame: Frame, face: Face, left: float) -> list[Ink]:
    """Rules, base line and tick labels of both axes; ``left`` is where those of the y axis end."""
    area, view = frame.area, frame.view
    x_ticks = plot.x.ticks(view.x0, view.x1, max(2, int(area.width / (face.size * 4.5))))
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
    return inks + _x_labels(plot, frame, face, x_ticks) + _y_labels(plot, frame, face, y_ticks, left)


def _x_labels(plot: Plot, frame: Frame, face: Face, ticks: tuple[Tick, ...]) -> list[Ink]:
    inks: list[Ink] = []
    last = float("-inf")
    for tick in ticks:
        text = tick.text(face.language)
        if plot.x.kind == "category":
            text = elide(text, frame.area.width / max(1, len(ticks) - 1) * 0.95 / TICK, face.width)
        half, x = _tick_width(text, face) / 2, frame.x(tick.at)
        if x - half > last:
            inks.append(Words(x, frame.area.bottom + face.size * 1.35, text, "muted", "middle", TICK))
            last = x + half + face.size * 0.6
    return inks


def _y_labels(plot: Plot, frame: Frame, face: Face, ticks: tuple[Tick, ...], left: float) -> list[Ink]:
    """Values stand right-aligned at the axis, grouped categories left-aligned below their group."""
    inks: list[Ink] = []
    right = left - face.size * 0.7
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
