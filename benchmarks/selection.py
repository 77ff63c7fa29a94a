"""What a change of selection costs, against one frame and against Qt's own repaint of the same window.

On the real window and every bundled dossier, for each of these:

- item: each item of each factor is selected in turn; tree, page, chart, table, inspector and source follow;
- factor, at once: each factor for the first time, nothing of it made ready. Its first frame shows head and key
  figures; charts, table and lists follow below, so both that frame and the complete page are printed;
- factor, made ready: each factor for the first time after the window had a moment to itself;
- factor, again: each factor once more;
- page: overview, a factor, time line, in turns.

Measured is the time from the selection until the event loop has nothing left to do; what comes later by a timer or
a thread is waited for, too. The floor is a repaint of every visible part of the window, unchanged, right after it.
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

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget
from rounds import ROUNDS, line, surroundings

from desktop.app.compose import compose
from desktop.app.main import make_app
from desktop.app.tour import settle
from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.focus import Focus
from desktop.core.value import value
from desktop.widgets.main_window import MainWindow
from desktop.widgets.pages.parts.factor_page import FactorPage
from desktop.widgets.panel import Panel

clock = time.perf_counter
FRAME = 1000 / 60  # ms
OF_A_FRAME, OF_A_REPAINT = 1.0, 3.0
PATIENCE = 0.1  # seconds for a first frame; some items change nothing
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


class Frames(QObject):
    """Notes that the window was painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.painted = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.painted |= event.type() == QEvent.Type.UpdateRequest
        return False


@value
class Took:
    """Milliseconds: until the first frame that shows the change, until all is shown, and of a repaint after that."""

    first: float
    complete: float
    repaint: float


def change(window: MainWindow, focus: Focus) -> Took:
    """Select something and wait until the window shows it."""
    began = clock()
    window.ctx.selection.show(focus)
    frames = Frames(window)
    while not frames.painted and clock() - began < PATIENCE:
        QCoreApplication.processEvents()
    first = clock() - began
    window.removeEventFilter(frames)
    frames.deleteLater()
    quiet(window)
    complete = clock() - began
    return Took(1000 * first, 1000 * complete, repaint(window))


def repaint(window: MainWindow) -> float:
    """Return the milliseconds that Qt takes to paint the window as it is."""
    began = clock()
    for part in window.findChildren(QWidget):  # repaint() of a window leaves out what covers it
        if part.isVisible():
            part.update()
    quiet(window)
    return (clock() - began) * 1000


def items(dossier: Dossier, factor: Factor) -> Iterator[str]:
    """Return everything below a factor that can be selected, cells of tables included."""
    for item in dossier.of_factor(factor.id):
        yield item.id
    for table in dossier.tables:
        if table.factor == factor.id:
            yield from (cell.id for row in table.rows for cell in row)


def measure(window: MainWindow, dossier: Dossier, rounds: int) -> dict[str, list[Took]]:
    """Return what each kind of change took."""
    found: dict[str, list[Took]] = defaultdict(list)
    top = Focus(dossier=dossier.id)
    pages = [replace(top, page="factor", factor=f.id, item=f.id) for f in dossier.factors]

    def show(kind: str, focus: Focus) -> None:
        found[kind].append(change(window, focus))

    window.ctx.selection.show(pages[0])
    settle(window.ctx.jobs)  # the first page loads its libraries
    anew(window)
    for place in pages[1:]:
        if not sheets(window).is_ready(place.factor):  # as on a slow machine, which has had its quiet moment
            show("factor, at once", place)
    anew(window)
    window.ctx.selection.show(pages[0])
    settle(window.ctx.jobs)
    while sheets(window).make_ready():  # what the page does by itself after half a second
        quiet(window)
    for place in pages[1:]:
        show("factor, made ready", place)
    for _ in range(rounds):
        for place in pages:
            show("factor, again", place)
    for place, factor in zip(pages, dossier.factors, strict=True):
        window.ctx.selection.show(place)
        settle(window.ctx.jobs)
        for item in items(dossier, factor):
            show("item", replace(place, item=item))
    for number in range(rounds + 1):
        for place in (top, pages[number % len(pages)], replace(top, page="timeline")):
            if number:
                show("page", place)
            else:
                window.ctx.selection.show(place)
                settle(window.ctx.jobs)
    return found


def sheets(window: MainWindow) -> FactorPage:
    page = window.pages.current
    assert isinstance(page, FactorPage)
    return page


def anew(window: MainWindow) -> None:
    """Have every sheet dropped, as a change of theme does."""
    for theme in ("dark", "light"):
        window.ctx.preferences.set_theme(theme)
    quiet(window)


def watch_panels() -> dict[str, float]:
    """Count from now on how many milliseconds each kind of panel takes to follow the focus."""
    spent: dict[str, float] = defaultdict(float)

    def follow(panel: Any, focus: Focus) -> None:
        began = time.perf_counter()
        panel.show_focus(focus)
        spent[type(panel).__name__] += (time.perf_counter() - began) * 1000

    Panel._focus_changed = follow  # type: ignore[method-assign, assignment]
    return spent


def report(name: str, took: list[Took]) -> bool:
    """Print medians and 95th percentile; the aims are for both."""
    line(f"{name}: {len(took)} changes", [t.complete for t in took], "ms")
    line(f"{name}: repaint of the window", [t.repaint for t in took], "ms")
    if name.endswith("at once"):
        line(f"{name}: complete / frame of 60 Hz", [t.complete / FRAME for t in took])
        line(f"{name}: complete / repaint", [t.complete / t.repaint for t in took])
        name, spent = f"{name}, first frame", [t.first for t in took]
    else:
        spent = [t.complete for t in took]
    good = line(f"{name}: change / frame of 60 Hz", [ms / FRAME for ms in spent], limit=OF_A_FRAME)
    ratios = [ms / t.repaint for ms, t in zip(spent, took, strict=True)]
    good &= line(f"{name}: change / repaint", ratios, limit=OF_A_REPAINT)
    late = statistics.quantiles(spent, n=20)[-1]
    return good & line(f"{name}: 95th percentile / frame", [late / FRAME], limit=OF_A_FRAME)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="times that all pages are gone through")
    parser.add_argument("--panels", action="store_true", help="also print what each panel takes")
    parser.add_argument(
        "--cpu", action="store_true", help="count this process alone, on a machine that others work on, too"
    )
    options = parser.parse_args()
    if options.cpu:
        global clock
        clock = time.process_time
    kept = []
    with tempfile.TemporaryDirectory(prefix="guiyin-") as folder:
        import os

        os.environ.update(surroundings(Path(folder)))
        window = compose(make_app())
        QTimer.singleShot(0, window.show)
        window.ctx.auditing.wake()  # as a reader's window does: badges and cards come from its findings, too
        settle(window.ctx.jobs)
        spent = watch_panels() if options.panels else {}
        print("minimum, median, maximum")
        for entry in window.ctx.workspace.entries():
            window.open_path(entry.folder)
            settle(window.ctx.jobs)
            dossier = window.ctx.workspace.dossier
            assert dossier is not None
            for kind, took in measure(window, dossier, options.rounds).items():
                kept.append(report(f"{dossier.id}, {kind}", took))
        for name, ms in sorted(spent.items(), key=lambda pair: -pair[1]):
            print(f"{name:30s} {ms:10.1f} ms in all")
        window.ctx.jobs.close()
        window.close()
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
