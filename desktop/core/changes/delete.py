"""Deleting items: what refers to them lets go, a table takes its figures along, a section joins its neighbour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop.core.changes.base import CHANGES, Change, Swap, apply_all, names_of, revert_all
from desktop.core.changes.run import apply
from desktop.core.changes.several import Several
from desktop.core.changes.sheet import PLACED, Sheet, Taken, key_of
from desktop.core.dossier import Dossier
from desktop.core.errors import UserError
from desktop.core.factor import Factor
from desktop.core.review import Review, Ruling
from desktop.core.table import Cell, Table
from desktop.core.text import Text
from desktop.core.value import value
from desktop.core.verdict import Assessment

NO_CELL = Text("单元格属于表格，不能单独删除。", "A cell belongs to its table and cannot be deleted alone.")
DELETE_TABLE = Text("可以更正它，或删除整个表格。", "Correct it, or delete the whole table.")
LAST_SECTION = Text("这是最后一节，不能删除。", "This is the last section; it cannot be deleted.")
KEPT_APART = (Assessment, Review, Ruling)  # what is said of items, and is no item


@CHANGES.register("delete")
@value
class Delete:
    """``items`` are those that were asked for, ``taken`` all that goes, in this order, and what stood before each.

    ``changed`` are those that let go of them, ``into`` is the section that takes over from deleted ones.
    """

    items: tuple[str, ...]
    taken: tuple[Taken, ...]
    changed: tuple[Swap, ...] = ()
    into: str = ""
    at: str = ""
    by: str = ""

    def apply(self, sheet: Sheet) -> None:
        """Take out what is there; what is gone already does no harm."""
        apply_all(sheet, self.changed)
        for one in self.taken:
            sheet.take(one.thing)
        for item in self.items:
            sheet.delete(item)
        if self.into:
            _take_over(sheet, frozenset(self.items), self.into)

    def revert(self, sheet: Sheet) -> None:
        """Put everything back at its place."""
        for item in self.items:
            sheet.delete(item, gone=False)
        for one in reversed(self.taken):
            thing = one.thing
            if not isinstance(thing, KEPT_APART):
                thing = sheet.settled(thing)  # type: ignore[assignment]  # never a cell
            sheet.insert(Taken(thing, one.after))
        revert_all(sheet, self.changed)

    def described(self, _dossier: Dossier) -> Text:
        """Say what is deleted."""
        gone = {key_of(t.thing): t.thing for t in self.taken if not isinstance(t.thing, KEPT_APART)}
        return Text("删除{}", "delete {}").format(names_of([gone.get(i) for i in self.items]))

    def touched(self) -> frozenset[str]:
        """Return the items that go."""
        return frozenset(key_of(t.thing) for t in self.taken)


def delete(dossier: Dossier, items: Iterable[str]) -> Change | None:
    """Return the change that deletes those of the items that are there; None when there are none.

    A table takes its cells and figures along. The section of a deleted factor becomes part of the one before
    (of the one after, if it is the first). Raises UserError for a cell and for the last factor.
    """
    steps: list[Change] = []
    there = [i for i in dict.fromkeys(items) if i in dossier.items]
    now = dossier
    for factor in [i for i in there if isinstance(dossier.items[i], Factor)]:
        steps.append(_join(now, factor))
        now = apply(now, steps[-1])
    rest = tuple(i for i in there if not isinstance(dossier.items[i], Factor))
    if any(isinstance(now.items[i], Cell) for i in rest):
        raise UserError(NO_CELL, DELETE_TABLE)
    if rest:
        steps.append(_delete(now, rest))
    return steps[0] if len(steps) == 1 else Several(tuple(steps)) if steps else None


def _delete(dossier: Dossier, items: tuple[str, ...], swaps: tuple[Swap, ...] = (), into: str = "") -> Delete:
    """Plan it on a sheet: what is noted is what stands before each thing when its turn comes."""
    sheet = Sheet(dossier)
    inside = [f.id for f in dossier.figures if f.table in items and f.id not in items]
    going = {*items, *inside}
    cells = {
        c.id
        for i in items
        if isinstance(t := dossier.items[i], Table)
        for line in (t.header, *t.rows)
        for c in line
    }
    gone = frozenset((*going, *cells))
    lost = [a for a in dossier.assessments if _is_lost(a, gone)]
    changed = (*swaps, *_letting_go(dossier, gone, frozenset(a.id for a in lost)))
    apply_all(sheet, changed)
    things = (
        *lost,
        *(r for r in dossier.reviews if r.item in gone),
        *(dossier.items[i] for i in (*inside, *items)),
    )
    taken = [sheet.take(thing) for thing in things]  # type: ignore[arg-type]  # cells go with their table
    return Delete(items, tuple(t for t in taken if t is not None), changed, into)


def _is_lost(assessment: Assessment, gone: frozenset[str]) -> bool:
    """Whether an assessment is of nothing but what is gone."""
    about = {*assessment.items, assessment.policy} - {""}
    return not assessment.premise and (assessment.policy in gone or (bool(about) and about <= gone))


def _letting_go(dossier: Dossier, gone: frozenset[str], lost: frozenset[str]) -> Iterator[Swap]:
    """Go through what refers to something that is gone, and stays."""

    def left(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(i for i in ids if i not in gone)

    for figure in dossier.figures:
        if figure.change_from in gone and figure.id not in gone:
            yield Swap(figure, replace(figure, change_from=""))
    for factor in dossier.factors:
        if not gone.isdisjoint(factor.headline):
            yield Swap(factor, replace(factor, headline=left(factor.headline)))
    for event in dossier.events:
        if event.id not in gone and not gone.isdisjoint(event.items):
            yield Swap(event, replace(event, items=left(event.items)))
    for one in dossier.assessments:
        if one.id not in lost and not gone.isdisjoint(one.items):
            yield Swap(one, replace(one, items=left(one.items)))


def _join(dossier: Dossier, factor_id: str) -> Delete:
    """Plan how a section becomes part of another."""
    factor = next(f for f in dossier.factors if f.id == factor_id)
    into = _neighbour(dossier, factor)
    start, end = factor.section
    swaps = [Swap(into, replace(into, section=(min(start, into.section[0]), max(end, into.section[1]))))]
    swaps += [
        Swap(f, replace(f, parent=into.id))
        for f in dossier.factors
        if f.parent == factor_id and f is not into
    ]
    for name in (*PLACED, "assessments"):
        swaps += [
            Swap(i, replace(i, factor=into.id)) for i in getattr(dossier, name) if i.factor == factor_id
        ]
    return _delete(dossier, (factor_id,), tuple(swaps), into.id)


def _neighbour(dossier: Dossier, factor: Factor) -> Factor:
    """Return the section before one, of its own rank or the one that it is part of; the one after the first."""
    by_id = {f.id: f for f in dossier.factors}
    place = list(by_id).index(factor.id)
    for before in reversed(dossier.factors[:place]):
        if before.parent == factor.parent or before.id == factor.parent:
            return before
    after = next((f for f in dossier.factors[place + 1 :] if f.parent == factor.parent), None)
    if after is None:
        raise UserError(LAST_SECTION)
    return after


def _take_over(sheet: Sheet, gone: frozenset[str], into: str) -> None:
    """Move what a newer reading of the text has put into a section that is gone."""
    for name in (*PLACED, "assessments"):
        for thing in sheet.everything(name):
            if thing.factor in gone:
                sheet.put(replace(sheet.now(thing) or thing, factor=into))
    for factor in sheet.everything("factors"):
        if factor.parent in gone:
            sheet.put(replace(factor, parent=into))
