"""Numbers of the prose near a table, with the words by which they name its rows and its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from desktop.audit.lines import behind_last
from desktop.audit.scope import Section
from desktop.audit.table_names import Names
from desktop.audit.ways import like
from desktop.core.figure import Figure

_BREAK: Final = re.compile(r"[，,；;：:（(]")
_SENTENCE: Final = re.compile(r"[。！？\n]")
OTHER_TIME: Final = re.compile(r"(?:19|20)\d\d年|[一二三四]季度|[上下]半年|\d月")
_RATES: Final = ("%", "permille", "pp", "bp", "times", "rank")
_AHEAD: Final = 24  # characters behind a number
_BACK: Final = 90  # characters before it


class Said(NamedTuple):
    """A number of the prose, the words before it in its clause, and those of its sentence before that."""

    figure: Figure
    clause: str
    opening: str
    tail: str


def told_near(piece: Section, cue: re.Pattern[str]) -> Iterator[tuple[Names, Said]]:
    """The amounts of the prose that are no rates, each with every table near it that is read by its rows.

    Their clauses have a ``cue``.
    """
    for figure in piece.amounts if piece.sheets else ():
        if figure.role == "rank" or figure.unit in _RATES:
            continue
        at = figure.anchor.start - piece.start
        hedge = figure.anchor.quote.partition(figure.as_printed)[0]
        begin = at - len(behind_last(_SENTENCE, piece.text[max(0, at - _BACK) : at]))
        words = piece.text[begin:at] + hedge
        if not cue.search(behind_last(_BREAK, words)):
            continue
        *before, clause = _BREAK.split(words)
        end = figure.anchor.end - piece.start
        ahead = piece.text[end : end + _AHEAD]
        said = Said(figure, clause, "，".join(before), _BREAK.split(ahead)[0].partition("。")[0])
        for sheet in piece.near(figure.anchor.start):
            names = next((n for n in sheet.by_names if not n.across), None)
            if names is not None:
                yield names, said


def named(names: Names, words: str) -> list[str]:
    """The rows that words name, by the whole name or by an end of it that no other row has."""
    found = list(dict.fromkeys(names.pattern.findall(words))) if names.pattern is not None else []
    if found:
        return found
    short = {n: n[:2] for n in names.lines if sum(o[:2] == n[:2] for o in names.lines) == 1}
    return [n for n, own in short.items() if own in words]


def columns_of(names: Names, words: str, claim: Figure) -> list[int]:
    """The columns of levels that words name by their heads."""
    fields = [f for f in names.fields if not names.is_change(f) and is_level(names, f)]
    shared = [f for f in fields if grams_of(names.nouns[f]) & grams_of(words)]
    return [f for f in shared if claim.unit == "%" or like(next(iter(names.column(f).values())), claim)]


def is_level(names: Names, field: int) -> bool:
    """Whether a field holds amounts, no rates."""
    return not any(c.unit in _RATES for c in names.column(field).values()) and "率" not in names.nouns[field]


def grams_of(words: str) -> set[str]:
    """The pairs of characters of a name."""
    return {words[i : i + 2] for i in range(len(words) - 1)}
