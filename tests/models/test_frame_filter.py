"""Which rows a text or a set of values lets through, and what values there are."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop.core.progress import NoProgress
from desktop.models.frame_column import FrameColumn
from desktop.models.frame_filter import LISTED, Chosen, distinct, has_value, shows_text
from desktop.models.frame_find import find_cells

QUIET = NoProgress()


def _text(values: Any, needle: str, **more: Any) -> list[int]:
    series = pd.Series(values, **more)
    rows = np.arange(len(series), dtype=np.int32)
    return rows[shows_text(FrameColumn(series), needle, rows, QUIET)].tolist()


@pytest.mark.parametrize(
    ("values", "needle", "rows"),
    [
        (["网商银行", None, "银", "行"], "银", [0, 2]),
        (["WeBank", "wEBANK", "网"], "webank", [0, 1]),
        (["a.c", "abc"], "a.c", [0]),
        ([1234567, 12, -5], "1,234", [0]),
        ([1234567, 12, -5], "1234", [0]),
        ([1234567, 12, -5], "-5", [2]),
        ([0.0, None, 10.5], "0", [0, 2]),
        ([0.0, None, 10.5], "—", []),
        ([1.0, 2.0], "银", []),
        ([float("inf"), 1.0], "∞", [0]),
        ([True, False], "TRUE", [0]),
        (["甲", 12, None, [3]], "1", [1]),
        (["甲", 12, None, "—"], "—", [3]),
        ([None, "x"], "", [1]),
    ],
)
def test_by_text(values: list[Any], needle: str, rows: list[int]) -> None:
    assert _text(values, needle) == rows


@pytest.mark.parametrize(
    ("values", "dtype", "needle", "rows"),
    [
        (["2020-01-02", "2021-03-04", None], "datetime64[ns]", "2021-", [1]),
        (["甲", "乙", None, "甲"], "category", "甲", [0, 3]),
        ([1, None, 21], "Int64", "1", [0, 2]),
    ],
)
def test_by_text_in_every_kind(values: list[Any], dtype: str, needle: str, rows: list[int]) -> None:
    assert _text(values, needle, dtype=dtype) == rows


def test_as_pandas_on_many_rows() -> None:
    rng = np.random.default_rng(3)
    series = pd.Series(rng.choice(["微众银行", "Ant 消金", "京东", None], 9000), dtype="str")
    assert (
        _text(series, "银") == np.flatnonzero(series.str.contains("银", regex=False).fillna(False)).tolist()
    )


KINDS: dict[str, pd.Series[Any]] = {
    "text": pd.Series(["乙", "甲", None, "乙"], dtype="str"),
    "number": pd.Series([2.0, 1.0, np.nan, 2.0]),
    "nullable": pd.Series([2, 1, None, 2], dtype="Int64"),
    "time": pd.Series(pd.to_datetime(["2021", "2020", None, "2021"])),
    "category": pd.Series(pd.Categorical(["乙", "甲", None, "乙"])),
    "truth": pd.Series([True, False, None, True], dtype="boolean"),
    "mixed": pd.Series([[1], 1, None, [1]], dtype=object),
}


@pytest.mark.parametrize("kind", KINDS)
def test_values_and_the_rows_that_hold_them(kind: str) -> None:
    column, rows = FrameColumn(KINDS[kind]), np.arange(4, dtype=np.int32)
    found = distinct(column, rows, QUIET)
    assert (found.total, found.missing) == (2, 1)
    counts = {label: n for _, label, n in found.values}
    assert sorted(counts.values()) == [1, 2]
    assert set(counts) == {column.text(0), column.text(1)}
    twice = next(value for value, _, n in found.values if n == 2)
    assert has_value(column, Chosen(frozenset([twice])), rows, QUIET).tolist() == [True, False, False, True]
    assert has_value(column, Chosen(frozenset(), missing=True), rows, QUIET).tolist() == [
        False,
        False,
        True,
        False,
    ]
    assert distinct(column, rows[:1], QUIET).values == ((twice, column.text(0), 1),)


@pytest.mark.parametrize("values", [pd.Series(range(5000)), pd.Series([f"词{n}" for n in range(5000)], dtype="str")],
                         ids=["numbers", "texts"])  # fmt: skip
def test_of_very_many_values_the_frequent_are_listed(values: pd.Series[Any]) -> None:
    often = pd.concat([values, values.iloc[-3:]], ignore_index=True)
    found = distinct(FrameColumn(often), np.arange(len(often), dtype=np.int32), QUIET)
    assert (found.total, len(found.values)) == (5000, LISTED)
    assert [n for _, _, n in found.values[:4]] == [2, 2, 2, 1]


def test_missing_inside_a_masked_float_column() -> None:
    """0/0 in a nullable column is neither masked nor a number."""
    column = FrameColumn(pd.Series([0.0, 1.0], dtype="Float64") / pd.Series([0.0, 1.0], dtype="Float64"))
    found = distinct(column, np.arange(2), QUIET)
    assert (found.total, found.missing) == (1, 1)


def test_found_in_reading_order() -> None:
    frame = pd.DataFrame({"a": ["12", "x", "2"], "b": [2.0, 3.0, 20.0]})
    columns = [FrameColumn(frame["b"]), FrameColumn(frame["a"])]
    rows = np.array([2, 0, 1])
    assert find_cells(columns, rows, "2", QUIET).tolist() == [0, 1, 2, 3]
    assert find_cells(columns, rows, "12", QUIET).tolist() == [3]
    assert find_cells(columns, rows, "", QUIET).tolist() == []
