"""Start of the window: what must be there before the first paint."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.app.after import AfterPaint
from desktop.app.compose import compose
from desktop.app.crash import FaultHooks, FaultReport
from desktop.app.garbage import Garbage
from desktop.app.logs import close_log, log_qt_messages
from desktop.app.single import PATIENCE, hand_over, take_place


def make_app() -> QApplication:
    """Return the application object, named; the style is chosen here, where it costs nothing."""
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName("Guiyin")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("guiyin")
    Garbage(app)
    return app


def start(path: Path | None, exit_when: str, started: float) -> int:
    """Show the window until it is closed; with ``exit_when`` print how long it took and quit."""
    app = make_app()
    log_qt_messages()
    place = None
    if not exit_when:
        place = take_place()
        if hand_over(path, 0.0 if place else PATIENCE):
            return 0
    hooks = FaultHooks(app)
    window = compose(app, path)
    hooks.faulted.connect(FaultReport(window).show)
    after = AfterPaint(window, exit_when, started)
    window.show()
    code = app.exec()
    after.close()
    window.ctx.jobs.close()
    hooks.remove()
    close_log()
    if place is not None:
        place.unlock()
    return code
