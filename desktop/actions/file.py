"""File: open, recent, attach, quit."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from desktop.actions.base import Entry, Window, action, submenu
from desktop.core.text import Text, same


@action("open", Text("打开档案…", "Open Dossier…"), "Ctrl+O", menu="file", asks=True)
def open_dossier(window: Window) -> None:
    """Ask for a dossier and open it."""
    path = window.ctx.ui.ask_open()
    if path is not None:
        window.open_path(path)


@submenu("recent", Text("最近打开", "Open Recent"), menu="file")
def recent(window: Window) -> list[Entry]:
    """Return what was opened lately, the latest first."""
    preferences = window.ctx.preferences
    found = [Entry(same(Path(p).name), partial(window.open_path, Path(p)), p) for p in preferences.recent]
    return [*found, Entry(Text("清除记录", "Clear This List"), preferences.clear_recent)] if found else []


def _has_original(window: Window) -> bool:
    dossier = window.ctx.workspace.dossier
    return dossier is not None and any(s.original for s in dossier.sources)


@action(
    "attach",
    Text("附上原文…", "Attach the Original…"),
    menu="file",
    group=1,
    enabled=_has_original,
    asks=True,
)
def attach(window: Window) -> None:
    """Ask for the original article, so that its own passages light up too."""
    window.attach_original()


@action("quit", Text("退出", "Quit"), "Ctrl+Q", menu="file", group=2, asks=True)
def quit_(window: Window) -> None:
    """Close the window."""
    window.close()
