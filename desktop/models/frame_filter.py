"""Which rows stay: by a text, in one column or any, and by a set of values; and what values there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from desktop.core.progress import Progress
from desktop.models.frame_chunks import pieces
from desktop.models.frame_column import Array, FrameColumn
from desktop.models.frame_text import MISSING, NUMERIC_ALPHABET, is_missing, shown
from desktop.models.frame_words import text_counts

LISTED = 1000
"""How many different values a list of values shows at most."""


class Chosen(NamedTuple):
    """A set of values to keep, and whether missing ones stay."""

    values: frozenset[Hashable]
    missing: bool = False


class Distinct(NamedTuple):
    """The different values of a column: (value, how it reads, how often); ``total`` also counts unlisted."""

    values: tuple[tuple[Hashable, str, int], ...]
    missing: int
    total: int


def may_show(column: FrameColumn, needle: str) -> bool:
    """Whether any value of the column could show the text."""
    return _test(column, needle) is not None


def shows_text(column: FrameColumn, needle: str, rows: Array, progress: Progress) -> Array:
    """Return which of the rows show the text; letters match in either case, missing values never do."""
    kept = np.zeros(len(rows), dtype=bool)
    test = _test(column, needle)
    if test is None:
        return kept
    for piece in pieces(len(rows), progress):
        kept[piece] = _flags(test(_run(rows[piece])))
    return kept


def has_value(column: FrameColumn, chosen: Chosen, rows: Array, progress: Progress) -> Array:
    """Return which of the rows hold a chosen value."""
    numbers = column.numbers()
    if numbers is not None:
        values, gone = numbers
        taken = values[rows]
        absent = _absent(taken, None if gone is None else gone[rows])
        wanted = np.array(list(chosen.values), dtype=taken.dtype) if chosen.values else taken[:0]
        progress.step(0, 1)
        return np.where(absent, chosen.missing, np.isin(taken, wanted))
    kept = np.zeros(len(rows), dtype=bool)
    for piece in pieces(len(rows), progress):
        part = column.objects(_run(rows[piece]))
        names = chosen.values
        kept[piece] = _flags(
            [
                v in names if type(v) is str else chosen.missing if is_missing(v) else shown(v) in names
                for v in part
            ]
        )
    return kept


def distinct(column: FrameColumn, rows: Array, progress: Progress) -> Distinct:
    """Return the different values among the rows: in order, or, when too many, the most frequent ones."""
    numbers = column.numbers()
    if numbers is None:
        return _distinct_objects(column, rows, progress)
    values, gone = numbers
    taken = values[rows]
    present = np.flatnonzero(~_absent(taken, None if gone is None else gone[rows]))
    progress.step(0, 1)
    found, first, counts = np.unique(taken[present], return_index=True, return_counts=True)
    places = np.arange(len(found))
    if len(found) > LISTED:
        places = np.argsort(-counts, kind="stable")[:LISTED]
    sample = rows[present[first[places]]].tolist()
    listed = zip(found[places].tolist() if found.dtype.kind in "biuf" else list(found[places]),
                 map(column.text, sample), counts[places].tolist(), strict=True)  # fmt: skip
    return Distinct(tuple(listed), len(rows) - len(present), len(found))


def _distinct_objects(column: FrameColumn, rows: Array, progress: Progress) -> Distinct:
    """Count texts among the values by position (a dictionary of a million texts would hold up the window)."""
    values = column.as_objects(progress)
    is_text = np.empty(len(rows), dtype=bool)
    for piece in pieces(len(rows), progress):
        is_text[piece] = _flags([type(v) is str for v in values[rows[piece]].tolist()])
    first, counts = text_counts(values, rows[is_text], progress)
    others = rows[~is_text]
    missing, counter = 0, Counter[str]()
    for piece in pieces(len(others), progress):
        part = values[others[piece]].tolist()
        counter.update([shown(v) for v in part if not is_missing(v)])
        missing += sum(map(is_missing, part))
    places = np.argsort(-counts, kind="stable")[:LISTED]
    for text, n in zip(values[first[places]].tolist(), counts[places].tolist(), strict=True):
        counter[text] += n
    listed = counter.most_common(LISTED)
    total = max(len(counter), len(first))
    if total <= LISTED:
        listed.sort(key=itemgetter(0))
    return Distinct(tuple((text, text, n) for text, n in listed), missing, total)


def _run(rows: Array) -> slice | Array:
    """Return consecutive rows as a slice, which numpy reads without looking each one up."""
    if len(rows) and rows[-1] - rows[0] == len(rows) - 1 and bool((np.diff(rows) == 1).all()):
        return slice(int(rows[0]), int(rows[-1]) + 1)
    return rows


def _flags(found: list[bool]) -> Array:
    return np.frombuffer(bytes(found), dtype=bool)  # three times as fast as np.array


def _absent(values: Array, masked: Array | None) -> Array:
    if values.dtype.kind == "f":
        absent = np.isnan(values)
    elif values.dtype.kind in "mM":
        absent = np.isnat(values)
    else:
        absent = np.zeros(len(values), dtype=bool)
    return absent if masked is None else absent | masked


def _test(column: FrameColumn, needle: str) -> Callable[[slice | Array], list[bool]] | None:
    """Return a test of many rows at once, or None when no value of the column can match."""
    write, folded = column.write, needle.lower()
    if column.is_number:
        number = folded.replace("-", "−")
        if not NUMERIC_ALPHABET.issuperset(number):
            return None
        if "," in number:
            return lambda rows: [number in text for text in column.texts(rows)]
        return lambda rows: [number in text.replace(",", "") for text in column.texts(rows)]
    if not column.holds_objects:
        return None if needle == MISSING else lambda rows: [folded in t.lower() for t in column.texts(rows)]
    if any(c.isascii() and c.isalpha() for c in needle):
        return lambda rows: [
            folded in (v if type(v) is str else write(v)).lower() for v in column.objects(rows)
        ]
    return lambda rows: [
        needle in v if type(v) is str else needle in write(v) and not is_missing(v)
        for v in column.objects(rows)
    ]
