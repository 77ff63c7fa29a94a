"""Bars, points and flags in pixels, and where the mouse finds them."""

from __future__ import annotations

from desktop.core.chart.frame import LINE, Frame
from desktop.core.chart.ink import Box, Face, Ink, Rect, Spot, Stroke, Symbol
from desktop.core.chart.plot import Bar, Dot, Flag


def place_bar(bar: Bar, frame: Frame, face: Face, inks: list[Ink], spots: list[Spot]) -> None:
    """Draw a bar; an open end is a pale bar with an arrow, the known end a firm edge."""
    x0, x1 = sorted((frame.x(bar.x0), frame.x(bar.x1)))
    left, right = max(x0, frame.area.x), min(x1, frame.area.right)
    thick = max(2.0, frame.height(bar.height))
    top = frame.y(bar.y) - thick / 2
    if right < left or top + thick < frame.area.y or top > frame.area.bottom:
        return
    rect = Rect(left, top, max(right - left, 2.0), thick)
    inks.append(Box(rect, bar.colour, "pale" if bar.open_low or bar.open_high else bar.fill))
    if bar.open_low or bar.open_high:
        middle, head = top + thick / 2, min(face.size * 0.42, thick * 0.6)
        least = face.size * 0.6  # a limit close to the end of the axis still shows which way it is open
        tip, edge, back = (
            (min(left, right - least), right, head)
            if bar.open_low
            else (max(right, left + least), left, -head)
        )
        inks.append(Stroke(((edge, top), (edge, top + thick)), bar.colour, face.size * 0.2))
        inks.append(Stroke(((edge, middle), (tip, middle)), bar.colour, face.size * 0.1, clip=False))
        arrow = ((tip + back, middle - head), (tip, middle), (tip + back, middle + head))
        inks.append(Stroke(arrow, bar.colour, face.size * 0.14, clip=False))
    spots.append(Spot(bar.mark, rect, round=False))


def place_dot(dot: Dot, frame: Frame, face: Face, inks: list[Ink], spots: list[Spot]) -> None:
    """Draw a marker; one with an open side is hollow and an arrow leads to that side."""
    x, y = frame.x(dot.x), frame.y(dot.y)
    if not frame.shows(x, y):
        return
    size = face.size * 0.72
    if dot.opens:
        far = face.size * 1.7 * (1 if dot.opens == "high" else -1)
        head = face.size * 0.3 * (1 if dot.opens == "high" else -1)
        tip = (x, y - far) if dot.upright else (x + far, y)
        inks.append(Stroke(((x, y), tip), dot.colour, face.size * 0.12, clip=False))
        wings = (
            ((tip[0] - head, tip[1] + head), tip, (tip[0] + head, tip[1] + head))
            if dot.upright
            else ((tip[0] - head, tip[1] - head), tip, (tip[0] - head, tip[1] + head))
        )
        inks.append(Stroke(wings, dot.colour, face.size * 0.12, clip=False))
    inks.append(Symbol(x, y, size, dot.shape, dot.colour, dot.filled and not dot.opens))
    spots.append(Spot(dot.mark, Rect(x - size / 2, y - size / 2, size, size), round=True))


def place_flag(flag: Flag, frame: Frame, face: Face, inks: list[Ink], spots: list[Spot]) -> None:
    """Draw a dashed line over the whole height, with a marker at its top."""
    x, area = frame.x(flag.x), frame.area
    if not area.x <= x <= area.right:
        return
    inks.append(Stroke(((x, area.y), (x, area.bottom)), flag.colour, face.size * 0.1, dashed=True))
    size = face.size * 0.8
    y = area.y + face.size * (0.6 + LINE * flag.level)
    inks.append(Symbol(x, y, size, "d", flag.colour, filled=True))
    spots.append(Spot(flag.mark, Rect(x - size / 2, y - size / 2, size, size), round=True))
