"""The open dossier, the record it is held against, and the library around it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.core.dossier import Dossier, Record
from desktop.core.errors import UserError
from desktop.core.text import Text
from desktop.store import library
from desktop.store.codec import load
from desktop.store.paths import bundled_data
from desktop.store.record import load_record


class Workspace(QObject):
    """Opens dossiers; what cannot be opened is reported by ``noticed`` and changes nothing."""

    dossier_changed = Signal(object)
    noticed = Signal(object)

    def __init__(self, data: Path | None = None, parent: QObject | None = None) -> None:
        """``data`` is the folder of shipped data (tests give their own)."""
        super().__init__(parent)
        self._data = data or bundled_data()
        self._dossier: Dossier | None = None
        self._record: Record | None = None

    @property
    def dossier(self) -> Dossier | None:
        """The open dossier."""
        return self._dossier

    @property
    def record(self) -> Record:
        """Register and reference series, read on first use; empty when their files are unreadable."""
        if self._record is None:
            try:
                self._record, notices = load_record(self._data)
            except UserError as problem:
                self._record, notices = Record((), ()), (problem.text,)
            for notice in notices:
                self.noticed.emit(notice)
        return self._record

    def entries(self) -> list[library.Entry]:
        """List the dossiers of the library."""
        return library.entries()

    def open(self, path: Path) -> bool:
        """Open a dossier folder or ``.guiyin`` file; False and a notice when it cannot be opened."""
        try:
            loaded = load(library.adopt(path))
        except UserError as problem:
            self.noticed.emit(problem.text)
            return False
        self._dossier = loaded.dossier
        self.dossier_changed.emit(loaded.dossier)
        for notice in loaded.notices:
            self.noticed.emit(notice)
        return True

    def name_of(self, dossier: Dossier) -> Text:
        """Return what the library calls a dossier."""
        return dossier.product
