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
from desktop.models.frame_column import Array, FrameColumn, row_type
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
        all_rows = np.arange(len(column), dtype=row_type(len(column))) if rows is None else rows
        return _objects_sorted(column.as_objects(progress), all_rows, descending, progress)
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


def _objects_sorted(values: Array, rows: Array, descending: bool, progress: Progress) -> Array:
    """Sort Python objects: numbers by value, then texts by code points, then all else as it reads."""
    classes = _classes(values, rows, progress)
    amounts = _amounts(values, rows, classes, progress)
    numbers = np.flatnonzero(classes == _NUMBER)
    found = [rows[numbers[_number_order(amounts[numbers], descending)]]]
    found.append(text_order(values, rows[classes == _TEXT], descending, progress))
    others = rows[classes == _OTHER]
    texts = _reading(values, others, progress)
    found.append(others[text_order(texts, np.arange(len(others)), descending, progress)])
    if descending:
        found.reverse()
    return np.concatenate((*found, rows[classes == _MISSING]))


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


def _classes(values: Array, rows: Array, progress: Progress) -> Array:
    kinds = _Kinds()
    classes = np.empty(len(rows), dtype=np.int8)
    for piece in pieces(len(rows), progress):
        part = values[rows[piece]].tolist()
        classes[piece] = np.fromiter(map(kinds.__getitem__, map(type, part)), np.int8, len(part))
    return classes


def _amounts(values: Array, rows: Array, classes: Array, progress: Progress) -> Array:
    """Return the numbers among the values as floats; what is none (NaN, NaT) is classed as missing."""
    amounts = np.full(len(rows), np.nan)
    places = np.flatnonzero(classes == _NUMBER)
    for piece in pieces(len(places), progress):
        amounts[places[piece]] = [_amount(v) for v in values[rows[places[piece]]].tolist()]
    classes[places[np.isnan(amounts[places])]] = _MISSING
    others = np.flatnonzero(classes == _OTHER)
    for piece in pieces(len(others), progress):
        part = others[piece]
        classes[part[[is_missing(v) for v in values[rows[part]].tolist()]]] = _MISSING
    return amounts


def _amount(value: Any) -> float:
    try:
        return float(value)
    except OverflowError:  # an integer beyond floats
        return float("inf") if value > 0 else float("-inf")
    except ValueError:  # a signalling NaN
        return float("nan")


def _reading(values: Array, rows: Array, progress: Progress) -> Array:
    texts = np.empty(len(rows), dtype=object)
    for piece in pieces(len(rows), progress, 256):
        texts[piece] = [shown(v) for v in values[rows[piece]].tolist()]
    return texts
