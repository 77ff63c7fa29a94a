"""What belongs with an item: the same change, sentence, row or column, the regulation it is held against."""

from __future__ import annotations

from desktop.core.dossier import Dossier
from desktop.core.evidence import Event, Point
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.named import named
from desktop.core.policy import STATUSES, PolicyMention
from desktop.core.record import Record
from desktop.core.span import sentence_at
from desktop.core.stretches import kind_of
from desktop.core.table import Cell, Table
from desktop.core.text import NOTHING, Text
from desktop.core.value import value

SENTENCE = Text("同一句", "same sentence")
ROW = Text("同一行", "same row")
COLUMN = Text("同一列", "same column")


@value
class Related:
    """Another item and why it belongs here; a click selects ``item``; a figure has a ``value``."""

    item: str
    kind: str
    name: Text
    why: Text
    value: Text = NOTHING


def related(dossier: Dossier, item_id: str, record: Record) -> tuple[Related, ...]:
    """Return what belongs with an item, the closest first, each thing once."""
    item = dossier.item(item_id)
    if item is None:
        return ()
    found: dict[str, Related] = {}
    for other, why in _closest(dossier, item_id):
        thing = dossier.item(other)
        cell = dossier.cell_of(other) if isinstance(thing, Figure) else None
        if thing is None or other in found or other == item_id or (cell and cell.id in found):
            continue
        if isinstance(thing, Figure):
            name, value = thing.label, thing.shown()
        else:
            name, value = named(thing), NOTHING
        found[other] = Related(other, kind_of(thing), name, why, value)
    own = {item_id, *(f.id for f in _own_figures(dossier, item_id))}
    shown = tuple(one for one in found.values() if one.item not in own)
    return (*_register(dossier, item_id, record), *shown)


def _closest(dossier: Dossier, item_id: str) -> list[tuple[str, Text]]:
    item = dossier.item(item_id)
    pairs: list[tuple[str, Text]] = []
    if isinstance(item, Figure):
        pairs.append((item.change_from, Text("变化前", "before")))
        pairs += [(f.id, Text("变化后", "after")) for f in dossier.figures if f.change_from == item_id]
    if isinstance(item, Event):
        pairs += [(part, Text("依据", "follows from")) for part in item.items]
    elif not isinstance(item, Factor):
        pairs += [(e.id, Text("事件", "event")) for e in dossier.events if item_id in e.items]
    for one in dossier.assessments_of(item_id) if not isinstance(item, (Factor, Table)) else ():
        pairs.append((one.policy, Text("所涉政策", "policy")))
    cell = dossier.cell_of(item_id)
    table = dossier.table_of(item_id)
    if cell is not None and table is not None:
        pairs += _neighbours(dossier, table, cell)
    elif isinstance(item, (Figure, PolicyMention, Event, Point)):
        pairs += _same_sentence(dossier, item)
    if isinstance(item, Factor):
        pairs += [(i, Text("首要数字", "key figure")) for i in item.headline]
    return pairs


def _neighbours(dossier: Dossier, table: Table, cell: Cell) -> list[tuple[str, Text]]:
    """The cells of the same row and column, as their figure where they hold exactly one."""
    pairs: list[tuple[str, Text]] = []
    lines = [(ROW, line) for line in table.rows if cell in line]
    lines.append((COLUMN, tuple(c for line in table.rows for c in line if c.col == cell.col and c != cell)))
    for why, line in lines:
        for other in line:
            figures = dossier.figures_in_cell(table.id, other.row, other.col)
            if other.text is not None and other != cell and other.col:
                pairs.append((figures[0].id if len(figures) == 1 else other.id, why))
    return pairs


def _same_sentence(dossier: Dossier, item: Figure | PolicyMention | Event | Point) -> list[tuple[str, Text]]:
    source = dossier.source(item.anchor.source)
    if source is None or not item.anchor.holds(source.text):
        return []
    left, right = sentence_at(source.text, item.anchor.start, item.anchor.end)
    return [
        (other.id, SENTENCE)
        for other in dossier.of_factor(item.factor)
        if not isinstance(other, (Table, Event))
        and other.anchor.source == item.anchor.source
        and left <= other.anchor.start
        and other.anchor.end <= right
    ]


def _own_figures(dossier: Dossier, item_id: str) -> tuple[Figure, ...]:
    item = dossier.item(item_id)
    return dossier.figures_in_cell(item.table, item.row, item.col) if isinstance(item, Cell) else ()


def _register(dossier: Dossier, item_id: str, record: Record) -> list[Related]:
    """The register entries that an item is held against; a click selects the regulation that names them."""
    found: dict[str, Related] = {}
    if isinstance(dossier.item(item_id), (Factor, Table)):
        return []
    for one in dossier.assessments_of(item_id):
        entry = record.entry(one.register_id) if one.register_id and one.policy else None
        if entry is not None and one.policy != item_id:
            status = STATUSES.get(entry.status, Text(entry.status, entry.status))
            found.setdefault(entry.id, Related(one.policy, "register", entry.cited, status))
    return list(found.values())
