"""Editing the register: a stack of undo of its own, for it belongs to no dossier."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.core.errors import UserError
from desktop.core.text import Text
from desktop.services.editing import NAMED, REDO, UNDO, user
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.core.policy import RegisterEntry
    from desktop.core.register.changes import RegisterChange
    from desktop.store.register_edits import RegisterEdits

GONE = Text(
    "这个条目已经不在登记簿里，所以没有修改。",
    "This entry is no longer in the register, so nothing was changed.",
)


class RegisterEditing(QObject):
    """Changes come from ``core/register/changes.py``. ``changed`` says that there is something else to undo or redo.

    What cannot be done is told through the workspace's ``noticed`` and changes nothing.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        """Read nothing yet."""
        super().__init__(parent)
        self._workspace = workspace

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to undo."""
        return self._last is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to do again."""
        return self._next is not None

    @property
    def undo_text(self) -> Text:
        """What ``undo`` would undo, as a menu says it; plain “Undo” when there is nothing."""
        return NAMED.format(UNDO, self._last.described()) if self._last is not None else UNDO

    @property
    def redo_text(self) -> Text:
        """What ``redo`` would do again, as a menu says it; plain “Redo” when there is nothing."""
        return NAMED.format(REDO, self._next.described()) if self._next is not None else REDO

    def below(self, entry_id: str) -> RegisterEntry | None:
        """Return an entry without corrections: as shipped, or an own one as it stands."""
        edits = self._workspace.register
        return edits.below(entry_id) if edits is not None else self._workspace.record.entry(entry_id)

    def do(self, change: RegisterChange | None) -> bool:
        """Make a change; None is nothing to do. Whether the register is another one now."""
        return change is not None and self._step(lambda edits: edits.do(change, user()))

    def undo(self) -> bool:
        """Undo the last change; whether there was one."""
        return self.can_undo and self._step(lambda edits: edits.undo())

    def redo(self) -> bool:
        """Do the change again that was undone last; whether there was one."""
        return self.can_redo and self._step(lambda edits: edits.redo())

    @property
    def _last(self) -> RegisterChange | None:
        edits = self._workspace.register
        return edits.last if edits is not None else None

    @property
    def _next(self) -> RegisterChange | None:
        edits = self._workspace.register
        return edits.next if edits is not None else None

    def _step(self, run: Callable[[RegisterEdits], None]) -> bool:
        from desktop.core.changes.base import Stale

        try:
            run(self._workspace.open_register())
        except UserError as problem:
            self._workspace.noticed.emit(problem.text)
            return False
        except Stale:
            self._workspace.noticed.emit(GONE)
            return False
        self._workspace.record_changed.emit()
        self.changed.emit()
        return True
