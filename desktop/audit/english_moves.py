"""Changes that an English sentence states: which values are before and after, and whose each size of change is.

English says both by its small words: *from* A *to* B, B *up* N *from* A, A *in* 2022 *and* B *in* 2023, *a rise of* N.
A size is taken only where nothing but such words and words of change stands between it and its pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from desktop.audit.change_words import EN_DOWN, EN_UP
from desktop.audit.english_words import HEDGE, TAIL, TIMED, VALUE, figure_of, marked, sizes
from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.magnitudes import SIZES, Magnitude
from desktop.audit.move import BY, TO, Move, is_share
from desktop.audit.move_words import CHAIN
from desktop.audit.pairs import Pair
from desktop.audit.reading import Reading
from desktop.audit.telling import named_in_english
from desktop.core.figure import Figure

_FROM_TO: Final = re.compile(rf"\bfrom {HEDGE}(?P<a>{VALUE}){TAIL},? to {HEDGE}(?P<b>{VALUE})")
_TO_FROM: Final = re.compile(rf"\bto {HEDGE}(?P<b>{VALUE}){TAIL},? from {HEDGE}(?P<a>{VALUE})")
_SINCE: Final = re.compile(
    rf"(?P<b>{VALUE}){TAIL}(?:,| \(|—| –)? ?(?:up|down|compared with|compared to|against|versus) (?:from )?{HEDGE}"
    rf"(?P<a>{VALUE})(?P<when>{TAIL})"
)
_SIZED: Final = re.compile(
    rf"(?P<b>{VALUE}){TAIL}(?:,| \(|—| –| and| was| is) ?(?:was |is |which is |which was )?"
    rf"(?P<word>up|down|an? [a-z]+ of|rising|falling)? ?(?:by )?{HEDGE}"
    rf"(?P<size>{VALUE}) ?(?P<than>(?:higher|more|lower|less|fewer|above|below) than|above|below|on|from|over|against"
    rf"|compared with) {HEDGE}(?P<a>{VALUE})(?P<when>{TAIL})"
)
_DATED: Final = re.compile(
    rf"(?P<a>{VALUE})(?:{TAIL})? (?:in|for|at the end of) (?P<d>{TIMED}),? ?(?:and|but|then|and then|to|,) ?"
    rf"(?:was |were |reached |to |rose to |fell to |grew to )?{HEDGE}(?P<b>{VALUE})(?:{TAIL})? (?:in"
    rf"|for|at the end of) "
    rf"(?P<e>{TIMED})"
)
_WHEN: Final = re.compile(
    rf"\b(?:earlier|before|ago|previous|prior|last year|at the start|originally|{TIMED})"
)
POINTS: Final = "count:点"
_OF_OTHER: Final = re.compile(
    r"\s*(?:of (?!growth|increase|decline)|on |from |against |versus |compared |short\b)"
)
_EACH_YEAR: Final = re.compile(r"\s*(?:a year|per year|per annum|annually|each year|every year|compounded)")
_EACH: Final = re.compile(
    r"\s*(?:a|per|each|every) (?:day|week|month|quarter)\b|\s*(?:monthly|quarterly|weekly)\b"
)
_AS_MUCH: Final = re.compile(
    r"\s*(?:the|its|their|that|what|as (?:much|many|high|large|big|long))\b"
)  # of what it was
_BREAK: Final = re.compile(r"[,;(:]|—|–| - ")
_ELSE: Final = re.compile(r"\b(?:and|while|but|whereas|although|as|when|because|since|than|share|part)\b")
_LEVEL: Final = re.compile(r"\bto\s*(?:about |nearly |just )?$")
_SAME: Final = frozenset((
    "that", "improvement", "deterioration", "change", "swing", "difference", "equal", "other", "word", "making",
    "mark", "marking", "mean", "meaning", "represent", "loss", "gain", "slide",
    "total", "or", "both", "time", "case", "thi", "therefore",
))  # fmt: skip
_WORD: Final = re.compile(r"[a-z]+")


def english_moves(reading: Reading) -> tuple[list[Move], list[Pair]]:
    """The changes that a sentence states with their sizes, and its pairs of values in order."""
    text = marked(reading)
    told = sizes(reading, text)
    own = {f.id: m for m in told if (f := m.figure).id}
    moves: list[Move] = []
    pairs: list[tuple[int, int, Pair]] = []
    taken: set[str] = set()

    def pair(match: re.Match[str], *, swap: bool = False) -> Pair | None:
        one, other = (
            figure_of(reading, match[name]) for name in ("b" if swap else "a", "a" if swap else "b")
        )
        if not _alike(one, other) or {one.id, other.id} & taken:
            return None
        taken.update((one.id, other.id))
        return Pair(one, other)

    for match in _SIZED.finditer(text):
        size = own.get(figure_of(reading, match["size"]).id)
        if size is None or not (_WHEN.search(match["when"]) or match["than"] == "from" or match["word"]):
            continue
        if (
            match["than"] == "from"
            and not match["word"]
            and size.figure.unit == figure_of(reading, match["b"]).unit
        ):
            continue  # to 4.0% from 4.4% this year and 2.1% from 2.8% next
        made = pair(match)
        if made is not None:
            taken.add(size.figure.id)
            pairs.append((*match.span(), made))
            words = f"{match['word'] or ''} {match['than']}"
            moves.append(_move(made, size, words, text[size.start - 24 : size.start]))
    for pattern in (_FROM_TO, _TO_FROM, _SINCE, _DATED):
        for match in pattern.finditer(text):
            if pattern is _SINCE and not (
                _WHEN.search(match["when"]) or re.search(r"(?:up|down) from", match[0])
            ):
                continue
            later = pattern is _DATED and match["d"] == match["e"]
            made = None if later else pair(match, swap=pattern is _DATED and _turned(reading, match))
            if made is not None:
                pairs.append((*match.span(), made))
    pairs.sort(key=lambda p: p[0])
    for n, (begin, end, made) in enumerate(pairs):
        floor = pairs[n - 1][1] if n else 0
        ceiling = pairs[n + 1][0] if n + 1 < len(pairs) else len(text)
        free = [m for m in told if m.figure.id not in taken or not m.figure.id]
        moves += _after(text, made, [m for m in free if end <= m.start and m.end <= ceiling], end)
        moves += _ahead(text, made, [m for m in free if floor <= m.start and m.end <= begin], begin)
    return moves, [p for _, _, p in pairs]


def _alike(one: Figure, other: Figure) -> bool:
    sized = {one.unit, other.unit} & {"pp", "bp", "times", "rank"}
    known = value_of(one) is not None and value_of(other) is not None
    counted = "" in (one.unit, other.unit) and (one.unit + other.unit).startswith(("person", "count:"))
    return one.id != other.id and not sized and known and (counted or same_dimension(one.unit, other.unit))


def _turned(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the value that comes first is the later one."""
    first, second = (figure_of(reading, match[name]).period for name in "de")
    return bool(first and second and first.start and second.start and first.start > second.start)


