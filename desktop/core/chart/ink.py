"""What a picture of a chart consists of: strokes and words in pixels, with colours as theme tokens."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from desktop.core.chart.spec import Fill, Mark
from desktop.core.text import Language


class Rect(NamedTuple):
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    def has(self, x: float, y: float, slack: float = 0.0) -> bool:
        """Whether a point lies inside, or not further out than ``slack``."""
        return self.x - slack <= x <= self.right + slack and self.y - slack <= y <= self.bottom + slack


@dataclass(frozen=True, slots=True)
class Face:
    """How text is set: size in pixels, language, and how wide a text is at that size."""

    size: float
    language: Language
    width: Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points, ``clip`` when it belongs inside the axes."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width: float
    dashed: bool = False
    clip: bool = True


@dataclass(frozen=True, slots=True)
class Box:
    """A filled bar."""

    rect: Rect
    colour: str
    fill: Fill
    clip: bool = True


@dataclass(frozen=True, slots=True)
class Symbol:
    """A marker of the theme around a point; hollow ones show the surface inside."""

    x: float
    y: float
    size: float
    shape: str
    colour: str
    filled: bool


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text; ``y`` is its vertical middle, ``scale`` a factor on the size of the face."""

    x: float
    y: float
    text: str
    colour: str
    anchor: Literal["start", "middle", "end"] = "start"
    scale: float = 1.0
    bold: bool = False


# number of corners and direction of the first, in degrees
_POLYGONS = {"t": (3, -90.0), "v": (3, 90.0), "d": (4, 0.0), "flag": (4, 0.0), "p": (5, -90.0), "h": (6, 0.0)}


def corners(symbol: Symbol) -> tuple[tuple[float, float], ...]:
    """Return the corners of a marker with straight sides (all but "o")."""
    half = symbol.size / 2
    if symbol.shape in ("s", "bar"):
        wide, high = half * (1.25 if symbol.shape == "bar" else 0.9), half * 0.9
        return tuple(
            (symbol.x + x * wide, symbol.y + y * high) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))
        )
    half *= 1.15
    if symbol.shape == "star":
        turns = [(-90.0 + 36 * n, half if n % 2 == 0 else half * 0.45) for n in range(10)]
    else:
        count, first = _POLYGONS[symbol.shape]
        turns = [(first + 360 / count * n, half) for n in range(count)]
    return tuple(
        (symbol.x + r * math.cos(math.radians(a)), symbol.y + r * math.sin(math.radians(a))) for a, r in turns
    )


Ink = Stroke | Box | Symbol | Words


class Spot(NamedTuple):
    """Where a mark can be pointed at and ringed."""

    mark: Mark
    rect: Rect
    round: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """Inks in the order of drawing; ``area`` is the rectangle inside the axes."""

    inks: tuple[Ink, ...]
    spots: tuple[Spot, ...]
    area: Rect

    def spot_at(self, x: float, y: float, slack: float) -> Spot | None:
        """Return the spot at a point, the nearest one when several reach there."""
        near = [s for s in self.spots if s.rect.has(x, y, 0.0 if not s.round else slack)]
        return min(near, key=lambda s: _distance(s.rect, x, y), default=None)

    def spot_of(self, item_id: str) -> Spot | None:
        """Return the spot of an item, itself or under another name."""
        if not item_id:
            return None
        return next((s for s in self.spots if s.mark.item_id == item_id or item_id in s.mark.also), None)


def _distance(rect: Rect, x: float, y: float) -> float:
    return (rect.x + rect.width / 2 - x) ** 2 + (rect.y + rect.height / 2 - y) ** 2


def estimate(size: float) -> Callable[[str], float]:
    """Return a measure of text without a font: full width beyond Latin, about half of it within."""

    def width(text: str) -> float:
        return size * sum(1.0 if ord(c) > 0x2E7F else 0.3 if c in " .,:;|!'il" else 0.58 for c in text)

    return width


def elide(text: str, room: float, width: Callable[[str], float]) -> str:
    """Return the text shortened with an ellipsis to fit into ``room`` pixels; empty when nothing fits."""
    if width(text) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(text[:middle].rstrip() + "…") <= room else (low, middle - 1)
    return text[:low].rstrip() + "…" if low else ""


def spread(wanted: list[float], gap: float, low: float, high: float) -> list[float]:
    """Move label positions apart so that neighbours keep ``gap`` and all stay within ``low``..``high``.

    The order is kept and everything moves as little as it must; when there is no room, gaps shrink evenly.
    """
    if len(wanted) * gap > high - low + gap:
        gap = (high - low) / max(1, len(wanted) - 1)
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    clusters: list[tuple[float, int]] = []  # sum of (wanted - offset) and count: the mean is where one starts
    for i in order:
        total, count = wanted[i], 1
        while clusters:
            before, size = clusters[-1]
            if before / size + size * gap <= total / count:
                break
            clusters.pop()
            total, count = before + total - size * gap * count, size + count
        clusters.append((total, count))
    placed: list[float] = []
    for total, count in clusters:
        start = total / count
        placed += [start + gap * k for k in range(count)]
    for k, place in enumerate(placed):  # push in from the lower bound, then back from the upper one
        placed[k] = max(place, low + gap * k)
    for k in range(len(placed) - 1, -1, -1):
        placed[k] = min(placed[k], high - gap * (len(placed) - 1 - k))
    result = [0.0] * len(wanted)
    for place, i in zip(placed, order, strict=True):
        result[i] = place
    return result


def hatching(rect: Rect, gap: float) -> tuple[tuple[tuple[float, float], tuple[float, float]], ...]:
    """Return the diagonal lines that hatch a rectangle, each cut at its edges."""
    lines = []
    reach = rect.width + rect.height
    for n in range(1, int(reach / gap) + 1):
        d = n * gap  # the line where (x - left) + (y - top) = d
        x0, x1 = max(0.0, d - rect.height), min(d, rect.width)
        if x1 > x0:
            lines.append(((rect.x + x0, rect.y + d - x0), (rect.x + x1, rect.y + d - x1)))
    return tuple(lines)
