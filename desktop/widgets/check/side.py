"""The finding in view at the right: in full, with the ruling below it, or the form of a number in its place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.audit_rows import FINDINGS, AuditRow
from desktop.core.dossier import Dossier, Item
from desktop.core.finding import Finding
from desktop.core.found import ruling_of
from desktop.core.record import Record
from desktop.core.table import Cell
from desktop.core.text import Language
from desktop.models.audit_list import concerns
from desktop.services.theme import Theme
from desktop.widgets.check.detail import FindingDetail
from desktop.widgets.check.ruling_bar import RulingBar
from desktop.widgets.forms.item_editor import ItemEditor


class FindingSide(QWidget):
    """``ruled`` carries a finding, what is said of it and the reason; ``corrected`` an item and the reason.

    ``left`` says that nothing more is to be typed here.
    """

    ruled = Signal(object, str, str)
    corrected = Signal(object, str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.detail, self.ruling, self.editor = FindingDetail(theme), RulingBar(), ItemEditor(theme)
        self._row: AuditRow | None = None
        self._given: tuple[Dossier, Record] | None = None
        self._item = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, grow in ((self.detail, 1), (self.ruling, 0), (self.editor, 1)):
            column.addWidget(part, grow)
        self.editor.hide()
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.ruling.wanted.connect(self.ask)
        self.ruling.left.connect(self.left)
        self.editor.saved.connect(self._save)
        self.editor.left.connect(self.close_editor)

    def show_row(
        self, dossier: Dossier, record: Record, row: AuditRow, item: str, language: Language
    ) -> None:
        """Show a row; ``item`` is the number that the reader looks at."""
        if self._row is not None and row.id != self._row.id and not self.editor.isHidden():
            self.close_editor()
        self._row, self._given, self._item = row, (dossier, record), item
        self.detail.setVisible(self.editor.isHidden())
        self.detail.show_row(dossier, record, row, language)
        self.ruling.setVisible(row.section == FINDINGS and self.editor.isHidden())
        if isinstance(row.told, Finding):
            self.ruling.show_ruling(ruling_of(dossier, row.told), correctable=self._correctable() is not None)

    def clear(self) -> None:
        """Show nothing, and keep the room: what is typed into a filter must not move under the hand."""
        self._row, self._given = None, None
        for part in (self.detail, self.ruling, self.editor):
            part.hide()

    def look(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language."""
        for part in (self.detail, self.ruling, self.editor):
            part.look(theme, language)

    def ask(self, wish: str, reason: str = "") -> None:
        """Ask to accept, dispute or correct the finding in view, or to take back what was said of it."""
        if self._row is None or not isinstance(self._row.told, Finding):
            return
        if wish == "correct":
            self._open_editor()
        else:
            self.ruled.emit(self._row.told, wish, reason)
            self.left.emit()

    def ask_with_key(self, wish: str) -> None:
        """Ask for something by a key in the list; a dispute takes its reason from the bar below the finding."""
        if wish == "correct":
            self.ask(wish)
        elif self.ruling.isVisible():
            self.ruling.ask(wish)

    def close_editor(self) -> None:
        """Show the finding again."""
        self.editor.hide()
        self.detail.show()
        self.ruling.setVisible(self._row is not None and self._row.section == FINDINGS)
        self.left.emit()

    def _open_editor(self) -> None:
        """Show the form of a number in place of the finding, and give it the keyboard."""
        item = self._correctable()
        if item is None or self._given is None:
            return
        self.editor.edit(*self._given, item)
        self.detail.hide()
        self.ruling.hide()
        self.editor.show()
        self.editor.begin()

    def _correctable(self) -> Item | None:
        """The item that a correction is about: the number that is looked at, else the first that has a form."""
        row = self._row
        if row is None or self._given is None or not isinstance(row.told, Finding):
            return None
        wanted = [self._item] if concerns(row, self._item) else []
        items = [self._given[0].item(i) for i in (*wanted, *row.told.items)]
        return next((i for i in items if i is not None and not isinstance(i, Cell)), None)

    def _save(self, item: Item, reason: str) -> None:
        self.close_editor()
        self.corrected.emit(item, reason)
