"""A PNG of every page of every shipped dossier, with or without a screen."""

from __future__ import annotations

import os
import sys
import tempfile
from errno import EIO
from pathlib import Path

from PySide6.QtGui import QImage

from desktop.app.compose import compose
from desktop.app.crash import FaultHooks
from desktop.app.logs import close_log, log_qt_messages
from desktop.app.main import make_app
from desktop.app.sample import shelve_sample
from desktop.app.tour import settle, stops
from desktop.core.text import Language
from desktop.widgets.main_window import MainWindow

TRIES = 20  # looks for a picture that stands still


def snapshot(folder: Path, theme: str, language: Language, size: tuple[int, int], name: str) -> int:
    """Write the pictures into ``folder``; ``name`` limits them to one dossier."""
    with tempfile.TemporaryDirectory(prefix="guiyin-") as home:
        os.environ["GUIYIN_HOME"] = home  # the reader's own settings neither show nor change
        shelve_sample()
        app = make_app()
        app.setCursorFlashTime(0)  # a blinking cursor is never still
        log_qt_messages()
        hooks = FaultHooks(app)
        faults: list[str] = []
        hooks.faulted.connect(faults.append)
        window = compose(app)
        window.ctx.preferences.set_theme(theme)
        window.ctx.preferences.set_language(language)
        window.resize(*size)
        window.show()
        window.ctx.auditing.wake()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            written = _pictures(window, folder, name)
            if not written and not faults:
                known = ", ".join(entry.id for entry in window.ctx.workspace.entries())
                print(f"guiyin snapshot: no dossier is called {name}; there are {known}", file=sys.stderr)
        except OSError as problem:
            print(f"guiyin snapshot: {folder} cannot be written ({problem.strerror})", file=sys.stderr)
            written = 0
        window.ctx.jobs.close()
        window.close()
        hooks.remove()
        close_log()
    for fault in dict.fromkeys(faults):
        print(fault, file=sys.stderr)
    return 0 if written and not faults else 2


def _pictures(window: MainWindow, folder: Path, name: str) -> int:
    written = 0
    for stop in stops(window, name):
        if not _still(window).save(str(folder / f"{stop}.png")):
            raise OSError(EIO, os.strerror(EIO))
        written += 1
    return written


def _still(window: MainWindow) -> QImage:
    """Return the picture once painting changes nothing any more: parts are made when their place is painted."""
    before = window.grab().toImage()
    for _ in range(TRIES):
        settle(window.ctx.jobs)
        now = window.grab().toImage()
        if now == before:
            break
        before = now
    return before
