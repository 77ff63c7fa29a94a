"""A dossier while it is edited: what changes write on, and what a new Dossier is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from desktop.core.dossier import Dossier, Item
from desktop.core.evidence import Event, Point
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.find_again import settled
from desktop.core.order import Order
from desktop.core.policy import PolicyMention
from desktop.core.review import Review, Ruling
from desktop.core.table import Cell, Table
from desktop.core.value import value
from desktop.core.verdict import Assessment

Thing = Factor | Table | Figure | PolicyMention | Event | Point | Assessment | Review | Ruling
LISTS: dict[type, str] = {
    Factor: "factors",
    Table: "tables",
    Figure: "figures",
    PolicyMention: "policies",
    Event: "events",
    Point: "points",
    Assessment: "assessments",
    Review: "reviews",
    Ruling: "rulings",
}
PLACED = ("tables", "figures", "policies", "events", "points")


@value
class Taken:
    """Something that was taken out, and the key of what stood before it in its list."""

    thing: Thing
    after: str


def key_of(thing: Any) -> str:
    """Return what a list of a dossier knows a thing by."""
    match thing:
        case Review():
            return thing.item
        case Ruling():
            return thing.finding
    return str(thing.id)


class Sheet:
    """Lists are opened when they are first written on, so that one change, or ten thousand, cost little each."""

    def __init__(self, dossier: Dossier) -> None:
        """Start with everything as it is."""
        self._base = dossier
        self._lists: dict[str, Order[Any]] = {}
        self._cells: dict[str, dict[str, Cell]] = {}
        self._new: dict[str, Item] = {}  # items and cells that the dossier did not have
        self._deleted = dict.fromkeys(dossier.deleted)

    def item(self, item_id: str) -> Item | None:
        """Return an item as it stands now."""
        known = self._base.items.get(item_id) or self._new.get(item_id)
        if known is None:
            return None
        if isinstance(known, Cell):
            return self._cell(known)
        if isinstance(known, Table):
            return self._table(item_id)
        name = LISTS[type(known)]
        found: Item | None = self._lists[name].get(item_id) if name in self._lists else known
        return found

    def now(self, thing: Thing | Cell) -> Thing | Cell | None:
        """Return what stands now for a thing: that of the same kind and id."""
        if isinstance(thing, (Assessment, Review, Ruling)):
            found: Thing | None = self._list(LISTS[type(thing)]).get(key_of(thing))
            return found
        item = self.item(thing.id)
        return item if type(item) is type(thing) else None

    def everything(self, name: str) -> Iterator[Any]:
        """Go through one of the lists of a dossier."""
        return iter(tuple(self._list(name)))

    def put(self, thing: Thing | Cell) -> None:
        """Replace the thing of the same kind and id; a new one goes to the end of its list."""
        if isinstance(thing, Cell):
            self._cells.setdefault(thing.table, {})[thing.id] = thing
            return
        if isinstance(thing, Table):
            self._cells.pop(thing.id, None)
        self._list(LISTS[type(thing)]).put(thing)
        self._note(thing)

    def insert(self, taken: Taken) -> None:
        """Put something in at its place; unless it is there already."""
        things = self._list(LISTS[type(taken.thing)])
        if key_of(taken.thing) not in things:
            things.insert(taken.thing, taken.after)
            self._note(taken.thing)

    def take(self, thing: Thing) -> Taken | None:
        """Take out the thing of the same kind and id; None when there is none."""
        things, key = self._list(LISTS[type(thing)]), key_of(thing)
        if key not in things:
            return None
        after = things.before(key)
        now = self._table(key) if isinstance(thing, Table) else things.get(key)
        things.take(key)
        if isinstance(thing, Table):
            self._cells.pop(key, None)
        assert now is not None
        return Taken(now, after)

    def review(self, item_id: str) -> Review | None:
        """Return what was decided on an item."""
        found: Review | None = self._list("reviews").get(item_id)
        return found

    def delete(self, item_id: str, gone: bool = True) -> None:
        """Note an item among the deleted ones, or strike it off."""
        if gone:
            self._deleted[item_id] = None
        else:
            self._deleted.pop(item_id, None)

    def settled(self, item: Item) -> Item:
        """Return an item whose passage is found again where the text has changed since."""
        source = self._base.source(item.anchor.source)
        return settled(item, source.text) if source is not None else item

    def dossier(self) -> Dossier:
        """Return the dossier with everything that was written."""
        for table_id in list(self._cells):
            table = self._table(table_id)
            if table is not None:
                self.put(table)
        lists: dict[str, Any] = {name: tuple(things) for name, things in self._lists.items()}
        return replace(self._base, **lists, deleted=tuple(self._deleted))

    def _list(self, name: str) -> Order[Any]:
        if name not in self._lists:
            self._lists[name] = Order(getattr(self._base, name), key_of)
        return self._lists[name]

    def _note(self, thing: Thing) -> None:
        if isinstance(thing, (Assessment, Review, Ruling)) or thing.id in self._base.items:
            return
        self._new[thing.id] = thing
        if isinstance(thing, Table):
            self._new.update((c.id, c) for line in (thing.header, *thing.rows) for c in line)

    def _cell(self, known: Cell) -> Cell | None:
        table: Table | None = self._list("tables").get(known.table)
        cell = table.cell(known.row, known.col) if table is not None else None
        if cell is None or cell.id != known.id:
            return None
        return self._cells.get(known.table, {}).get(cell.id, cell)

    def _table(self, table_id: str) -> Table | None:
        """Return a table with the cells that were written on it."""
        table: Table | None = self._list("tables").get(table_id)
        written = self._cells.get(table_id)
        if table is None or not written:
            return table

        def line(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
            return tuple(written.get(cell.id, cell) for cell in cells)

        return replace(table, header=line(table.header), rows=tuple(line(row) for row in table.rows))
