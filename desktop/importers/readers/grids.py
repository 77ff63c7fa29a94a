"""What tables of pages and documents have in common."""

from __future__ import annotations

from typing import Final

MOST_CELLS: Final = 50_000  # of one table; a span of a million columns must not fill the memory


def one_header(rows: list[list[str]], heads: int) -> list[list[str]]:
    """Join the first ``heads`` rows column by column: 2023年 over 收入 becomes 2023年 收入."""
    if heads < 2 or heads >= len(rows):
        return rows
    width = max(map(len, rows[:heads]))
    joined = []
    for column in range(width):
        words = dict.fromkeys(row[column] for row in rows[:heads] if column < len(row) and row[column])
        joined.append(" ".join(words))
    return [joined, *rows[heads:]]
