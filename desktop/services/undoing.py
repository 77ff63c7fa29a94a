"""One stack of undo, as menus and pages know it: of the open dossier, or of the register."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.core.errors import UserError
from desktop.core.text import Text
from desktop.services.workspace import Workspace

UNDO, REDO = Text("撤销", "Undo"), Text("重做", "Redo")
NAMED = Text("{}：{}", "{}: {}")


class Undoing(QObject):
    """What cannot be done is told through the workspace's ``noticed`` and changes nothing.

    ``changed`` says that there is something else to undo or redo. Subclasses say what is edited.
    """

    changed = Signal()
    gone: Text  # said when what a change is about is not there any more

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
        return self._named(UNDO, self._last)

    @property
    def redo_text(self) -> Text:
        """What ``redo`` would do again, as a menu says it; plain “Redo” when there is nothing."""
        return self._named(REDO, self._next)

    def do(self, change: Any) -> bool:
        """Make a change; None is nothing to do. Whether anything is other than before."""
        return change is not None and self._step(lambda edits: edits.do(change, user()))

    def undo(self) -> bool:
        """Undo the last change; whether there was one."""
        return self.can_undo and self._step(lambda edits: edits.undo())

    def redo(self) -> bool:
        """Do the change again that was undone last; whether there was one."""
        return self.can_redo and self._step(lambda edits: edits.redo())

    @abstractmethod
    def _edits(self) -> Any:
        """Return the edits that there are, or None."""

    @abstractmethod
    def _open(self) -> Any:
        """Return the edits, also to make the first; None where nothing can be edited."""

    @abstractmethod
    def _describe(self, change: Any) -> Text:
        """Say what a change does."""

    @abstractmethod
    def _tell(self) -> None:
        """Tell the window that something is other than before."""

    @property
    def _last(self) -> Any:
        edits = self._edits()
        return edits.last if edits is not None else None

    @property
    def _next(self) -> Any:
        edits = self._edits()
        return edits.next if edits is not None else None

    def _named(self, verb: Text, change: Any) -> Text:
        return NAMED.format(verb, self._describe(change)) if change is not None else verb

    def _step(self, run: Callable[[Any], None]) -> bool:
        from desktop.core.changes.base import Stale  # not needed at start

        try:
            edits = self._open()
            if edits is None:
                return False
            run(edits)
        except UserError as problem:
            self._workspace.noticed.emit(problem.text)
            return False
        except Stale:
            self._workspace.noticed.emit(self.gone)
            return False
        self._tell()
        self.changed.emit()
        return True


def user() -> str:
    """Return the name that the system knows the user by, if it knows one."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
