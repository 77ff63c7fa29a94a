"""The value that a sentence goes on from: They owed 24.0 billion. Two years on, they owed 6.0 billion."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from desktop.audit.english_number import POINTS, SHARE, TIMES, Number, Told
from desktop.audit.english_words import TIMED, one_of

_CUE: Final = re.compile(
    rf"^\W*(?:(?:[A-Z][a-z]+|[Aa]|[Oo]ne) (?:years?|months?|weeks?|decades?|quarters?) (?:on|later|after|afterwards)\b"
    rf"|(?:By|In|At the end of|By the end of|Since) (?:the )?(?:{TIMED}|end)|Later|Now|Today|Eventually"
    rf"|Within|This year"
    rf"|Last year|The (?:next|following) (?:year|month)|By then|Then)"
)
_AGAIN: Final = re.compile(
    r"\b(?:it|they|its|their|there|the (?:number|total|figure|sum|balance|rate|price|cost))\b", re.I
)
_WORD: Final = re.compile(r"[A-Za-z]{4,}")
_COMMON: Final = frozenset((
    "year", "month", "later", "billion", "million", "thousand", "about", "only", "than", "that", "this", "were", "have",
    "been", "with", "from", "when", "which", "their", "there", "after", "before", "yuan", "dollar", "pound", "euro",
))  # fmt: skip


def carried(earlier: Sequence[Told], told: Told, own: Number) -> Number | None:
    """The one number of its kind in the sentence before, where a sentence begins with a later time."""
    if not earlier or own.kind in (POINTS, TIMES):
        return None
    lead = told.words[: own.start - told.start]
    before = earlier[-1]
    known = [n for n in before.numbers if n.kind == own.kind and (own.kind == SHARE or _noun(n, own))]
    if not 1 <= len(known) <= 2 or not known[-1].plain or not _CUE.search(told.marked):
        return None
    shared = {one_of(w.lower())[:5] for w in _WORD.findall(lead)} & {
        one_of(w.lower())[:5] for w in _WORD.findall(before.words) if w.lower() not in _COMMON
    }
    said = shared - {w[:5] for w in _COMMON}
    again = _AGAIN.search(lead) is not None or (own.noun and own.noun == known[-1].noun)
    return known[-1] if said or again else None


def _noun(one: Number, other: Number) -> bool:
    return not one.noun or not other.noun or one.noun == other.noun or one.kind != ""
