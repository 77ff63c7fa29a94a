"""The whole that a part is of in an English text: named by its noun, by the words between, or by what it opens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from desktop.audit.english_number import COUNTED, POINTS, SHARE, TIMES, Number, Told, like, sized
from desktop.audit.english_words import VALUE, one_of
from desktop.audit.scope import Prose

_SUBJECT: Final = re.compile(r"[A-Za-z]{4,}")
_COMMON: Final = frozenset((
    "this", "that", "these", "those", "they", "thus", "made", "make", "makes", "were", "been", "total",
    "sales", "costs", "cost", "revenue", "share", "about", "only", "just", "more", "than", "half",
    "sold", "accounted", "together", "alone", "accounts", "represented"
))  # fmt: skip
_OPENING: Final = re.compile(
    rf"^\s*(?:Of|Out of|Among|From among) [^.;,{VALUE[1:4]}]{{0,24}}(?P<whole>{VALUE})"
)
_PARTED: Final = re.compile(
    r"\b(?:of|out of|among|including|included|of which|of whom|of them|total(?:ling)?|in all)\b", re.I
)
_TOTAL: Final = re.compile(
    r"\b(?:total of|total|altogether|in all|totalled|c[ao]mes? to|sum of|adds? up to|added up to|bill of"
    r"|(?:all told|in all|in total),? that is|that makes) (?:about |some )?$"
)


def inner_whole(told: Told, before: Sequence[Number]) -> tuple[Number, Number] | None:
    """90 of its 450 workers, a fifth: the part and the whole that stand right before a share."""
    if len(before) < 2:
        return None
    one = sized(before[-2], before[-1])
    if not like(one, before[-1]) or one.kind == SHARE:
        return None
    gap = told.between(before[-2], before[-1])
    joined = re.fullmatch(
        r"(?: [a-z]+)? (?:out of|of|in) (?:(?:the|its|their|all|our|every|a total of|total) )*", gap
    )
    return (one, before[-1]) if joined and one.point < before[-1].point else None


_EACH: Final = re.compile(r"\b(?:average|each|per|apiece)\b[^.;]*$", re.I)


def spoken_of(piece: Prose, told: Told, share: Number, whole: Number | None) -> tuple[Number, Number] | None:
    """Online sales made up 26% of the $190 million: the part that the sentences before give by that name."""
    lead = told.words[: share.start - told.start]
    known = [
        n for n in told.before if n.kind not in (SHARE, POINTS, TIMES) and (whole is None or like(n, whole))
    ]
    if whole is None and known:
        total = [n for n in known if is_total(piece, n)] or [n for n in known[:1] if _parted_by(n, known)]
        whole = total[-1] if total and total[-1].kind == known[-1].kind else None
        known = [n for n in known if whole is not None and like(n, whole) and n is not whole]
    if whole is None:
        return None
    names = {one_of(w) for w in _SUBJECT.findall(lead) if w.lower() not in _COMMON}
    called = [
        n
        for n in known
        if not _EACH.search(piece.text[max(0, n.start - 30) : n.start])
        and names & {one_of(w) for w in _SUBJECT.findall(_segment(piece, told, n))}
        and n.point < whole.point
    ]
    last = [n for n in known if n.point < whole.point]
    if (
        not called
        and len(last) == 1 == len(known)
        and re.match(r"\s*(?:This|That|It|The (?:sum|amount|fine|loan|money))\b", told.words)
    ):
        called = last
    return (called[0], whole) if len({n.point for n in called}) == 1 else None


def is_total(piece: Prose, own: Number) -> bool:
    """Whether words right before a number call it a total."""
    return _TOTAL.search(piece.text[max(0, own.start - 24) : own.start]) is not None


def _parted_by(own: Number, known: Sequence[Number]) -> bool:
    """Whether a number is the sum of those behind it: 600,000 visitors: 270,000, 210,000 and 120,000."""
    parts = [n for n in known if n is not own and like(n, own)]
    low, high = (sum(ends) for ends in zip(*(p.allows for p in parts), strict=True)) if parts else (0.0, 0.0)
    return len(parts) > 1 and low <= own.high and own.low <= high


def _segment(piece: Prose, told: Told, own: Number) -> str:
    """The words of a number: those before it and behind it, up to the next number or comma."""
    before = [n.end for n in told.before if n.end <= own.start]
    after = [n.start for n in told.before if n.start >= own.end]
    lead = piece.text[(before[-1] if before else 0) : own.start]
    tail = piece.text[own.end : after[0] if after else told.start]
    return re.split(r"[,;:.]| and ", lead)[-1] + " " + re.split(r"[,;:.]| and ", tail)[0]


def whole_of(
    piece: Prose,
    told: Told,
    part: Number,
    before: Sequence[Number],
    after: Sequence[Number],
    noun: str,
    *,
    loose: bool,
) -> Number | None:
    """The one larger number of its kind in the sentence, before the part; else the last one of the sentence before."""
    larger = [w for w in before if w is not part and like(w, part) and w.point > part.point]
    opening_ = _OPENING.match(told.marked)
    if opening_ is not None and told.number(opening_["whole"]) in larger:
        return told.number(opening_["whole"])
    if len(larger) == 1 and (loose or parted(told, larger[0], part)):
        return larger[0]
    if larger:
        return None
    if any(like(w, part) for w in after) and not loose:
        return None
    known = [w for w in told.before if like(w, part) and w.point > part.point]
    opening = parted(told, None, part)
    called = [w for w in known if by_name(piece, w, noun)]
    if noun and not called:
        called = [w for w in known if is_total(piece, w)]
    if opening and known:
        return max(known, key=lambda w: w.point) if part.kind == COUNTED else known[-1]
    for some in (called, known):
        if loose and len({w.point for w in some}) == 1:
            return some[-1]
    return None


def pointed_to(told: Told, part: Number) -> Number | None:
    """The last larger number before: Songbei had 32.0 billion. Its 9.6 billion came to 30% of that."""
    known = [w for w in told.before if like(w, part)]
    return known[-1] if known and known[-1].point > part.point else None


def by_name(piece: Prose, whole: Number, noun: str) -> bool:
    """Whether a number stands beside the noun of the whole: total costs of £5 million, of which so much of costs."""
    return bool(noun) and noun in piece.text[max(0, whole.start - 16) : whole.end + 12]


def parted(told: Told, whole: Number | None, part: Number) -> bool:
    """Whether words say that a whole is parted: Of W, P …; W including P; Out of W …"""
    at = part.start - told.start
    words = told.marked[max(0, (whole.start - told.start if whole is not None else 0) - 24) : at]
    if whole is None:
        return (
            re.match(
                r"\s*(?:Of (?:them|these|those|this|that|it)|A further|Another|Among them|Some)\b",
                told.marked,
            )
            is not None
        )
    if (
        whole.kind == ""
        and part.kind == ""
        and part.noun
        and whole.noun
        and part.noun != whole.noun
        and "f" not in words
    ):
        return False
    return _PARTED.search(words) is not None
