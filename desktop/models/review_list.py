"""The items of a review as a list: worded only when they are seen."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.core.dossier import Dossier, Item
from desktop.core.record import Record
from desktop.core.review import STATUSES
from desktop.core.review_rows import KINDS, Reading, doubt_of, reading_of, review_rows
from desktop.core.text import NOTHING, Language
from desktop.models.review_order import ReviewOrder, Wanted
from desktop.models.roles import Role
from desktop.models.tree_nodes import fold

Index = QModelIndex | QPersistentModelIndex
_NOTHING = QModelIndex()
ONE_BY_ONE = 40  # rows that come or go one at a time; more are a reset


class Line(NamedTuple):
    """What a delegate paints: texts in one language, the status and the doubt."""

    kind: str
    status: str
    quote: str
    means: str
    more: str
    doubt: str


class ReviewList(QAbstractListModel):
    """A row stays where it is when its status changes, so that nothing jumps under the reader's hand."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.order = ReviewOrder(self._says)
        self._dossier: Dossier | None = None
        self._record = Record((), ())
        self._language: Language = "zh"
        self._read: dict[str, tuple[Item, Reading]] = {}

    def show(self, dossier: Dossier | None, record: Record) -> None:
        """List another dossier, in an order made anew."""
        self.beginResetModel()
        self._dossier, self._record = dossier, record
        self._read.clear()
        self._take_rows()
        self.order.arrange(anew=True)
        self.endResetModel()

    def edit(self, dossier: Dossier) -> None:
        """Take the dossier after an edit: rows that stay keep their place, only what changed is told."""
        self._dossier = dossier
        order, before = self.order, self.order.ids
        self._take_rows()
        after = order.after_edit()
        left, come = set(before), set(after)
        gone = [n for n, item in enumerate(before) if item not in come]
        new = [n for n, item in enumerate(after) if item not in left]
        if len(gone) + len(new) > ONE_BY_ONE:
            self.beginResetModel()
            order.put(after)
            self.endResetModel()
            return
        for row in reversed(gone):
            self.beginRemoveRows(_NOTHING, row, row)
            order.put(order.ids[:row] + order.ids[row + 1 :])
            self.endRemoveRows()
        for row in new:
            self.beginInsertRows(_NOTHING, row, row)
            order.put([*order.ids[:row], after[row], *order.ids[row:]])
            self.endInsertRows()
        self._tell_all()

    def set_language(self, language: Language) -> None:
        """Word the rows in another language."""
        self._language = language
        self._tell_all()

    def order_by(self, sort: str) -> None:
        """Sort by one of ``review_order.SORTS``, by what the rows are now."""
        self.beginResetModel()
        self.order.sort = sort
        self.order.arrange(anew=True)
        self.endResetModel()

    def narrow(self, wanted: Wanted) -> None:
        """List only what is wanted, by what the rows are now."""
        if wanted != self.order.wanted:
            self.beginResetModel()
            self.order.wanted = wanted
            self.order.arrange(anew=False)
            self.endResetModel()

    def index_of(self, item_id: str) -> QModelIndex:
        """Return the row of an item; invalid when it is not listed."""
        return self.index(self.order.place(item_id), 0)

    def item_at(self, index: Index) -> str | None:
        """Return the item of a row."""
        return self.order.ids[index.row()] if index.isValid() and index.row() < len(self.order.ids) else None

    def rowCount(self, parent: Index = _NOTHING) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.order.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line to paint, the item, the quote, the tool tip or the text for a screen reader."""
        item = self.item_at(index)
        if item is None or item not in self.order.rows:  # about to be removed
            return None
        match role:
            case Role.ITEM:
                return item
            case Role.LINE:
                return self.line(item)
            case Qt.ItemDataRole.DisplayRole:
                return self.line(item).quote
            case Qt.ItemDataRole.ToolTipRole:
                return self.tip(item)
            case Qt.ItemDataRole.AccessibleTextRole:
                line = self.line(item)
                words = (KINDS[line.kind](self._language), STATUSES[line.status](self._language))
                parts = (*words, line.quote, line.means, line.more, line.doubt)
                return ("，" if self._language == "zh" else ", ").join(part for part in parts if part)
        return None

    def line(self, item_id: str) -> Line:
        """Return a row in words."""
        row, reading = self.order.rows[item_id], self._reading(item_id)
        doubt = doubt_of(self._dossier, item_id) if row.status == "open" and self._dossier else NOTHING
        words = (t(self._language) for t in (reading.means, reading.more, doubt))
        return Line(row.kind, row.status, reading.quote, *words)

    def tip(self, item_id: str) -> str:
        """Return all that is known of an item, a line each; "" for one that is not in the review."""
        if item_id not in self.order.rows:
            return ""
        line = self.line(item_id)
        kind, status = KINDS[line.kind](self._language), STATUSES[line.status](self._language)
        parts = (line.quote, line.means, line.more, f"{kind} · {status}", line.doubt)
        return "\n".join(part for part in parts if part)

    def _reading(self, item_id: str) -> Reading:
        """Return how an item reads, kept until the item changes."""
        assert self._dossier is not None
        item = self._dossier.items[item_id]
        known = self._read.get(item_id)
        if known is None or known[0] is not item:
            known = self._read[item_id] = (item, reading_of(self._dossier, item, self._record))
        return known[1]

    def _says(self, item_id: str, text: str) -> bool:
        reading = self._reading(item_id)
        return fold(text) in fold("\n".join((reading.quote, *reading.means, *reading.more)))

    def _take_rows(self) -> None:
        imported = self._dossier is not None and self._dossier.is_imported
        self.order.take(review_rows(self._dossier) if imported and self._dossier else [])

    def _tell_all(self) -> None:
        if self.order.ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.order.ids) - 1, 0))
