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


def tabbed_at(text: str, spans: list[tuple[int, int]], at: int) -> tuple[Block | None, int]:
    """Read the rows that tabs part, as a paste from a spreadsheet has them; returns like ``table_at``."""
    tabs, end = text.count("\t", *spans[at]), at
    while end < len(spans) and text.count("\t", *spans[end]) == tabs and _adjacent(text, spans, at, end):
        end += 1
    rows = [_cells(text[a:b], a, "\t") for a, b in spans[at:end]]
    if tabs < 1 or len(rows) < 2 or not any(a < b for a, b in (row[0] for row in rows)):
        return None, end
    if any(b - a > 60 for row in rows for a, b in row) or any(a == b for a, b in rows[0][1:]):
        return None, end
    first = next(cell for cell in rows[0] if cell[0] < cell[1])
    last = next(cell for cell in reversed(rows[-1]) if cell[0] < cell[1])
    return Block("table", first[0], last[1], first[0], rows=tuple(map(tuple, rows))), end


def _again(text: str, spans: list[tuple[int, int]], at: int, end: int) -> int:
    """The next line of a failed run that a separator follows; so that no line is read twice."""
    for n in range(at, end - 1):
        a, b = spans[n + 1]
        if text[a : a + 1] in "-:| —" and _SEPARATOR.fullmatch(text, a, b):
            return n
    return end


def _adjacent(text: str, spans: list[tuple[int, int]], at: int, n: int) -> bool:
    return n == at or text.count("\n", spans[n - 1][1], spans[n][0]) <= 1


def _cells(line: str, offset: int, mark: str = "|") -> list[Span]:
    left, right = 0, len(line)
    while mark == "|" and left < right and line[left] in " \t":
        left += 1
    while mark == "|" and right > left and line[right - 1] in " \t":
        right -= 1
    if line[left] == "|":
        left += 1
    if mark == "|" and right > left and line[right - 1] == "|" and line[right - 2] != "\\":
        right -= 1
    inner = line[left:right]
    cells: list[Span] = []
    start = offset + left
    for piece in _PIPE.split(inner) if mark == "|" and "\\" in inner else inner.split(mark):
        bare = piece.strip()
        first = start + (len(piece) - len(piece.lstrip()) if bare else 0)
        cells.append((first, first + len(bare)))
        start += len(piece) + 1
    return cells
