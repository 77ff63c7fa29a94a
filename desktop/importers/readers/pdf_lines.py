"""A PDF page into lines in reading order: words joined, two columns one after the other, page furniture known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

_EAST: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u2018-\u201d\u2026\u2014]")
_BOLD: Final = re.compile(r"bold|black|heavy|semibold|demi|simhei|heiti|-hei\b|黑体", re.I)
_PAGE_NUMBER: Final = re.compile(
    r"[-–—·\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[/／,，]?\s*(?:共|of)?\s*\d{1,4}\s*页?)?[-–—·\s]*", re.I
)
_COLUMN: Final = 6  # lines that make a column
_CELL_GAP: Final = 1.5  # times the size of the letters: wider than any space of prose
_MARKS: Final = frozenset("•·●○▪■◆–-*")
_DIGITS: Final = re.compile(r"\d+|[一二三四五六七八九十]+")


class Line(NamedTuple):
    """One line: words, place on its page (points from the top left), size of its letters, is it bold."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    cells: tuple[tuple[float, float, str], ...] = ()  # (x0, x1, words) between gaps too wide for prose
    column: int = 0  # 1 left, 2 right; 0 where the page has but one


def joined(left: str, right: str) -> str:
    """Join two parts of a paragraph: Chinese without a space, words with one, a divided word without its hyphen."""
    if not left or not right:
        return left + right
    if _EAST.match(left[-1]) or _EAST.match(right[0]):
        return left + right
    if left[-1] == "-" and left[-2:-1].isalpha() and right[0].islower():
        return left[:-1] + right
    return f"{left} {right}"


def lines_of(words: list[dict[str, Any]], width: float) -> list[Line]:
    """Return the lines of a page's words, top to bottom; where there are two columns, the left one first."""
    gutter = _gutter(words, width)
    lines: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for row in _rows(words):
        row.sort(key=lambda w: w["x0"])
        if gutter and not any(w["x0"] < gutter - 2 and w["x1"] > gutter + 2 for w in row):
            for column, side, kept in (
                (1, left, [w for w in row if w["x1"] <= gutter + 2]),
                (2, right, [w for w in row if w["x1"] > gutter + 2]),
            ):
                if kept:
                    side.append(_line(kept)._replace(column=column))
        else:
            lines += left + right
            left, right = [], []
            lines.append(_line(row))
    return lines + left + right


def _rows(words: Iterable[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Put words that stand on one line together."""
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda w: (w["bottom"], w["x0"])):
        height = max(1.0, word["bottom"] - word["top"])
        if rows and word["bottom"] - rows[-1][0]["bottom"] < 0.5 * min(
            height, rows[-1][0]["bottom"] - rows[-1][0]["top"] + 1
        ):
            rows[-1].append(word)
        else:
            rows.append([word])
    return rows


def _gutter(words: list[dict[str, Any]], width: float) -> float:
    """Return the x that divides two columns of prose, or 0: few lines cross it, many end and begin at it."""
    best, place = 0.0, 0.0
    if len(words) < 8:
        return 0.0
    for step in range(35, 66):
        x = width * step / 100
        across = [w for w in words if w["x0"] < x - 4 and w["x1"] > x + 4]
        if 4 * len(across) > len(words):
            continue
        facing, middle = _facing(words, x, width)
        score = facing - 2 * len(_rows(across))
        if score > best:
            best, place = score, middle
    return place


def _facing(words: list[dict[str, Any]], x: float, width: float) -> tuple[int, float]:
    """Return how many lines stand beside ``x`` as columns of prose do, and the middle of the gap between them.

    The lines of two columns need not stand level.
    """
    west = _rows(w for w in words if w["x1"] <= x + 4)
    east = _rows(w for w in words if w["x0"] >= x - 4)
    if len(west) < _COLUMN or len(east) < _COLUMN:
        return 0, x
    top = max(west[0][0]["top"], east[0][0]["top"])
    foot = min(west[-1][0]["bottom"], east[-1][0]["bottom"])
    ends = [max(w["x1"] for w in row) for row in west if top <= row[0]["bottom"] and row[0]["top"] <= foot]
    starts = [min(w["x0"] for w in row) for row in east if top <= row[0]["bottom"] and row[0]["top"] <= foot]
    if not ends or not starts or min(starts) - max(ends) < 4:
        return 0, x
    # columns of prose fill their width; the cells of a table without rules do not
    full = sum(min(starts) - end < 0.12 * width for end in ends)
    flush = sum(start - min(starts) < 0.06 * width for start in starts)
    enough = full >= max(_COLUMN, 0.5 * len(ends)) and flush >= max(_COLUMN, 0.6 * len(starts))
    return min(full, flush) if enough else 0, (max(ends) + min(starts)) / 2


def _line(row: list[dict[str, Any]]) -> Line:
    parts = [""]
    cells: list[tuple[float, float, str]] = []
    sizes: Counter[float] = Counter()
    bold = seen = first = 0
    for n, word in enumerate(row):
        size, words = word["size"], word["text"]
        if n:
            gap = word["x0"] - row[n - 1]["x1"]
            tight = _EAST.match(parts[-1][-1]) or _EAST.match(words[0])
            if gap > _CELL_GAP * size:
                cells.append((row[first]["x0"], row[n - 1]["x1"], parts[-1]))
                parts.append("")
                first = n
            elif gap > 0.8 * size or (gap > 0.15 * size and (not tight or parts[-1] in _MARKS)):
                parts[-1] += " "
        parts[-1] += words
        sizes[round(size * 2) / 2] += len(words)
        seen += len(words)
        bold += len(words) if _BOLD.search(word["fontname"]) else 0
    cells.append((row[first]["x0"], row[-1]["x1"], parts[-1]))
    size = max(sizes, key=lambda s: (sizes[s], s))
    top, bottom = min(w["top"] for w in row), max(w["bottom"] for w in row)
    return Line(
        " ".join(parts), row[0]["x0"], row[-1]["x1"], top, bottom, size, bold >= 0.9 * seen, tuple(cells)
    )


def furniture(pages: list[tuple[float, list[Line]]]) -> set[tuple[int, int]]:
    """Return (page, line) of running heads, running feet and page numbers; pages are (height, lines)."""
    seen: Counter[str] = Counter()
    edges: list[tuple[int, int, str]] = []
    for p, (height, lines) in enumerate(pages):
        keys = set()
        for n, line in enumerate(lines):
            if line.bottom < 0.11 * height or line.top > 0.89 * height:
                key = ("^" if line.top < height / 2 else "_") + _DIGITS.sub("#", line.text).replace(" ", "")
                edges.append((p, n, key))
                keys.add(key)
        seen.update(keys)
    # a head that changes from left to right pages stands on every second one
    most = max(2, 0.4 * len(pages))
    return {(p, n) for p, n, key in edges if seen[key] >= most or _PAGE_NUMBER.fullmatch(pages[p][1][n].text)}
