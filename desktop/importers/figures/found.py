"""One quantity while it is being understood."""

from __future__ import annotations

from desktop.importers.figures.numerals import Number


class Found:
    """One quantity while it is being understood; offsets are those of the folded text."""

    low: Number | None = None
    high: Number | None = None
    cmp = "="
    hedge = ""
    sign = ""
    core = ""
    period: str | None = None
    direction: str | None = None
    role = "level"
    vague = False
    negated = False
    partial = False  # a date that lacks its year
    shift = 0  # years between it and the year named last
    change_from: Found | None = None
    entity: str | None = None
    indicator: str | None = None
    clause = (0, 0)  # the bounds of its clause, where the text is prose
    row = -1
    col = -1
    id = ""

    def __init__(self, start: int, end: int, cs: int, ce: int, unit: str | None) -> None:
        """Begin with the span, the span of the bare number, and the unit; the rest is filled in later."""
        self.start, self.end, self.cs, self.ce, self.unit = start, end, cs, ce, unit
