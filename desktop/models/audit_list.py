"""What an audit found as a list: sorted, narrowed, and worded only when it is seen."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.core.audit_rows import FINDINGS, AuditRow, audit_rows, check_of, said_of, title_of, words_of
from desktop.core.dossier import Dossier
from desktop.core.facts import named
from desktop.core.finding import Finding
from desktop.core.found import ruling_of
from desktop.core.text import Language, Text
from desktop.core.verdict import Verdict
from desktop.models.roles import Role
from desktop.models.tree_nodes import fold

Index = QModelIndex | QPersistentModelIndex
_NOTHING = QModelIndex()
SEVERITY, PLACE = "severity", "place"
SORTS: dict[str, Text] = {
    SEVERITY: Text("按严重程度", "Gravest first"),
    PLACE: Text("按原文顺序", "In the order of the text"),
}
STATUSES: dict[str, Text] = {
    "accepted": Text("已接受", "accepted"),
    "disputed": Text("不同意", "disputed"),
}


class Wanted(NamedTuple):
    """What is listed: one section, narrowed by verdict, factor, check and text; "" narrows nothing."""

    section: str = FINDINGS
    verdict: str = ""
    factor: str = ""
    check: str = ""
    text: str = ""


class AuditLine(NamedTuple):
    """What a delegate paints, in one language; ``series`` is the number of the factor's colour, -1 for none."""

    verdict: Verdict | None
    title: str
    said: str
    factor: str
    check: str
    series: int
    status: str
    reason: str


class AuditList(QAbstractListModel):
    """Rows are known by their ids, so that a place survives sorting, narrowing and another audit."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._dossier: Dossier | None = None
        self._language: Language = "zh"
        self._lines: dict[str, AuditLine] = {}
        self._words: dict[str, str] = {}
        self._places: dict[str, int] = {}
        self.every: list[AuditRow] = []
        self.rows: list[AuditRow] = []
        self.wanted, self.order = Wanted(), SEVERITY

    def show(self, dossier: Dossier | None) -> None:
        """List what the audit says of a dossier now."""
        self._dossier = dossier
        self.every = audit_rows(dossier) if dossier is not None else []
        self._words.clear()
        self._arrange()

    def narrow(self, wanted: Wanted) -> None:
        """List only what is wanted."""
        if wanted != self.wanted:
            self.wanted = wanted
            self._arrange()

    def order_by(self, sort: str) -> None:
        """Sort by one of SORTS."""
        self.order = sort
        self._arrange()

    def set_language(self, language: Language) -> None:
        """Word the rows in another language."""
        self._language = language
        self._lines.clear()
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))

    def row_of(self, index: Index) -> AuditRow | None:
        """Return the row at an index."""
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    def id_at(self, index: Index) -> str | None:
        """Return the id of a row."""
        row = self.row_of(index)
        return row.id if row is not None else None

    def place(self, row_id: str) -> int:
        """Return where a row is listed, -1 when it is not."""
        return self._places.get(row_id, -1)

    def index_of(self, row_id: str) -> QModelIndex:
        """Return the index of a row; invalid when it is not listed."""
        return self.index(self.place(row_id), 0)

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
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line to paint, the id, the tool tip or the text for a screen reader."""
        row = self.row_of(index)
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
                return "\n".join(part for part in self._spoken(row) if part)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ("，" if self._language == "zh" else ", ").join(p for p in self._spoken(row) if p)
        return None

    def line(self, row: AuditRow) -> AuditLine:
        """Return a row in words."""
        known = self._lines.get(row.id)
        if known is None:
            known = self._lines[row.id] = self._worded(row)
        return known

    def _spoken(self, row: AuditRow) -> tuple[str, ...]:
        line = self.line(row)
        verdict = line.verdict.name(self._language) if line.verdict is not None else ""
        status = STATUSES[line.status](self._language) if line.status else ""
        return (verdict, line.title, line.said, line.check, line.factor, status, line.reason)

    def _worded(self, row: AuditRow) -> AuditLine:
        dossier, language = self._dossier, self._language
        assert dossier is not None
        factor = dossier.factor_of(row.item)
        series = dossier.reasons.index(factor) if factor is not None and factor.is_reason else -1
        ruling = ruling_of(dossier, row.told) if row.status and isinstance(row.told, Finding) else None
        return AuditLine(
            row.verdict,
            title_of(dossier, row)(language),
            said_of(row)(language),
            named(factor)(language) if factor is not None else "",
            check_of(dossier, row)(language),
            series,
            row.status,
            ruling.reason if ruling is not None else "",
        )

    def _arrange(self) -> None:
        self.beginResetModel()
        self._lines.clear()
        wanted = self.wanted._replace(text=fold(self.wanted.text))
        rows = [row for row in self.every if self._is_wanted(row, wanted)]
        if self.order == SEVERITY:
            rows.sort(key=_gravity)
        else:
            rows.sort(key=lambda row: row.place)
        self.rows = rows
        self._places = {row.id: n for n, row in enumerate(rows)}
        self.endResetModel()

    def _is_wanted(self, row: AuditRow, wanted: Wanted) -> bool:
        section, verdict, factor, check, text = wanted
        if row.section != section or (factor and row.factor != factor) or (check and row.check != check):
            return False
        if verdict and (row.verdict is None or row.verdict.code != verdict):
            return False
        return not text or text in self._said(row)

    def _said(self, row: AuditRow) -> str:
        known = self._words.get(row.id)
        if known is None:
            assert self._dossier is not None
            known = self._words[row.id] = fold(words_of(self._dossier, row))
        return known


def concerns(row: AuditRow, item_id: str) -> bool:
    """Whether a row is about an item, as its subject or one of its numbers."""
    return row.item == item_id or item_id in getattr(row.told, "items", ())


def _gravity(row: AuditRow) -> tuple[int, bool, int]:
    """The gravest first, of one severity red before amber, then by place; a ruling moves nothing under the hand."""
    verdict = row.verdict
    severity = -verdict.severity if verdict is not None else 0
    return (severity, verdict is None or verdict.tone != "red", row.place)
