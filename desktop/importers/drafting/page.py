"""The text of one article while it becomes a dossier: anchors, ids, and the section of every place."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from desktop.core.period import Period
from desktop.core.period_dates import bounds
from desktop.core.span import CONTEXT, Anchor

_UNQUOTABLE: Final = frozenset(("n/a", "illegible"))  # what the files read as a missing value
_EMPHASIS: Final = re.compile(r"\*\*|__(?=\S)|(?<=\S)__|`|</?(?:b|strong|em|i|u|span|mark)\b[^>\n]{0,80}>")
_LINK: Final = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)")
_SPACE: Final = re.compile(r"\s+")


class Page:
    """Makes anchors and ids; the same text gives the same ids, and a shifted text gives them too."""

    def __init__(self, text: str, source: str) -> None:
        """Begin without sections; ``divide`` names them."""
        self.text, self.source = text, source
        self._starts: list[int] = []
        self._sections: list[str] = []
        self._seen: dict[str, int] = {}

    def anchor(self, start: int, end: int) -> Anchor:
        """Return the anchor of a span; an empty one (a cell without text) takes in the character beside it."""
        text = self.text
        if end <= start:
            start, end = (
                (start, start + 1) if start < len(text) and text[start] != "\n" else (start - 1, start)
            )
        quote = text[start:end]
        if quote in _UNQUOTABLE:
            start, end = (start - 1, end) if start else (start, end + 1)
            quote = text[start:end]
        return Anchor(
            self.source,
            start,
            end,
            quote,
            text[max(0, start - CONTEXT) : start],
            text[end : end + CONTEXT],
        )

    def mint(self, kind: str, anchor: Anchor) -> str:
        """Return an id that follows from kind, quote and context; of equal ones the order decides."""
        words = f"{kind}\0{anchor.quote}\0{anchor.prefix}\0{anchor.suffix}"
        key = blake2b(words.encode("utf-8"), digest_size=8).hexdigest()
        again = self._seen.get(key, 0)
        self._seen[key] = again + 1
        return f"{kind}-{key}-{again}" if again else f"{kind}-{key}"

    def divide(self, sections: list[tuple[int, str]]) -> None:
        """Name the sections: where each begins, and its id."""
        self._starts = [start for start, _ in sections]
        self._sections = [ident for _, ident in sections]

    def section_at(self, offset: int) -> str:
        """Return the section that holds a place; what stands before the first belongs to it."""
        return self._sections[max(0, bisect_right(self._starts, offset) - 1)]

    def words(self, start: int, end: int) -> str:
        """Return a span as people read it."""
        return plain(self.text[start:end])


def plain(words: str) -> str:
    """Return words on one line, without emphasis and addresses of links."""
    if "](" in words:
        words = _LINK.sub(r"\1", words)
    if any(c in words for c in "*_`<"):
        words = _EMPHASIS.sub("", words)
    return _SPACE.sub(" ", words).strip()


@lru_cache(maxsize=8192)
def period_of(text: str) -> Period:
    """Return the period that a string names, with first and last day where it has them."""
    return Period(text, *bounds(text))
