"""The table against its floors: numpy's argsort, pandas, and Qt's own view of ready strings, in the same run.

``--rows`` (1,000,000 unless told) rows of ten mixed columns. Every ratio is the median of pairs that take turns; gaps
are the longest time the event loop did not run while a job was under way, beside those of an idle window.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
import tracemalloc
from collections.abc import Callable
from functools import partial

import numpy as np
import pandas as pd
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView
from rounds import ROUNDS, alternate, line, ratio
from table_bench import (
    CATEGORY,
    FLOAT,
    MIXED,
    NAMES,
    NULLABLE,
    PAGE,
    READY,
    SENTENCES,
    TIMES,
    WORDS,
    Heartbeat,
    Table,
    make_data,
    ready_view,
    wait,
)

from desktop.app.fonts import load_fonts
from desktop.models.frame import FrameModel
from desktop.services.theme import load_theme
from desktop.widgets.look import palette, window_font
from desktop.widgets.style_sheet import style_sheet
from desktop.widgets.table.view import TableView

OPEN, PAINT, FLOAT_SORT, TEXT_SORT, TEXT_FILTER, GAP, REST = 0.1, 1.8, 1.2, 2.5, 1.5, 50.0, 16.0
Change = Callable[[FrameModel], object]


def sort(col: int, descending: bool = False) -> Change:
    return lambda m: m.arrange(m.arrangement.sorted_by(col, descending))


def keep(col: int, needle: str) -> Change:
    return lambda m: m.arrange(m.arrangement.with_text(col, needle))


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def painting(view: QTableView, step: int) -> Callable[[], float]:
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
    table.close()
    return held / len(data)


def measure_opening(data: pd.DataFrame, making: float, rounds: int) -> list[bool]:
    opened = []
    for _ in range(rounds):
        began = time.perf_counter()
        table = Table(data)
        table.show()
        opened.append((time.perf_counter() - began) / making)
        table.close()
    return [
        line("open and paint / making the frame", opened, limit=OPEN),
        line("held beyond the frame at rest", [bytes_a_row(data)], "B/row", limit=REST),
    ]


def measure_painting(data: pd.DataFrame, what: str, steps: tuple[int, ...], rounds: int) -> list[bool]:
    table, kept = Table(data), []
    table.show()
    floor = ready_view(table)
    for step in steps:
        both = alternate({"ours": painting(table.view, step), "floor": painting(floor, step)}, rounds)
        page = f"paint {'a new' if step else 'the same'} page{what} / Qt on ready strings"
        kept.append(line(page, ratio(both["ours"], both["floor"]), limit=PAINT))
    floor.close()
    table.close()
    return kept


def measure_arranging(table: Table, data: pd.DataFrame, rounds: int) -> list[bool]:
    floats = data["float"].to_numpy()
    sides: list[tuple[str, Change, Callable[[], object], float]] = [
        (
            "sort floats / numpy's stable argsort",
            sort(FLOAT),
            partial(np.argsort, floats, kind="stable"),
            FLOAT_SORT,
        )
    ]
    for col, what in ((WORDS, "words"), (NAMES, "different names"), (SENTENCES, "sentences")):
        sides.append(
            (f"sort {what} / Series.sort_values", sort(col), data.iloc[:, col].sort_values, TEXT_SORT)
        )
    for col, needle in ((WORDS, "银行"), (NAMES, "123"), (SENTENCES, "丁")):
        name = f"filter {data.columns[col]} by {needle} / Series.str.contains"
        sides.append(
            (
                name,
                keep(col, needle),
                partial(data.iloc[:, col].str.contains, needle, regex=False),
                TEXT_FILTER,
            )
        )
    kept = []
    for name, change, base, limit in sides:
        both = alternate({"ours": partial(table.timed, change), "floor": partial(seconds, base)}, rounds)
        kept.append(line(name, ratio(both["ours"], both["floor"]), limit=limit))
    return kept


def measure_gaps(table: Table, rounds: int) -> list[bool]:
    idle = []
    for _ in range(rounds):
        with Heartbeat() as heart:
            wait(500)
        idle.append(heart.longest * 1000)
    line("longest gap of an idle window", idle, "ms")
    wishes: dict[str, Change] = {
        "sort floats": sort(FLOAT),
        "sort words": sort(WORDS),
        "sort different names": sort(NAMES, True),
        "sort sentences": sort(SENTENCES),
        "sort times": sort(TIMES, True),
        "sort nullable": sort(NULLABLE),
        "sort category": sort(CATEGORY),
        "sort mixed": sort(MIXED, True),
        "filter words": keep(WORDS, "银行"),
        "filter numbers": keep(FLOAT, "12"),
        "filter anywhere": lambda m: m.arrange(m.arrangement.with_anywhere("丁丁")),
    }
    kept = [
        line(f"longest gap: {n}", [table.gap(c) for _ in range(rounds)], "ms", GAP) for n, c in wishes.items()
    ]
    for name in ("sort floats", "sort sentences", "filter anywhere"):
        late = [table.cancelled(wishes[name]) for _ in range(rounds)]
        kept.append(line(f"cancel: {name}", late, "ms", GAP))
    return kept


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
    began = time.perf_counter()
    data = make_data(options.rows, long=False)
    making = time.perf_counter() - began
    print(
        f"{options.rows:,} rows x {data.shape[1]} columns, made in {making:.2f} s; minimum, median, maximum"
    )
    kept = measure_opening(data, making, options.rounds)
    kept += measure_painting(data, "", (0, 61), options.rounds)
    long = make_data(min(options.rows, 3 * READY), long=True)
    kept += measure_painting(long, " with 10,000-character texts", (61,), options.rounds)
    table = Table(data)
    table.show()
    kept += measure_arranging(table, data, options.rounds)
    kept += measure_gaps(table, options.rounds)
    table.close()
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
