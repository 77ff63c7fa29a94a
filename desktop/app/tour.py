"""Every place of the application, one after the other: for pictures and for the smoke run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QEventLoop, QTimer

from desktop.core.focus import Focus
from desktop.services.jobs import JobRunner
from desktop.widgets.main_window import MainWindow
from desktop.widgets.pages.base import PAGES

TURN = 20  # ms of event loop that charts and tables get to fill themselves
QUIET = 3  # turns without a running job


def stops(window: MainWindow, only: str = "") -> Iterator[str]:
    """Show each page and each factor of each dossier (or of ``only`` one); yields a file name for it."""
    for entry in window.ctx.workspace.entries():
        if only not in ("", entry.id, entry.folder.name) or entry.problem is not None:
            continue
        window.open_path(entry.folder)
        dossier = window.ctx.workspace.dossier
        if dossier is None or dossier.id != entry.id:
            continue
        place = Focus(dossier=dossier.id)
        for key, spec in PAGES.items():
            if key == "factor" or not spec.is_for(dossier):
                continue
            window.ctx.selection.show(replace(place, page=key))
            settle(window.ctx.jobs)
            yield f"{dossier.id}-{key}"
        for number, factor in enumerate(dossier.factors):
            if "factor" in PAGES:
                window.ctx.selection.show(replace(place, page="factor", factor=factor.id, item=factor.id))
                settle(window.ctx.jobs)
                yield f"{dossier.id}-factor-{number}"


def settle(jobs: JobRunner) -> None:
    """Run the event loop until nothing is under way any more."""
    quiet = 0
    while quiet < QUIET:
        loop = QEventLoop()
        QTimer.singleShot(TURN, loop.quit)
        loop.exec()
        quiet = 0 if jobs.busy else quiet + 1
