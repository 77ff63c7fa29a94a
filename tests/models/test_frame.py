"""The model over any DataFrame, with jobs run by hand; Qt's own tester watches it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from bench import Bench
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from pytestqt.qtbot import QtBot

from desktop.core.verdict import VERDICTS
from desktop.services.jobs import Failed, Ok, Stopped


def test_at_rest(bench: Bench) -> None:
    model = bench.model
    assert (model.rowCount(), model.columnCount(), model.total) == (5, 2, 5)
    assert bench.column(1) == ["3", "—", "0", "2", "1"]
    assert [model.is_missing(r, 1) for r in range(5)] == [False, True, False, False, False]
    heading = model.headerData(1, Qt.Orientation.Horizontal)
    assert heading == "数（%）"
    model.set_language("en")
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Number (%)"


def test_roles(bench: Bench) -> None:
    model = bench.model
    missing, zero = model.index(1, 1), model.index(2, 1)
    assert missing.data() == "—"
    assert missing.data(Qt.ItemDataRole.AccessibleTextRole) == "无数据"
    assert zero.data(Qt.ItemDataRole.AccessibleTextRole) == "0"
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert model.data(zero, Qt.ItemDataRole.TextAlignmentRole) == right
    assert model.data(model.index(0, 0), Qt.ItemDataRole.TextAlignmentRole) != right
    assert model.data(zero, Qt.ItemDataRole.CheckStateRole) is None


def test_sort_and_back(bench: Bench, qtbot: QtBot) -> None:
    bench.arrange(qtbot, lambda a: a.sorted_by(1, True))
    assert bench.column(1) == ["3", "2", "1", "0", "—"]
    assert bench.model.headerData(1, Qt.Orientation.Vertical) == "4"
    bench.arrange(qtbot, lambda a: a.at_rest())
    assert bench.column(1) == ["3", "—", "0", "2", "1"]


def test_persistent_indexes_and_selection_follow(bench: Bench, qtbot: QtBot) -> None:
    model = bench.model
    selection = QItemSelectionModel(model)
    kept = [QPersistentModelIndex(model.index(r, 0)) for r in range(5)]
    selection.select(model.index(4, 1), QItemSelectionModel.SelectionFlag.Select)
    bench.arrange(qtbot, lambda a: a.sorted_by(0, False))
    assert [i.row() for i in kept] == [0, 2, 1, 4, 3]
    assert [(i.row(), i.column()) for i in selection.selectedIndexes()] == [(3, 1)]
    bench.arrange(qtbot, lambda a: a.with_text(0, "甲"))
    assert bench.column(1) == ["—", "1"]
    assert [i.row() if i.isValid() else None for i in kept] == [None, 0, None, None, 1]
    bench.arrange(qtbot, lambda a: a.unfiltered().sorted_by(1, False))
    assert [i.row() if i.isValid() else None for i in kept] == [None, 4, None, None, 1]
    assert bench.model.rowCount() == 5


def test_one_filter_in_place_of_another(bench: Bench, qtbot: QtBot) -> None:
    bench.arrange(qtbot, lambda a: a.with_text(0, "甲"))
    bench.arrange(qtbot, lambda a: a.with_text(0, "乙").sorted_by(1, True))
    assert bench.column() == ["乙"]
    bench.arrange(qtbot, lambda a: a.with_text(0, "没有"))
    assert bench.model.rowCount() == 0
    bench.arrange(qtbot, lambda a: a.at_rest())
    assert bench.model.rowCount() == 5


def test_the_latest_wish_wins(bench: Bench, qtbot: QtBot) -> None:
    model, busy = bench.model, []
    model.busy_changed.connect(busy.append)
    with qtbot.waitSignal(model.arranged):
        model.arrange(model.arrangement.sorted_by(0, False))
        model.arrange(model.arrangement.sorted_by(1, False))
        model.arrange(model.arrangement.sorted_by(1, False))
        bench.hand.run_all()
    assert bench.column(1) == ["0", "1", "2", "3", "—"]
    assert (busy[0], busy[-1], model.is_busy) == (True, False, False)


def test_cancelled_at_once_and_the_table_stays(bench: Bench) -> None:
    model = bench.model
    model.arrange(model.arrangement.sorted_by(0, False))
    assert model.is_busy
    model.cancel()
    assert not model.is_busy
    assert model.arrangement == model.arrangement.at_rest()
    bench.hand.run_all()
    assert bench.column() == ["丙", "甲", "乙", "—", "甲"]


def test_a_failure_is_told_and_the_table_stays(bench: Bench, qtbot: QtBot) -> None:
    model = bench.model
    with qtbot.waitSignal(model.failed) as told:
        model.arrange(model.arrangement.sorted_by(9, False))
        bench.hand.run_all()
    assert isinstance(told.args[0], IndexError)
    assert model.arrangement == model.arrangement.at_rest()
    assert bench.column()[0] == "丙"


def test_values_are_counted_among_the_rows_of_the_other_filters(bench: Bench, qtbot: QtBot) -> None:
    heard: list[Any] = []
    bench.arrange(qtbot, lambda a: a.with_text(1, "1").with_text(0, "甲"))
    bench.model.list_values(0, heard.append)
    bench.hand.run_all()
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], Ok)
    assert heard[0].value.values == (("甲", "甲", 1),)


def test_find_in_the_order_that_is_shown(bench: Bench, qtbot: QtBot) -> None:
    heard: list[Any] = []
    bench.arrange(qtbot, lambda a: a.sorted_by(1, False))
    bench.model.find("甲", [1, 0], heard.append)
    bench.hand.run_all()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0].value.tolist() == [3, 9]
    bench.model.find("甲", [0], heard.append)
    bench.model.cancel()
    assert isinstance(heard[1], Stopped)


def test_items_and_marks_move_with_their_row(qapp: object, qtbot: QtBot) -> None:
    items = {(0, 0): "one", (1, 0): "two"}
    bench = Bench(pd.DataFrame({"a": [2, 1]}), items=items, marks={(0, 0): VERDICTS["differs"]})
    model = bench.model
    assert model.index_of("two").row() == 1
    bench.arrange(qtbot, lambda a: a.sorted_by(0, False))
    assert (model.item(0, 0), model.index_of("two").row(), model.index_of("one").row()) == ("two", 0, 1)
    assert (model.mark(0, 0), model.mark(1, 0)) == (None, VERDICTS["differs"])
    bench.arrange(qtbot, lambda a: a.with_text(0, "2"))
    assert not model.index_of("two").isValid()
    assert not model.index_of("three").isValid()


ODD = pd.DataFrame(
    {
        "mixed": [1, "一", None, [2], {"k": 1}, b"x", 1j],
        "float": [np.nan, np.inf, -np.inf, 0.0, -0.0, 1e308, 5e-324],
        "far": np.array(
            ["NaT", "-9999-01-01", "20000-01-01", "1970-01-01", "2020-02-29T12:00:01", "0001-01-01", "1600-01-01"],
            dtype="M8[s]",
        ),
        "long": ["长" * 10_000, "\n\t", "\ud800", "𠮷", "ا", "", "\0"],
        "half": np.array([1, 2, 3, 4, 5, 6, np.nan], dtype=np.float16),
        "complex": np.array([1j, 2, 3, 4, 5, 6, 7]),
        "interval": pd.interval_range(0, 7),
        "category": pd.Categorical(["a", None, "b", "a", "a", "b", None]),
        "sparse": pd.arrays.SparseArray([0.0, 1.0, np.nan, 0.0, 0.0, 0.0, 2.0]),
        "zoned": pd.date_range("2020-01-01", periods=7, tz="Asia/Shanghai"),
    }
)  # fmt: skip


@pytest.mark.parametrize("col", range(ODD.shape[1]), ids=list(ODD))
def test_nothing_is_fatal(qapp: object, qtbot: QtBot, col: int) -> None:
    bench = Bench(ODD)
    model = bench.model
    texts = bench.column(col)
    assert len(texts) == 7
    assert all(isinstance(t, str) for t in texts)
    for descending in (False, True):
        bench.arrange(qtbot, lambda a, d=descending: a.sorted_by(col, d))
        assert sorted(bench.column(col)) == sorted(texts)
    heard: list[Any] = []
    model.list_values(col, heard.append)
    bench.hand.run_all()
    qtbot.waitUntil(lambda: bool(heard))
    assert not isinstance(heard[0], Failed)
    assert sum(n for _, _, n in heard[0].value.values) + heard[0].value.missing == 7
    value, label, count = heard[0].value.values[0]
    bench.arrange(qtbot, lambda a: a.with_chosen(col, frozenset([value])))
    assert set(bench.column(col)) == {label}
    assert model.rowCount() == count


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0)])
def test_no_rows_or_no_columns(qapp: object, shape: tuple[int, int]) -> None:
    bench = Bench(pd.DataFrame(np.zeros(shape)))
    assert (bench.model.rowCount(), bench.model.columnCount()) == shape
