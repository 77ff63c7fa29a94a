"""One column of a DataFrame: values without a copy, and the numbers that sorting and filtering work on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.api.extensions import ExtensionDtype

from desktop.core.progress import Progress
from desktop.models.frame_chunks import pieces
from desktop.models.frame_text import is_missing, shown, tidy_time, ungrouped

Array = NDArray[Any]
_WIDEST = {"b": np.bool_, "i": np.int64, "u": np.uint64, "f": np.float64}


class FrameColumn:
    """Reads one column; ``keys`` are numbers that order a column of texts (NaN where there is none)."""

    def __init__(self, series: pd.Series[Any], kind: str = "", keys: pd.Series[float] | None = None) -> None:
        """Take a view of the values where numpy holds them, else the extension array itself."""
        self.dtype = series.dtype
        is_truth = pd.api.types.is_bool_dtype(self.dtype)
        self.is_number = pd.api.types.is_numeric_dtype(self.dtype) and not is_truth
        self.aligns_right = self.is_number or kind == "quantity"
        self._array: Any = series.array
        self._plain = _plain(series)
        self.holds_objects = (
            self._plain.dtype == object if self._plain is not None else not _is_numeric(self.dtype)
        )
        self._keys = None if keys is None else keys.to_numpy(copy=False)
        self.write: Callable[[object], str] = shown if kind in ("", "quantity") else ungrouped

    def __len__(self) -> int:
        return len(self._array)

    def value(self, row: int) -> object:
        """Return the value as it stands in the DataFrame."""
        return self._array[row] if self._plain is None else self._plain[row]

    def text(self, row: int) -> str:
        """Return the value as it reads; never raises for an odd value."""
        return self.write(self.value(row))

    def is_missing(self, row: int) -> bool:
        """Whether there is no value."""
        return is_missing(self.value(row))

    @property
    def sort_numbers(self) -> tuple[Array, Array | None] | None:
        """What to sort by, as ``numbers`` gives it: the keys where texts stand for quantities."""
        return self.numbers() if self._keys is None else (self._keys, None)

    def numbers(self) -> tuple[Array, Array | None] | None:
        """Return the column as numbers of the same order (NaN and NaT missing) and a mask of missing ones.

        None for a column that holds Python objects, texts for instance.
        """
        if self.holds_objects:
            return None
        if self._plain is not None:
            return self._plain, None
        array, dtype = self._array, self.dtype
        if isinstance(dtype, pd.CategoricalDtype):
            return array.codes, array.codes == -1
        if isinstance(dtype, (pd.DatetimeTZDtype, pd.PeriodDtype)):
            return array.asi8.view("M8[s]"), None  # their missing value is numpy's NaT, their order is ours
        return array.to_numpy(dtype=_WIDEST[dtype.kind], na_value=0), np.asarray(array.isna())

    def objects(self, rows: slice | Array) -> list[Any]:
        """Return the values of some rows as Python objects."""
        if self._plain is None:
            return list(self._array[rows])
        taken = self._plain[rows]
        return list(taken) if taken.dtype.kind in "mM" else taken.tolist()  # times would become integers

    def texts(self, rows: slice | Array) -> list[str]:
        """Return how some rows read."""
        if self._plain is not None and self._plain.dtype.kind == "M":
            return [tidy_time(text) for text in np.datetime_as_string(self._plain[rows]).tolist()]
        return list(map(self.write, self.objects(rows)))

    def as_objects(self, progress: Progress) -> Array:
        """Return all values as an object array: the column's own, or one made piece by piece."""
        if self._plain is not None and self._plain.dtype == object:
            return self._plain
        found = np.empty(len(self), dtype=object)
        for piece in pieces(len(self), progress):
            part = self.objects(piece)
            found[piece] = np.fromiter(part, dtype=object, count=len(part))  # a value may itself be a list
        return found


def row_type(count: int) -> type[np.signedinteger]:
    """Return the smallest integer type that can number so many rows."""
    return np.int32 if count < 2**31 else np.int64


def _is_numeric(dtype: object) -> bool:
    """Whether an extension type stands for numbers, times or categories."""
    if isinstance(dtype, (pd.CategoricalDtype, pd.DatetimeTZDtype, pd.PeriodDtype)):
        return True
    return (
        isinstance(dtype, ExtensionDtype) and not isinstance(dtype, pd.SparseDtype) and dtype.kind in _WIDEST
    )


def _plain(series: pd.Series[Any]) -> Array | None:
    """Return the values as numpy holds them, or None where that would copy."""
    dtype = series.dtype
    if isinstance(dtype, np.dtype):
        return series.to_numpy(copy=False) if dtype.kind in "biufmMO" else None
    if isinstance(dtype, pd.StringDtype) and dtype.storage == "python":
        found = np.asarray(series.array)
        return found if found.dtype == object else None
    return None
