"""Long work over rows in pieces short enough for the window to breathe between them."""

from __future__ import annotations

import time
from collections.abc import Iterator

from desktop.core.progress import Progress

_WANTED = 0.003
_PAUSE = 0.0002
_LARGEST = 65_536


def pieces(count: int, progress: Progress, first: int = 2048) -> Iterator[slice]:
    """Yield consecutive slices of ``count`` rows, each sized to take about 3 ms of the caller's work.

    One call into C holds the interpreter until it returns, so a piece, not the whole, is what the window
    may have to wait for. Between the pieces the progress is told, which is where a job is cancelled.
    """
    start, size = 0, first
    while start < count:
        stop = min(count, start + size)
        begun = time.perf_counter()
        yield slice(start, stop)
        spent = time.perf_counter() - begun
        progress.step(stop, count)
        # A thread that gives the interpreter up only for an instant takes it again before the window wakes
        # up, and starts the window's wait anew each time; a real pause lets the window in.
        time.sleep(_PAUSE)
        start = stop
        if spent < _WANTED / 2:
            size = min(size * 2, _LARGEST)
        elif spent > _WANTED * 1.5:
            size = max(size // 2, 1)
