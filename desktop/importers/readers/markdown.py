"""Real Markdown: what a parser knows and a scan over lines does not (code, front matter, underlined headings).

The rest is left to the line scanner: in the plain layout of many articles a heading or a sentence follows a table
without a blank line, and a Markdown parser would make table rows of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from unicodedata import east_asian_width

from desktop.importers import lines
from desktop.importers.blocks import Block

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKED: Final = re.compile(
    r"\A---[ \t]*\r?\n|^ {0,3}(?:```|~~~)|\]\([^)\n]+\)|^ {0,3}>[ \t]?\S|^ {0,3}<(?:!--|[a-z][\w-]*[ />])"
    r"|^[^\n]{2,}\n {0,3}(?:={3,}|-{3,})[ \t]*$",
    re.M,
)
_FRONT: Final = re.compile(r"\A---[ \t]*\r?\n((?:[^\n]{0,300}\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_FIELD: Final = re.compile(r"""^(title|date)[ \t]*:[ \t]*["']?(.*?)["']?[ \t]*\r?$""", re.M | re.I)
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_ISO: Final = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_FULL_STOP: Final = frozenset("。！？；：.!?:;")
_MOST: Final = 1_000_000  # characters; beyond, the line scanner works alone


def is_marked(text: str) -> bool:
    """Whether a text uses Markdown beyond what the line scanner reads by itself."""
    return len(text) <= _MOST and _MARKED.search(text) is not None


def front_matter(text: str) -> tuple[str, str]:
    """Return title and date ("" or ISO) that the front matter names."""
    front = _FRONT.match(text)
    fields = {m[1].lower(): m[2] for m in _FIELD.finditer(front[1])} if front else {}
    date = _ISO.match(fields.get("date", ""))
    return fields.get("title", ""), date[0] if date else ""


def given_blocks(text: str) -> list[Block]:
    """Return the blocks that are to be taken from the parser, in order; offsets are those of the text."""
    from markdown_it import MarkdownIt

    front = _FRONT.match(text)
    begin = front.end() if front else 0
    starts = [begin + m.start() for m in _LINE.finditer(text[begin:])]
    tokens = MarkdownIt("commonmark").enable("table").disable("inline").parse(text[begin:])
    blocks = [block for token in _wanted(tokens) if (block := _block(text, starts, *token))]
    titled = any(block.kind == "heading" and block.level == 1 for block in blocks) or re.search(
        r"^# ", text[begin:], re.M
    )
    return (
        [*_front_blocks(text, front, not titled), *_first_titled(blocks)] if front else _first_titled(blocks)
    )


def _wanted(tokens: list[Token]) -> Iterator[tuple[str, int, int, int]]:
    """Yield (kind, first line, line behind, level) of the parser's blocks that count."""
    for token in tokens:
        if token.map is None or (token.level and token.type != "fence"):
            continue
        first, behind = token.map
        if token.type == "fence" or (
            token.type == "html_block" and token.content.lstrip().startswith("<!--")
        ):
            yield "code", first, behind, 0
        elif token.type == "heading_open" and token.markup in "=-":
            yield "heading", first, behind, int(token.tag[1])
            yield "code", behind - 1, behind, 0
        elif token.type == "paragraph_open" and behind - first > 1:
            yield "wrapped", first, behind, 0


def _block(text: str, starts: list[int], kind: str, first: int, behind: int, level: int) -> Block | None:
    end = starts[behind] if behind < len(starts) else len(text)
    start = starts[first]
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    if start == end:
        return None
    if kind == "code":
        return Block("furniture", start, end, start)
    rows = re.split(r"\r\n|\r|\n", text[start:end])
    if kind == "wrapped":
        return Block("paragraph", start, end, start) if _is_wrapped(rows) else None
    words = rows[0].rstrip()
    if len(rows) != 2 or not lines.may_head(words, 60):
        return None  # a rule under a sentence, not an underlined heading
    number = lines.numbered(words)
    content = start + (number.content if number else 0)
    return Block("heading", start, start + len(words), content, level, number.number if number else None)


def _is_wrapped(rows: list[str]) -> bool:
    """Whether lines are one paragraph broken at a column, rather than paragraphs on lines of their own."""
    if any("|" in row or lines.BULLET.match(row) or lines.numbered(row) for row in rows):
        return False
    widths = [sum(1 + (east_asian_width(c) in "WF") for c in row) for row in rows[:-1]]
    stops = sum(row.rstrip()[-1:] in _FULL_STOP for row in rows[:-1])
    return (
        min(widths) >= 40
        and max(widths) <= 132
        and min(widths) >= 0.7 * max(widths)
        and 2 * stops <= len(widths)
    )


def _front_blocks(text: str, front: re.Match[str] | None, title: bool) -> Iterator[Block]:
    """Yield the lines of front matter as furniture; the value of its title is the title, if the text has none."""
    if front is None:
        return
    for line in re.finditer(r"[^\r\n]+", text[: front.end()]):
        field = _FIELD.match(line[0])
        start, end = line.span()
        if title and field and field[1].lower() == "title" and field[2]:
            yield Block("title", start + field.start(2), start + field.end(2), start + field.start(2))
        else:
            yield Block("furniture", start, end, start)


def _first_titled(blocks: list[Block]) -> list[Block]:
    """Make the first heading of the first level the title, if it stands before all others."""
    heads = [n for n, block in enumerate(blocks) if block.kind == "heading"]
    if heads and blocks[heads[0]].level == 1:
        block = blocks[heads[0]]
        blocks[heads[0]] = Block("title", block.start, block.end, block.start)
    return blocks
