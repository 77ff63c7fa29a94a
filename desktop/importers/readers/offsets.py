"""Blocks between a text and its folded form, in which emphasis marks are gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop.importers.blocks import Block
from desktop.importers.fold import Folded


def into(folded: Folded, blocks: Iterable[Block]) -> list[Block]:
    """Return blocks of the original text with the offsets of the folded one."""
    if not folded.places:
        return list(blocks)
    ahead = folded.ahead
    moved = []
    for block in blocks:
        start, end, content = ahead(block.start), ahead(block.end), ahead(block.content)
        rows = tuple(tuple((ahead(a), ahead(b)) for a, b in row) for row in block.rows)
        moved.append(replace(block, start=start, end=end, content=content, rows=rows))
    return moved


def out_of(folded: Folded, blocks: Iterable[Block]) -> list[Block]:
    """Return blocks of the folded text with the offsets of the original one."""
    if not folded.places:
        return list(blocks)
    back = folded.back
    moved = []
    for block in blocks:
        start, end = back(block.start, block.end)
        content = min(back(block.content, block.end)[0], end)
        rows = tuple(tuple(back(a, b) for a, b in row) for row in block.rows)
        moved.append(replace(block, start=start, end=end, content=content, rows=rows))
    return moved
