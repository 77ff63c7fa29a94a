"""Which pieces of a page are the article: trafilatura decides, over pieces of ours that keep tables whole."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop.importers import lines
from desktop.importers.readers.page_walk import Piece, walk

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# trafilatura takes minutes for more; beyond, our own rules alone decide
_MOST_MARKUP: Final = 1_500_000
_MOST_ELEMENTS: Final = 20_000
_MOST_ROOTS: Final = 8
_SPACE: Final = re.compile(r"\s+")
_PROSE: Final = re.compile(r"[。！？；]|[.!?](?:\s|$)")
_SITE: Final = re.compile(
    r"\s*[-_|–—]{1,2}\s*[^-_|–—]{0,10}(?:网|报|新闻|频道|博客|社区|论坛|百科|资讯|[Nn]ews|\.(?:com|cn))\s*$"
)
_NEAR: Final = 20_000
_SHORT: Final = 8
_ROOTS: Final = (
    "//article|//main|//*[@role='main']|//*[@itemprop='articleBody']|//*[@id='js_content']"
    "|//*[@id='content' or @id='article' or @id='artibody' or @id='ContentBody']"
    "|//*[contains(@class,'article-content') or contains(@class,'article_content') or contains(@class,'entry-content')"
    " or contains(@class,'post-content') or contains(@class,'article-body') or contains(@class,'rich_media_content')]"
)


class Article(NamedTuple):
    """The article of a page: its pieces, title, and date ("" or ISO)."""

    pieces: list[Piece]
    title: str
    date: str


def article_of(page: str) -> Article:
    """Find the article in the markup of a page; no pieces when there is none."""
    tree = parse(page)
    if tree is None:
        return Article([], "", "")
    title, date, chosen = _trafilatura(page)
    pieces = walk(_root(tree))
    kept = _kept(pieces, chosen)
    if not any(p.kind != "heading" for p in kept):
        kept = _kept(pieces, "")
    return Article(kept, _SITE.sub("", title or _own_title(tree)), date)


def parse(page: str) -> HtmlElement | None:
    """Parse markup without entities, network or comments; None when there is nothing in it."""
    from lxml import etree, html

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(page, parser=parser, ensure_head_body=False)
    except (etree.LxmlError, ValueError):
        return None


def _root(tree: HtmlElement) -> HtmlElement:
    """Return the element that the page itself calls its article, if that holds most of the prose; else the page."""
    body = tree.find("body")
    if body is None:
        body = tree
    whole = _prose(body)
    best, least = body, whole + 1
    for element in tree.xpath(_ROOTS)[:_MOST_ROOTS]:
        size = _prose(element)
        if 0.6 * whole <= size < least:
            best, least = element, size
    return best


def _prose(element: HtmlElement) -> int:
    """Return how many characters of running text stand below an element, links left out."""
    size = 0
    for one in element.iter("*"):
        if one.tag not in ("a", "script", "style", "noscript", "option") and one.text and len(one.text) > 12:
            size += len(one.text)
        if one is not element and one.tail and len(one.tail) > 12:
            size += len(one.tail)
    return size


def _trafilatura(page: str) -> tuple[str, str, str]:
    """Return title, date and the squeezed text that trafilatura takes for the article ("" when it cannot say)."""
    if len(page) > _MOST_MARKUP or page.count("<") > 2 * _MOST_ELEMENTS:
        return "", "", ""
    from trafilatura import bare_extraction

    tree = parse(page)
    if tree is None:
        return "", "", ""
    for library in ("trafilatura", "htmldate"):  # they tell on stderr what they leave out
        logging.getLogger(library).setLevel(logging.CRITICAL)
    for element in tree.iter("*"):
        attributes = element.attrib
        if "visibility" in attributes.get("style", "") or "opacity" in attributes.get("style", ""):
            del attributes["style"]  # pages that fade in
        for span in (
            "colspan",
            "rowspan",
        ):  # large ones keep it busy for minutes, and its tables are not used
            attributes.pop(span, None)
    try:
        found = bare_extraction(
            tree,
            favor_recall=True,
            include_comments=False,
            include_tables=True,
            deduplicate=False,  # its memory outlives a page
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return "", "", ""  # odd markup: our own rules decide
    if found is None or isinstance(found, dict):
        return "", "", ""
    body = found.body
    text = "".join(body.itertext()) if body is not None and len(body) > 1 else ""
    return found.title or "", found.date or "", _SPACE.sub("", text)


def _kept(pieces: list[Piece], chosen: str) -> list[Piece]:
    """Return the pieces of the article: from the first to the last that is sure, less what is foreign."""
    sure = (
        _in_text(pieces, chosen)
        if chosen
        else [_plain(p) and _PROSE.search(p.text) is not None for p in pieces]
    )
    # a short word stands in any text: it does not tell where the article begins and ends
    places = [n for n, is_sure in enumerate(sure) if is_sure and len(pieces[n].text) > _SHORT]
    if not places and not chosen:  # a page of tables or catchwords
        places = [
            n for n, p in enumerate(pieces) if _plain(p) and (p.kind == "table" or len(p.text) > 3 * _SHORT)
        ]
    if not places:
        return []
    first, last = places[0], places[-1]
    while (
        first
        and _plain(pieces[first - 1])
        and (pieces[first - 1].kind == "heading" or pieces[first - 1].bold)
    ):
        first -= 1
    while last + 1 < len(pieces) and _plain(pieces[last + 1]) and _ends(pieces[last + 1], sure[last + 1]):
        last += 1
    return [
        piece
        for n, piece in enumerate(pieces[first : last + 1], first)
        if sure[n] or (_plain(piece) and (not chosen or _says(piece)) and not lines.is_furniture(piece.text))
    ]


def _ends(piece: Piece, sure: bool) -> bool:
    """Whether a piece behind the last sure one still belongs to the article."""
    return piece.kind in ("table", "item") or (sure and _PROSE.search(piece.text) is not None)


def _says(piece: Piece) -> bool:
    """Whether a piece that was not chosen is one that trafilatura loses: a table, a heading, a sentence."""
    return piece.kind in ("table", "heading") or piece.bold or _PROSE.search(piece.text) is not None


def _plain(piece: Piece) -> bool:
    """Whether a piece looks like part of an article: not mostly links, not in a box of the site's."""
    return not piece.foreign and piece.linked < (0.9 if piece.kind == "heading" else 0.6)


def _in_text(pieces: list[Piece], chosen: str) -> list[bool]:
    """Say for each piece whether it stands in the chosen text, in order; a search looks a bounded way ahead."""
    found, at = [], 0
    for piece in pieces:
        words = _SPACE.sub("", piece.text)
        if piece.kind == "table":
            cells = [_SPACE.sub("", cell) for row in piece.rows[:12] for cell in row if cell]
            hits = [chosen.find(cell, at, at + _NEAR) for cell in cells]
            here = sum(hit >= 0 for hit in hits) * 2 > len(hits)
            if here:
                at = max(at, *hits)
        else:
            hit = chosen.find(words, max(0, at - 200), at + _NEAR + len(words))
            here = hit >= 0 and bool(words)
            if here and len(words) > 8:  # a short word is found by chance
                at = hit + len(words)
        found.append(here)
    return found


def _own_title(tree: HtmlElement) -> str:
    """Return the first h1, or the words of <title>."""
    for name in (".//h1", ".//title"):
        element = tree.find(name)
        if element is not None:
            words = _SPACE.sub(" ", "".join(element.itertext())).strip()
            if words:
                return words
    return ""
