"""How a table is arranged, carried over to the same rows in other words: as printed, as values, in English."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from desktop.core.progress import NoProgress
from desktop.models.frame_arrange import Arrangement
from desktop.models.frame_column import FrameColumn, row_type
from desktop.models.frame_filter import Chosen, distinct, has_value


def carried(
    arrangement: Arrangement, old: Sequence[FrameColumn], new: Sequence[FrameColumn], rows: int
) -> Arrangement:
    """Return the arrangement for other columns of the same rows.

    Chosen values become those that now stand in their rows; words that somebody typed stay as they are.
    """
    every, watch = np.arange(rows, dtype=row_type(rows)), NoProgress()
    chosen = []
    for col, before in arrangement.chosen:
        kept = every[has_value(old[col], before, every, watch)]
        values = frozenset(value for value, _, _ in distinct(new[col], kept, watch).values)
        chosen.append((col, Chosen(values, before.missing)))
    return replace(arrangement, chosen=tuple(chosen))
