"""All numbers of an English paragraph, also those that are no figures: 124 of "Of 200 users, 124, or 62%", "a third".

Each sentence is one text in which every number is a single mark (``VALUE``), so that patterns can bind by order,
punctuation and small words, whatever the verbs and nouns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from desktop.audit.english_number import COUNTED, DATE, FIRST, PAD, POINTS, SHARE, TIMES, Number, Told, sized
from desktop.audit.english_worded import BARE, SCALES, THING, of_words
from desktop.audit.english_words import one_of
from desktop.audit.interval import as_claim, value_of
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.units import unit
from desktop.core.value import once

CHINESE: Final = re.compile(r"[\u3007\u4e00-\u9fff]")
_SCALED: Final = re.compile(r"\b(?:thousand|million|billion|trillion)$")
_DONE: Final = re.compile(r"(?:came|went|made|come|comes|makes|[a-z]+ed)$")
_END: Final = re.compile(r"(?<![A-Z]\.)(?<!\bNo\.)(?<=[.!?])[”\"’)]?\s+(?=[A-Z“\"£$€\d(])|\n+")


@once
def english(piece: Prose) -> tuple[Told, ...]:
    """The sentences of an English paragraph; none of one with any Chinese."""
    if CHINESE.search(piece.text):
        return ()
    found: list[Told] = []
    earlier: tuple[Number, ...] = ()
    known = [n for n in _numbers(piece) if n is not None]
    dates = [f for f in piece.figures if f.is_date]
    begin = 0
    for end in (*(m.end() for m in _END.finditer(piece.text)), len(piece.text)):
        own = tuple(n for n in known if begin <= n.start < end)
        when = tuple(f for f in dates if begin <= f.anchor.start - piece.start < end)
        if own or when:
            words = piece.text[begin:end]
            found.append(Told(begin, words, _marked(piece, words, begin, own, when), own, when, earlier))
        earlier = (*earlier, *own)
        begin = end
    return tuple(found)


def _marked(piece: Prose, words: str, begin: int, own: Sequence[Number], when: Sequence[Figure]) -> str:
    chars = list(words)
    places = [(n.start - begin, n.end - begin, chr(FIRST + i)) for i, n in enumerate(own)]
    places += [
        (f.anchor.start - piece.start - begin, f.anchor.end - piece.start - begin, chr(DATE + i))
        for i, f in enumerate(when)
    ]
    for start, end, mark in places:
        chars[start:end] = mark + PAD * (min(end, len(words)) - start - 1)
    return "".join(chars)


def _numbers(piece: Prose) -> Iterator[Number | None]:
    taken = []
    made: list[Number | None] = []
    for figure in piece.figures:
        start, end = figure.anchor.start - piece.start, figure.anchor.end - piece.start
        taken.append((start, end))
        if not figure.is_date and (own := _of_figure(piece.text, figure, start, end)) is not None:
            made.append(own)
    for match in BARE.finditer(piece.text):
        start, end = match.span()
        if not any(start < b and a < end for a, b in taken):
            made.append(of_words(piece.text, match))
    yield from _in_money(piece.text, sorted((n for n in made if n is not None), key=lambda n: n.start))


def _in_money(text: str, numbers: Sequence[Number]) -> Iterator[Number]:
    """Gives the 27 million of "42 million yuan on systems, 27 million on storage" the kind of what it stands beside."""
    money: Number | None = None
    for own in numbers:
        if own.kind.startswith("money"):
            money = own
        elif own.kind == COUNTED and _SCALED.search(own.words):
            thing = THING.match(text, own.end)
            if thing is not None and not _DONE.match(thing[1]):
                money = None  # 27 million users: what follows may be of either
            elif money is not None:
                yield sized(replace(own, noun=""), money)
                continue
        yield own


def _of_figure(text: str, figure: Figure, start: int, end: int) -> Number | None:
    claim, point = as_claim(figure), value_of(figure)
    if claim is None or point is None or figure.role == "rank":
        return None
    known = unit(figure.unit)
    kind = SHARE if figure.unit == "%" else known.dimension if known is not None else figure.unit
    if figure.unit == "count:点":
        kind = POINTS
    if figure.unit == "person" or (figure.unit.startswith("count:") and kind != POINTS):
        kind = COUNTED
    if figure.unit == "times":
        kind = TIMES
    words = re.findall(r"[a-z]{3,}", figure.as_printed)
    words = [w for w in words if w not in SCALES]
    thing = THING.match(text, end)
    noun = one_of(words[-1]) if words else one_of(thing[1]) if thing else ""
    plain = figure.comparator == "=" and not figure.hedge
    return Number(start, end, text[start:end], point, claim.low, claim.high, kind, noun, plain, figure)
