"""The text as the scanners read it: forms folded, emphasis gone, and a way back to the original offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

_WIDE = re.compile("[！-～\u3000\u00a0\u2009\u202f−–\u2795\u2796]")
_KEEP = "！（），：；？～＂＇"  # punctuation that Chinese text uses as it is
_FOLD = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5E) if chr(c) not in _KEEP}
_FOLD |= {0x3000: 32, 0xA0: 32, 0x2009: 32, 0x202F: 32, ord("−"): 45, ord("–"): 45, 0x2795: 43, 0x2796: 45}
# Amounts in traditional characters, read as in simplified ones; names beside them stay as they are.
_TRADITIONAL = str.maketrans("萬億個間兩幾數餘約過達僅長減漲縮點筆輛張單戶歲種項臺噸層條場雙",
                             "万亿个间两几数余约过达仅长减涨缩点笔辆张单户岁种项台吨层条场双")  # fmt: skip
_TOLD = re.compile(
    r"(?:(?:約|超過|達到?|僅|增長|減少|上漲|漲|縮減)了?)?(?=[\d一二三四五六七八九十百千兩幾數])"
    r"[\d.,一二三四五六七八九十百千兩幾數]+(?: ?[萬億餘多幾百千]+)*"
    r" ?(?:個?百分點|個?基點|[個間筆輛張單戶歲種項臺噸層條場雙])?"
)
_GROUPS = re.compile(r"\d{1,3}(?:[，\u00a0\u2009\u202f]\d{3})+(?!\d)")
_APART = str.maketrans(dict.fromkeys("，\u00a0\u2009\u202f", ","))
# Both begin with a character or a class of them, so that a search skips all others at once.
_EMPHASIS = re.compile(
    r"[*_`<](?:(?<=\*)\*|(?<=_)_(?:(?=\S)|(?<=\S__))|(?<=`)|"
    r"(?<=<)/?(?:b|strong|em|i|u|span|mark)\b[^>\n]{0,80}>)"
)
_ITALIC = re.compile(r"\*(?<![*A-Za-z0-9\\]\*)(?=[^\s*])[^*\n]{1,80}(?<=[^\s*])\*(?![*A-Za-z0-9])")
_LINK = re.compile(r"!\[[^\[\]\n]*\]\([^()\n]*\)|\[\^[^\[\]\n]{1,20}\]|(\[)[^\[\]\n]+(\]\([^()\n]*\))")
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

    def ahead(self, offset: int) -> int:
        """Return the place in the folded text of an offset into the original: the way that ``back`` returns."""
        low, high = 0, len(self.places)
        while low < high:  # how many cuts begin before the offset
            middle = (low + high) // 2
            if self.places[middle] + self.gaps[middle] < offset:
                low = middle + 1
            else:
                high = middle
        return max(offset - self.gaps[low], self.places[low - 1]) if low else offset


def fold(text: str) -> Folded:
    """Fold width and dashes one to one, blank addresses, and take emphasis marks out."""
    folded = text
    if _WIDE.search(text):
        folded = _GROUPS.sub(_grouped, text).translate(_FOLD)
    if "億" in folded or "萬" in folded or "個" in folded or "間" in folded:
        folded = _TOLD.sub(lambda m: m[0].translate(_TRADITIONAL), folded)
    if "://" in folded or "www." in folded:
        folded = _URL.sub(lambda m: "\0" * len(m[0]), folded)
    linked = "](" in folded or "[^" in folded
    if not (linked or "*" in folded or "`" in folded or "_" in folded or "<" in folded):
        return Folded(folded, [], [], frozenset())
    cuts = [m.span() for m in _EMPHASIS.finditer(folded)]
    if "*" in folded:
        blank = folded.replace("**", "\0\0") if cuts else folded
        pairs = [m.span() for m in _ITALIC.finditer(blank)]
        if pairs:
            cuts = sorted(cuts + [(a, a + 1) for a, _ in pairs] + [(b - 1, b) for _, b in pairs])
    if linked:
        cuts = _with_links(folded, cuts)
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


def _grouped(match: re.Match[str]) -> str:
    """Thousands separators as Chinese typing has them (１，２３４), unless more digits or a point stand before."""
    before = match.string[match.start() - 1 : match.start()]
    return match[0] if before and (before.isdigit() or before in ".．,，") else match[0].translate(_APART)


def _with_links(text: str, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Add pictures, marks of footnotes, and all of a link but its words; emphasis inside an address is none."""
    for match in _LINK.finditer(text):
        cuts += [match.span(1), match.span(2)] if match[1] else [match.span()]
    apart: list[tuple[int, int]] = []
    for cut in sorted(cuts):
        if not apart or cut[0] >= apart[-1][1]:
            apart.append(cut)
    return apart
