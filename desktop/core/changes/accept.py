"""Accepting what an import found, and opening it again."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.core.changes.base import CHANGES, Stale, names_of, set_review
from desktop.core.changes.sheet import Sheet, Taken, key_of
from desktop.core.dossier import Dossier
from desktop.core.review import DECIDED, Review
from desktop.core.text import Text
from desktop.core.value import value


@CHANGES.register("accept")
@value
class Accept:
    """``before`` holds the reviews that the items had, of those that had one."""

    items: tuple[str, ...]
    before: tuple[Review, ...] = ()
    at: str = ""
    by: str = ""

    def apply(self, sheet: Sheet) -> None:
        """Mark those of the items that are there."""
        _mark(sheet, self.items, {i: Review(i, "accepted", self.at, self.by) for i in self.items})

    def revert(self, sheet: Sheet) -> None:
        """Give them back the reviews that they had."""
        _mark(sheet, self.items, {r.item: r for r in self.before})

    def described(self, dossier: Dossier) -> Text:
        """Say what is accepted."""
        return Text("接受{}", "accept {}").format(names_of([dossier.item(i) for i in self.items]))

    def touched(self) -> frozenset[str]:
        """Return the items."""
        return frozenset(self.items)


@CHANGES.register("reopen")
@value
class Reopen:
    """Takes back what was decided; a corrected item stays as it was corrected. ``before`` holds the reviews."""

    before: tuple[Taken, ...]
    at: str = ""
    by: str = ""

    def apply(self, sheet: Sheet) -> None:
        """Leave the items without a review."""
        _mark(sheet, self._items, {})

    def revert(self, sheet: Sheet) -> None:
        """Give them back their reviews, each at its place."""
        for taken in reversed(self.before):
            sheet.insert(taken)

    def described(self, dossier: Dossier) -> Text:
        """Say what is opened again."""
        return Text("重新打开{}", "reopen {}").format(names_of([dossier.item(i) for i in self._items]))

    def touched(self) -> frozenset[str]:
        """Return the items."""
        return frozenset(self._items)

    @property
    def _items(self) -> tuple[str, ...]:
        return tuple(key_of(taken.thing) for taken in self.before)


def _mark(sheet: Sheet, items: tuple[str, ...], reviews: dict[str, Review]) -> None:
    there = [i for i in items if sheet.item(i) is not None]
    if not there:
        raise Stale(*items)
    for item in there:
        set_review(sheet, item, reviews.get(item))


def accept(dossier: Dossier, items: Iterable[str]) -> Accept | None:
    """Return the change that accepts those of the items that nobody has decided on; None when there are none."""
    open_ = tuple(
        i for i in dict.fromkeys(items) if i in dossier.items and dossier.status_of(i) not in DECIDED
    )
    before = tuple(r for i in open_ if (r := dossier.review_of(i)) is not None)
    return Accept(open_, before) if open_ else None


def reopen(dossier: Dossier, items: Iterable[str]) -> Reopen | None:
    """Return the change that opens those of the items that somebody has decided on; None when there are none."""
    sheet, wanted = Sheet(dossier), frozenset(items)
    reviews = [r for r in dossier.reviews if r.item in wanted and r.item in dossier.items]
    before = tuple(taken for r in reviews if (taken := sheet.take(r)) is not None)
    return Reopen(before) if before else None
