"""The colours of the window as tokens; light and dark are two files with the same tokens."""

from __future__ import annotations

import json
from functools import cache

from desktop.core.value import value
from desktop.store.paths import resource

FONT = "Guiyin Sans SC"
QUOTES_FONT = "Guiyin Sans Quotes"
BASE_PIXELS = 13
OUTSTANDING = 3.0  # the contrast of a mark with its ground
SHAPES = ("o", "s", "t", "d", "+", "x", "p", "star")
# Where no theme file can be read: the safe palette alone, and black or white for everything else.
PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#857A00", "#4D4D4D")
PALE = ("window", "surface", "sunken", "selection", "highlight", "tooltip_text", "tooltip_value")


class _Plain(dict[str, str]):
    """Tokens of a theme that could not be read: still legible."""

    def __missing__(self, token: str) -> str:
        return "#FFFFFF" if token in PALE or token.endswith("_bg") else "#000000"


@value
class Theme:
    """Token -> "#rrggbb"; ``palette`` holds the colours of factors and series, ``percent`` the zoom."""

    name: str
    tokens: dict[str, str]
    palette: tuple[str, ...]
    percent: int = 100

    def __getitem__(self, token: str) -> str:
        return self.tokens[token]

    def series(self, index: int) -> str:
        """Return the colour of the n-th factor or series; past the last they repeat."""
        return self.palette[index % len(self.palette)]

    def edge(self, index: int) -> str:
        """Return the colour of the edge of a mark: its own, or a darker shade that stands out on the surface."""
        return _outstanding(self.series(index), self["surface"])

    def shape(self, index: int) -> str:
        """Return the marker of the n-th series: another one on every round through the colours."""
        return SHAPES[(index + index // len(self.palette)) % len(SHAPES)]

    def tone(self, tone: str) -> tuple[str, str]:
        """Return text and background colour of a verdict tone (red, amber, green, grey)."""
        return self.tokens[tone], self.tokens[f"{tone}_bg"]

    def px(self, pixels: float) -> int:
        """Scale a length in pixels by the zoom."""
        return round(pixels * self.percent / 100)


@cache
def _outstanding(colour: str, ground: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    for part in range(100, 0, -4):
        made = "#" + "".join(f"{channel * part // 100:02X}" for channel in (red, green, blue))
        if contrast(made, ground) >= OUTSTANDING:
            return made
    return colour


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG counts it, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def load_theme(name: str, percent: int = 100) -> Theme:
    """Read ``resources/themes/<name>.json`` ("light" or "dark"); a plain theme when it cannot be read."""
    try:
        content = json.loads(resource("themes", f"{name}.json").read_text(encoding="utf-8"))
        tokens = {str(token): str(colour) for token, colour in content["tokens"].items()}
        return Theme(name, _Plain(tokens), tuple(map(str, content["palette"])) or PALETTE, percent)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Theme(name, _Plain(), PALETTE, percent)
