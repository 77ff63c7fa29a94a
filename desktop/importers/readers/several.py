"""Where several articles in one file come apart: only at titles that each bring their own run of reasons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from desktop.importers import lines
from desktop.importers.blocks import Block
from desktop.importers.figures.numerals import chinese

_LEAST: Final = 120  # characters; a shorter part is no article
_PIECE: Final = re.compile(r"^[ \t#*]*第([一二三四五六七八九十\d]{1,3})篇(?:[：:、.\s].{0,60})?$", re.M)
_RULE: Final = re.compile(r"^[ \t]*([=＝*＊\-—_~#]{1,2})(?:[ \t]*\1){4,400}[ \t]*$|\f", re.M)
_GAP: Final = re.compile(r"\s{3,}")
_TOP: Final = re.compile(r"^# ?\S", re.M)


def may_hold_several(text: str) -> bool:
    """Whether anything in a plain text looks like a border between articles, before its lines are judged."""
    return (
        _RULE.search(text) is not None
        or len(_PIECE.findall(text)) > 1
        or len(_TOP.findall(text)) > 1
        or bool(_gaps(text))
    )


def parts_of(text: str, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Return the spans of the articles of a text; one span when it is one article, or when in doubt."""
    for cuts in (
        _numbered_pieces(text),
        _titles(blocks),
        [m.end() for m in _RULE.finditer(text)],
        _gaps(text),
    ):
        if not cuts:
            continue
        spans: list[tuple[int, int]] = []
        known = 0
        for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True):
            part = _bare(text, a, b)
            if part[0] == part[1]:
                continue
            article = _is_article(text, blocks, part)
            if spans and not (
                article and known
            ):  # what is no article belongs to the one before, a preface to the next
                part = (spans.pop()[0], part[1])
            known += article
            spans.append(part)
        if known > 1:
            return spans
    return [(0, len(text))]


def within(blocks: Sequence[Block], start: int, end: int) -> tuple[Block, ...]:
    """Return the blocks of a part with offsets from its start; its first heading is its title."""
    kept = []
    for block in blocks:
        if start <= block.start and block.end <= end and block.start < block.end:
            rows = tuple(tuple((a - start, b - start) for a, b in row) for row in block.rows)
            kept.append(
                replace(
                    block,
                    start=block.start - start,
                    end=block.end - start,
                    content=block.content - start,
                    rows=rows,
                )
            )
    first = next((n for n, block in enumerate(kept) if block.kind != "furniture"), -1)
    if first >= 0 and kept[first].kind == "heading" and kept[first].number is None:
        kept[first] = replace(kept[first], kind="title", level=0, content=kept[first].start)
    return tuple(kept)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out white space and ruled lines around a part."""
    while True:
        while start < end and text[start].isspace():
            start += 1
        rule = _RULE.match(text, start, end)
        if rule is None or rule.end() <= start:
            break
        start = rule.end()
    while start < end and text[end - 1].isspace():
        end -= 1
    line = text.rfind("\n", start, end) + 1
    if line > start and _RULE.fullmatch(text, line, end):
        return _bare(text, start, line)
    return start, end


def _is_article(text: str, blocks: Sequence[Block], span: tuple[int, int]) -> bool:
    """Whether a part has a title and at least two headings, the first numbered one of which is number one."""
    start, end = span
    if end - start < _LEAST:
        return False
    inside = [b for b in blocks if start <= b.start and b.end <= end and b.kind != "furniture"]
    first = text[start:end].split("\n", 1)[0].strip("#* \t")
    titled = _PIECE.match(first) or (
        len(first) >= 6 and lines.may_head(first, 60) and not lines.numbered(first)
    )
    heads = [b for b in inside[1:] if b.kind == "heading"]
    numbers = [b.number for b in heads if b.number is not None]
    return (
        bool(titled and inside)
        and inside[0].kind in ("title", "heading", "paragraph")
        and len(heads) >= 2
        and (not numbers or numbers[0] == 1)
    )


def _numbered_pieces(text: str) -> list[int]:
    """Return the places of 第一篇, 第二篇 … when they count up from one."""
    marks = list(_PIECE.finditer(text))
    counts = []
    for mark in marks:
        found = None if mark[1].isdecimal() else chinese(mark[1])
        counts.append(int(mark[1]) if mark[1].isdecimal() else int(found.low) if found and found.low else 0)
    return [m.start() for m in marks] if len(marks) > 1 and counts == list(range(1, len(marks) + 1)) else []


def _titles(blocks: Sequence[Block]) -> list[int]:
    """Return the places of unnumbered headings of the first level, each over numbered ones that begin again."""
    tops = [
        n
        for n, b in enumerate(blocks)
        if b.kind == "title" or (b.kind == "heading" and b.level == 1 and b.number is None)
    ]
    if len(tops) < 2:
        return []
    for top, following in zip(tops, [*tops[1:], len(blocks)], strict=True):
        below = [b for b in blocks[top + 1 : following] if b.kind == "heading"]
        if len(below) < 2 or [b.number for b in below[:2]] != [1, 2]:
            return []
    return [blocks[n].start for n in tops]


def _gaps(text: str) -> list[int]:
    """Return where lines go on after two blank ones or more."""
    return [m.end() for m in _GAP.finditer(text) if m[0].count("\n") > 2]
