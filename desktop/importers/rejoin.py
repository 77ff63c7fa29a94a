"""An article that is imported again: the new reading takes over the ids, and what a person has decided."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from desktop.core.changes import apply, delete
from desktop.core.dossier import Dossier, Item
from desktop.core.errors import UserError
from desktop.core.evidence import Event
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.find_again import settled
from desktop.core.review import DECIDED
from desktop.core.span import Anchor
from desktop.core.table import Cell, Table
from desktop.importers.rejoining.rejoin_match import match

_LISTS = ("factors", "tables", "figures", "policies", "events", "points")


def rejoin(old: Dossier, fresh: Dossier, touched: Collection[str] = ()) -> Dossier:
    """Return the new reading with the ids of the old items, under the id and at the location of the old dossier.

    Items that somebody has decided on (``touched``, and those with such a review) keep what the old dossier says
    of them, with their new place; those that were not found again stay. What was deleted stays deleted.
    """
    kept = {*touched, *(r.item for r in old.reviews if r.status in DECIDED)}
    new = _renamed(fresh, _ids(old, fresh), old)
    lists: dict[str, Any] = {}
    for name in _LISTS:
        items = [
            _carried(old.items[i.id], i) if i.id in kept and i.id in old.items else i
            for i in getattr(new, name)
        ]
        if name == "tables":
            items = [_with_cells(table, old, kept) for table in items]
        there = {i.id for i in items}
        for lost in (i for i in getattr(old, name) if i.id in kept and i.id not in there):
            _insert(items, settled(lost, _text(new, lost)))
        lists[name] = tuple(items)
    new = replace(new, **lists)
    new = replace(_held_together(new), reviews=old.reviews, rulings=old.rulings, deleted=())
    new = _without(new, old.deleted)
    present = new.items
    return replace(
        new,
        reviews=tuple(r for r in old.reviews if r.item in present),
        doubts=tuple(d for d in new.doubts if d.item in present),
        deleted=old.deleted,
    )


def _ids(old: Dossier, fresh: Dossier) -> dict[str, str]:
    """Return the new name of every id of the new reading; one that is new gets none that was used before."""
    names = match(old, fresh)
    columns = {c.id for t in old.tables for c in t.columns}
    used = {*old.items, *columns, *names.values()}
    everything = (*fresh.items, *(c.id for t in fresh.tables for c in t.columns))
    gone = frozenset(old.deleted)
    for item in everything:
        if item in names:
            continue
        name, number = item, 1
        while name in used and name not in gone:  # the same words in the same context are what was deleted
            number += 1
            name = f"{item}-{number}"
        names[item] = name
        used.add(name)
    return names


def _renamed(fresh: Dossier, names: dict[str, str], old: Dossier) -> Dossier:
    sources = (
        tuple(replace(now, id=was.id) for was, now in zip(old.sources, fresh.sources, strict=False))
        + fresh.sources[len(old.sources) :]
    )
    sources_now = {now.id: was.id for was, now in zip(old.sources, fresh.sources, strict=False)}

    def anchored(anchor: Anchor) -> Anchor:
        return replace(anchor, source=sources_now.get(anchor.source, anchor.source))

    def named(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(names.get(i, i) for i in ids)

    def item(one: Any) -> Any:
        changes: dict[str, Any] = {"id": names[one.id], "anchor": anchored(one.anchor)}
        for field in ("factor", "table", "parent", "change_from"):
            given = getattr(one, field, "")
            if given:
                changes[field] = names.get(given, given)
        if isinstance(one, Factor):
            changes["headline"] = named(one.headline)
        if isinstance(one, Event):
            changes["items"] = named(one.items)
        if isinstance(one, Table):
            changes["columns"] = tuple(replace(c, id=names[c.id]) for c in one.columns)
            changes["header"] = tuple(map(item, one.header))
            changes["rows"] = tuple(tuple(map(item, row)) for row in one.rows)
        return replace(one, **changes)

    lists: dict[str, Any] = {name: tuple(map(item, getattr(fresh, name))) for name in _LISTS}
    return replace(
        fresh,
        id=old.id,
        location=old.location,
        sources=sources,
        **lists,
        doubts=tuple(replace(d, item=names.get(d.item, d.item)) for d in fresh.doubts),
        leftovers=tuple(replace(x, anchor=anchored(x.anchor)) for x in fresh.leftovers),
    )


def _carried(old: Any, new: Any) -> Any:
    """Return an old item at its new place."""
    fields = {
        Factor: ("anchor", "section", "order", "parent"),
        Table: ("anchor", "factor", "order", "header", "rows", "columns"),
        Figure: ("anchor", "factor", "table", "row", "col"),
    }.get(type(old), ("anchor", "factor", "order"))
    moved = {name: getattr(new, name) for name in fields if hasattr(new, name)}
    return replace(old, **moved)


def _with_cells(table: Table, old: Dossier, kept: set[str]) -> Table:
    """Return a table in which the cells that somebody has decided on read as they did."""

    def read(cell: Cell) -> Cell:
        was = old.items.get(cell.id) if cell.id in kept else None
        return replace(cell, text=was.text, text_en=was.text_en) if isinstance(was, Cell) else cell

    return replace(
        table, header=tuple(map(read, table.header)), rows=tuple(tuple(map(read, row)) for row in table.rows)
    )


def _insert(items: list[Any], lost: Any) -> None:
    """Put an item that was not found again where it would stand in the text."""
    before = [n for n, other in enumerate(items) if other.anchor.start <= lost.anchor.start]
    items.insert(before[-1] + 1 if before else 0, lost)


def _text(dossier: Dossier, item: Item) -> str:
    source = dossier.source(item.anchor.source)
    return source.text if source is not None else ""


def _held_together(dossier: Dossier) -> Dossier:
    """Mend what kept items refer to: a section that is gone is the one at that place, anything else is let go."""
    there, sections = dossier.items, {f.id for f in dossier.factors}

    def section_at(item: Any) -> str:
        inside = [f for f in dossier.factors if f.section[0] <= item.anchor.start < f.section[1]]
        found = min(inside, key=lambda f: f.section[1] - f.section[0], default=dossier.factors[0])
        return found.id

    def mended(item: Any) -> Any:
        changes: dict[str, Any] = {}
        if isinstance(item, Factor):
            changes["headline"] = tuple(i for i in item.headline if i in there)
            changes["parent"] = item.parent if item.parent in sections else ""
        elif item.factor not in sections:
            changes["factor"] = section_at(item)
        if isinstance(item, Figure):
            changes["change_from"] = item.change_from if item.change_from in there else ""
            if item.table not in there:
                changes |= {"table": "", "row": None, "col": None}
        if isinstance(item, Event):
            changes["items"] = tuple(i for i in item.items if i in there)
        changed = any(getattr(item, name) != given for name, given in changes.items())
        return replace(item, **changes) if changed else item

    lists: dict[str, Any] = {name: tuple(map(mended, getattr(dossier, name))) for name in _LISTS}
    return replace(dossier, **lists)


def _without(dossier: Dossier, deleted: tuple[str, ...]) -> Dossier:
    """Return a dossier without what was deleted and has been read again."""
    again = [i for i in deleted if i in dossier.items and not isinstance(dossier.items[i], Cell)]
    try:
        change = delete(dossier, again)
    except UserError:  # nothing would be left: the text is another one
        return dossier
    return apply(dossier, change) if change is not None else dossier
