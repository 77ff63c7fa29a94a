"""The grid of an HTML table: spanned cells repeated, several header rows made one, captions apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop.importers.readers.grids import MOST_CELLS, one_header
from desktop.importers.readers.normal import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONG: Final = 300  # a cell with more words than this in several paragraphs is layout, not data
_UNSEEN: Final = frozenset(("script", "style", "noscript", "template", "select", "button", "svg"))
_BREAKS: Final = frozenset(("br", "p", "div", "li", "tr", "td", "th"))


class Grid(NamedTuple):
    """What a table shows: lines before it, its rows with the header first, and the tables inside its cells."""

    before: list[str]
    rows: list[list[str]]
    inner: list[_Element]


def is_layout(table: _Element) -> bool:
    """Whether a table only places parts of the page: its cells hold headings, long prose or big tables."""
    if table.get("role") in ("presentation", "none"):
        return True
    rows = list(_rows(table))
    if len(rows) < 2 or max((len(_cells(row)) for row in rows), default=0) < 2:
        return any(True for _ in table.iter("p", "table", "h1", "h2", "h3", "li", "div"))
    for row in rows:
        for cell in _cells(row):
            if any(True for _ in cell.iter("h1", "h2", "h3", "h4", "article", "form")):
                return True
            if sum(len(p.text or "") > 40 for p in cell.iter("p")) >= 3 and len(text_of(cell)) > _LONG:
                return True
    return False


def grid_of(table: _Element) -> Grid:
    """Return the cells of a table; an empty grid when it holds none."""
    before = [text_of(child) for child in table if child.tag == "caption"]
    inner = [other for other in table.iter("table") if other is not table and _outer(other) is table]
    rows: list[list[str]] = []
    heads = tall = 0
    hanging: dict[int, tuple[int, str]] = {}  # column -> rows that a cell above still covers, and its words
    total = 0
    for row in _rows(table):
        made: list[str] = []
        cells = _cells(row)
        for cell in cells:
            _hang(made, hanging)
            words = text_of(cell)
            across, down = _count(cell, "colspan", 100), _count(cell, "rowspan", 1000)
            if len(cells) == 1 and not made and across > 1:
                made, across = [words], 1  # one cell across the table: a caption or the name of a group
            for _ in range(across):
                if down > 1:
                    hanging[len(made)] = (down - 1, words)
                made.append(words)
        _hang(made, hanging)
        total += len(made)
        if total > MOST_CELLS:
            break
        if not any(made):
            continue
        if not rows and len(made) == 1 and len(list(_rows(table))) > 2:
            before.append(made[0])
            continue
        if not rows and any(_count(cell, "colspan", 9) > 1 for cell in cells):
            tall = max(_count(cell, "rowspan", 4) for cell in cells)
        if heads == len(rows) and (heads < tall or _is_head(row, cells, heads)):
            heads += 1
        rows.append(made)
    return Grid([b for b in before if b], one_header(rows, heads), inner)


def text_of(cell: _Element) -> str:
    """Return the words of a cell on one line, without those of tables inside it."""
    parts: list[str] = []
    out: list[str | _Element] = [cell]
    while out:
        here = out.pop()
        if isinstance(here, str):
            parts.append(here)
            continue
        tag = here.tag
        seen = here is cell or (tag != "table" and tag not in _UNSEEN)
        if here is not cell:
            out.append(here.tail or "")
        if tag in _BREAKS and here is not cell:
            parts.append(" ")
        if seen:
            out.extend(reversed(here))
            parts.append(here.text or "")
    return clean("".join(parts))


def _outer(table: _Element) -> _Element | None:
    return next(table.iterancestors("table"), None)


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _cells(row: _Element) -> list[_Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _count(cell: _Element, name: str, most: int) -> int:
    digits = (cell.get(name) or "").strip()
    return max(1, min(int(digits[:6]), most)) if digits.isdecimal() else 1


def _hang(made: list[str], hanging: dict[int, tuple[int, str]]) -> None:
    """Add the cells from rows above that cover the next columns."""
    while len(made) in hanging:
        left, words = hanging.pop(len(made))
        if left > 1:
            hanging[len(made)] = (left - 1, words)
        made.append(words)


def _is_head(row: _Element, cells: list[_Element], before: int) -> bool:
    """Whether a row belongs to the header: it stands in thead or has header cells only."""
    if before > 3:
        return False
    parent = row.getparent()
    if parent is not None and parent.tag == "thead":
        return True
    return bool(cells) and all(cell.tag == "th" for cell in cells)
