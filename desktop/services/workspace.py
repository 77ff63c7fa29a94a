"""The open dossier, the record it is held against, and the library around it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.core.dossier import Dossier
from desktop.core.errors import UserError
from desktop.core.text import Text
from desktop.store import library
from desktop.store.adopt import adopt
from desktop.store.codec import load
from desktop.store.paths import bundled_data, is_there, journal_path, register_journal_path

if TYPE_CHECKING:
    from desktop.core.found import Found
    from desktop.core.record import Record
    from desktop.store.edits import Edits
    from desktop.store.register_edits import RegisterEdits


class Workspace(QObject):
    """Opens dossiers; what cannot be opened is reported by ``noticed`` and changes nothing.

    ``dossier`` has the user's edits on it. ``dossier_changed``: another one was opened; ``dossier_edited``: it is
    the same one, with one edit more or less (``services/editing.py``). ``record_changed``: the person's layer over
    the register is another (``services/register_editing.py``). ``audited``: what the audit says of it is another
    (``services/auditing.py``).
    """

    dossier_changed = Signal(object)
    dossier_edited = Signal(object)
    record_changed = Signal()
    audited = Signal()
    noticed = Signal(object)

    def __init__(self, data: Path | None = None, parent: QObject | None = None) -> None:
        """``data`` is the folder of shipped data (tests give their own)."""
        super().__init__(parent)
        self._data = data or bundled_data()
        self._base: Dossier | None = None
        self._edits: Edits | None = None
        self._record: Record | None = None
        self._register: RegisterEdits | None = None

    @property
    def dossier(self) -> Dossier | None:
        """The open dossier, edited."""
        return self._edits.dossier if self._edits is not None else self._base

    @property
    def edits(self) -> Edits | None:
        """The edits of the open dossier; None when there never were any."""
        return self._edits

    def take_found(self, found: Found) -> None:
        """Show what an audit of the open dossier found."""
        if self._edits is not None:
            self._edits.dossier = replace(self._edits.dossier, found=found)
        elif self._base is not None:
            self._base = replace(self._base, found=found)
        self.audited.emit()

    def open_edits(self) -> Edits | None:
        """Return the edits of the open dossier, to make the first; None without a dossier."""
        if self._edits is None and self._base is not None:
            from desktop.store.edits import open_edits

            self._edits, _nothing_to_tell = open_edits(self._base)
        return self._edits

    @property
    def record(self) -> Record:
        """Register, with the person's layer, and reference series, read on first use; empty when unreadable."""
        if self._register is None and (self._record is not None or not is_there(register_journal_path())):
            return self._shipped()
        return self.open_register().record

    @property
    def register(self) -> RegisterEdits | None:
        """The person's layer over the register; None while nothing has asked for it."""
        return self._register

    def open_register(self) -> RegisterEdits:
        """Return the person's layer over the register, also to make the first change."""
        if self._register is None:
            from desktop.store.register_edits import layer_on

            self._register, notices = layer_on(self._shipped())
            for notice in notices:
                self.noticed.emit(notice)
        return self._register

    def _shipped(self) -> Record:
        """Return the record as its files have it; empty, and a notice, when they are unreadable."""
        if self._record is None:
            from desktop.core.record import Record  # no start needs it
            from desktop.store.record import load_record

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
            adopted = adopt(path)
            loaded = load(adopted.folder)
        except UserError as problem:
            self.noticed.emit(problem.text)
            return False
        self.show(loaded.dossier, (*adopted.notices, *loaded.notices))
        return True

    def show(self, base: Dossier, notices: tuple[Text, ...] = ()) -> None:
        """Show a dossier as its files have it, with the user's edits on it."""
        self._base, self._edits = base, None
        odd: tuple[Text, ...] = ()
        if is_there(
            journal_path(base.id)
        ):  # most dossiers are only read: what edits need is not loaded for them
            from desktop.store.edits import open_edits

            self._edits, odd = open_edits(base)
        self.dossier_changed.emit(self.dossier)
        for notice in (*notices, *odd):
            self.noticed.emit(notice)
