"""The dossier as a tree: title, factors, and below them tables, figures, policies, events and points."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.core.dossier import Dossier
from desktop.core.text import NOTHING, Language, Text
from desktop.models.node_store import ROOT, NodeStore
from desktop.models.roles import Role
from desktop.models.tree_nodes import Node

Index = QModelIndex | QPersistentModelIndex
NONE = QModelIndex()
KINDS: dict[str, Text] = {
    "dossier": NOTHING,
    "factor": Text("因素", "reason"),
    "table": Text("表格", "table"),
    "figure": Text("数字", "figure"),
    "policy": Text("政策", "policy"),
    "event": Text("事件", "event"),
    "point": Text("要点", "statement"),
}


class Line:
    """What a delegate paints: a node in one language, made once and kept."""

    __slots__ = ("kind", "name", "needle", "pills", "series", "values")

    def __init__(self, node: Node, language: Language, needle: str) -> None:
        """``needle`` is what the filter looks for, folded; it is marked in the name."""
        self.kind, self.series, self.pills, self.needle = node.kind, node.series, node.pills, needle
        self.name = node.name(language)
        self.values = tuple(value(language) for value in node.values)


class FactorTreeModel(QAbstractItemModel):
    """Indexes carry the number of a node, never the node: ``createIndex`` keeps no object alive."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._store: NodeStore | None = None
        self._language: Language = "zh"
        self._lines: dict[int, Line] = {}

    def show(self, dossier: Dossier | None, language: Language) -> None:
        """Show a dossier, unfiltered."""
        self.beginResetModel()
        self._store = NodeStore(dossier) if dossier is not None else None
        self._language = language
        self._lines.clear()
        self.endResetModel()

    def set_language(self, language: Language) -> None:
        """Show names and values in another language."""
        self._language = language
        self._lines.clear()
        if self._store is None:
            return
        self.dataChanged.emit(self._index(ROOT), self._index(ROOT))
        for node in list(self._store.nodes):
            if node.shown:
                self.dataChanged.emit(self._index(node.shown[0]), self._index(node.shown[-1]))

    def narrow(self, text: str) -> int:
        """Show only what contains a text, with what it stands below; returns how many lines match."""
        if self._store is None:
            return 0
        self.beginResetModel()
        self._store.narrow(text)
        self._lines.clear()
        self.endResetModel()
        return len(self._store.matches)

    def first_match(self) -> QModelIndex:
        """Return the uppermost line that matches the filter."""
        number = self._store.first_match() if self._store is not None else None
        return self._index(number) if number is not None else QModelIndex()

    def item_at(self, index: Index) -> str | None:
        """Return the item of a line, "" for the dossier itself, None where there is no line."""
        return self._node(index).item if index.isValid() else None

    def index_of(self, item_id: str) -> QModelIndex:
        """Return the line of an item, or the closest one above it that is shown."""
        return self._index(self._store.nearest(item_id)) if self._store is not None else QModelIndex()

    def index(self, row: int, column: int, parent: Index = NONE) -> QModelIndex:
        """Return the index of a line."""
        if self._store is None or column or row < 0:
            return QModelIndex()
        if not parent.isValid():
            return self._index(ROOT) if row == 0 else QModelIndex()
        children = self._store.shown(parent.internalId())
        return self._index(children[row]) if row < len(children) else QModelIndex()

    def parent(self, index: Index = NONE) -> QModelIndex:  # type: ignore[override]
        """Return the index of the line above."""
        above = self._node(index).parent if index.isValid() else -1
        return self._index(above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = NONE) -> int:
        """Return how many lines stand directly below a line."""
        if self._store is None:
            return 0
        return len(self._store.shown(parent.internalId())) if parent.isValid() else 1

    def columnCount(self, parent: Index = NONE) -> int:
        """Return 1."""
        return 1

    def hasChildren(self, parent: Index = NONE) -> bool:
        """Whether anything stands below a line; answered without making it."""
        if self._store is None:
            return False
        return self._store.has_shown(parent.internalId()) if parent.isValid() else True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line to paint, the name, the item, the tool tip or the text for a screen reader."""
        if not index.isValid():
            return None
        match role:
            case Role.LINE:
                return self._line(index)
            case Qt.ItemDataRole.DisplayRole:
                return self._line(index).name
            case Role.ITEM:
                return self._node(index).item
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(index)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index)
        return None

    def _index(self, number: int) -> QModelIndex:
        return self.createIndex(self._nodes[number].row, 0, number)

    @property
    def _nodes(self) -> list[Node]:
        return self._store.nodes if self._store is not None else []

    def _node(self, index: Index) -> Node:
        return self._nodes[index.internalId()]

    def _line(self, index: Index) -> Line:
        number = index.internalId()
        line = self._lines.get(number)
        if line is None:
            needle = self._store.needle if self._store is not None else ""
            line = self._lines[number] = Line(self._nodes[number], self._language, needle)
        return line

    def _tip(self, index: Index) -> str:
        node, line = self._node(index), self._line(index)
        rest = [node.more(self._language), " · ".join(line.values), *self._verdicts(node)]
        return "\n".join([line.name, *(part for part in rest if part and part != line.name)])

    def _spoken(self, index: Index) -> str:
        node, line = self._node(index), self._line(index)
        parts = (KINDS[node.kind](self._language), line.name, *line.values, *self._verdicts(node))
        return ("，" if self._language == "zh" else ", ").join(part for part in parts if part)

    def _verdicts(self, node: Node) -> list[str]:
        words = [(pill.mark, pill.name(self._language), str(pill.count or "")) for pill in node.pills]
        return [" ".join(part for part in parts if part) for parts in words]
