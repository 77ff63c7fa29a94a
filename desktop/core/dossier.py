"""One product's case: its sources, factors and all evidence, immutable."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.core.evidence import Event, Point
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.policy import PolicyMention
from desktop.core.review import Doubt, Leftover, Review, Ruling
from desktop.core.source import Source
from desktop.core.span import Anchor
from desktop.core.table import Cell, Table
from desktop.core.text import Text
from desktop.core.value import value
from desktop.core.verdict import Assessment, Verdict, worst

if TYPE_CHECKING:
    from desktop.core.found import Found

Item = Factor | Table | Cell | Figure | PolicyMention | Event | Point


@value
class Dossier:
    """The whole case. A change replaces it; lookups are made on first use. ``found`` by an audit is never filed."""

    id: str
    title: Text
    product: Text
    summary: Text
    sources: tuple[Source, ...]
    factors: tuple[Factor, ...]
    tables: tuple[Table, ...]
    figures: tuple[Figure, ...]
    policies: tuple[PolicyMention, ...]
    events: tuple[Event, ...]
    points: tuple[Point, ...]
    assessments: tuple[Assessment, ...]
    location: str = ""
    doubts: tuple[Doubt, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    reviews: tuple[Review, ...] = ()
    deleted: tuple[str, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    found: Found | None = None

    @cached_property
    def items(self) -> dict[str, Item]:
        """Everything that can be selected, by id."""
        found: dict[str, Item] = {}
        for group in (self.factors, self.tables, self.figures, self.policies, self.events, self.points):
            found.update((item.id, item) for item in group)
        for table in self.tables:
            for line in (table.header, *table.rows):
                found.update((cell.id, cell) for cell in line)
        return found

    @cached_property
    def reasons(self) -> tuple[Factor, ...]:
        """The factors that are reasons, in the order of the text."""
        return tuple(f for f in self.factors if f.is_reason)

    @cached_property
    def premise(self) -> Assessment | None:
        """What the record says about the premise of the text."""
        return next((a for a in self.assessments if a.premise), None)

    def source(self, source_id: str) -> Source | None:
        """Return the source with this id."""
        return next((s for s in self.sources if s.id == source_id), None)

    def item(self, item_id: str) -> Item | None:
        """Return the item with this id."""
        return self.items.get(item_id)

    def factor_of(self, item_id: str) -> Factor | None:
        """Return the factor that an item belongs to (a factor belongs to itself)."""
        item = self.items.get(item_id)
        if isinstance(item, Cell):
            item = self.items.get(item.table)
        if item is None or isinstance(item, Cell):
            return None
        found = item if isinstance(item, Factor) else self.items.get(item.factor)
        return found if isinstance(found, Factor) else None

    def table_of(self, item_id: str) -> Table | None:
        """Return the table that a cell or figure stands in (a table is its own)."""
        item = self.items.get(item_id)
        if isinstance(item, (Cell, Figure)):
            item = self.items.get(item.table)
        return item if isinstance(item, Table) else None

    def cell_of(self, item_id: str) -> Cell | None:
        """Return the cell that a figure stands in (a cell is its own)."""
        item = self.items.get(item_id)
        if isinstance(item, Cell):
            return item
        table = self.table_of(item_id)
        if table is None or not isinstance(item, Figure) or item.row is None or item.col is None:
            return None
        return table.cell(item.row, item.col)

    @cached_property
    def _cell_figures(self) -> dict[tuple[str, int, int], tuple[Figure, ...]]:
        found: defaultdict[tuple[str, int, int], list[Figure]] = defaultdict(list)
        for figure in self.figures:
            if figure.table and figure.row is not None and figure.col is not None:
                found[figure.table, figure.row, figure.col].append(figure)
        return {key: tuple(value) for key, value in found.items()}

    def figures_in_cell(self, table: str, row: int, col: int) -> tuple[Figure, ...]:
        """Return the figures of one table cell, in the order of the text."""
        return self._cell_figures.get((table, row, col), ())

    def anchor_of(self, item_id: str) -> Anchor | None:
        """Return where an item stands in its source."""
        item = self.items.get(item_id)
        return item.anchor if item is not None else None

    def of_factor(self, factor_id: str) -> tuple[Item, ...]:
        """Return tables, figures, policies, events and points of a factor, each in the order of the text."""
        return self._by_factor.get(factor_id, ())

    @cached_property
    def _by_factor(self) -> dict[str, tuple[Item, ...]]:
        found: defaultdict[str, list[Item]] = defaultdict(list)
        placed: tuple[Table | Figure | PolicyMention | Event | Point, ...]
        placed = (*self.tables, *self.figures, *self.policies, *self.events, *self.points)
        for item in placed:
            found[item.factor].append(item)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def _by_item(self) -> dict[str, tuple[Assessment, ...]]:
        found: defaultdict[str, list[Assessment]] = defaultdict(list)
        for one in self.assessments:
            for item_id in dict.fromkeys((*one.items, one.policy)):
                if item_id:
                    found[item_id].append(one)
        return {key: tuple(value) for key, value in found.items()}

    def assessments_of(self, item_id: str) -> tuple[Assessment, ...]:
        """Return what the record says of an item; a factor has all of its section, a cell those of its figures."""
        item = self.items.get(item_id)
        found = list(self._by_item.get(item_id, ()))
        if isinstance(item, Factor):
            found += [a for a in self.assessments if a.factor == item_id]
        elif isinstance(item, Cell):
            for figure in self.figures_in_cell(item.table, item.row, item.col):
                found += self._by_item.get(figure.id, ())
        elif isinstance(item, Figure):
            cell = self.cell_of(item_id)
            found += self._by_item.get(cell.id, ()) if cell else ()
        elif isinstance(item, Event):
            for part in item.items:
                found += [a for a in self._by_item.get(part, ()) if a.kind == "policy"]
        elif isinstance(item, Table):
            for line in item.rows:
                for cell_ in line:
                    found += self.assessments_of(cell_.id)
        return tuple(dict.fromkeys(found))

    def verdict_of(self, *item_ids: str) -> Verdict | None:
        """Return the most severe verdict of record and audit on items that nobody disputes; None when there is none.

        That on the premise is one on the statement that makes it, its first item, not on each figure that rests on it.
        """
        away = self.disputed
        told = [a.verdict for i in item_ids for a in self.assessments_of(i)
                if a.id not in away and (not a.premise or i in a.items[:1])]  # fmt: skip
        if self.found is not None:
            told += [verdict for i in item_ids for verdict in self.found.verdicts(i, away)]
        return worst(told)

    @cached_property
    def disputed(self) -> frozenset[str]:
        """The findings that a person disputes, and the assessments that those cite."""
        if not self.rulings:
            return frozenset()
        from desktop.core.found import disputed_in  # which rests on this module

        return disputed_in(self)

    @property
    def is_imported(self) -> bool:
        """Whether the items were found by an import, so that they have a review status."""
        return any(s.kind == "article" for s in self.sources)

    @cached_property
    def _review_of(self) -> dict[str, Review]:
        return {r.item: r for r in self.reviews}

    @cached_property
    def _doubts_of(self) -> dict[str, tuple[Doubt, ...]]:
        found: defaultdict[str, list[Doubt]] = defaultdict(list)
        for doubt in self.doubts:
            found[doubt.item].append(doubt)
        return {key: tuple(value) for key, value in found.items()}

    def review_of(self, item_id: str) -> Review | None:
        """Return what was decided on an item, if anything was."""
        return self._review_of.get(item_id)

    def doubts_of(self, item_id: str) -> tuple[Doubt, ...]:
        """Return why an item may have been read wrongly, whether or not somebody has decided on it since."""
        return self._doubts_of.get(item_id, ())

    def status_of(self, item_id: str) -> str:
        """Return the key in ``STATUSES`` of an item: "open" is doubtful and undecided; "" without an import."""
        if review := self._review_of.get(item_id):
            return review.status
        if not self.is_imported:
            return ""
        return "open" if item_id in self._doubts_of else "automatic"


def register_ids(dossier: Dossier, mention: PolicyMention) -> tuple[str, ...]:
    """Return the register entries that a mention was assessed against, or, not assessed yet, was matched to."""
    assessed = [a for a in dossier.assessments_of(mention.id) if a.policy == mention.id]
    found = [a.register_id for a in assessed] if assessed else [mention.register_id]
    return tuple(dict.fromkeys(i for i in found if i))
