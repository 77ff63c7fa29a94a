"""The time line as a list: one row a date, filtered by factor and kind."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.core.dated import KINDS, Dated
from desktop.core.text import NOTHING, Language, Text
from desktop.models.roles import Role

Index = QModelIndex | QPersistentModelIndex
HEADINGS: tuple[Text, ...] = (
    Text("时间", "When"),
    Text("因素", "Reason"),
    Text("类别", "Kind"),
    Text("名称", "What"),
    Text("核查", "Check"),
)
_NOTHING = QModelIndex()


class Column(IntEnum):
    """The columns, in the order of HEADINGS."""

    WHEN = 0
    FACTOR = 1
    KIND = 2
    TITLE = 3
    VERDICT = 4


class DatedRows(QAbstractTableModel):
    """Read-only; ``Role.ITEM`` is the item that a row stands for."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._rows: tuple[Dated, ...] = ()
        self._names: dict[str, Text] = {}
        self._language: Language = "zh"

    @property
    def rows(self) -> tuple[Dated, ...]:
        """What is listed."""
        return self._rows

    def show_rows(self, rows: tuple[Dated, ...], names: dict[str, Text], language: Language) -> None:
        """List other rows; ``names`` are what factors are called."""
        self.beginResetModel()
        self._rows, self._names, self._language = rows, names, language
        self.endResetModel()

    def index_of(self, item_id: str, preferred: int = -1) -> QModelIndex:
        """Return the row of an item, ``preferred`` if that is one; invalid when it is not listed."""
        if 0 <= preferred < len(self._rows) and self._rows[preferred].item == item_id:
            return self.index(preferred, 0)
        found = (n for n, row in enumerate(self._rows) if item_id in (row.item, *row.also))
        return self.index(next(found, -1), 0)

    def rowCount(self, parent: Index = _NOTHING) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        across = orientation == Qt.Orientation.Horizontal and 0 <= section < len(HEADINGS)
        if across and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section](self._language)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell, or the item of its row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Role.ITEM:
            return row.item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, index.column())(self._language)
        return None

    def _text(self, row: Dated, column: int) -> Text:
        empty = NOTHING
        match column:
            case Column.WHEN:
                return row.shown
            case Column.FACTOR:
                return self._names.get(row.factor, empty)
            case Column.KIND:
                kind = KINDS[row.kind]
                return Text("{}{}", "{}: {}").format(kind, row.note) if row.note.zh else kind
            case Column.TITLE:
                return row.title
            case _:
                if row.verdict is None:
                    return empty
                return Text("{} {}", "{} {}").format(row.verdict.mark, row.verdict.name)
