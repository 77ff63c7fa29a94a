"""File: open, recent, save a copy, attach, quit."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from desktop.actions.base import Entry, Window, action, submenu
from desktop.core.errors import UserError
from desktop.core.progress import Progress
from desktop.core.text import NOTHING, Text, same
from desktop.services.jobs import Failed, Ok, Outcome


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
    group=2,
    enabled=_has_original,
    asks=True,
)
def attach(window: Window) -> None:
    """Ask for the original article, so that its own passages light up too."""
    window.attach_original()


SAVE_COPY = Text("另存副本…", "Save a Copy…")
SAVED = Text("副本已存为 {}，其中包含所有修改。", "A copy with all edits was saved as {}.")
SIGNED = Text("副本里记着修改人：{}。", " It says who made them: {}.")
COPIES = Text("归因档案 (*.guiyin)", "Guiyin dossiers (*.guiyin)")
TAKEN_BY_SYSTEMS = frozenset('\\/:*?"<>|')  # in names of files


@action("save-copy", SAVE_COPY, "Ctrl+Shift+S", menu="file", group=2, asks=True,
        enabled=lambda w: w.ctx.workspace.dossier is not None)  # fmt: skip
def save_copy(window: Window) -> None:
    """Save the dossier with all edits as one file."""
    ctx = window.ctx
    dossier = ctx.workspace.dossier
    if dossier is None:
        return
    name = "".join(
        "-" if c in TAKEN_BY_SYSTEMS or not c.isprintable() else c for c in dossier.product(ctx.language)
    )
    path = ctx.ui.ask_save(SAVE_COPY, f"{name.strip(' .')[:80] or dossier.id}.guiyin", COPIES(ctx.language))
    if path is None:
        return
    target = path if path.suffix.lower() == ".guiyin" else path.with_name(f"{path.name}.guiyin")

    names = sorted({*(r.by for r in dossier.reviews), *(r.by for r in dossier.rulings)} - {""})
    signed = [SIGNED.format(", ".join(names))] if names else []

    def work(_progress: Progress) -> Path:
        from desktop.store.share import export

        export(dossier, target)
        return target

    def done(outcome: Outcome[Path]) -> None:
        match outcome:
            case Ok():
                ctx.ui.notify(NOTHING.join([SAVED.format(outcome.value), *signed]))
            case Failed(error=UserError() as problem):
                ctx.ui.notify(problem.text)
            case Failed():
                raise outcome.error

    ctx.jobs.submit(f"save {target}", work, done)


@action("quit", Text("退出", "Quit"), "Ctrl+Q", menu="file", group=3, asks=True)
def quit_(window: Window) -> None:
    """Close the window."""
    window.close()
