"""Editing the register: a stack of undo of its own, for it belongs to no dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.core.text import Text
from desktop.services.undoing import Undoing

if TYPE_CHECKING:
    from desktop.core.policy import RegisterEntry
    from desktop.core.register.changes import RegisterChange
    from desktop.store.register_edits import RegisterEdits


class RegisterEditing(Undoing):
    """Changes come from ``core/register/changes.py``."""

    gone = Text(
        "这个条目已经不在登记簿里，所以没有修改。",
        "This entry is no longer in the register, so nothing was changed.",
    )

    def below(self, entry_id: str) -> RegisterEntry | None:
        """Return an entry without corrections: as shipped, or an own one as it stands."""
        edits = self._workspace.register
        return edits.below(entry_id) if edits is not None else self._workspace.record.entry(entry_id)

    def _edits(self) -> RegisterEdits | None:
        return self._workspace.register

    def _open(self) -> RegisterEdits:
        return self._workspace.open_register()

    def _describe(self, change: RegisterChange) -> Text:
        return change.described()

    def _tell(self) -> None:
        self._workspace.record_changed.emit()
