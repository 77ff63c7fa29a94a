"""Original articles that the reader owns and has attached; they stay where they are, only paths are kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.core.errors import UserError
from desktop.core.source import Original, Source
from desktop.core.text import Text
from desktop.services.preferences import Preferences
from desktop.services.workspace import Workspace
from desktop.store.original import read_original

MEMORY = "originals"
NONE_WANTED = Text("这份档案没有登记原文，无需附上。", "This dossier names no original article to attach.")


class Originals(QObject):
    """Remembers a path for each original (by its sha256); ``changed`` when one comes or goes.

    What goes wrong is told through the workspace's ``noticed``; a file that is gone is forgotten.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, preferences: Preferences, parent: QObject | None = None) -> None:
        """Read nothing yet."""
        super().__init__(parent)
        self._workspace, self._preferences = workspace, preferences
        self._texts: dict[str, str] = {}

    def wanted(self) -> tuple[Original, ...]:
        """Return the originals that the open dossier names."""
        dossier = self._workspace.dossier
        return tuple(s.original for s in dossier.sources if s.original) if dossier is not None else ()

    def is_attached(self, source: Source | None) -> bool:
        """Whether the original of a source has been attached; the file is not looked at."""
        return source is not None and source.original is not None and source.original.sha256 in self._paths()

    def attach(self, path: Path) -> bool:
        """Attach a file to the open dossier and remember it; False and a notice when it is no original."""
        if not self.wanted():
            self._workspace.noticed.emit(NONE_WANTED)
            return False
        try:
            original, text = read_original(path, self.wanted())
        except UserError as problem:
            self._workspace.noticed.emit(problem.text)
            return False
        self._texts[original.sha256] = text
        self._remember({**self._paths(), original.sha256: str(path.absolute())})
        return True

    def text(self, source: Source) -> str | None:
        """Return the text of the original of a source, or None when it is not attached or no longer there."""
        original = source.original
        path = self._paths().get(original.sha256) if original is not None else None
        if original is None or path is None:
            return None
        if original.sha256 not in self._texts:
            try:
                self._texts[original.sha256] = read_original(Path(path), (original,))[1]
            except UserError as problem:
                self._remember({key: value for key, value in self._paths().items() if key != original.sha256})
                gone = Text("已取消附上的原文。", "The attached article was forgotten.")
                self._workspace.noticed.emit(Text("", " ").join((problem.message, gone)))
                return None
        return self._texts[original.sha256]

    def _paths(self) -> dict[str, str]:
        value = self._preferences.value(MEMORY)
        known = value if isinstance(value, dict) else {}
        return {key: path for key, path in known.items() if isinstance(key, str) and isinstance(path, str)}

    def _remember(self, paths: dict[str, str]) -> None:
        self._preferences.set_value(MEMORY, paths)
        self.changed.emit()
