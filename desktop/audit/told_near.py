"""The enumeration of a paragraph that a sentence may speak of."""

from __future__ import annotations

from bisect import bisect_right

from desktop.audit.lines import lines
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.core.value import once


def told_near(piece: Section, offset: int) -> list[Sheet]:
    """The last one that begins before ``offset`` in its line or in the one before; else the first of its line."""
    if not piece.told:
        return []
    starts = _line_starts(piece)
    at = bisect_right(starts, offset)
    begin, end = starts[max(0, at - 2)], [*starts, piece.start + len(piece.text)][at]
    near = [s for s in piece.told if begin <= s.table.anchor.start < end]
    return [s for s in near if s.table.anchor.start < offset][-1:] or near[:1]


@once
def _line_starts(piece: Section) -> list[int]:
    """Where the lines begin that have words."""
    return [piece.start + start for start, _ in lines(piece.text)]
