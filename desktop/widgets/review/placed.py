"""Where the stretches of a text stand in a document that leaves some of it out and adds chips."""

from __future__ import annotations

from bisect import bisect_right

from desktop.core.span import Utf16Map


class PlacedMap(Utf16Map):
    """Stands in for the map of a whole text: code points of the text, UTF-16 units of the document."""

    def __init__(self, text: str) -> None:
        """Nothing is placed yet."""
        super().__init__(text)
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._places: list[int] = []

    def place(self, start: int, end: int, position: int) -> int:
        """Note that ``start``..``end`` of the text stands at ``position``; returns where it ends there.

        Stretches are placed in the order of the text.
        """
        self._starts.append(start)
        self._ends.append(end)
        self._places.append(position)
        return position + super().to_utf16(end) - super().to_utf16(start)

    def to_utf16(self, index: int) -> int:
        """Return the place of a code point; one that is left out stands where the stretch before it ends."""
        n = bisect_right(self._starts, index) - 1
        if n < 0:
            return self._places[0] if self._places else 0
        inside = min(index, self._ends[n])
        return self._places[n] + super().to_utf16(inside) - super().to_utf16(self._starts[n])

    def to_code_point(self, offset: int) -> int:
        """Return the code point at a place; what was added leads to the end of the stretch before it."""
        n = bisect_right(self._places, offset) - 1
        if n < 0:
            return self._starts[0] if self._starts else 0
        at = super().to_code_point(super().to_utf16(self._starts[n]) + offset - self._places[n])
        return min(at, self._ends[n])
