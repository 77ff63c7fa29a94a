"""Headings become factors: a tree of sections that leaves no place of the text without one."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from desktop.core.factor import THEMES, Factor
from desktop.core.text import Text, same
from desktop.importers.blocks import Block
from desktop.importers.drafting.excerpt import excerpt
from desktop.importers.drafting.page import Page

_OPENING: Final = re.compile(
    r"^(?:引言|前言|导语|导读|摘要|概述|写在前面|Introduction|Abstract|TL;?DR)", re.I
)
_CLOSING: Final = re.compile(r"^(?:结语|总结|小结|结论|后记|写在最后|结束语|Conclusion|Summary)", re.I)
_SUMS_UP: Final = re.compile(
    r"^(?:综上|总之|总的来[说看]|总体(?:来看|而言|上)|整体(?:来看|而言)|综合来看|归根结底|一言以蔽之|由此可见)"
)
_CUT: Final = re.compile(
    r"(?:对(?!手|比|照|外|接|标)|下的|中的|里的|带来|导致|引发|驱动|造成|触发|促使|倒逼|迫使|使得|[，,：:；;]|——|—|引起|造就|"
    r"催生|加速)"
)
_WIDTH: Final = 10  # characters of a short name that need no cut
INTRODUCTION: Final = Text("导语", "Introduction")
CONCLUSION: Final = Text("结语", "Conclusion")
WHOLE: Final = Text("全文", "Whole text")


class Section(NamedTuple):
    """A section before it is a factor: its span, what it is anchored to, and the blocks that it holds."""

    start: int
    end: int
    until: int  # of its whole subtree
    anchor: tuple[int, int]
    kind: str
    level: int
    number: int | None
    theme: str
    title: Text
    short: Text
    blocks: list[Block]
    guessed: bool = False


def sections(page: Page, blocks: list[Block], items: list[dict[str, Any]], subject: str) -> list[Section]:
    """Return the sections in order; blocks and items are those of ``page.text``."""
    headings = [b for b in blocks if b.kind == "heading"]
    bounds = [b.start for b in headings]
    found: list[Section] = []
    first = bounds[0] if bounds else len(page.text)
    opening = [b for b in blocks if b.start < first and b.kind != "furniture"]
    if opening or not bounds:
        found.append(_opening(page, opening, first, alone=not bounds))
    each, until = _by_section(blocks, bounds), _until(headings, len(page.text))
    for n, (block, item) in enumerate(zip(headings, items, strict=True)):
        end = bounds[n + 1] if n + 1 < len(bounds) else len(page.text)
        words = page.words(block.content, block.end).strip(" ：:") or page.words(block.start, block.end)
        found.append(
            Section(
                block.start,
                end,
                until[n],
                (block.start, block.end),
                _kind(words, item["factor_type"], len(found), n + 1 == len(headings)),
                block.level,
                item["number"] if item["factor_type"] == "factor" else None,
                item["theme"] if item["theme"] in THEMES else "",
                same(words),
                same(short_name(words)),
                each[n],
            )
        )
    return _closing(page, found, subject) if bounds else found


def _by_section(blocks: list[Block], bounds: list[int]) -> list[list[Block]]:
    each: list[list[Block]] = [[] for _ in bounds]
    n = -1
    for block in blocks:
        if block.kind == "heading":
            n += 1
        elif n >= 0 and block.kind != "furniture":
            each[n].append(block)
    return each


def _until(headings: list[Block], end: int) -> list[int]:
    """Return where the whole text of each section ends: at the next heading of its level or above."""
    ends = [end] * len(headings)
    open_: list[int] = []
    for n, heading in enumerate(headings):
        while open_ and headings[open_[-1]].level >= heading.level:
            ends[open_.pop()] = heading.start
        open_.append(n)
    return ends


def _opening(page: Page, opening: list[Block], end: int, *, alone: bool) -> Section:
    title = next((b for b in opening if b.kind == "title"), None)
    head = title or (opening[0] if opening else None)
    at = (head.start, head.end) if head else (0, min(40, len(page.text)))
    if title is None and head is not None:
        at = (head.start, _first_sentence(page.text, head.start, head.end))
    kind, name = ("section", WHOLE) if alone else ("introduction", INTRODUCTION)
    heading = same(page.words(*at)) if title else name
    body = [b for b in opening if b.kind != "title"]
    return Section(0, end, end, at, kind, 1, None, "", heading if heading.zh else name, name, body)


def _kind(words: str, judged: str, before: int, last: bool) -> str:
    if judged == "section" and before <= 1 and _OPENING.match(words):
        return "introduction"
    if judged == "section" and last and _CLOSING.match(words):
        return "conclusion"
    return judged


def _closing(page: Page, found: list[Section], subject: str) -> list[Section]:
    """Part a closing paragraph from the last section: one that sums up, or comes back to the subject."""
    last = found[-1]
    if (
        last.kind in ("conclusion", "introduction")
        or len(last.blocks) < 2
        or last.blocks[-1].kind != "paragraph"
    ):
        return found
    block = last.blocks[-1]
    words = page.words(block.start, block.end)
    returns = bool(subject) and subject in words[: len(subject) + 4] and len(words) >= 60
    told_before = any(subject in page.text[b.start : b.start + len(subject) + 4] for b in last.blocks[:-1])
    if not _SUMS_UP.match(words) and not (returns and not told_before):
        return found
    start = block.start
    at = (start, _first_sentence(page.text, start, block.end))
    kept = last._replace(end=start, until=start, blocks=last.blocks[:-1])
    closing = Section(start, len(page.text), len(page.text), at, "conclusion", 1, None, "", CONCLUSION,
                      CONCLUSION, [block], guessed=True)  # fmt: skip
    parents = [s._replace(until=min(s.until, start)) for s in found[:-1]]
    return [*parents, kept, closing]


def _first_sentence(text: str, start: int, end: int) -> int:
    match = re.compile(r"[。！？!?\n]").search(text, start, min(end, start + 200))
    return match.end() if match else min(end, start + 80)


def short_name(heading: str) -> str:
    """Return a heading as trees and charts have room for: its first phrase."""
    if len(heading) <= _WIDTH:
        return heading
    for cut in _CUT.finditer(heading, 4):
        return heading[: cut.start()].rstrip(" 的") if cut.start() <= 16 else f"{heading[:15]}…"
    if heading.isascii():
        return heading if len(heading) <= 32 else f"{heading[:31].rpartition(' ')[0] or heading[:31]}…"
    return heading if len(heading) <= 16 else f"{heading[:15]}…"


def factors(page: Page, found: list[Section]) -> list[Factor]:
    """Return the sections as factors, and tell the page where each begins."""
    made: list[Factor] = []
    above: list[tuple[int, str]] = []
    for order, section in enumerate(found):
        anchor = page.anchor(*section.anchor)
        ident = page.mint("fac", anchor)
        while above and above[-1][0] >= section.level:
            above.pop()
        parent = above[-1][1] if above else ""
        if section.kind in ("introduction", "conclusion"):
            parent = ""
        else:
            above.append((section.level, ident))
        summary = excerpt(page, section.blocks) or section.title.zh
        made.append(
            Factor(
                ident,
                section.kind,
                order,
                section.number,
                section.theme,
                section.title,
                section.short,
                same(summary),
                anchor,
                (section.start, section.until),
                (),
                parent,
            )
        )
    page.divide([(s.start, f.id) for s, f in zip(found, made, strict=True)])
    return made
