"""Where something stands in a text: code points of the canonical text, with the exact quote."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from desktop.core.value import value

CONTEXT = 32


@value
class Anchor:
    """A span of one source: ``start`` and ``end`` in code points, the quote, and up to 32 characters around it."""

    source: str
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""

    def holds(self, text: str) -> bool:
        """Whether the quote still stands at this place of ``text``."""
        return text[self.start : self.end] == self.quote


@value
class OriginalRef:
    """A place in an article that does not ship: reference, offsets and the hash of the passage, never its text."""

    ref: str
    start: int | None = None
    end: int | None = None
    sha256: str = ""


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentence (or table row, or bullet) of ``text`` that holds ``start``..``end``."""
    ends = "。！？\n"
    left = start
    while left > 0 and text[left - 1] not in ends:
        left -= 1
    right = max(start, end - 1)  # a span may end with its full stop
    while right < len(text) and text[right] not in ends:
        right += 1
    if right < len(text) and text[right] != "\n":
        right += 1
    return left, right


class Utf16Map:
    """Conversion between code points (Python) and UTF-16 units (QTextDocument) of one text."""

    def __init__(self, text: str) -> None:
        """Note where the characters beyond U+FFFF stand; most texts have none."""
        self._wide = [i for i, c in enumerate(text) if ord(c) > 0xFFFF]
        self._wide16 = list(accumulate(((b - a) for a, b in zip([0, *self._wide], self._wide, strict=False))))
        self._wide16 = [p + n for n, p in enumerate(self._wide16)]

    def to_utf16(self, index: int) -> int:
        """Return the UTF-16 offset of a code point offset."""
        return index + bisect_right(self._wide, index - 1) if self._wide else index

    def to_code_point(self, offset: int) -> int:
        """Return the code point offset of a UTF-16 offset (one inside a pair rounds down)."""
        if not self._wide:
            return offset
        before = bisect_right(self._wide16, offset - 1)
        if before and self._wide16[before - 1] == offset - 1:  # between the halves of a pair
            return offset - before
        return offset - before
