"""A page's tree into pieces in reading order: what each is, how much of it is links, and whether it looks foreign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from desktop.importers.readers.normal import clean
from desktop.importers.readers.page_grid import grid_of, is_layout

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIP: Final = frozenset(
    "script style noscript template head nav aside footer button select option textarea svg iframe object "  # noqa: SIM905
    "canvas video audio map input dialog menu datalist math".split()
)
_ROLES: Final = frozenset(("navigation", "complementary", "contentinfo", "search", "banner", "dialog"))
_HIDDEN: Final = re.compile(r"display\s*:\s*none", re.I)
_INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp "  # noqa: SIM905
    "small span strike strong sub sup time tt u var wbr img picture source".split()
)
_HEADS: Final = {f"h{n}": n for n in range(1, 7)}
_BOLD: Final = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.I)
_FOREIGN: Final = re.compile(
    r"(?:^|[-_ ])(?:nav(?:bar|igation)?|menus?|side(?:bar|nav)|footer|foot|breadcrumbs?|crumbs?|related|recommends?"
    r"|recommendation|comments?|respond|shares?|sharing|social|copyright|pag(?:er|ination)|ads?|advert(?:s|isements?)?"
    r"|adsense|banner|sponsor(?:ed)?|promo(?:tion)?|subscribe|newsletter|popup|modal|cookies?|toolbar|hot(?:list|news"
    r"|-list|-news)?|rank(?:ing|list)?|tuijian|guanggao|pinglun|fenxiang|xiangguan|dibu|daohang|login|search(?:box|"
    r"bar)?|mw-editsection|prev(?:-?next)?|next-?(?:prev|post)|qr-?code|ewm|tags?|taglist|user-?info|author-?(?:box|card|info))"
    r"(?:$|[-_ ])",
    re.I,
)
_NOTE_MARK: Final = re.compile(r"\s*(?:\[\s*(?:\d{1,3}|[a-z]|注\s*\d*)\s*\]|［\d{1,3}］|[①-⑳*†‡])\s*")


class Piece:
    """One block of the page before it is known whether it belongs to the article."""

    __slots__ = ("before", "bold", "foreign", "kind", "level", "linked", "mark", "rows", "text")

    def __init__(self, kind: str, text: str, foreign: bool, level: int = 0) -> None:
        self.kind, self.text, self.foreign, self.level = kind, text, foreign, level
        self.bold = False
        self.linked = 0.0
        self.mark = ""
        self.rows: list[list[str]] = []
        self.before: list[str] = []  # captions of a table


def walk(root: _Element) -> list[Piece]:
    """Return the pieces of a tree in order."""
    return _Walk().run(root)


class _Walk:
    """The state of one walk: the line being gathered and what encloses it."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.words: list[str] = []
        self.total = self.linked = self.strong = 0
        self.bold = self.links = self.foreign = 0
        self.heading = 0
        self.lists: list[int] = []  # the next number of each list we are in; 0 for bullets
        self.item: tuple[int, str] | None = None
        self.marks: list[tuple[str, bool, bool]] = []  # what each open element turned on

    def run(self, root: _Element) -> list[Piece]:
        """Walk without recursion: pages nest as deep as they like."""
        from lxml.etree import iterwalk

        tree: Any = iterwalk(root, events=("start", "end"))
        for event, element in tree:
            if event == "start":
                if not self._start(element, tree):
                    tree.skip_subtree()
            else:
                self._end(element)
                if element is not root:
                    self._say(element.tail)
        self._flush()
        return self.pieces

    def _start(self, element: _Element, tree: Any) -> bool:
        """Enter an element; False leaves its children out."""
        tag = element.tag
        style = element.get("style") or ""
        bold = tag in ("b", "strong") or (tag in _INLINE and bool(style) and _BOLD.search(style) is not None)
        foreign = self._is_foreign(element)
        link = tag == "a" and element.get("href") is not None
        self.marks.append((tag, bold, foreign))
        self.bold += bold
        self.foreign += foreign
        self.links += link
        if tag in _SKIP or (style and _HIDDEN.search(style)) or element.get("role") in _ROLES:
            return False
        if element.get("hidden") is not None or element.get("aria-hidden") == "true":
            return False
        if foreign and tag in _INLINE and tag != "a":
            return False  # a button of the site inside a line
        if tag == "sup" and self._is_note(element):
            return False
        if tag == "table" and not is_layout(element):
            self._table(element)
            return False
        if tag not in _INLINE:
            self._flush()
            if tag in _HEADS:
                self.heading = _HEADS[tag]
            elif tag in ("ul", "ol"):
                start = element.get("start") or ""
                self.lists.append(0 if tag == "ul" else int(start) if start.isdecimal() else 1)
            elif tag == "li":
                self._list_item()
        self._say(element.text)
        return True

    def _end(self, element: _Element) -> None:
        tag, bold, foreign = self.marks.pop()
        if tag not in _INLINE:
            self._flush()
            if tag in _HEADS:
                self.heading = 0
            elif tag in ("ul", "ol") and self.lists:
                self.lists.pop()
            elif tag == "li":
                self.item = None
        self.bold -= bold
        self.foreign -= foreign
        self.links -= tag == "a" and element.get("href") is not None

    def _is_foreign(self, element: _Element) -> bool:
        if element.tag in ("body", "html", "article", "main"):
            return False
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        return len(names) > 1 and _FOREIGN.search(names) is not None

    def _is_note(self, element: _Element) -> bool:
        """Whether a raised number is a reference; a power gets a caret, so that 10⁸ does not become 108."""
        text = "".join(element.itertext())
        if _NOTE_MARK.fullmatch(text) or (
            text.strip().isdecimal() and next(element.iter("a"), None) is not None
        ):
            return True
        if self.words and self.words[-1][-1:].isdecimal() and text.strip()[:1].isdecimal():
            self.words.append("^")
        return False

    def _list_item(self) -> None:
        number = self.lists[-1] if self.lists else 0
        if number:
            self.lists[-1] += 1
        self.item = max(1, len(self.lists)), f"{number}." if number else "•"

    def _say(self, words: str | None) -> None:
        if not words:
            return
        self.words.append(words)
        seen = len(words) - words.count(" ") - words.count("\n")
        self.total += seen
        if self.links:
            self.linked += seen
        if self.bold:
            self.strong += seen

    def _flush(self) -> None:
        """Make a piece of the gathered words."""
        if not self.words:
            return
        text = clean("".join(self.words))
        if text:
            kind = "heading" if self.heading else "item" if self.item else "paragraph"
            piece = Piece(kind, text, self.foreign > 0, self.heading)
            piece.linked = self.linked / max(1, self.total)
            piece.bold = self.strong >= 0.95 * self.total
            if kind == "item" and self.item:
                piece.level, piece.mark = self.item
                self.item = None  # what follows in the same item are paragraphs of their own
            self.pieces.append(piece)
        self.words = []
        self.total = self.linked = self.strong = 0

    def _table(self, element: _Element) -> None:
        self._flush()
        grid = grid_of(element)
        if grid.rows:
            piece = Piece("table", " ".join(" ".join(row) for row in grid.rows), self.foreign > 0)
            piece.rows, piece.before = grid.rows, grid.before
            seen = sum(len("".join(link.itertext())) for link in element.iter("a"))
            piece.linked = min(1.0, seen / max(1, len(piece.text)))
            self.pieces.append(piece)
        for table in grid.inner:
            self._table(table)
