"""Edit: copy and find."""

from __future__ import annotations

from desktop.actions.base import Window, action
from desktop.core.text import Text


def _item_chosen(window: Window) -> bool:
    return bool(window.ctx.selection.focus.item)


@action(
    "cite",
    Text("复制句子和出处", "Copy Sentence with Citation"),
    "Ctrl+Shift+C",
    menu="edit",
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


@action("find", Text("查找…", "Find…"), "Ctrl+F", menu="edit", group=1)
def find(window: Window) -> None:
    """Search in the table or source that has the keyboard."""
    window.find_text()
