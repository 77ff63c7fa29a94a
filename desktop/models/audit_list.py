"""What an audit found as a list: sorted, narrowed, and worded only when it is seen."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.core.audit_rows import FINDINGS, AuditRow, audit_rows
from desktop.core.dossier import Dossier
from desktop.core.text import COMMA, Language, Text
from desktop.models.audit_groups import Group, Lines, rank
from desktop.models.audit_words import AuditLine, AuditWords
from desktop.models.roles import Role
from desktop.models.tree_nodes import fold

Index = QModelIndex | QPersistentModelIndex
_NOTHING = QModelIndex()
SEVERITY, PLACE = "severity", "place"
SORTS: dict[str, Text] = {
    SEVERITY: Text("按严重程度", "Gravest first"),
    PLACE: Text("按原文顺序", "In the order of the text"),
}


class Wanted(NamedTuple):
    """What is listed: one section, narrowed by verdict, factor, check and text; "" narrows nothing."""

    section: str = FINDINGS
    verdict: str = ""
    factor: str = ""
    check: str = ""
    text: str = ""

    def takes(self, row: AuditRow) -> bool:
        """Whether a row is wanted, whatever its words."""
        code = row.verdict.code if row.verdict is not None else ""
        return (
            row.section == self.section
            and self.verdict in ("", code)
            and self.factor in ("", row.factor)
            and self.check in ("", row.check)
        )


class AuditList(QAbstractListModel):
    """Rows are known by their ids, so that a place survives sorting, narrowing and another audit.

    ``rows`` pass the filters; the list shows them below the heads of their groups where these are open.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._dossier: Dossier | None = None
        self._words = AuditWords()
        self._places: dict[str, int] = {}
        self._lines = Lines()
        self.every: list[AuditRow] = []
        self.rows: list[AuditRow] = []
        self.wanted, self.order = Wanted(), SEVERITY

    def show(self, dossier: Dossier | None) -> None:
        """List what the audit says of a dossier now."""
        if dossier is None or self._dossier is None or dossier.id != self._dossier.id:
            self._lines.forget()
        self._dossier = dossier
        self.every = audit_rows(dossier) if dossier is not None else []
        self._words.take(dossier)
        self._arrange()

    def narrow(self, wanted: Wanted) -> None:
        """List only what is wanted."""
        if wanted != self.wanted:
            self.wanted = wanted
            self._lines.forget()
            self._arrange()

    def order_by(self, sort: str) -> None:
        """Sort by one of SORTS."""
        self.order = sort
        self._arrange()

    def set_language(self, language: Language) -> None:
        """Word the rows in another language."""
        self._words.speak(language)
        if self._lines.shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines.shown) - 1, 0))

    @property
    def grouped(self) -> bool:
        """Whether rows stand below heads."""
        return self._lines.grouped

    def row_of(self, index: Index) -> AuditRow | None:
        """Return the row at an index; None for a head."""
        line = self._line_at(index)
        return line if isinstance(line, AuditRow) else None

    def head_at(self, index: Index) -> Group | None:
        """Return the head at an index; None for a row."""
        line = self._line_at(index)
        return line if isinstance(line, Group) else None

    def row_named(self, row_id: str) -> AuditRow | None:
        """Return a row by its id, also one of a folded group."""
        place = self._places.get(row_id)
        return self.rows[place] if place is not None else None

    def id_at(self, index: Index) -> str | None:
        """Return the id of a row."""
        row = self.row_of(index)
        return row.id if row is not None else None

    def place(self, row_id: str) -> int:
        """Return where a row comes among all rows, -1 when it is not listed."""
        return self._places.get(row_id, -1)

    def index_of(self, row_id: str) -> QModelIndex:
        """Return the index of a row, or of the head of its group while that is folded; invalid when not listed."""
        row = self.row_named(row_id)
        return self.index(self._lines.place(row), 0) if row is not None else QModelIndex()

    def head_of(self, index: Index) -> QModelIndex:
        """Return the index of the head above a row; invalid without heads."""
        row = self.row_of(index)
        return self.index(self._lines.head(row), 0) if row is not None else QModelIndex()

    def reveal(self, row_id: str) -> None:
        """Open the group of a row."""
        self.set_folded(self.index_of(row_id), folded=False)

    def set_folded(self, index: Index, *, folded: bool) -> None:
        """Fold or open the group of a head; the rest of the list stays."""
        head = self.head_at(index)
        if head is None or head.folded == folded:
            return
        first, last = index.row() + 1, index.row() + self._lines.size(head.verdict)
        if folded:
            self.beginRemoveRows(QModelIndex(), first, last)
        else:
            self.beginInsertRows(QModelIndex(), first, last)
        self._lines.toggle(head.verdict)
        (self.endRemoveRows if folded else self.endInsertRows)()
        self.dataChanged.emit(self.index(first - 1, 0), self.index(first - 1, 0))

    def about(self, item_id: str) -> str:
        """Return the id of the first row that is raised on an item, else of one that concerns it; "" for none."""
        own = next((row.id for row in self.rows if row.item == item_id), "")
        return own or next((row.id for row in self.rows if concerns(row, item_id)), "")

    def neighbour(self, row_id: str, step: int) -> str:
        """Return the row ``step`` (1 or -1) on from one, round the ends; "" when there are none."""
        if not self.rows:
            return ""
        here = self._places.get(row_id, -1 if step > 0 else 0)
        return self.rows[(here + step) % len(self.rows)].id

    def counts(self) -> Counter[str]:
        """Count the rows of every section, and, under its code, the undisputed findings of every verdict."""
        found: Counter[str] = Counter()
        for row in self.every:
            found[row.section] += 1
            if row.section == FINDINGS and row.status != "disputed" and row.verdict is not None:
                found[row.verdict.code] += 1
        return found

    def rowCount(self, parent: Index = _NOTHING) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._lines.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line to paint, the id, the tool tip or the text for a screen reader."""
        head, row = self.head_at(index), self.row_of(index)
        if head is not None:
            return self._told_of(head, role)
        if row is None:
            return None
        match role:
            case Role.ITEM:
                return row.id
            case Role.LINE:
                return self.line(row)
            case Qt.ItemDataRole.DisplayRole:
                return self.line(row).title
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(self._words.spoken(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                return COMMA(self._words.language).join(self._words.spoken(row))
        return None

    def _told_of(self, head: Group, role: int) -> object:
        match role:
            case Role.LINE:
                return head
            case Qt.ItemDataRole.DisplayRole:
                return head.verdict.name(self._words.language)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return head.spoken(self._words.language)
        return None

    def line(self, row: AuditRow) -> AuditLine:
        """Return a row in words."""
        return self._words.line(row)

    def _arrange(self) -> None:
        self.beginResetModel()
        words = fold(self.wanted.text)
        rows = [r for r in self.every if self.wanted.takes(r) and (not words or self._words.has(r, words))]
        rows.sort(key=rank if self.order == SEVERITY else lambda row: row.place)
        self.rows = rows
        self._places = {row.id: n for n, row in enumerate(rows)}
        self._lines.show(rows, heads=self.order == SEVERITY, fold=self.wanted == Wanted())
        self.endResetModel()

    def _line_at(self, index: Index) -> AuditRow | Group | None:
        return (
            self._lines.shown[index.row()]
            if index.isValid() and index.row() < len(self._lines.shown)
            else None
        )


def concerns(row: AuditRow, item_id: str) -> bool:
    """Whether a row is about an item, as its subject or one of its numbers."""
    return row.item == item_id or item_id in getattr(row.told, "items", ())
