"""A text line by line."""

from __future__ import annotations

from collections.abc import Iterator


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every line that is not empty."""
    start = 0
    for line in text.split("\n"):
        if line:
            yield start, start + len(line)
        start += len(line) + 1
