"""The order of rows by one column or several: stable, missing values last in both directions."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from desktop.core.progress import Progress
from desktop.models.frame_chunks import pieces
from desktop.models.frame_column import Array, FrameColumn
from desktop.models.frame_text import is_missing, shown
from desktop.models.frame_words import text_order

_NUMBER, _TEXT, _OTHER, _MISSING = range(4)
_NOTHING = (type(None), type(pd.NA), type(pd.NaT))


class SortKey(NamedTuple):
    """A column to sort by, and its direction."""

    col: int
    descending: bool = False


def sorted_rows(
    columns: Sequence[FrameColumn], keys: Sequence[SortKey], rows: Array | None, progress: Progress
) -> Array | None:
    """Return the rows (None: all, as they stand) in the order of the keys, the first key the strongest."""
    for done, key in enumerate(reversed(keys)):
        progress.step(done, len(keys))
        rows = _sorted_by(columns[key.col], key.descending, rows, progress)
    return rows


def _sorted_by(column: FrameColumn, descending: bool, rows: Array | None, progress: Progress) -> Array:
    numbers = column.sort_numbers
    if numbers is None:
        order = _object_order(column, descending, rows, progress)
    else:
        values, missing = numbers
        taken = values if rows is None else values[rows]
        gone = missing if missing is None or rows is None else missing[rows]
        order = _masked_order(taken, gone, descending)
    return order if rows is None else rows[order]


def _masked_order(values: Array, missing: Array | None, descending: bool) -> Array:
    if missing is None or not missing.any():
        return _number_order(values, descending)
    present = np.flatnonzero(~missing)
    return np.concatenate((present[_number_order(values[present], descending)], np.flatnonzero(missing)))


def _number_order(values: Array, descending: bool) -> Array:
    """Sort numbers or times; numpy puts NaN and NaT last by itself, and turned round they stay there."""
    if descending:
        if values.dtype.kind == "f":
            values = -values
        elif values.dtype.kind == "b":
            values = ~values
        else:  # no overflow as with minus; NaT, the smallest integer, becomes the largest
            values = ~values.view(np.int64) if values.dtype.kind in "mM" else ~values
    return np.argsort(values, kind="stable")


def _object_order(column: FrameColumn, descending: bool, rows: Array | None, progress: Progress) -> Array:
    """Sort Python objects: numbers by value, then texts by code points, then all else as it reads."""
    values = column.taken(rows, progress)
    classes = _classes(values, progress)
    amounts = _amounts(values, classes, progress)
    found = []
    for kind in (_NUMBER, _TEXT, _OTHER):
        places = np.flatnonzero(classes == kind)
        if kind == _NUMBER:
            order = _number_order(amounts[places], descending)
        else:
            texts = values if len(places) == len(values) else values[places]
            order = text_order(texts if kind == _TEXT else _reading(texts, progress), descending, progress)
        found.append(places[order])
    if descending:
        found.reverse()
    return np.concatenate((*found, np.flatnonzero(classes == _MISSING)))


class _Kinds(dict[type, int]):
    """The class of values that a type belongs to, decided once a type."""

    def __missing__(self, kind: type) -> int:
        found = _OTHER
        if issubclass(kind, str):
            found = _TEXT
        elif issubclass(kind, (int, float, Decimal, Fraction, np.integer, np.floating, np.bool_)):
            found = _NUMBER
        elif issubclass(kind, _NOTHING):
            found = _MISSING
        self[kind] = found
        return found


def _classes(values: Array, progress: Progress) -> Array:
    kinds = _Kinds()
    classes = np.empty(len(values), dtype=np.int8)
    for piece in pieces(len(values), progress):
        part = values[piece].tolist()
        classes[piece] = np.fromiter(map(kinds.__getitem__, map(type, part)), np.int8, len(part))
    return classes


def _amounts(values: Array, classes: Array, progress: Progress) -> Array:
    """Return the numbers among the values as floats; those that are none (NaN, NaT) are classed as missing."""
    amounts = np.full(len(values), np.nan)
    places = np.flatnonzero(classes == _NUMBER)
    for piece in pieces(len(places), progress):
        amounts[places[piece]] = [_amount(v) for v in values[places[piece]].tolist()]
    classes[places[np.isnan(amounts[places])]] = _MISSING
    others = np.flatnonzero(classes == _OTHER)
    for piece in pieces(len(others), progress):
        part = others[piece]
        classes[part[[is_missing(v) for v in values[part].tolist()]]] = _MISSING
    return amounts


def _amount(value: Any) -> float:
    try:
        return float(value)
    except OverflowError:  # an integer beyond floats
        return float("inf") if value > 0 else float("-inf")
    except ValueError:  # a signalling NaN
        return float("nan")


def _reading(values: Array, progress: Progress) -> Array:
    texts = np.empty(len(values), dtype=object)
    for piece in pieces(len(values), progress, 256):
        texts[piece] = [shown(v) for v in values[piece].tolist()]
    return texts
