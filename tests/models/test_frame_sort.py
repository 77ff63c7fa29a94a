"""The order is pandas' own, for every kind of column, in both directions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.errors import Cancelled
from desktop.core.progress import NoProgress
from desktop.models.frame_column import FrameColumn
from desktop.models.frame_sort import SortKey, sorted_rows
from desktop.models.frame_words import text_counts, text_order

QUIET = NoProgress()
BOTH = pytest.mark.parametrize("descending", [False, True], ids=["up", "down"])


def _order(series: pd.Series[Any], descending: bool) -> list[int]:
    rows = sorted_rows([FrameColumn(series)], [SortKey(0, descending)], None, QUIET)
    assert rows is not None
    return rows.tolist()


def _pandas(series: pd.Series[Any], descending: bool) -> list[int]:
    return series.sort_values(ascending=not descending, kind="stable", na_position="last").index.tolist()


_RNG = np.random.default_rng(7)
_N = 6000
_WORDS = np.array(
    [f"{a}{b}{n}" for a in "重庆上海北京" for b in ("", "银行", "公司") for n in range(40)], dtype=object
)


def _gaps(values: Sequence[Any] | np.ndarray[Any, Any], missing: object) -> list[Any]:
    return [missing if n % 11 == 3 else v for n, v in enumerate(values)]


COLUMNS: dict[str, pd.Series[Any]] = {
    "float": pd.Series(_gaps(_RNG.normal(size=_N).round(1), np.nan)),
    "endless": pd.Series(_gaps(_RNG.choice([np.inf, -np.inf, 0.0, -0.0, 5e300], _N), np.nan)),
    "integer": pd.Series(_RNG.integers(-50, 50, _N)),
    "smallest": pd.Series(_RNG.choice(np.array([-(2**63), 2**63 - 1, 0], dtype=np.int64), _N)),
    "unsigned": pd.Series(_RNG.choice(np.array([0, 2**64 - 1, 7], dtype=np.uint64), _N)),
    "truth": pd.Series(_RNG.random(_N) > 0.5),
    "nullable": pd.Series(_gaps(_RNG.integers(0, 2**60, _N), None), dtype="Int64"),
    "nullable float": pd.Series(_gaps(_RNG.normal(size=_N), None), dtype="Float64"),
    "time": pd.Series(_gaps(pd.to_datetime(_RNG.integers(0, 10**9, _N), unit="s").to_list(), pd.NaT)),
    "zoned": pd.Series(pd.to_datetime(_RNG.integers(0, 10**9, _N), unit="s", utc=True)),
    "far": pd.Series(np.array(_RNG.integers(-(10**11), 10**11, _N), dtype="M8[s]")),
    "span": pd.Series(pd.to_timedelta(_RNG.integers(-(10**6), 10**6, _N), unit="s")),
    "period": pd.Series(pd.PeriodIndex.from_ordinals(_RNG.integers(0, 999, _N), freq="M")),
    "category": pd.Series(
        pd.Categorical(_gaps(_RNG.choice(["乙", "甲", "丙"], _N), None), ["丙", "甲", "乙"], ordered=True)
    ),
    "words": pd.Series(_gaps(_RNG.choice(_WORDS, _N), None), dtype="str"),
    "different": pd.Series([f"样本{n:08d}" for n in _RNG.permutation(_N * 7)[:_N]], dtype="str"),
    "alike": pd.Series(["同" * 90 + str(n) for n in _RNG.integers(0, 10**6, _N)], dtype=object),
    "sentences": pd.Series(["".join(map(chr, _RNG.integers(0x4E00, 0x9FFF, 30))) for _ in range(_N)], dtype="str"),
    "beyond": pd.Series([chr(c) + chr(c % 97 + 32) for c in _RNG.integers(0xFF00, 0x10500, _N)], dtype=object),
}  # fmt: skip


@BOTH
@pytest.mark.parametrize("name", COLUMNS)
def test_as_pandas(name: str, descending: bool) -> None:
    series = COLUMNS[name]
    assert _order(series, descending) == _pandas(series, descending)


@BOTH
def test_long_texts_that_begin_alike(descending: bool) -> None:
    series = pd.Series(["长" * 9_990 + f"{n % 50:010d}" for n in range(2100)], dtype=object)
    assert _order(series, descending) == _pandas(series, descending)


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"], min_codepoint=1), max_size=20)), st.booleans()
)
@settings(max_examples=60, deadline=None)
def test_any_texts(words: list[str], descending: bool) -> None:
    """Repeated past the size that is packed, every text is still where Python puts it."""
    texts = np.array([*words, *(f"{w}{n}" for n in range(3000) for w in ("甲", "a"))], dtype=object)
    found = text_order(texts, np.arange(len(texts)), descending, QUIET).tolist()
    assert found == sorted(range(len(texts)), key=texts.tolist().__getitem__, reverse=descending)


def test_several_keys_the_first_is_the_strongest() -> None:
    frame = pd.DataFrame(
        {"a": _RNG.integers(0, 4, 500), "b": _RNG.choice(list("甲乙丙"), 500), "c": range(500)}
    )
    columns = [FrameColumn(frame.iloc[:, n]) for n in range(3)]
    rows = sorted_rows(columns, [SortKey(1), SortKey(0, True)], None, QUIET)
    assert rows is not None
    wanted = frame.sort_values(["b", "a"], ascending=[True, False], kind="stable").index
    assert rows.tolist() == wanted.tolist()


def test_only_the_rows_asked_for() -> None:
    columns = [FrameColumn(COLUMNS["words"])]
    some = np.arange(0, _N, 3, dtype=np.int32)
    rows = sorted_rows(columns, [SortKey(0)], some, QUIET)
    assert rows is not None
    assert rows.tolist() == _pandas(COLUMNS["words"].iloc[::3], False)


def test_mixed_values_numbers_then_texts_then_the_rest() -> None:
    values = [
        "乙",
        3,
        None,
        2.5,
        "甲",
        float("nan"),
        Decimal(1),
        [1],
        pd.NaT,
        True,
        dt.date(2020, 1, 1),
        10**400,
    ]
    series = pd.Series(values, dtype=object)
    up = _order(series, False)
    assert up == [6, 9, 3, 1, 11, 0, 4, 10, 7, 2, 5, 8]
    assert _order(series, True) == [7, 10, 4, 0, 11, 1, 3, 6, 9, 2, 5, 8]


def test_keys_order_a_column_of_texts() -> None:
    series = pd.Series(["≤ 30", "9", None, "7–18"], dtype=object)
    column = FrameColumn(series, "quantity", pd.Series([30, 9, None, 12.5], dtype="float64"))
    rows = sorted_rows([column], [SortKey(0, True)], None, QUIET)
    assert rows is not None
    assert rows.tolist() == [0, 3, 1, 2]


@pytest.mark.parametrize("values", [_RNG.choice(_WORDS, 5000), COLUMNS["sentences"].to_numpy(dtype=object), _WORDS[:3]],
                         ids=["repeated", "different", "few"])  # fmt: skip
def test_counts(values: Any) -> None:
    rows = np.arange(len(values))
    first, counts = text_counts(values, rows, QUIET)
    found = dict(zip(values[first], counts.tolist(), strict=True))
    assert found == pd.Series(values).value_counts().to_dict()


def test_nothing_to_count() -> None:
    first, counts = text_counts(np.empty(0, dtype=object), np.empty(0, dtype=np.int32), QUIET)
    assert (len(first), len(counts)) == (0, 0)


class _Impatient:
    """Gives up at the third step."""

    steps = 0

    def step(self, done: int, total: int) -> None:
        self.steps += 1
        if self.steps == 3:
            raise Cancelled


def test_a_long_sort_can_be_given_up() -> None:
    columns = [FrameColumn(COLUMNS["sentences"])]
    with pytest.raises(Cancelled):
        sorted_rows(columns, [SortKey(0)], None, _Impatient())
