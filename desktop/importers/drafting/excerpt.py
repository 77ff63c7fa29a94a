"""A fair extract of some blocks: their first sentences, whole, as long as there is room."""

from __future__ import annotations

import re
from typing import Final

from desktop.importers.blocks import Block
from desktop.importers.drafting.page import Page

ENOUGH, MOST = 48, 140  # characters: go on below, never beyond
_SENTENCE: Final = re.compile(r"[^。！？!?]*(?:[。！？!?]+[”』」）)]?|$)")
_PAUSE: Final = re.compile(r"[，,；;：:]")


def excerpt(page: Page, blocks: list[Block], most: int = MOST) -> str:
    """Return the first sentences of the prose among the blocks, else of the list, else the head of the table."""
    prose = [b for b in blocks if b.kind == "paragraph"]
    text = _sentences([page.words(b.content, min(b.end, b.content + 4 * most)) for b in prose[:3]], most)
    if text:
        return text
    items = [page.words(b.content, min(b.end, b.content + most)) for b in blocks if b.kind == "item"][:6]
    if items:
        return cut("；".join(i.rstrip("。；;") for i in items if i), most)
    table = next((b for b in blocks if b.kind == "table"), None)
    return cut("、".join(w for a, b in table.rows[0] if (w := page.words(a, b))), most) if table else ""


def _sentences(paragraphs: list[str], most: int) -> str:
    found = ""
    for words in paragraphs:
        for match in _SENTENCE.finditer(words):
            sentence = match[0].strip()
            if not sentence:
                continue
            if found and len(found) + len(sentence) > most:
                return found
            found += (" " if found.isascii() and sentence.isascii() and found else "") + sentence
            if len(found) > most:
                return cut(found, most)
            if len(found) >= ENOUGH:
                return found
    return found


def cut(words: str, most: int) -> str:
    """Shorten words at a pause, and say that there is more."""
    if len(words) <= most:
        return words
    pauses = [m.start() for m in _PAUSE.finditer(words, most // 2, most - 1)]
    return f"{words[: pauses[-1] if pauses else most - 1].rstrip()}…"
