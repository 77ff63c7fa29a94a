"""The normalised text of a page or document: one line a block, written while the blocks are made."""

from __future__ import annotations

import re
from typing import Final

from desktop.importers import lines
from desktop.importers.blocks import Block, Span
from desktop.importers.fold import fold
from desktop.importers.readers.offsets import into, out_of
from desktop.importers.readers.radicals import characters
from desktop.importers.scan_text import scan

_UNSEEN: Final = dict.fromkeys([0, 0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF])
_EAST: Final = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_WRAP: Final = re.compile(rf"(?<=[{_EAST}])[ \t]*[\r\n][ \t\r\n]*(?=[{_EAST}])")
BETWEEN_CELLS: Final = " | "
_LONGEST_BOLD: Final = 40

Rows = list[list[str]]


def clean(text: str) -> str:
    """Return text on one line: white space collapsed, nothing unseen, no radicals, no space where Chinese wraps."""
    text = text.translate(_UNSEEN).translate(characters())
    return " ".join(_WRAP.sub("", text).split())


class Writer:
    """Collects blocks in order; ``finish`` gives the text and the blocks with their exact spans.

    Paragraphs that the format does not mark as anything are judged by the line scanner as in a plain text: many
    pages and documents show their headings as bold or numbered paragraphs only.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._at = 0
        self._given: list[Block] = []
        self._bold: list[Span] = []

    def __len__(self) -> int:
        """Return how many characters were written."""
        return self._at

    def _line(self, text: str) -> tuple[int, int]:
        start = self._at
        self._parts.append(text)
        self._at += len(text) + 1
        return start, start + len(text)

    def title(self, text: str) -> None:
        """Write the title of the article."""
        text = clean(text)
        if text:
            start, end = self._line(text)
            self._given.append(Block("title", start, end, start))

    def heading(self, text: str, level: int) -> None:
        """Write a heading; its number, when it has one, is read from its words."""
        text = clean(text)
        if text:
            self._given.append(_heading(text, *self._line(text), level))

    def paragraph(self, text: str, bold: bool = False) -> None:
        """Write a paragraph; ``bold`` when all of it is shown bold."""
        text = clean(text)
        if text:
            start, end = self._line(text)
            if bold and lines.may_head(text, _LONGEST_BOLD):
                self._bold.append((start, end))

    def item(self, text: str, level: int = 1, mark: str = "") -> None:
        """Write a list item under its mark or number (``•``, ``3.``), unless the words bring their own."""
        text = clean(text)
        if not text:
            return
        own = lines.numbered(text) or lines.BULLET.match(text)
        if not own:
            text = f"{mark or '•'} {text}"
        start, end = self._line(text)
        number = lines.numbered(text)
        bullet = lines.BULLET.match(text)
        if bullet:
            start += bullet.end()
        content = start if bullet or not number else start + number.content
        self._given.append(
            Block("item", start, end, min(content, end), level, number.number if number else None)
        )

    def furniture(self, text: str) -> None:
        """Write a line that stands in the file but is no part of the article (a note of the publisher)."""
        text = clean(text)
        if text:
            start, end = self._line(text)
            self._given.append(Block("furniture", start, end, start))

    def table(self, rows: Rows, loose: bool = False) -> None:
        """Write a table, header first; what is no grid (one row or column of words) becomes paragraphs.

        ``loose``: its cells were told by white space alone.
        """
        rows = [row for row in ([clean(cell) for cell in row] for row in rows) if any(row)]
        width = max(map(len, rows), default=0)
        width = max((n + 1 for row in rows for n, cell in enumerate(row) if cell), default=width)
        if len(rows) < 2 or width < 2:
            for row in rows:
                for cell in dict.fromkeys(row):
                    self.paragraph(cell)
            return
        spans: list[tuple[Span, ...]] = []
        first = self._at
        for row in rows:
            row = (row + [""] * (width - len(row)))[:width]
            start, _ = self._line(BETWEEN_CELLS.join(row))
            cells: list[Span] = []
            for cell in row:
                cells.append((start, start + len(cell)))
                start += len(cell) + len(BETWEEN_CELLS)
            spans.append(tuple(cells))
        self._given.append(Block("table", first, self._at - 1, first, rows=tuple(spans), loose=loose))

    def finish(self) -> tuple[str, tuple[Block, ...]]:
        """Return the text and all its blocks, in code points of the text."""
        text = "\n".join(self._parts)
        deepest = max((block.level for block in self._given if block.kind == "heading"), default=0)
        if deepest:  # beside true headings, bold lines are those of the next level
            made = (_heading(text[a:b], a, b, deepest + 1) for a, b in self._bold)
            self._given = sorted((*self._given, *made), key=lambda block: block.start)
            self._bold = []
        self._entitle()
        self._head_by_items(text)
        folded = fold(text)
        bold = frozenset(folded.ahead(start) for start, _ in self._bold)
        return text, tuple(out_of(folded, scan(folded, into(folded, self._given), bold)))

    def _head_by_items(self, text: str) -> None:
        """Take numbered items for headings where they count 1, 2, 3 with text below each, and nothing else heads."""
        if self._bold or any(block.kind == "heading" for block in self._given):
            return
        places = [
            n for n, block in enumerate(self._given) if block.kind == "item" and block.number is not None
        ]
        items = [self._given[n] for n in places]
        follows = [block.end + 1 for block in items]  # where the next line begins
        begins = [block.start for block in items[1:]] + [self._at]
        if (
            len(items) > 1
            and [block.number for block in items] == list(range(1, len(items) + 1))
            and all(a < b for a, b in zip(follows, begins, strict=True))
        ):
            words = [text[block.start : block.end] for block in items]
            if all(lines.may_head(w, _LONGEST_BOLD) for w in words):
                for n, block, w in zip(places, items, words, strict=True):
                    self._given[n] = _heading(w, block.start, block.end, 1)

    def _entitle(self) -> None:
        """Take the only heading of the first level for the title, where all others stand below it."""
        top = [n for n, block in enumerate(self._given) if block.kind == "heading" and block.level == 1]
        heads = [n for n, block in enumerate(self._given) if block.kind in ("title", "heading")]
        if len(top) == 1 and heads[0] == top[0] and len(heads) > 1 and self._given[top[0]].number is None:
            block = self._given[top[0]]
            if all(other.kind == "furniture" for other in self._given[: top[0]]):
                self._given[top[0]] = Block("title", block.start, block.end, block.start)


def _heading(text: str, start: int, end: int, level: int) -> Block:
    emoji = lines.emoji_ahead(text)
    number = lines.numbered(text[emoji:])
    content = start + emoji + (number.content if number else 0)
    return Block("heading", start, end, min(content, end), level, number.number if number else None)
