"""A text in, its items out: the one entry point of the extraction engine."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from typing import Any, Final

from desktop.importers import factors, items, policy
from desktop.importers.blocks import Block
from desktop.importers.figures import entity, prose, topic
from desktop.importers.figures.cells import in_table
from desktop.importers.figures.clause import Clauses
from desktop.importers.figures.found import Found
from desktop.importers.fold import Folded, fold
from desktop.importers.scan_text import scan
from desktop.importers.themes import THEMES, Lexicon

_LABEL: Final = re.compile(r"([^：:，。；\n]{1,20})[：:](?!//)")
_INLINE: Final = re.compile(
    r"(?:^|(?<=[，,。；;：:、“”\s]))(?P<mark>[一二三四五六七八九]是|其[一二三四五六七八九][，,是]?)"
)
_INLINE_END: Final = re.compile(r"[；;。！]")


def extract(text: str, lexicon: Lexicon = THEMES) -> dict[str, Any]:
    """Return ``{chars, title, items}`` of a decoded text; every span is in code points of ``text``."""
    folded = fold(text)
    return extract_blocks(text, folded, scan(folded), lexicon)


def extract_blocks(
    text: str, folded: Folded, blocks: list[Block], lexicon: Lexicon = THEMES
) -> dict[str, Any]:
    """Return the items of blocks that any reader made; their offsets are those of ``folded``."""
    run = _Run(text, folded, blocks, lexicon)
    collecting = gc.isenabled()
    gc.disable()  # many small dictionaries and no cycles: the collector would walk them again and again
    try:
        for n, block in enumerate(blocks):
            run.block(n, block)
    finally:
        if collecting:
            gc.enable()
    return {**run.head(), "items": run.items}


def stream_blocks(
    text: str, folded: Folded, blocks: list[Block], lexicon: Lexicon = THEMES
) -> tuple[dict[str, Any], Iterator[items.Item]]:
    """Return ``{chars, title}`` and the items one by one, for a text whose items would fill the memory."""
    run = _Run(text, folded, blocks, lexicon)
    return run.head(), run.each(blocks)


class _Run:
    """The state of one extraction: the items so far and the section we are in."""

    def __init__(self, text: str, folded: Folded, blocks: list[Block], lexicon: Lexicon) -> None:
        self.original, self.folded, self.text = text, folded, folded.text
        self.items: list[items.Item] = []
        self.judged = {j.block: j for j in factors.judge(self.text, blocks, lexicon)}
        title = next((b for b in reversed(blocks) if b.kind == "title"), None)
        self.title = self._span("title", "title", title.start, title.end) if title else None
        self.section: str | None = None
        self.year = ""
        self.counts = {"F": 0, "T": 0, "B": 0, "P": 0}
        self.figures = 0
        self.topic = topic.find(self.text, blocks)

    def head(self) -> dict[str, Any]:
        """Return what is known before the items."""
        return {"chars": len(self.original), "title": self.title}

    def each(self, blocks: list[Block]) -> Iterator[items.Item]:
        """Yield the items block by block; none is kept."""
        for n, block in enumerate(blocks):
            self.block(n, block)
            yield from self.items
            self.items.clear()

    def block(self, n: int, block: Block) -> None:
        """Add the items of one block."""
        kind = block.kind
        if kind == "furniture":
            return
        if kind == "table":
            self._table(block)
            return
        if kind == "heading":
            self._heading(n, block)
        elif kind == "item":
            self._bullet(block.content, block.end, None)
        found, clauses, self.year = prose.in_prose(self.text, block.content, block.end, self.year)
        if found and clauses:
            entity.in_prose(clauses, found, self.topic)
            for one in found:
                self._quantity(one)
        self._policies(block, found, clauses)
        if kind == "paragraph" and self.text.find("二是", block.start, block.end) >= 0:
            self._inline(block)

    def _ident(self, letter: str) -> str:
        self.counts[letter] += 1
        return f"{letter}{self.counts[letter]}"

    def _span(self, kind: str, ident: str, start: int, end: int) -> items.Item:
        return items.span(self.original, self.folded, kind, ident, start, end)

    def _heading(self, n: int, block: Block) -> None:
        judged = self.judged[n]
        item = self._span("factor", self._ident("F"), block.start, block.end)
        item |= {
            "number": judged.number,
            "factor_type": judged.kind,
            "theme": judged.theme,
            "level": block.level,
        }
        self.items.append(item)
        self.section = item["id"]

    def _bullet(self, start: int, end: int, style: str | None) -> None:
        label = _LABEL.match(self.text, start, end)
        item = self._span("bullet", self._ident("B"), start, end)
        item["label"] = label[1] if label and style is None else None
        item["section"] = self.section
        if style:
            item["style"] = style
        self.items.append(item)

    def _inline(self, block: Block) -> None:
        marks = [m for m in _INLINE.finditer(self.text, block.start, block.end) if m["mark"].endswith("是")]
        if len(marks) < 2:
            return
        for n, mark in enumerate(marks):
            stop = marks[n + 1].start() if n + 1 < len(marks) else block.end
            last = _INLINE_END.search(self.text, mark.end(), stop) if n + 1 == len(marks) else None
            end = last.start() if last else stop
            while end > mark.end() and self.text[end - 1] in "，,；;。、 ":
                end -= 1
            self._bullet(mark.start("mark"), end, "inline")

    def _quantity(self, one: Found) -> items.Item:
        self.figures += 1
        item = items.quantity(self.original, self.folded, one, self.figures, self.section)
        self.items.append(item)
        return item

    def _policies(self, block: Block, found: list[Found], clauses: Clauses | None) -> None:
        if self.text.find("《", block.content, block.end) < 0:
            return
        clauses = clauses or Clauses(self.text, block.content, block.end)
        for mention in policy.in_prose(clauses, found):
            self._mention(mention)

    def _mention(self, mention: policy.Mention) -> None:
        item = self._span("policy", self._ident("P"), mention.start, mention.end)
        item |= {"title": mention.title, "quoted": mention.quoted, "section": self.section}
        item |= {"date": mention.date, "date_source": mention.source}
        for name, value in (("date_kind", mention.kind), ("number", mention.number), ("requirement",
            mention.requirement),
                            ("impact", mention.impact)):  # fmt: skip
            if value:
                item[name] = value
        self.items.append(item)

    def _table(self, block: Block) -> None:
        text, original, back = self.text, self.original, self.folded.back
        ident = self._ident("T")
        item = self._span("table", ident, block.start, block.end)
        spans = [[back(*cell) for cell in row] for row in block.rows] if self.folded.places else block.rows
        shown = [[{"text": original[a:b], "start": a, "end": b} for a, b in row] for row in spans]
        item |= {
            "n_rows": len(shown) - 1,
            "n_cols": len(shown[0]),
            "header": shown[0],
            "rows": shown[1:],
            "section": self.section,
        }
        self.items.append(item)
        found = in_table(text, block)
        entity.in_table(text, block, found, self.topic)
        header = [cell["text"] for cell in shown[0]]
        for mention in policy.in_table(text, block, found):
            self._mention(mention)
        for one in found:
            label = shown[one.row][0]["text"]
            item = self._quantity(one)
            item["table"], item["row"], item["col"], item["row_label"] = ident, one.row, one.col, label
            item["header"] = header[one.col] if one.col < len(header) else ""
