"""Builds the services of one window, fills the registries, and makes the window itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop import actions
from desktop.app.fonts import load_fonts
from desktop.app.i18n import QtStrings
from desktop.core.registry import discover
from desktop.core.text import Text
from desktop.services.context import Context
from desktop.services.jobs import JobRunner
from desktop.services.preferences import Preferences
from desktop.services.selection import Selection
from desktop.services.session import Session
from desktop.services.workspace import Workspace
from desktop.store.library import is_dossier
from desktop.widgets import pages
from desktop.widgets.look import Look
from desktop.widgets.main_window import MainWindow
from desktop.widgets.window_ui import WindowUi

WARY = Text(
    "上次正在打开 {} 时程序意外退出，这次没有自动打开它。",
    "The application ended unexpectedly while it was opening {}; it was not opened this time.",
)
OPEN_ANYWAY = Text("仍要打开", "Open anyway")


def make_context(app: QApplication) -> tuple[Context, WindowUi]:
    """Return the services of one window, and what answers for the window."""
    preferences = Preferences()
    ui = WindowUi(Look(app, preferences), preferences)
    context = Context(Workspace(), Selection(), preferences, JobRunner(), ui)
    context.workspace.noticed.connect(ui.notify)
    preferences.unwritable.connect(ui.notify)
    return context, ui


def make_window(ctx: Context, ui: WindowUi, path: Path | None = None) -> MainWindow:
    """Open a dossier (``path``, the last, or the first that can be opened) and return the window on it."""
    discover(actions)
    discover(pages)
    session = Session(ctx.workspace, ctx.selection, ctx.preferences)
    article = path if path is not None and not is_dossier(path) else None
    suspect = session.start(path if article is None else None)
    window = MainWindow(ctx, session, ui)
    if article is not None:
        window.open_path(article)
    if suspect is not None:
        window.notices.notify(WARY.format(suspect), OPEN_ANYWAY, lambda: session.open(suspect))
    return window


def compose(app: QApplication, path: Path | None = None) -> MainWindow:
    """Return the window, ready to be shown."""
    missing_font = load_fonts()
    ctx, ui = make_context(app)
    QtStrings(app, ctx.preferences)
    if missing_font is not None:
        ui.notify(missing_font)
    return make_window(ctx, ui, path)
