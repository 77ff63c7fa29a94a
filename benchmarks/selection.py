"""What a change of selection costs, against one frame and against Qt's own repaint of the same window.

On the real window and every bundled dossier: each item of each factor is selected in turn (tree, page, chart,
table, inspector and source follow), then each factor page is shown after another. Measured is the time from the
selection until the event loop has nothing left to do; what comes later by a timer or a thread is waited for, too.
The floor is a repaint of every visible part of the window, unchanged, right after it.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget
from rounds import ROUNDS, line, surroundings

from desktop.app.compose import compose
from desktop.app.main import make_app
from desktop.app.tour import settle
from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.focus import Focus
from desktop.widgets.main_window import MainWindow
from desktop.widgets.panel import Panel

FRAME = 1000 / 60  # ms
OF_A_FRAME, OF_A_REPAINT = 1.0, 3.0
IDLE = 3  # turns of the event loop in which nothing runs any more


def quiet(window: MainWindow) -> None:
    """Run the event loop until nothing is left to do; timers of zero wait for the next turn."""
    turns = 0
    while turns < IDLE:
        busy = window.ctx.jobs.busy
        QCoreApplication.processEvents(
            QEventLoop.ProcessEventsFlag.WaitForMoreEvents if busy else QEventLoop.ProcessEventsFlag.AllEvents
        )
        turns = 0 if busy else turns + 1


def change(window: MainWindow, focus: Focus) -> float:
    """Select something and return the milliseconds until the window shows it."""
    began = time.perf_counter()
    window.ctx.selection.show(focus)
    quiet(window)
    return (time.perf_counter() - began) * 1000


def repaint(window: MainWindow) -> float:
    """Return the milliseconds that Qt takes to paint the window as it is."""
    began = time.perf_counter()
    for part in window.findChildren(QWidget):  # repaint() of a window leaves out what covers it
        if part.isVisible():
            part.update()
    quiet(window)
    return (time.perf_counter() - began) * 1000


def items(dossier: Dossier, factor: Factor) -> Iterator[str]:
    """Return everything below a factor that can be selected, cells of tables included."""
    for item in dossier.of_factor(factor.id):
        yield item.id
    for table in dossier.tables:
        if table.factor == factor.id:
            yield from (cell.id for row in table.rows for cell in row)


def steps(dossier: Dossier, rounds: int) -> Iterator[tuple[str, Focus]]:
    """Return what to select, one after the other, and under which name to count it."""
    place = Focus(dossier=dossier.id, page="factor")
    for factor in dossier.factors:
        page = replace(place, factor=factor.id, item=factor.id)
        yield "", page
        for item in items(dossier, factor):
            yield "item", replace(page, item=item)
    for _ in range(rounds):
        for factor in dossier.factors:
            yield "page", replace(place, factor=factor.id, item=factor.id)


def measure(window: MainWindow, dossier: Dossier, rounds: int) -> dict[str, list[tuple[float, float]]]:
    """Return pairs of change and repaint in milliseconds."""
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for kind, focus in steps(dossier, rounds):
        changed = change(window, focus)
        if kind:
            found[kind].append((changed, repaint(window)))
        else:
            settle(window.ctx.jobs)  # a page that is shown for the first time loads its libraries
    return found


def watch_panels() -> dict[str, float]:
    """Count from now on how many milliseconds each kind of panel takes to follow the focus."""
    spent: dict[str, float] = defaultdict(float)

    def follow(panel: Any, focus: Focus) -> None:
        began = time.perf_counter()
        panel.show_focus(focus)
        spent[type(panel).__name__] += (time.perf_counter() - began) * 1000

    Panel._focus_changed = follow  # type: ignore[method-assign]
    return spent


def report(name: str, pairs: list[tuple[float, float]]) -> bool:
    """Print median and 95th percentile; the aims are for both."""
    changes, repaints = [a for a, _ in pairs], [b for _, b in pairs]
    ratios = [a / b for a, b in pairs]
    line(f"{name}: {len(pairs)} changes", changes, "ms")
    line(f"{name}: repaint of the window", repaints, "ms")
    good = line(f"{name}: change / frame of 60 Hz", [c / FRAME for c in changes], limit=OF_A_FRAME)
    good &= line(f"{name}: change / repaint", ratios, limit=OF_A_REPAINT)
    late = statistics.quantiles(changes, n=20)[-1]
    return good & line(f"{name}: 95th percentile / frame", [late / FRAME], limit=OF_A_FRAME)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="times that all pages are gone through")
    parser.add_argument("--panels", action="store_true", help="also print what each panel takes")
    options = parser.parse_args()
    kept = []
    with tempfile.TemporaryDirectory(prefix="guiyin-") as folder:
        import os

        os.environ.update(surroundings(Path(folder)))
        window = compose(make_app())
        QTimer.singleShot(0, window.show)
        settle(window.ctx.jobs)
        spent = watch_panels() if options.panels else {}
        print("minimum, median, maximum")
        for entry in window.ctx.workspace.entries():
            window.open_path(entry.folder)
            settle(window.ctx.jobs)
            dossier = window.ctx.workspace.dossier
            assert dossier is not None
            for kind, pairs in measure(window, dossier, options.rounds).items():
                kept.append(report(f"{dossier.id}, {kind}", pairs))
        for name, took in sorted(spent.items(), key=lambda pair: -pair[1]):
            print(f"{name:30s} {took:10.1f} ms in all")
        window.ctx.jobs.close()
        window.close()
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
