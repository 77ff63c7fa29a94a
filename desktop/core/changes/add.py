"""Adding an item that the import did not find; a heading that is added divides the section it stands in."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.changes.base import CHANGES, Stale, Swap, apply_all, name_of, revert_all, set_review
from desktop.core.changes.sheet import LISTS, PLACED, Sheet, Taken
from desktop.core.dossier import Dossier, Item
from desktop.core.errors import UserError
from desktop.core.factor import Factor
from desktop.core.order import FIRST
from desktop.core.review import Review
from desktop.core.table import Cell
from desktop.core.text import Text
from desktop.core.value import value

NO_CELL = Text("单元格属于表格，不能单独添加。", "A cell belongs to its table and cannot be added alone.")


@CHANGES.register("add")
@value
class Add:
    """``after`` is the id of the item before it in its list, ``changed`` what else a new heading changes."""

    item: Item
    after: str = FIRST
    changed: tuple[Swap, ...] = ()
    at: str = ""
    by: str = ""

    def apply(self, sheet: Sheet) -> None:
        """Put the item in where its passage stands now; one that is there already stays as it is."""
        item = sheet.settled(self.item)
        if isinstance(item, Cell):
            raise Stale(item.id)
        sheet.insert(Taken(item, self.after))
        apply_all(sheet, self.changed)
        sheet.put(Review(item.id, "added", self.at, self.by))

    def revert(self, sheet: Sheet) -> None:
        """Take it out again."""
        revert_all(sheet, self.changed)
        now = sheet.item(self.item.id)
        if now is not None and not isinstance(now, Cell):
            sheet.take(now)
        set_review(sheet, self.item.id, None)

    def described(self, _dossier: Dossier) -> Text:
        """Say what is added."""
        return Text("添加{}", "add {}").format(name_of(self.item))

    def touched(self) -> frozenset[str]:
        """Return the item."""
        return frozenset((self.item.id,))


def add(dossier: Dossier, item: Item) -> Add:
    """Return the change that adds an item in the order of the text.

    A factor takes over what stands below it, up to the end of the section that it divides; its own ``section``
    and ``order`` are set here. Raises UserError for a cell, ValueError for an id that is in use.
    """
    if isinstance(item, Cell):
        raise UserError(NO_CELL)
    if item.id in dossier.items or item.id in dossier.deleted:
        raise ValueError(f"the id {item.id!r} is in use")
    if isinstance(item, Factor):
        return _divide(dossier, item)
    return Add(item, _place(dossier, item))


def _place(dossier: Dossier, item: Item) -> str:
    """Return the last item of the same kind that starts no later in the text."""
    before = [
        other.id
        for other in getattr(dossier, LISTS[type(item)])
        if other.anchor.source == item.anchor.source and other.anchor.start <= item.anchor.start
    ]
    return before[-1] if before else FIRST


def _divide(dossier: Dossier, factor: Factor) -> Add:
    start, source = factor.anchor.start, factor.anchor.source
    holders = [
        f for f in dossier.factors if f.anchor.source == source and f.section[0] <= start < f.section[1]
    ]
    holder = min(holders, key=lambda f: f.section[1] - f.section[0], default=None)
    text = dossier.source(source)
    end = holder.section[1] if holder else len(text.text) if text else factor.anchor.end
    after = _place(dossier, factor)
    ids = [f.id for f in dossier.factors]
    below = dossier.factors[ids.index(after) + 1 if after else 0 :]
    order = dossier.factors[ids.index(after)].order + 1 if after else min((f.order for f in below), default=0)
    new = replace(
        factor, section=(start, end), order=order, parent=holder.parent if holder else factor.parent
    )
    changed = [Swap(f, replace(f, order=f.order + 1)) for f in below]
    if holder is not None:
        changed.append(Swap(holder, replace(holder, section=(holder.section[0], start))))
        inside = [i for name in PLACED for i in getattr(dossier, name) if i.factor == holder.id]
        changed += [Swap(i, replace(i, factor=new.id)) for i in inside if start <= i.anchor.start < end]
    return Add(new, after, tuple(changed))