def _after(text: str, pair: Pair, free: list[Magnitude], at: int) -> Iterator[Move]:
    """Sizes behind a pair: from A to B, a rise of N."""
    for size in free:
        gap, rest = text[at : size.start], text[size.end : size.end + 24]
        *before, last = _BREAK.split(gap)
        if not before and not last.strip():
            return
        if any(_ELSE.search(part) for part in (*before, last)) or len(gap) > 80 or len(before) > 3:
            return
        if any(_names(part) for part in before[1:]) or _names(last if before else ""):
            return
        if not before and not re.search(r"\b(?:or|by|up|down|an? \w+ of)\b", last):
            return
        if _OF_OTHER.match(rest) or _EACH.match(rest) or _LEVEL.search(last):
            return
        if size.figure.unit not in (*SIZES, POINTS) and not _way(last):
            return
        yearly = _EACH_YEAR.match(rest)
        whole = size.figure.unit == "times" and _AS_MUCH.match(rest) is not None
        own = Magnitude(size.figure, size.start, size.end, TO, size.down) if whole else size
        yield _move(pair, own, last, last + (yearly[0] if yearly else ""))
        at = size.end


def _ahead(text: str, pair: Pair, free: list[Magnitude], begin: int) -> Iterator[Move]:
    """The size in front of a pair: rose N from A to B, a rise of N, from A to B, tripled from A to B."""
    if not free:
        return
    size = free[-1]
    gap, clause = text[size.end : begin], _BREAK.split(text[: size.start])[-1]
    if len(gap) > 30 or _ELSE.search(gap) or _OF_OTHER.match(gap) or _names(gap):
        return
    if not size.idiom and not _way(gap) and not re.search(rf"{_CHANGES} (?:of |by )?{HEDGE}$", clause):
        return
    yearly = CHAIN.search(clause[-30:] + gap)
    lead = clause[-24:] + (yearly[0] if yearly else "")
    yield _move(pair, size, clause[-32:] + gap, lead)


_CHANGES: Final = rf"\b(?:{'|'.join(sorted(EN_UP | EN_DOWN, key=len, reverse=True))})"


def _names(words: str) -> bool:
    """Whether words name anything but change, time and size."""
    return bool(named_in_english(re.sub(r"[^ -~]", " ", words)) - _SAME)


def _way(words: str) -> str:
    """The last word of change: "up", "down" or ""."""
    for word in reversed(_WORD.findall(words.lower())):
        if (word in EN_UP and word not in ("over", "more")) or word == "above":
            return "up"
        if (word in EN_DOWN and word != "less") or word == "below":
            return "down"
    return {"more than": "up", "less than": "down"}.get(words.strip(), "")


def _move(pair: Pair, size: Magnitude, words: str, lead: str) -> Move:
    way = _way(words)
    told = bool(way) and size.down is None
    falls = (value_of(pair.after) or 0) < (value_of(pair.before) or 0)
    down = size.down if size.down is not None else way == "down" if way else falls
    kind = size.way or (TO if size.figure.unit == "times" and size.idiom else BY)
    change = size.figure
    if change.unit == POINTS and is_share(pair.before):
        change = replace(change, unit="pp")  # English says "points" for percentage points
    return Move(pair.before, pair.after, change, re.sub(r"[^ -~]", "", lead), down, told, kind)
