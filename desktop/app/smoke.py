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
from desktop.app.logs import close_log, log_path, log_qt_messages, open_log
from desktop.app.main import make_app
from desktop.app.registries import missing_modules
from desktop.app.sample import shelve_sample
from desktop.app.smoke_import import import_everything
from desktop.app.tour import settle, stops
from desktop.core.text import Language
from desktop.widgets.chart_export import picture, save
from desktop.widgets.chart_panel import ChartPanel
from desktop.widgets.main_window import MainWindow
from desktop.widgets.pages.base import PAGES

LANGUAGES: tuple[Language, ...] = ("en", "zh")


def smoke() -> int:
    """Import, visit every page, factor and chart, run the commands that do not ask, export, copy; say what failed."""
    with tempfile.TemporaryDirectory(prefix="guiyin-") as home:
        os.environ["GUIYIN_HOME"] = home
        shelve_sample()
        app = make_app()
        log_qt_messages()
        open_log()
        hooks = FaultHooks(app)
        wrong: list[str] = []
        hooks.faulted.connect(wrong.append)
        window = compose(app)
        window.show()
        window.ctx.auditing.wake()
        wrong += [f"module {name} is missing" for name in missing_modules()]
        wrong += import_everything(Path(home))
        wrong += _places(window, Path(home))
        wrong += _audits(window)
        wrong += _commands(window)
        wrong += _copy(window)
        wrong += [message.en for message in window.notices.messages]
        window.ctx.jobs.close()
        window.close()
        hooks.remove()
        close_log()
        log = log_path().read_text(encoding="utf-8")
        wrong += [line for line in log.splitlines() if " WARNING " in line or " Qt: " in line]
    for one in dict.fromkeys(wrong):
        print(one, file=sys.stderr)
    return 1 if wrong else 0


def _places(window: MainWindow, folder: Path) -> list[str]:
    """Show every page and factor with every kind of chart they offer, and export one chart of each kind."""
    seen, drawn = 0, set[str]()
    wrong: list[str] = []
    for _ in stops(window):
        seen += 1
        for panel in window.findChildren(ChartPanel):
            if panel.isVisible():
                wrong += _charts(window, panel, drawn, folder)
    if not drawn:
        wrong.append("no chart was drawn")
    return wrong if seen > len(PAGES) else [*wrong, f"only {seen} places could be shown"]


def _audits(window: MainWindow) -> list[str]:
    """Audit every shipped dossier as a reader's window does; each has something to find and nothing left out."""
    wrong = []
    for entry in window.ctx.workspace.entries():
        if entry.problem is not None:
            continue
        window.open_path(entry.folder)
        settle(window.ctx.jobs)
        audit, dossier = window.ctx.auditing.audit, window.ctx.workspace.dossier
        if audit is None or dossier is None:
            wrong.append(f"{entry.id} was not audited")
        elif audit.total != len(dossier.figures) + len(dossier.policies) or not audit.findings:
            wrong.append(f"{entry.id}: the audit has {len(audit.findings)} findings on {audit.total} items")
    return wrong


def _charts(window: MainWindow, panel: ChartPanel, drawn: set[str], folder: Path) -> list[str]:
    wrong = []
    for spec in panel.specs:
        if not spec.panels:
            continue
        panel.controls.kind_chosen.emit(spec.kind)
        settle(window.ctx.jobs)
        if panel.view is None:
            wrong.append(f"{spec.title.en}: the {spec.kind} chart was not drawn")
        if spec.kind not in drawn:
            drawn.add(spec.kind)
            for suffix in ("png", "svg"):
                path = folder / f"{spec.kind}.{suffix}"
                problem = save(path, picture(spec, window.ctx.language, panel.theme, frozenset()))
                if problem is not None or not path.stat().st_size:
                    wrong.append(f"{spec.title.en}: {path.name} could not be exported")
    return wrong


def _commands(window: MainWindow) -> list[str]:
    """Run every command in both languages; a dialog that opens is closed again."""
    for language in LANGUAGES:
        window.ctx.preferences.set_language(language)
        for action_id, one in ACTIONS.items():
            if one.entries is None and not one.asks:
                window.actions_[action_id].trigger()
                settle(window.ctx.jobs)
                dialog = QApplication.activeModalWidget()
                if dialog is not None:
                    dialog.close()
    return [] if ACTIONS else ["there are no commands"]


def _copy(window: MainWindow) -> list[str]:
    dossier = window.ctx.workspace.dossier
    if dossier is None or not dossier.figures:
        return ["no dossier could be opened"]
    focus = window.ctx.selection.focus
    window.ctx.selection.show(focus.on(dossier, dossier.figures[0].id))
    window.actions_["cite"].trigger()
    return [] if QGuiApplication.clipboard().text() else ["copying a citation left the clipboard empty"]
