"""A chart as a picture file: SVG from the report, PNG as that SVG at twice its size."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop.core.chart.spec import ChartSpec
from desktop.core.text import Language, Text
from desktop.reports.chart_svg import chart_svg
from desktop.services.theme import FONT, Theme

SIZE = 14.0
SHARP = 2


def picture(spec: ChartSpec, language: Language, theme: Theme, hidden: frozenset[Text] = frozenset()) -> str:
    """Return the SVG of a chart in the colours of a theme."""
    font = QFont(FONT)
    font.setPixelSize(round(SIZE))
    measure = QFontMetricsF(font).horizontalAdvance
    return chart_svg(spec, language, colours_of(theme), FONT, size=SIZE, measure=measure, hidden=hidden)


def colours_of(theme: Theme) -> dict[str, str]:
    """Return the tokens of a theme and the colours of its series and of their edges as one mapping."""
    series = {f"series:{n}": colour for n, colour in enumerate(theme.palette)}
    edges = {f"edge:{n}": theme.edge(n) for n in range(len(theme.palette))}
    return {**theme.tokens, **series, **edges}


def png(svg: str) -> QImage:
    """Return an SVG as an image of twice its size."""
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    image = QImage(renderer.defaultSize() * SHARP, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def save(path: Path, svg: str) -> Text | None:
    """Write the picture as the suffix of the path says; returns a sentence when that fails."""
    try:
        if path.suffix.lower() == ".svg":
            path.write_text(svg, encoding="utf-8", newline="\n")
        elif not png(svg).save(str(path), "PNG"):  # type: ignore[call-overload]
            raise OSError("not writable")
    except OSError as problem:
        reason = problem.strerror or str(problem)
        return Text(f"无法写入 {path}（{reason}）。", f"{path} cannot be written ({reason}).")
    return None
