"""Where the reader was: opens dossiers, remembers the place in each, is wary of one that brought us down."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.core.dossier import Dossier
from desktop.core.focus import Focus
from desktop.services.preferences import Preferences
from desktop.services.selection import Selection
from desktop.services.workspace import Workspace
from desktop.store.paths import bundled_data, is_there, user_folder


class Session(QObject):
    """Made before any panel, so that a step back into another dossier opens it before they look."""

    def __init__(
        self,
        workspace: Workspace,
        selection: Selection,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        """Follow the selection from one dossier into another."""
        super().__init__(parent)
        self._workspace, self._selection, self._preferences = workspace, selection, preferences
        self._marker = user_folder("config") / "opening"
        self._folders: dict[str, str] = {}
        self._page = ""
        selection.focus_changed.connect(self._follow)
        workspace.dossier_edited.connect(self._leave_deleted)

    def start(self, path: Path | None = None) -> Path | None:
        """Open ``path``, else the last dossier, else the first of the library that can be opened.

        Returns the dossier that was being opened when the application last ended unasked: it is left alone
        unless it was asked for by name.
        """
        suspect = self._suspect()
        if path is not None and self.open(path):
            return None
        last = self._last()
        if last is not None and last != suspect and self.open(last):
            return suspect
        for entry in self._workspace.entries():
            if entry.problem is None and entry.folder not in (suspect, last) and self.open(entry.folder):
                break
        return suspect

    def open(self, path: Path) -> bool:
        """Open a dossier where the reader left it; False (and a notice) when it cannot be opened."""
        self.remember()
        dossier = self._load(path)
        if dossier is None:
            return False
        if not Path(dossier.location).is_relative_to(bundled_data()):
            self._preferences.add_recent(str(path.absolute()))
        self._selection.show(self._place(dossier))
        return True

    def remember(self) -> None:
        """Note where the reader is in the open dossier."""
        focus = self._selection.focus
        if focus.dossier:
            self._preferences.set_value(f"place/{focus.dossier}", [focus.page, focus.factor, focus.item])

    def _load(self, path: Path) -> Dossier | None:
        """Open a dossier; a marker stands in the configuration folder meanwhile."""
        self._mark(path)
        try:
            opened = self._workspace.open(path)
        finally:
            self._unmark()
        dossier = self._workspace.dossier
        if not opened or dossier is None:
            return None
        self._folders[dossier.id] = dossier.location
        self._preferences.set_value("last", dossier.location)
        return dossier

    def _follow(self, focus: Focus) -> None:
        open_now = self._workspace.dossier
        if open_now is not None and focus.dossier not in ("", open_now.id) and focus.dossier in self._folders:
            self._load(Path(self._folders[focus.dossier]))
        if focus.page != self._page:
            self._page = focus.page
            self.remember()  # a review that is killed is there again

    def _leave_deleted(self, dossier: Dossier) -> None:
        """Look at the section of what was deleted."""
        focus = self._selection.focus
        factor = focus.factor if dossier.item(focus.factor) is not None else ""
        item = focus.item if dossier.item(focus.item) is not None else factor
        if (factor, item) != (focus.factor, focus.item):
            self._selection.show(replace(focus, factor=factor, item=item))

    def _place(self, dossier: Dossier) -> Focus:
        start = Focus(dossier=dossier.id)
        place = self._preferences.value(f"place/{dossier.id}")
        if not (isinstance(place, list) and len(place) == 3 and all(isinstance(p, str) for p in place)):
            return start
        page, factor, item = place
        if any(known and dossier.item(known) is None for known in (factor, item)):
            return start  # the dossier has changed since
        return replace(start, page=page or start.page, factor=factor, item=item)

    def _last(self) -> Path | None:
        value = self._preferences.value("last")
        return Path(value) if isinstance(value, str) and is_there(Path(value)) else None

    def _suspect(self) -> Path | None:
        try:
            found = os.fsdecode(self._marker.read_bytes())
        except (OSError, UnicodeDecodeError):
            return None
        self._unmark()
        return Path(found) if found and is_there(Path(found)) else None

    def _mark(self, path: Path) -> None:
        try:
            self._marker.parent.mkdir(parents=True, exist_ok=True)
            self._marker.write_bytes(os.fsencode(path.absolute()))
        except OSError:
            pass  # nowhere to write: preferences say so, and opening goes on

    def _unmark(self) -> None:
        with suppress(OSError):  # see _mark
            self._marker.unlink(missing_ok=True)
