"""A PDF page into lines in reading order: words joined, two columns one after the other, page furniture known."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, Final, NamedTuple

_EAST: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u2018-\u201d\u2026\u2014]")
_BOLD: Final = re.compile(r"bold|black|heavy|semibold|demi|simhei|heiti|-hei\b|黑体", re.I)
_PAGE_NUMBER: Final = re.compile(
    r"[-–—·\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[/／,，]?\s*(?:共|of)?\s*\d{1,4}\s*页?)?[-–—·\s]*", re.I
)
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
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda w: (w["bottom"], w["x0"])):
        height = max(1.0, word["bottom"] - word["top"])
        if rows and word["bottom"] - rows[-1][0]["bottom"] < 0.5 * min(
            height, rows[-1][0]["bottom"] - rows[-1][0]["top"] + 1
        ):
            rows[-1].append(word)
        else:
            rows.append([word])
    gutter = _gutter(rows, width)
    lines: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for row in rows:
        row.sort(key=lambda w: w["x0"])
        if gutter and not any(w["x0"] < gutter - 2 and w["x1"] > gutter + 2 for w in row):
            for side, kept in (
                (left, [w for w in row if w["x1"] <= gutter + 2]),
                (right, [w for w in row if w["x1"] > gutter + 2]),
            ):
                if kept:
                    side.append(_line(kept))
        else:
            lines += left + right
            left, right = [], []
            lines.append(_line(row))
    return lines + left + right


def _gutter(rows: list[list[dict[str, Any]]], width: float) -> float:
    """Return the x that divides two columns of prose, or 0: few rows cross it, many stand on both sides."""
    best, place = 0.0, 0.0
    if len(rows) < 8:
        return 0.0
    for step in range(35, 66):
        x = width * step / 100
        both = cross = 0
        for row in rows:
            if any(w["x0"] < x - 4 and w["x1"] > x + 4 for w in row):
                cross += 1
                continue
            west = max((w["x1"] for w in row if w["x1"] <= x + 4), default=0.0)
            east = min((w["x0"] for w in row if w["x0"] >= x - 4), default=0.0)
            # columns of prose fill their width; the cells of a table without rules do not
            both += bool(west and east and 4 < east - west < 0.12 * width)
        score = both - 2 * cross
        if score > best and both >= 6 and both >= 0.6 * len(rows):
            best, place = score, x
    return place


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
