"""What a person does to the register: each wish becomes a change."""

from __future__ import annotations

from uuid import uuid4

from desktop.core.forms.entry import blank_entry
from desktop.core.policy import RegisterEntry
from desktop.core.register.changes import (
    AddEntry,
    CorrectEntry,
    RegisterChange,
    RemoveEntry,
    correct_entry,
    keep_mine,
    own_id,
)
from desktop.core.text import Text
from desktop.services.context import Context
from desktop.widgets.register.reader import Reader

REMOVED = Text("“{}”已从登记簿删除。", "“{}” was removed from the register.")
UNDO = Text("撤销", "Undo")


class RegisterDesk:
    """Opens the form, and makes the changes that form and card ask for."""

    def __init__(self, ctx: Context, reader: Reader) -> None:
        """``reader`` shows card and form."""
        self._ctx, self._reader = ctx, reader

    def write_new(self) -> None:
        """Open the form for a new entry; one that something was typed into comes first."""
        if self._reader.editor.is_touched:
            self._reader.resume()
            return
        self._reader.write(
            self._ctx.workspace.record.register, blank_entry(own_id(uuid4().hex[:12])), new=True
        )

    def do(self, wish: str, shown: RegisterEntry) -> None:
        """Do what the card of an entry asks for: "correct", "restore", "keep" or "remove"."""
        below = self._ctx.register.below(shown.id)
        if wish == "correct":
            self._reader.write(self._ctx.workspace.record.register, shown, new=False)
        elif below is None:
            return
        elif wish == "restore":
            self._ctx.register.do(CorrectEntry(below, below))
        elif wish == "keep":
            self._ctx.register.do(keep_mine(below, shown))
        elif self._ctx.register.do(RemoveEntry(shown)):
            self._ctx.ui.offer(REMOVED.format(shown.title), UNDO, self._ctx.register.undo)

    def save(self, made: RegisterEntry, reason: str) -> bool:
        """Keep what the form made; whether that was done."""
        shown, below = self._ctx.workspace.record.entry(made.id), self._ctx.register.below(made.id)
        change: RegisterChange | None
        change = (
            AddEntry(made, reason)
            if shown is None or below is None
            else correct_entry(below, shown, made, reason)
        )
        return self._ctx.register.do(change)
