"""What every reader of a format hands on: headings, paragraphs, list items and tables with spans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
Kind = Literal["title", "heading", "paragraph", "item", "table", "furniture"]


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text.

    ``start`` to ``end`` is the block without a Markdown mark, but with a written number; ``content`` is where
    the words begin after a number or a bullet's mark. ``rows`` are the cells of a table, header first, every
    row as long as the header or longer. ``level`` nests headings and items from 1; ``number`` is as written.
    ``loose`` marks a table that was told from white space alone, without rules: to be reviewed, not trusted.
    """

    kind: Kind
    start: int
    end: int
    content: int
    level: int = 0
    number: int | None = None
    rows: tuple[tuple[Span, ...], ...] = ()
    loose: bool = False
