"""Lengths of time that are no lengths between two dates: terms of a sum, and the time in which something follows."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.lengths import Length
from desktop.audit.scope import Section
from desktop.audit.time_pairs import Meant

_STOP: Final = re.compile(r"[。！？；;]")
_TERM: Final = re.compile(r"\s*(?:减去|减|扣除|扣掉|加上|除以|乘以?|[÷×−+])")
_COMES_TO: Final = re.compile(
    r"(?:除以|乘以|减去|加上|扣除)[^。；，]{1,12}[，,]?(?:约|约为|等于|得出?|是|即|为|结果)*$"
)
_WITHIN: Final = re.compile(r"[里间内来，,]")


def is_reckoned(text: str, length: Length) -> bool:
    """Whether a length is a term of a sum or what it comes to: 365天减去104天, 除以365再乘以10，约为7.5天."""
    begin = max((m.end() for m in _STOP.finditer(text, 0, length.start)), default=0)
    return (
        _TERM.match(text, length.end) is not None or _COMES_TO.search(text[begin : length.start]) is not None
    )


def opens(piece: Section, base: int, length: Length, pair: Meant) -> bool:
    """Whether a length opens a sentence as the time of what follows (五个半年里，…), and one date stands before it."""
    begin = piece.sentence_start(base + length.start)
    if piece.text[begin : base + length.start].strip() or not _WITHIN.match(piece.text, base + length.end):
        return False
    return min(pair.one.start, pair.other.start) < begin < max(pair.one.start, pair.other.start)
