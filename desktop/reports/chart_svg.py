"""A chart as a standalone SVG that carries title, units, legend, sentence, source and verdicts inside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from html import escape

from desktop.core.chart.arrange import columns_for, plots_of, row_heights
from desktop.core.chart.ink import (
    Box,
    Face,
    Ink,
    Picture,
    Rect,
    Stroke,
    Symbol,
    Words,
    corners,
    estimate,
    hatching,
)
from desktop.core.chart.place import place
from desktop.core.chart.spec import ChartSpec, Series
from desktop.core.text import COMMA, NOTHING, Language, Text
from desktop.core.verdict import VERDICTS

PALE = 0.28
WIDTH, MARGIN = 960.0, 24.0


def chart_svg(
    spec: ChartSpec,
    language: Language,
    colours: Mapping[str, str],
    font: str,
    *,
    size: float = 14.0,
    measure: Callable[[str], float] | None = None,
    hidden: frozenset[Text] = frozenset(),
) -> str:
    """Return the SVG of a chart.

    ``colours`` maps theme tokens, "series:<n>" and "edge:<n>" to "#rrggbb", ``font`` is a family, ``size`` (of
    text) is in pixels, ``measure`` tells how wide a text is at that size (estimated when not given), ``hidden`` are
    the names of series that are switched off.
    """
    face = Face(size, language, measure or estimate(size))
    inside = WIDTH - 2 * MARGIN
    out: list[str] = []
    y = MARGIN + size
    for line in _wrapped(spec.title(language), inside / 1.25, face):
        out.append(_words(Words(MARGIN, y, line, "text", scale=1.25, bold=True), size, colours))
        y += size * 1.8
    y = _legend([s for s in spec.legend if s.name not in hidden], spec, face, y, inside, out, colours)
    plots = plots_of(spec)
    columns = columns_for(plots, inside, face)
    each = (inside - (columns - 1) * size * 1.2) / columns
    for row, height in enumerate(row_heights(plots, columns, face)):
        for number in range(row * columns, min(len(plots), (row + 1) * columns)):
            off = frozenset(n for n, s in enumerate(spec.panels[number].series) if s.name in hidden)
            picture = place(plots[number], each, height, face, hidden=off)
            x = MARGIN + (number % columns) * (each + size * 1.2)
            out.append(_picture(picture, x, y, size, colours))
        y += height + size * 0.6
    y += size * 0.6
    for text, colour in (
        (spec.sentence, "text"),
        (_checked(spec), "text"),
        (spec.why_not, "text"),
        (spec.caption, "muted"),
    ):
        for line in _wrapped(text(language), inside, face):
            out.append(_words(Words(MARGIN, y, line, colour), size, colours))
            y += size * 1.6
    height = y + MARGIN - size * 0.8
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH:g}" height="{height:g}" '
        f'viewBox="0 0 {WIDTH:g} {height:g}" font-family="{escape(font)}" role="img">'
        f"<title>{escape(spec.title(language))}</title><desc>{escape(spec.sentence(language))}</desc>"
        f'<rect width="{WIDTH:g}" height="{height:g}" fill="{colours["surface"]}"/>'
    )
    return "\n".join([head, *out, "</svg>\n"])


def _checked(spec: ChartSpec) -> Text:
    """How many marks the record speaks of, by verdict; empty when it says nothing."""
    shown = {m.item_id: m.verdict for m in spec.marks() if m.verdict}
    if not shown:
        return NOTHING
    counts = Counter(shown.values())
    order = sorted(counts, key=lambda code: -VERDICTS[code].severity)
    parts = [
        Text(
            f"{VERDICTS[c].mark} {VERDICTS[c].name.zh} {counts[c]}",
            f"{VERDICTS[c].mark} {VERDICTS[c].name.en} {counts[c]}",
        )
        for c in order
    ]
    return Text("核查：{}", "Checks: {}").format(COMMA.join(parts))


def _legend(
    series: list[Series],
    spec: ChartSpec,
    face: Face,
    y: float,
    room: float,
    out: list[str],
    colours: Mapping[str, str],
) -> float:
    x = MARGIN
    for one in series:
        name = one.name(face.language)
        wide = face.width(name) + face.size * 2.6
        if x > MARGIN and x + wide > MARGIN + room:
            x, y = MARGIN, y + face.size * 1.6
        if spec.kind in ("bars", "ranges", "strength"):
            swatch = Rect(x, y - face.size * 0.35, face.size, face.size * 0.7)
            out.append(_box(Box(swatch, one.colour, one.fill), face.size, colours))
        else:
            symbol = Symbol(
                x + face.size * 0.5, y, face.size * 0.75, one.shape, one.colour, one.fill == "solid"
            )
            out.append(_symbol(symbol, colours))
        out.append(_words(Words(x + face.size * 1.4, y, name, "muted"), face.size, colours))
        x += wide
    return y + face.size * 1.8 if series else y


def _picture(picture: Picture, x: float, y: float, size: float, colours: Mapping[str, str]) -> str:
    """One panel as a group; all of it is visible, so that nothing needs clipping."""
    drawn = "".join(_ink(ink, size, colours) for ink in picture.inks)
    return f'<g transform="translate({x:.1f} {y:.1f})">{drawn}</g>'


def _ink(ink: Ink, size: float, colours: Mapping[str, str]) -> str:
    if isinstance(ink, Words):
        return _words(ink, size, colours)
    if isinstance(ink, Stroke):
        return _stroke(ink, colours)
    return _box(ink, size, colours) if isinstance(ink, Box) else _symbol(ink, colours)


def _words(ink: Words, size: float, colours: Mapping[str, str]) -> str:
    pixels = size * ink.scale
    bold = ' font-weight="bold"' if ink.bold else ""
    return (
        f'<text x="{ink.x:.1f}" y="{ink.y + pixels * 0.36:.1f}" font-size="{pixels:.1f}" '
        f'text-anchor="{ink.anchor}"{bold} fill="{colours[ink.colour]}">{escape(ink.text)}</text>'
    )


def _stroke(ink: Stroke, colours: Mapping[str, str]) -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in ink.points)
    dash = f' stroke-dasharray="{ink.width * 3:.1f} {ink.width * 2:.1f}"' if ink.dashed else ""
    return (
        f'<polyline points="{points}" fill="none" stroke="{_edge(ink.colour, colours)}" '
        f'stroke-width="{ink.width:.1f}" '
        f'stroke-linejoin="round"{dash}/>'
    )


def _box(ink: Box, size: float, colours: Mapping[str, str]) -> str:
    r, colour, edge = ink.rect, colours[ink.colour], _edge(ink.colour, colours)
    opacity = "" if ink.fill == "solid" else f' fill-opacity="{PALE}"'
    opacity += f' stroke="{edge}"' if ink.fill == "solid" and edge != colour else ""
    body = (
        f'<rect x="{r.x:.1f}" y="{r.y:.1f}" width="{r.width:.1f}" height="{r.height:.1f}" '
        f'fill="{colour}"{opacity}/>'
    )
    if ink.fill != "hatch":
        return body
    lines = "".join(
        f"M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}" for (x0, y0), (x1, y1) in hatching(r, size * 0.45)
    )
    return body + f'<path d="{lines}" stroke="{colour}" stroke-width="1" fill="none"/>'


def _symbol(ink: Symbol, colours: Mapping[str, str]) -> str:
    colour = _edge(ink.colour, colours)
    paint = (
        f'fill="{colour}"'
        if ink.filled
        else f'fill="{colours["surface"]}" stroke="{colour}" stroke-width="{max(1.5, ink.size * 0.18):.1f}"'
    )
    if ink.shape == "o":
        return f'<circle cx="{ink.x:.1f}" cy="{ink.y:.1f}" r="{ink.size / 2:.1f}" {paint}/>'
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners(ink))
    return f'<polygon points="{points}" {paint}/>'


def _edge(token: str, colours: Mapping[str, str]) -> str:
    """The colour of lines, points and edges: a pale series stands out by it."""
    return colours[token.replace("series:", "edge:")]


def _wrapped(text: str, room: float, face: Face) -> list[str]:
    """Break a text into lines: at spaces, and between Chinese characters but not before punctuation."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and face.width(line + piece.rstrip()) > room:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> list[str]:
    """The smallest parts that a line may end after."""
    pieces: list[str] = []
    for c in text:
        joined = pieces and (
            c in "，。；：、）”’！？… "
            or not (ord(c) > 0x2E7F or ord(pieces[-1][-1]) > 0x2E7F or pieces[-1][-1] == " ")
            or pieces[-1][-1] in "（“‘"
        )
        if joined:
            pieces[-1] += c
        else:
            pieces.append(c)
    return pieces
