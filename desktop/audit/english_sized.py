"""Multiples in English words, as numbers: triple, a fourfold rise, half as much again, a third of the old price."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.english_number import TIMES, Number, Told
from desktop.audit.english_words import HEDGE, VALUE

_MANY: Final = {
    w: float(n)
    for n, w in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
}
_WORDS: Final = {"double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0, "twice": 2.0}
_PARTS: Final = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_N: Final = "|".join(_MANY)
_AS: Final = r"as (?:much|many|high|large|big|long|dear|expensive)"
FOLDS: Final = re.compile(
    rf"\b(?:half {_AS} again(?P<again>)|(?P<n>{_N})(?P<half> and a half)? times(?= {_AS}| the| its| their"
    rf"| what| that| higher"
    rf"| more| larger|[,.;)])|(?P<fold>{_N})-?fold|(?P<word>twice|double|triple|treble|quadruple)(?= {_AS}"
    rf"| the| its| that"
    rf"| what|[,.;)]|$)|(?P<part>half|an? (?:third|quarter|fifth|sixth|eighth"
    rf"|tenth)) (?:of )?(?={_AS}(?! again)|(?:the|its|their) "
    r"(?:old|original|former|earlier|previous|first|starting|opening|peak|top|best|highest|height)\b))",
    re.I,
)
_TURNED: Final = re.compile(
    rf"\b(?P<verb>halved|doubled|tripled|trebled|quadrupled) to {HEDGE}(?P<own>{VALUE})"
)
_VERBS: Final = {"halved": 0.5, "doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0}
_BAND: Final = 0.1


def folds(told: Told) -> Iterator[Number]:
    """The multiples of a sentence; "a fourfold rise" is also five times as much."""
    for match in FOLDS.finditer(told.words):
        if match["part"]:
            point = 1.0 / _PARTS[match["part"].split()[-1].lower()]
        elif match["word"]:
            point = _WORDS[match["word"].lower()]
        elif match["again"] is not None:
            point = 1.5
        elif match["fold"]:
            point = _MANY[match["fold"].lower()]
        else:
            point = _MANY[match["n"].lower()] + (0.5 if match["half"] else 0.0)
        yield _made(told, match, point)


def turned(told: Told) -> Iterator[tuple[Number, Number]]:
    """Verbs of multiplication right before the value that they lead to: had halved to 30,000."""
    for match in _TURNED.finditer(told.marked):
        yield _made(told, match, _VERBS[match["verb"]], match["verb"]), told.number(match["own"])


def _made(told: Told, match: re.Match[str], point: float, words: str = "") -> Number:
    words = words or match[0].rstrip()
    start, wide = told.start + match.start(), _BAND * point
    return Number(start, start + len(words), words, point, point - wide, point + wide, TIMES, "", False)
