"""Where a text stands in the table as it is arranged now."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop.core.progress import Progress
from desktop.models.frame_column import Array, FrameColumn
from desktop.models.frame_filter import shows_text


def find_cells(columns: Sequence[FrameColumn], rows: Array, needle: str, progress: Progress) -> Array:
    """Return ``row * len(columns) + position`` of every cell that shows the text, in reading order.

    ``columns`` and ``rows`` are given as they are shown; the row counts from the top of the table.
    """
    if not needle:
        return np.empty(0, dtype=np.int64)
    hits = np.empty((len(rows), len(columns)), dtype=bool)
    for position, column in enumerate(columns):
        hits[:, position] = shows_text(column, needle, rows, progress)
    return np.flatnonzero(hits)
