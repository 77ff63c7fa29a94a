"""The smoke run: everything once, in a home of its own; silent when all is well."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.actions.base import ACTIONS
from desktop.app.compose import compose
from desktop.app.crash import FaultHooks
from desktop.app.logs import close_log, log_qt_messages, open_log
from desktop.app.main import make_app
from desktop.app.registries import missing_modules
from desktop.app.tour import settle, stops
from desktop.widgets.main_window import MainWindow
from desktop.widgets.pages.base import PAGES


def smoke() -> int:
    """Visit every page and factor, run every command that does not ask, copy; report what went wrong."""
    with tempfile.TemporaryDirectory(prefix="guiyin-") as home:
        os.environ["GUIYIN_HOME"] = home
        app = make_app()
        log_qt_messages()
        open_log()
        hooks = FaultHooks(app)
        wrong: list[str] = []
        hooks.faulted.connect(wrong.append)
        window = compose(app)
        window.show()
        wrong += _walk(window)
        window.ctx.jobs.close()
        window.close()
        hooks.remove()
        close_log()
        log = (Path(home) / "log" / "guiyin.log").read_text(encoding="utf-8")
        wrong += [line for line in log.splitlines() if " WARNING " in line or " Qt: " in line]
    for one in dict.fromkeys(wrong):
        print(one, file=sys.stderr)
    return 1 if wrong else 0


def _walk(window: MainWindow) -> list[str]:
    wrong = [f"module {name} is missing" for name in missing_modules()]
    seen = list(stops(window))
    if len(seen) < len(PAGES):
        wrong.append(f"only {len(seen)} places could be shown")
    for language in ("en", "zh"):
        window.ctx.preferences.set_language("en" if language == "en" else "zh")
        for action_id, one in ACTIONS.items():
            if one.entries is None and not one.asks:
                window.actions_[action_id].trigger()
                settle(window.ctx.jobs)
                dialog = QApplication.activeModalWidget()
                if dialog is not None:
                    dialog.close()
    wrong += [message.en for message in window.notices.messages]
    return wrong + _copy(window)


def _copy(window: MainWindow) -> list[str]:
    dossier = window.ctx.workspace.dossier
    if dossier is None or not dossier.figures:
        return ["no dossier could be opened"]
    focus = window.ctx.selection.focus
    window.ctx.selection.show(focus.on(dossier, dossier.figures[0].id))
    window.actions_["cite"].trigger()
    return [] if QGuiApplication.clipboard().text() else ["copying a citation left the clipboard empty"]
