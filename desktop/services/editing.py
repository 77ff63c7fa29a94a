"""Editing the open dossier: one stack of undo for everything that a person changes in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.core.text import Text
from desktop.services.undoing import Undoing
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.core.changes import Change
    from desktop.store.edits import Edits


class Editing(Undoing):
    """Changes come from ``core/changes`` (``accept``, ``correct``, ...), made from ``workspace.dossier``."""

    gone = Text(
        "这一项已经不在档案里，所以没有修改。",
        "This item is no longer in the dossier, so nothing was changed.",
    )

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        """Follow the workspace from dossier to dossier."""
        super().__init__(workspace, parent)
        workspace.dossier_changed.connect(self.changed)

    def _edits(self) -> Edits | None:
        return self._workspace.edits

    def _open(self) -> Edits | None:
        return self._workspace.open_edits()

    def _describe(self, change: Change) -> Text:
        dossier = self._workspace.dossier
        assert dossier is not None, "edits are those of an open dossier"
        return change.described(dossier)

    def _tell(self) -> None:
        self._workspace.dossier_edited.emit(self._workspace.dossier)
