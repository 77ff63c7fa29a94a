"""How wide texts are, summed from single characters: measuring a page of cells must cost next to nothing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QFont, QFontMetricsF

NARROWEST = 2
"""No character that is seen is narrower than so many pixels; what is beyond needs not be measured."""
ELLIPSIS = "…"


class Ruler(dict[str, float]):
    """Widths of characters in one font, measured when first met."""

    def __init__(self, font: QFont) -> None:
        """Measure in ``font``."""
        super().__init__()
        self._metrics = QFontMetricsF(font)

    def __missing__(self, character: str) -> float:
        width = self[character] = self._metrics.horizontalAdvance(character)
        return width

    def width(self, text: str) -> float:
        """Return how wide a text is."""
        return sum(map(self.__getitem__, text))

    def fit(self, text: str, room: float) -> tuple[str, float]:
        """Return what of a text fits on one line, with an ellipsis where it is cut, and how wide that is."""
        text = text[: max(0, int(room / NARROWEST)) + 1]
        if not text.isprintable():
            text = "".join(c if c.isprintable() else " " for c in text)
        total, fitting, place = 0.0, 0, 0.0
        limit = room - self[ELLIPSIS]
        for number, width in enumerate(map(self.__getitem__, text), 1):
            total += width
            if total <= limit:
                fitting, place = number, total
            elif total > room:
                return text[:fitting] + ELLIPSIS, place + self[ELLIPSIS]
        return text, total

    def widest(self, texts: Iterable[str], most: float) -> float:
        """Return the width of the widest of the texts, at most ``most``."""
        longest = int(most / NARROWEST)
        return min(most, max((self.width(text[:longest]) for text in texts), default=0.0))


def shared_out(natural: list[int], room: int, floor: int) -> list[int]:
    """Return widths that fill the room: wider in proportion, or the widest narrowed, none below ``floor``.

    Where that is too much for the room, the table scrolls anyway: long texts then get twice the floor.
    """
    spare = room - sum(natural)
    if not natural:
        return []
    if spare >= 0:
        widths = [n + spare * n // sum(natural) for n in natural]
    else:
        cap = _cap(natural, room, floor)
        widths = [min(n, cap) for n in natural]
        if sum(widths) > room:
            return [min(n, 2 * floor) for n in natural]
    left = room - sum(widths)
    if left > 0:
        widths[-1] += left
    return widths


def _cap(natural: list[int], room: int, floor: int) -> int:
    """Return the width to which wide columns are cut so that all fit, narrow ones keeping theirs."""
    left, columns = room, sorted(natural)
    for number, width in enumerate(columns):
        share = left // (len(columns) - number)
        if width > share:
            return max(share, floor)
        left -= width
    return columns[-1]
