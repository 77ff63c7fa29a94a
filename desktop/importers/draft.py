"""A reading becomes a dossier: sections, tables, figures, regulations, events, and what is doubtful about them."""

from __future__ import annotations

import gc
from dataclasses import replace
from typing import Any, Final

from desktop.core.dossier import Dossier
from desktop.core.evidence import Point
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.hashes import sha256_of
from desktop.core.policy import RegisterEntry
from desktop.core.source import Source, canonical, digest_of
from desktop.core.text import Text, same
from desktop.importers.blocks import Block
from desktop.importers.drafting import doubts, doubts_other
from desktop.importers.drafting.draft_events import events
from desktop.importers.drafting.draft_figures import figures
from desktop.importers.drafting.draft_headlines import headlines
from desktop.importers.drafting.draft_policies import policies
from desktop.importers.drafting.draft_sections import factors, sections
from desktop.importers.drafting.draft_tables import tables
from desktop.importers.drafting.excerpt import cut, excerpt
from desktop.importers.drafting.leftovers import leftovers
from desktop.importers.drafting.page import Page, plain
from desktop.importers.extract import extract_blocks
from desktop.importers.figures import topic
from desktop.importers.fold import fold
from desktop.importers.readers.offsets import into, out_of
from desktop.importers.reading import Reading
from desktop.importers.scan_text import scan
from desktop.importers.themes import THEMES, Lexicon

SOURCE_PATH: Final = "sources/article.txt"
_RULED: Final = ("html", "docx")  # formats that mark tables themselves
_LONGEST: Final = 80  # characters of a title
_NO_TEXT: Final = Text("（没有正文）", "(no text)")


def draft(reading: Reading, register: tuple[RegisterEntry, ...], lexicon: Lexicon = THEMES) -> Dossier:
    """Return the dossier of an article; the same reading gives the same dossier, ids and all."""
    collecting = gc.isenabled()
    gc.disable()  # many small values and no cycles: the collector would walk them again and again
    try:
        return _draft(_storable(reading), register, lexicon)
    finally:
        if collecting:
            gc.enable()


def _draft(reading: Reading, register: tuple[RegisterEntry, ...], lexicon: Lexicon) -> Dossier:
    text = reading.text
    folded = fold(text)
    scanned = scan(folded) if reading.blocks is None else into(folded, reading.blocks)
    blocks = out_of(folded, scanned)
    found = extract_blocks(text, folded, scanned, lexicon)
    items = found["items"]
    title = _title(reading, found["title"], blocks)
    subject = topic.find(folded.text, scanned).name or ""
    source = Source(
        f"src-{sha256_of(f'{reading.name}|{title}'.encode())[:12]}", "article", same(title), SOURCE_PATH,
        digest_of(text), text, reading.date,
    )  # fmt: skip
    page = Page(text, source.id)
    parts = sections(page, blocks, [i for i in items if i["kind"] == "factor"], subject)
    made = factors(page, parts)
    grids, idents = tables(page, items, blocks)
    reads, dropped = figures(page, items, idents)
    mentions = policies(page, items, register)
    everything = [r.figure for r in reads]
    dates = [f for f in everything if f.is_date]
    doubted = [
        *doubts_other.of_factors(page, parts, made),
        *doubts_other.of_tables(page, grids, ruled=reading.format in _RULED),
        *doubts.of_figures(page, reads),
        *doubts_other.of_policies(page, mentions, dates),
    ]
    return Dossier(
        id=dossier_id(reading.name, title),
        title=same(title),
        product=same(subject or cut(title, 24)),
        summary=_summary(page, made, parts[0].blocks),
        sources=(source,),
        factors=_with_headlines(made, everything, {d.item for d in doubted}),
        tables=tuple(g.table for g in grids),
        figures=tuple(everything),
        policies=tuple(m.mention for m in mentions),
        events=tuple(events(page, everything, [m.mention for m in mentions])),
        points=tuple(_points(page, items)),
        assessments=(),
        doubts=tuple(doubted),
        leftovers=tuple(leftovers(page, folded, scanned, items, dropped)),
    )


def dossier_id(name: str, title: str) -> str:
    """Return the id of the article of a file: it follows from name and title, so that an edited text keeps it."""
    return f"article-{sha256_of(f'{name}|{title}'.encode())[:16]}"


def _storable(reading: Reading) -> Reading:
    """Return the reading with a text that a file gives back as it is: no BOM, LF, no halves of surrogate pairs."""
    text = canonical(reading.text).lstrip("\ufeff") or " "
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode("utf-8")
    if text == reading.text:
        return reading
    blocks = reading.blocks if len(text) == len(reading.text) else None
    return replace(reading, text=text, blocks=blocks)


def _title(reading: Reading, found: dict[str, Any] | None, blocks: list[Block]) -> str:
    """The title in the text, that of the file, the first heading, the first line, or the name of the file."""
    first = next((b for b in blocks if b.kind == "heading"), None) or next(
        (b for b in blocks if b.kind != "furniture"), None
    )
    lines = [found["text"] if found else "", reading.title]
    lines += [reading.text[first.content : first.end]] if first else []
    for line in (*lines, reading.name):
        words = plain(line.partition("\n")[0])
        if words:
            return cut(words, _LONGEST)
    return _NO_TEXT.zh


def _summary(page: Page, made: list[Factor], opening: list[Block]) -> Text:
    words = excerpt(page, opening) or made[0].summary.zh or _NO_TEXT.zh
    return same(words)


def _with_headlines(made: list[Factor], found: list[Figure], doubtful: set[str]) -> tuple[Factor, ...]:
    chosen = headlines(found, doubtful)
    return tuple(replace(f, headline=chosen[f.id]) if f.id in chosen and f.is_reason else f for f in made)


def _points(page: Page, items: list[dict[str, Any]]) -> list[Point]:
    made = []
    for order, item in enumerate(i for i in items if i["kind"] == "bullet"):
        anchor = page.anchor(item["start"], item["end"])
        label = plain(item["label"]) if item["label"] else ""
        made.append(
            Point(
                page.mint("pnt", anchor),
                page.section_at(item["start"]),
                order,
                item.get("style") or "bullet",
                same(label),
                page.words(item["start"], item["end"]) or anchor.quote,
                anchor,
            )
        )
    return made
