"""The nodes of the factor tree by number: made when asked for, filtered, found by item. No Qt."""

from __future__ import annotations

from desktop.core.dossier import Dossier
from desktop.models.tree_nodes import Node, below, fold, has_below, root

ROOT = 0


class NodeStore:
    """Number 0 is the dossier. A number once given stays with its node."""

    def __init__(self, dossier: Dossier) -> None:
        """Make the dossier and its factors; what stands below them waits."""
        self._dossier = dossier
        self.nodes: list[Node] = [root(dossier)]
        self.needle = ""
        self.matches: frozenset[int] = frozenset()
        self._number: dict[str, int] = {"": ROOT}

    def shown(self, number: int) -> list[int]:
        """Return the children of a node that pass the filter, making them first if need be."""
        self._children(number)
        return self.nodes[number].shown

    def has_shown(self, number: int) -> bool:
        """Whether a node has children to show; makes none."""
        node = self.nodes[number]
        return bool(node.shown) if node.children is not None else has_below(self._dossier, node)

    def narrow(self, text: str) -> None:
        """Show only nodes that contain a text, with those above them; an empty text shows all."""
        self.needle = fold(text.strip())
        if self.needle:
            self._make_all(ROOT)
            found = (n for n, node in enumerate(self.nodes) if n and self.needle in node.words)
            self.matches = frozenset(found)
        else:
            self.matches = frozenset()
        self._choose(ROOT)

    def first_match(self) -> int | None:
        """Return the uppermost node that matches the filter."""
        return self._first(ROOT)

    def nearest(self, item_id: str) -> int:
        """Return the node of an item, or else the closest one above it that is shown."""
        number = self._find(item_id)
        while not self._is_shown(number):
            number = self.nodes[number].parent
        return number

    def _children(self, number: int) -> list[int]:
        node = self.nodes[number]
        if node.children is None:
            made = below(self._dossier, node, number)
            first = len(self.nodes)
            self.nodes += made
            node.children = list(range(first, first + len(made)))
            node.shown = list(node.children)
            for row, child in enumerate(node.children):
                self.nodes[child].row = row
                for item in (self.nodes[child].item, *self.nodes[child].also):
                    self._number.setdefault(item, child)
        return node.children

    def _make_all(self, number: int) -> None:
        for child in self._children(number):
            self._make_all(child)

    def _choose(self, number: int) -> bool:
        """Decide which children of a node are shown; returns whether the node itself is to be."""
        node = self.nodes[number]
        children = node.children or []
        kept = [child for child in children if self._choose(child)]
        node.shown = kept if self.needle else list(children)
        for row, child in enumerate(node.shown):
            self.nodes[child].row = row
        return bool(kept) or number in self.matches or not self.needle

    def _first(self, number: int) -> int | None:
        if number in self.matches:
            return number
        for child in self.nodes[number].shown:
            found = self._first(child)
            if found is not None:
                return found
        return None

    def _is_shown(self, number: int) -> bool:
        while number != ROOT:
            above = self.nodes[number].parent
            if number not in self.nodes[above].shown:
                return False
            number = above
        return True

    def _find(self, item_id: str) -> int:
        """Return the node of an item; of one without a node (a date, a cell) the node it is shown by."""
        if item_id in self._number:
            return self._number[item_id]
        self._make_way(item_id)
        for candidate in self._stand_ins(item_id):
            if candidate in self._number:
                return self._number[candidate]
        return ROOT

    def _make_way(self, item_id: str) -> None:
        factor, table = self._dossier.factor_of(item_id), self._dossier.table_of(item_id)
        trail = []
        while factor is not None:
            trail.append(factor.id)
            parent = self._dossier.factor_of(factor.parent)
            factor = parent if parent is not None and parent.id not in trail else None
        self._children(ROOT)
        for above in (*reversed(trail), table.id if table is not None else ""):
            if above in self._number:
                self._children(self._number[above])

    def _stand_ins(self, item_id: str) -> list[str]:
        cell, table = self._dossier.cell_of(item_id), self._dossier.table_of(item_id)
        factor = self._dossier.factor_of(item_id)
        inside = self._dossier.figures_in_cell(cell.table, cell.row, cell.col) if cell is not None else ()
        events = [e.id for e in self._dossier.events if item_id in e.items]
        above = [thing.id for thing in (table, factor) if thing is not None]
        return [item_id, *(f.id for f in inside), *(events if table is None else ()), *above]
