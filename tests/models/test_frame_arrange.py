"""What is asked for, and the steps from one order of rows to another."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from desktop.core.progress import NoProgress
from desktop.models.frame_arrange import SCANNED, Arrangement, Step, filtered_rows, order_of, steps
from desktop.models.frame_column import FrameColumn
from desktop.models.frame_sort import SortKey

COUNT = 8
QUIET = NoProgress()
Rows = NDArray[np.int32]
ORDERS = st.none() | st.lists(st.sampled_from(range(COUNT)), unique=True).map(
    lambda o: np.array(o, dtype=np.int32)
)


@given(ORDERS, ORDERS, st.sampled_from([0, 10**9]))
def test_the_steps_lead_there_and_every_row_keeps_its_place(
    old: Rows | None, new: Rows | None, followed: int
) -> None:
    shown = list(range(COUNT)) if old is None else old.tolist()
    for step in steps(COUNT, old, new, followed):
        after = list(range(COUNT)) if step.order is None else step.order.tolist()
        if step.kind == "permute":
            assert sorted(after) == sorted(shown)
            assert step.rows_of(np.array(after, dtype=np.int64)).tolist() == list(range(len(after)))
        elif step.kind == "cut":
            assert shown[: len(after)] == after
            assert len(after) < len(shown)
        else:
            assert after[: len(shown)] == shown
            assert len(after) > len(shown)
        shown = after
    assert shown == (list(range(COUNT)) if new is None else new.tolist())


def test_more_cells_than_were_foreseen_are_followed() -> None:
    order = np.random.default_rng(1).permutation(SCANNED // 10).astype(np.int32)
    sources = order[:20]
    assert Step("permute", order).rows_of(sources).tolist() == list(range(20))


def test_nothing_to_do() -> None:
    assert steps(COUNT, None, None, 0) == ()


def test_sorting_by_one_column_or_by_several() -> None:
    one = Arrangement().sorted_by(2, False)
    two = one.sorted_by(0, True, add=True)
    assert two.sort == (SortKey(2), SortKey(0, True))
    assert two.sorted_by(2, True, add=True).sort == (SortKey(2, True), SortKey(0, True))
    assert two.sorted_by(1, False).sort == (SortKey(1),)
    assert two.unsorted_by(2).sort == (SortKey(0, True),)


def test_filters_are_set_and_cleared() -> None:
    set_ = (
        Arrangement()
        .with_text(1, "甲")
        .with_chosen(1, frozenset(["甲"]))
        .with_anywhere("乙")
        .sorted_by(0, False)
    )
    assert (set_.is_filtered, set_.filters(1), set_.filters(0)) == (True, True, False)
    assert set_.text_of(1) == "甲"
    assert set_.chosen_of(1) == (frozenset(["甲"]), False)
    assert set_.with_text(1, "丙").texts == ((1, "丙"),)
    assert not set_.without_filter(1).filters(1)
    assert set_.unfiltered() == Arrangement((SortKey(0),))
    assert set_.at_rest() == Arrangement()


@pytest.mark.parametrize(
    ("wanted", "rows"),
    [
        (Arrangement(), None),
        (Arrangement().with_anywhere("2"), [0, 1, 3]),
        (Arrangement().with_anywhere("2").with_text(0, "甲"), [0, 3]),
        (Arrangement().with_chosen(1, frozenset([2])), [1]),
        (Arrangement().with_chosen(1, frozenset([2]), missing=True), [1, 2]),
        (Arrangement().with_chosen(0, frozenset()), []),
        (Arrangement().with_text(0, "甲").sorted_by(1, True), [3, 0]),
    ],
)
def test_filter_and_sort_together(wanted: Arrangement, rows: list[int] | None) -> None:
    frame = pd.DataFrame({"a": ["甲2", "乙", None, "甲"], "b": pd.array([1, 2, None, 12], dtype="Int64")})
    columns = [FrameColumn(frame.iloc[:, n]) for n in range(2)]
    order = order_of(columns, 4, wanted, QUIET)
    assert (None if order is None else order.tolist()) == rows
    assert filtered_rows(columns, 4, wanted, QUIET).tolist() == (
        sorted(rows) if rows is not None else [0, 1, 2, 3]
    )
