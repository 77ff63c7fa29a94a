"""An English sentence with its figures as single marks, so that its grammar can be matched; offsets stay."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.magnitudes import Magnitude, idioms, made_of
from desktop.audit.move import BY
from desktop.audit.reading import Reading
from desktop.core.figure import Figure

_FIRST, _DATE, _PAD = 0xE000, 0xF000, "\uf8ff"
VALUE: Final = "[\ue000-\uefff]\uf8ff*"
SIZE: Final = VALUE
TIMED: Final = "[\uf000-\uf7ff]\uf8ff*"
HEDGE: Final = (
    r"(?:(?:about|around|roughly|nearly|almost|some|just|over|under|more than|less than|fewer than|at least"
    r"|approximately|only|barely|an?|the|last year.s|its|as much as|as many as|as little as) ){0,3}"
)
_STOP: Final = (
    r"(?:and|while|but|whereas|as|when|because|although|though|after|which|who|from|to|or|up|down|by|with|against|than"
    r"|compared|versus|was|were|is|are|rose|fell|if|of which)"
)
TAIL: Final = rf"(?:(?: (?!{_STOP}\b)[A-Za-z][\w'’/-]*| {TIMED}){{0,7}})"
_FRACTION: Final = re.compile(
    r"\b(?P<n>an?|one|two|three|four) (?P<d>half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?\b|\bhalf\b"
)
_PARTS: Final = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_MANY: Final = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_ROUND: Final = 0.10  # "a quarter" is said of what lies around it
_NO_PART: Final = re.compile(r"\s*(?:of \d{4}|of the year|results|earnings)|\s*(?:year|of)\b(?! the)")
_ORDINAL: Final = re.compile(r"\b(?:first|second|third|fourth|last|previous|next|this|each|every|per)\s*$")


def marked(reading: Reading) -> str:
    """The words with every amount as its number in a mark, padded to its length, and every date as one."""
    chars = list(reading.text)
    for base, figures in ((_FIRST, reading.sentence.amounts), (_DATE, reading.sentence.dates)):
        for n, figure in enumerate(figures):
            start, end = reading.start(figure), reading.end(figure)
            chars[start:end] = chr(base + n) + _PAD * (end - start - 1)
    return "".join(chars)


def figure_of(reading: Reading, mark: str) -> Figure:
    """The amount or the date that a mark stands for."""
    code = ord(mark[0])
    return reading.sentence.dates[code - _DATE] if code >= _DATE else reading.sentence.amounts[code - _FIRST]


_OF_A_POINT: Final = re.compile(r"(?: of)? (?:an?|one) (?:percentage )?point\b", re.I)


def sizes(reading: Reading, text: str) -> list[Magnitude]:
    """What may be a size of change, in order: percentages, multiples, plain amounts, fractions and turns of phrase."""
    told = idioms(reading)
    for match in _FRACTION.finditer(text):
        if _NO_PART.match(text, match.end()) or _ORDINAL.search(text, 0, match.start()):
            continue
        if not any(m.start < match.end() and match.start() < m.end for m in told):
            share = 100 * _MANY.get(match["n"] or "a", 1) / _PARTS[match["d"] or "half"]
            points = _OF_A_POINT.match(text, match.end()) is not None  # half a percentage point
            share *= 0.01 if points else 1
            ends = share * (1 - _ROUND), share * (1 + _ROUND)
            told.append(made_of(reading, match, "pp" if points else "%", *ends, BY, None))
    found = [Magnitude(f, reading.start(f), reading.end(f)) for f in reading.sentence.amounts]
    return sorted([*found, *told], key=lambda m: m.start)


_COUNTS: Final = {w: n for n, w in enumerate(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1)
}  # fmt: skip
COUNT: Final = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(_COUNTS)})"


def count_of(words: str) -> int:
    """A whole number in digits or in words."""
    return _COUNTS.get(words.lower()) or int(words.replace(",", ""))


def one_of(noun: str) -> str:
    """The singular of a regular noun, in small letters: tonnes, companies, boxes; aircraft stays."""
    low = noun.lower()
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low
