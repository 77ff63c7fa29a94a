"""What benchmarks/table.py measures on: ten mixed columns, a view with real jobs, Qt's view of ready strings."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import pandas as pd
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView

from desktop.core.text import same
from desktop.models.frame import FrameModel
from desktop.services.jobs import JobRunner
from desktop.services.theme import load_theme
from desktop.store.frames import ColumnInfo, Frame
from desktop.widgets.table.view import TableView

FLOAT, INTEGER, WORDS, NAMES, SENTENCES, TIMES, TRUTH, NULLABLE, CATEGORY, MIXED = range(10)
BEAT, READY, PAGE = 2, 2000, 25  # ms between heartbeats; rows of the floor's model; rows of a page


def make_data(rows: int, long: bool) -> pd.DataFrame:
    """Ten columns of as many kinds; ``long`` gives every sentence 10,000 characters."""
    rng = np.random.default_rng(1)
    glyphs = np.array([chr(0x4E00 + n) for n in range(3000)], dtype=object)
    sentences = np.array(
        ["".join(rng.choice(glyphs, 10_000 if long else 40)) for _ in range(300)], dtype=object
    )
    words = np.array(
        [f"{a}{b}{n}" for a in "北京上海重庆" for b in ("银行", "公司", "平台") for n in range(2000)],
        dtype=object,
    )
    base = {
        "float": np.where(rng.random(rows) < 0.05, np.nan, rng.normal(size=rows)),
        "integer": rng.integers(-(10**6), 10**6, rows),
        "words": pd.Series(rng.choice(words, rows), dtype="str"),
        "names": pd.Series([f"样本{n:08d}号" for n in rng.integers(0, 10**8, rows).tolist()], dtype="str"),
        "sentences": pd.Series(rng.choice(sentences, rows), dtype="str"),
        "times": pd.Timestamp("2015-01-01") + pd.to_timedelta(rng.integers(0, 5 * 10**6, rows), unit="min"),
        "truth": rng.random(rows) > 0.5,
        "nullable": pd.arrays.IntegerArray(rng.integers(0, 999, rows), rng.random(rows) < 0.1),
        "category": pd.Categorical.from_codes(rng.integers(-1, 4, rows), list("甲乙丙丁")),
        "mixed": np.array([1, "一", None, 2.5], dtype=object)[rng.integers(0, 4, rows)],
    }
    return pd.DataFrame(base)


class Heartbeat:
    """Notes the longest silence of the event loop."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def __enter__(self) -> Heartbeat:
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer.start(BEAT)
        return self

    def __exit__(self, *_: object) -> None:
        self._beat()
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


class Table:
    """A view on a model with real jobs, and how long its wishes take."""

    def __init__(self, data: pd.DataFrame) -> None:
        infos = tuple(
            ColumnInfo(same(name), kind="" if n != NAMES else "text") for n, name in enumerate(data)
        )
        self.jobs = JobRunner()
        self.view = TableView()
        self.view.restyle(load_theme("light"))
        self.model = FrameModel(Frame(data, infos), self.jobs, "zh")

    def show(self) -> None:
        self.view.resize(1280, 34 * (PAGE + 1))
        self.view.show_frame(self.model)
        self.view.show()
        self.view.repaint()
        QApplication.processEvents()

    def close(self) -> None:
        self.view.close()
        self.jobs.close()

    def timed(self, change: Callable[[FrameModel], object]) -> float:
        """Return the seconds from a wish to the rows in place, from the rows at rest."""
        self._rest()
        return self._do(change)

    def gap(self, change: Callable[[FrameModel], object]) -> float:
        """Return the longest silence of the event loop, in milliseconds, until the wish is painted."""
        self._rest()
        with Heartbeat() as heart:
            self._do(change)
        return heart.longest * 1000

    def cancelled(self, change: Callable[[FrameModel], object]) -> float:
        """Return the milliseconds from Cancel to the table saying that it is idle."""
        self._rest()
        change(self.model)
        wait(60)
        began = time.perf_counter()
        self.model.cancel()
        assert not self.model.is_busy
        QApplication.processEvents()
        return (time.perf_counter() - began) * 1000

    def _rest(self) -> None:
        if self.model.arrangement != self.model.arrangement.at_rest():
            self._do(lambda m: m.arrange(m.arrangement.at_rest()))

    def _do(self, change: Callable[[FrameModel], object]) -> float:
        loop = QEventLoop()
        self.model.arranged.connect(loop.quit)
        began = time.perf_counter()
        change(self.model)
        loop.exec()
        seconds = time.perf_counter() - began
        QApplication.processEvents()
        self.model.arranged.disconnect(loop.quit)
        return seconds


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def ready_view(table: Table) -> QTableView:
    """Return Qt's own view on a model of strings that are there already, in columns of the same widths."""
    rows, view = min(READY, table.model.rowCount()), QTableView()
    model = QStandardItemModel(rows, table.model.columnCount(), view)
    for row in range(rows):
        for col in range(table.model.columnCount()):
            model.setItem(row, col, QStandardItem(table.model.text(row, col)))
    view.setWordWrap(False)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().setDefaultSectionSize(table.view.cells.row_height)
    view.verticalHeader().hide()
    view.setModel(model)
    for col in range(model.columnCount()):
        view.setColumnWidth(col, table.view.columnWidth(col))
    view.resize(table.view.size())
    view.show()
    view.repaint()
    return view
