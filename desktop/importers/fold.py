"""The text as the scanners read it: forms folded, emphasis gone, and a way back to the original offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

_WIDE = re.compile("[！-～\u3000\u00a0\u2009\u202f−–]")
_KEEP = "！（），：；？～＂＇"  # punctuation that Chinese text uses as it is
_FOLD = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5E) if chr(c) not in _KEEP}
_FOLD |= {0x3000: 32, 0xA0: 32, 0x2009: 32, 0x202F: 32, ord("−"): 45, ord("–"): 45}
_EMPHASIS = re.compile(r"\*\*|__(?=\S)|(?<=\S)__|`|</?(?:b|strong|em|i|u|span|mark)\b[^>\n]{0,80}>")
_ITALIC = re.compile(r"(?<![*A-Za-z0-9\\])\*(?=[^\s*])[^*\n]{1,80}(?<=[^\s*])\*(?![*A-Za-z0-9])")
_URL = re.compile(r"(?:https?://|www\.)[^\s|）)》\u4e00-\u9fff]+")
_BOLD_LINE = re.compile(r"^[ \t]*(\*\*|__)(?=\S)(?:(?!\1)[^\n|]){2,48}\1[ \t]*(?=\n|\Z)", re.M)


class Folded(NamedTuple):
    """``text`` to scan; ``places`` and ``gaps`` lead its offsets back; ``bold`` are starts of bold lines."""

    text: str
    places: list[int]
    gaps: list[int]
    bold: frozenset[int]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original text for a span of the folded one."""
        if not self.places:
            return start, end
        first = start + self.gaps[bisect_right(self.places, start)]
        if end <= start:
            return first, first
        return first, end + self.gaps[bisect_right(self.places, end - 1)]


def fold(text: str) -> Folded:
    """Fold width and dashes one to one, blank addresses, and take emphasis marks out."""
    folded = text.translate(_FOLD) if _WIDE.search(text) else text
    if "://" in folded or "www." in folded:
        folded = _URL.sub(lambda m: "\0" * len(m[0]), folded)
    if not ("*" in folded or "`" in folded or "_" in folded or "<" in folded):
        return Folded(folded, [], [], frozenset())
    cuts = [m.span() for m in _EMPHASIS.finditer(folded)]
    if "*" in folded:
        blank = folded.replace("**", "\0\0") if cuts else folded
        pairs = [m.span() for m in _ITALIC.finditer(blank)]
        if pairs:
            cuts = sorted(cuts + [(a, a + 1) for a, _ in pairs] + [(b - 1, b) for _, b in pairs])
    if not cuts:
        return Folded(folded, [], [], frozenset())
    gaps = [0, *accumulate(b - a for a, b in cuts)]
    places = [a - gone for (a, _), gone in zip(cuts, gaps, strict=False)]
    starts = (m.start() for m in _BOLD_LINE.finditer(folded))
    before = [a for a, _ in cuts]
    bold = frozenset(s - gaps[bisect_right(before, s - 1)] for s in starts)
    parts, last = [], 0
    for a, b in cuts:
        parts.append(folded[last:a])
        last = b
    parts.append(folded[last:])
    return Folded("".join(parts), places, gaps, bold)
