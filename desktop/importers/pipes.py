"""Pipe tables, with or without outer pipes and separator line, cell by cell."""

from __future__ import annotations

import re
from typing import Final

from desktop.importers.blocks import Block, Span

_SEPARATOR: Final = re.compile(r"[ \t]*\|?[ \t]*:?[-—]{1,}:?[ \t]*(?:\|[ \t]*:?[-—]{1,}:?[ \t]*)*\|?[ \t]*")

_PIPE: Final = re.compile(r"(?<!\\)\|")


def table_at(text: str, spans: list[tuple[int, int]], at: int) -> tuple[Block | None, int]:
    """Read the table at line ``at``; returns it and the line behind it, or None and where to try again."""
    end = at
    while end < len(spans) and "|" in text[spans[end][0] : spans[end][1]] and _adjacent(text, spans, at, end):
        end += 1
    rows: list[list[Span]] = []
    separator = False
    for n in range(at, end):
        a, b = spans[n]
        line = text[a:b]
        if ("-" in line or "—" in line) and _SEPARATOR.fullmatch(line) and n > at:
            separator = separator or n == at + 1
            continue
        rows.append(_cells(line, a))
    width = len(rows[0]) if rows else 0
    if not separator and (len(rows) < 2 or width < 2 or any(len(r) != width for r in rows)):
        return None, _again(text, spans, at + 1, end)
    if not rows or (width < 2 and not separator):
        return None, _again(text, spans, at + 1, end)
    last = spans[end - 1][1]
    padded = tuple(tuple(r + [(r[-1][1], r[-1][1])] * (width - len(r))) for r in rows)
    a, b = spans[at][0], last
    while text[a] in " \t":
        a += 1
    while text[b - 1] in " \t":
        b -= 1
    return Block("table", a, b, a, rows=padded), end


def _again(text: str, spans: list[tuple[int, int]], at: int, end: int) -> int:
    """The next line of a failed run that a separator follows; so that no line is read twice."""
    for n in range(at, end - 1):
        a, b = spans[n + 1]
        if text[a : a + 1] in "-:| —" and _SEPARATOR.fullmatch(text, a, b):
            return n
    return end


def _adjacent(text: str, spans: list[tuple[int, int]], at: int, n: int) -> bool:
    return n == at or text.count("\n", spans[n - 1][1], spans[n][0]) <= 1


def _cells(line: str, offset: int) -> list[Span]:
    left, right = 0, len(line)
    while left < right and line[left] in " \t":
        left += 1
    while right > left and line[right - 1] in " \t":
        right -= 1
    if line[left] == "|":
        left += 1
    if right > left and line[right - 1] == "|" and line[right - 2] != "\\":
        right -= 1
    cells: list[Span] = []
    start = left
    for stop in [m.start() for m in _PIPE.finditer(line, left, right)] + [right]:
        piece = line[start:stop]
        bare = piece.strip()
        first = start + (piece.index(bare) if bare else 0)
        cells.append((offset + first, offset + first + len(bare)))
        start = stop + 1
    return cells
