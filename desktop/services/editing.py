"""Editing the open dossier: one stack of undo for everything that a person changes in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.core.errors import UserError
from desktop.core.text import Text
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.core.changes import Change
    from desktop.store.edits import Edits

UNDO, REDO = Text("撤销", "Undo"), Text("重做", "Redo")
NAMED = Text("{}：{}", "{}: {}")
GONE = Text(
    "这一项已经不在档案里，所以没有修改。", "This item is no longer in the dossier, so nothing was changed."
)


class Editing(QObject):
    """Changes come from ``core/changes`` (``accept``, ``correct``, ``delete``, ...), made from ``workspace.dossier``.

    What cannot be done is told through the workspace's ``noticed`` and changes nothing. ``changed`` says that
    there is something else to undo or redo.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        """Follow the workspace from dossier to dossier."""
        super().__init__(parent)
        self._workspace = workspace
        workspace.dossier_changed.connect(self.changed)

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
        return self._told(UNDO, self._last)

    @property
    def redo_text(self) -> Text:
        """What ``redo`` would do again, as a menu says it; plain “Redo” when there is nothing."""
        return self._told(REDO, self._next)

    def do(self, change: Change | None) -> bool:
        """Make a change; None is nothing to do. Whether the dossier is another one now."""
        return change is not None and self._step(lambda edits: edits.do(change, user()))

    def undo(self) -> bool:
        """Undo the last change; whether there was one."""
        return self.can_undo and self._step(lambda edits: edits.undo())

    def redo(self) -> bool:
        """Do the change again that was undone last; whether there was one."""
        return self.can_redo and self._step(lambda edits: edits.redo())

    @property
    def _last(self) -> Change | None:
        edits = self._workspace.edits
        return edits.last if edits is not None else None

    @property
    def _next(self) -> Change | None:
        edits = self._workspace.edits
        return edits.next if edits is not None else None

    def _told(self, verb: Text, change: Change | None) -> Text:
        dossier = self._workspace.dossier
        if change is None or dossier is None:
            return verb
        return NAMED.format(verb, change.described(dossier))

    def _step(self, run: Callable[[Edits], None]) -> bool:
        from desktop.core.changes import Stale

        edits = self._workspace.open_edits()
        if edits is None:
            return False
        try:
            run(edits)
        except UserError as problem:
            self._workspace.noticed.emit(problem.text)
            return False
        except Stale:
            self._workspace.noticed.emit(GONE)
            return False
        self._workspace.dossier_edited.emit(edits.dossier)
        self.changed.emit()
        return True


def user() -> str:
    """Return the name that the system knows the user by, if it knows one."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
