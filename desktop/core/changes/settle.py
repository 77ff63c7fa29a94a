"""Marking what is in doubt as automatic: the reader lets the reading of the import stand unchecked."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.core.changes.base import CHANGES, Stale, names_of, set_review
from desktop.core.changes.sheet import Sheet
from desktop.core.dossier import Dossier
from desktop.core.review import Review
from desktop.core.text import Text
from desktop.core.value import value


@CHANGES.register("settle")
@value
class Settle:
    """The items are open and have no review; afterwards they are automatic."""

    items: tuple[str, ...]
    at: str = ""
    by: str = ""

    def apply(self, sheet: Sheet) -> None:
        """Mark those of the items that are there."""
        self._mark(sheet, {i: Review(i, "automatic", self.at, self.by) for i in self.items})

    def revert(self, sheet: Sheet) -> None:
        """Open them again."""
        self._mark(sheet, {})

    def described(self, dossier: Dossier) -> Text:
        """Say what is marked."""
        names = names_of([dossier.item(i) for i in self.items])
        return Text("标为自动：{}", "mark {} as automatic").format(names)

    def touched(self) -> frozenset[str]:
        """Return the items."""
        return frozenset(self.items)

    def _mark(self, sheet: Sheet, reviews: dict[str, Review]) -> None:
        there = [i for i in self.items if sheet.item(i) is not None]
        if not there:
            raise Stale(*self.items)
        for item in there:
            set_review(sheet, item, reviews.get(item))


def settle(dossier: Dossier, items: Iterable[str]) -> Settle | None:
    """Return the change that marks those of the items that are open as automatic; None when there are none."""
    open_ = tuple(i for i in dict.fromkeys(items) if dossier.status_of(i) == "open")
    return Settle(open_) if open_ else None
