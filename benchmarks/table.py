"""The table against its floors: numpy's argsort, pandas, and Qt's own view of ready strings, in the same run.

``--rows`` (1,000,000 unless told) rows of ten mixed columns. Every ratio is the median of pairs that take turns; gaps
are the longest time the event loop did not run while a job was under way, beside those of an idle window.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from functools import partial

import numpy as np
import pandas as pd
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView
from rounds import ROUNDS, alternate, line, ratio

from desktop.app.fonts import load_fonts
from desktop.core.text import same
from desktop.models.frame import FrameModel
from desktop.services.jobs import JobRunner
from desktop.services.theme import load_theme
from desktop.store.frames import ColumnInfo, Frame
from desktop.widgets.look import palette, window_font
from desktop.widgets.style_sheet import style_sheet
from desktop.widgets.table.view import TableView

FLOAT, INTEGER, WORDS, NAMES, SENTENCES, TIMES, TRUTH, NULLABLE, CATEGORY, MIXED = range(10)
BEAT, READY, PAGE = 2, 2000, 25  # ms between heartbeats; rows of the floor's model; rows of a page
OPEN, PAINT, FLOAT_SORT, TEXT_SORT, TEXT_FILTER, GAP, REST = 0.1, 1.8, 1.2, 2.5, 1.5, 50.0, 16.0


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
        self.jobs, self.gaps = JobRunner(), dict[str, list[float]]()
        self.view = TableView()
        self.view.restyle(load_theme("light"))
        self.model = FrameModel(Frame(data, infos), self.jobs, "zh")

    def show(self) -> None:
        self.view.resize(1280, 34 * (PAGE + 1))
        self.view.show_frame(self.model)
        self.view.show()
        self.view.repaint()
        QApplication.processEvents()

    def timed(self, name: str, change: Callable[[FrameModel], object]) -> float:
        """Return the seconds from the wish to the rows in place."""
        loop = QEventLoop()
        self.model.arranged.connect(loop.quit)
        with Heartbeat() as heart:
            began = time.perf_counter()
            change(self.model)
            loop.exec()
            seconds = time.perf_counter() - began
            QApplication.processEvents()
        self.model.arranged.disconnect(loop.quit)
        self.gaps.setdefault(name, []).append(heart.longest * 1000)
        return seconds

    def arranged(self, name: str, change: Callable[[FrameModel], object]) -> Callable[[], float]:
        """Return a measurement of a wish, each time from the rows at rest."""

        def run() -> float:
            if self.model.arrangement != self.model.arrangement.at_rest():
                self.timed("back to rest", lambda m: m.arrange(m.arrangement.at_rest()))
            return self.timed(name, change)

        return run

    def cancelled(self, change: Callable[[FrameModel], object]) -> float:
        """Return the milliseconds from Cancel to the table saying that it is idle."""
        if self.model.arrangement != self.model.arrangement.at_rest():
            self.timed("back to rest", lambda m: m.arrange(m.arrangement.at_rest()))
        change(self.model)
        wait(60)
        began = time.perf_counter()
        self.model.cancel()
        assert not self.model.is_busy
        QApplication.processEvents()
        return (time.perf_counter() - began) * 1000


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


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


def painter(view: QTableView, step: int) -> Callable[[], float]:
    """Return a measurement of painting a page; ``step`` scrolls so many rows before each."""
    at = 0
    forget = view.cells.forget if isinstance(view, TableView) else lambda: None

    def run() -> float:
        nonlocal at
        at = (at + step) % (READY - 2 * PAGE)
        view.scrollTo(view.model().index(at, 0), QAbstractItemView.ScrollHint.PositionAtTop)
        QApplication.processEvents()
        if step:  # the scroll painted already: what is measured is a page that was never painted
            forget()
        return seconds(view.viewport().repaint)

    return run


def bytes_a_row(data: pd.DataFrame) -> float:
    """Return what model, view and one paint hold beyond the DataFrame, in bytes a row."""
    gc.collect()
    tracemalloc.start()
    table = Table(data)
    table.show()
    gc.collect()
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    table.jobs.close()
    return held / len(data)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    load_fonts()
    theme = load_theme("light")
    app.setStyle("Fusion")
    app.setFont(window_font(theme, "zh"))
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))
    gc.freeze()  # as the application does once it has started
    kept: list[bool] = []
    began = time.perf_counter()
    data = make_data(options.rows, long=False)
    making = time.perf_counter() - began
    print(
        f"{options.rows:,} rows x {data.shape[1]} columns, made in {making:.2f} s; minimum, median, maximum"
    )

    opened = []
    for _ in range(options.rounds):
        began = time.perf_counter()
        table = Table(data)
        table.show()
        opened.append((time.perf_counter() - began) / making)
        table.view.close()
        table.jobs.close()
    kept.append(line("open and paint / making the frame", opened, limit=OPEN))
    kept.append(line("held beyond the frame at rest", [bytes_a_row(data)], "B/row", limit=REST))

    table = Table(data)
    table.show()
    floor = ready_view(table)
    for name, step in (("the same page", 0), ("a new page", 61)):
        both = alternate({"ours": painter(table.view, step), "floor": painter(floor, step)}, options.rounds)
        kept.append(
            line(f"paint {name} / Qt on ready strings", ratio(both["ours"], both["floor"]), limit=PAINT)
        )
    long = Table(make_data(min(options.rows, 3 * READY), long=True))
    long.show()
    long_floor = ready_view(long)
    both = alternate({"ours": painter(long.view, 61), "floor": painter(long_floor, 61)}, options.rounds)
    kept.append(
        line("paint a page with 10,000-character texts / Qt", ratio(both["ours"], both["floor"]), limit=PAINT)
    )
    long.jobs.close()

    floats = data["float"].to_numpy()
    up: dict[str, tuple[int, Callable[[], object], float]] = {
        "sort floats / numpy's stable argsort": (
            FLOAT,
            lambda: np.argsort(floats, kind="stable"),
            FLOAT_SORT,
        ),
    }
    for col, what in ((WORDS, "words"), (NAMES, "different names"), (SENTENCES, "sentences")):
        series = data.iloc[:, col]
        up[f"sort {what} / Series.sort_values"] = (col, series.sort_values, TEXT_SORT)
    for name, (col, base, limit) in up.items():
        ours = table.arranged(name, lambda m, col=col: m.arrange(m.arrangement.sorted_by(col, False)))
        both = alternate({"ours": ours, "floor": lambda base=base: seconds(base)}, options.rounds)
        kept.append(line(name, ratio(both["ours"], both["floor"]), limit=limit))
    for col, needle in ((WORDS, "银行"), (NAMES, "123"), (SENTENCES, "丁")):
        series, name = data.iloc[:, col], f"filter {data.columns[col]} by {needle} / Series.str.contains"
        ours = table.arranged(name, lambda m, col=col, n=needle: m.arrange(m.arrangement.with_text(col, n)))
        base = partial(series.str.contains, needle, regex=False)
        both = alternate({"ours": ours, "floor": lambda base=base: seconds(base)}, options.rounds)
        kept.append(line(name, ratio(both["ours"], both["floor"]), limit=TEXT_FILTER))
    for col, what in ((TIMES, "times"), (NULLABLE, "nullable"), (CATEGORY, "category"), (MIXED, "mixed")):
        run = table.arranged(f"sort {what}", lambda m, col=col: m.arrange(m.arrangement.sorted_by(col, True)))
        for _ in range(options.rounds):
            run()

    idle = []
    for _ in range(options.rounds):
        with Heartbeat() as heart:
            wait(500)
        idle.append(heart.longest * 1000)
    line("longest gap of an idle window", idle, "ms")
    for name, gaps in table.gaps.items():
        kept.append(line(f"longest gap: {name.split(' / ')[0]}", gaps, "ms", GAP))
    for name, change in (
        ("sort sentences", lambda m: m.arrange(m.arrangement.sorted_by(SENTENCES, False))),
        ("sort floats", lambda m: m.arrange(m.arrangement.sorted_by(FLOAT, False))),
        ("filter anywhere", lambda m: m.arrange(m.arrangement.with_anywhere("没有"))),
    ):
        late = [table.cancelled(change) for _ in range(options.rounds)]
        kept.append(line(f"cancel: {name}", late, "ms", GAP))
        wait(round(statistics.median(late)) + 200)
    table.jobs.close()
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
