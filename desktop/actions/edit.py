"""Edit: undo, redo, copy and find."""

from __future__ import annotations

from desktop.actions.base import Window, action
from desktop.core.text import Text
from desktop.services.undoing import REDO, UNDO, Undoing


def _item_chosen(window: Window) -> bool:
    return bool(window.ctx.selection.focus.item)


def _editing(window: Window) -> Undoing:
    """Return what is edited here: on the page of the register the register, elsewhere the open dossier."""
    ctx = window.ctx
    return ctx.register if ctx.selection.focus.page == "register" else ctx.editing


@action("undo", UNDO, "Ctrl+Z", menu="edit", enabled=lambda w: _editing(w).can_undo,
        told=lambda w: _editing(w).undo_text)  # fmt: skip
def undo(window: Window) -> None:
    """Undo the last edit of the dossier, or of the register on its page, also one of an earlier day."""
    _editing(window).undo()


@action("redo", REDO, "Ctrl+Shift+Z", "Ctrl+Y", menu="edit", enabled=lambda w: _editing(w).can_redo,
        told=lambda w: _editing(w).redo_text)  # fmt: skip
def redo(window: Window) -> None:
    """Do the edit again that was undone last."""
    _editing(window).redo()


@action(
    "cite",
    Text("复制句子和出处", "Copy Sentence with Citation"),
    "Ctrl+Shift+C",
    menu="edit",
    group=1,
    enabled=_item_chosen,
)
def cite(window: Window) -> None:
    """Copy the sentence of the selected item, with title, section, place and hash of its source."""
    from PySide6.QtGui import QGuiApplication

    from desktop.core.citation import cite_item

    dossier = window.ctx.workspace.dossier
    cited = cite_item(dossier, window.ctx.selection.focus.item) if dossier else None
    if cited is not None:
        QGuiApplication.clipboard().setText(cited(window.ctx.language))


@action("find", Text("查找…", "Find…"), "Ctrl+F", menu="edit", group=2)
def find(window: Window) -> None:
    """Search in the table or source that has the keyboard."""
    window.find_text()
