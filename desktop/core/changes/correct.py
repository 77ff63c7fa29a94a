"""Correcting an item: other values, a new passage, with a reason."""

from __future__ import annotations

from desktop.core.changes.base import CHANGES, Swap, name_of, set_review
from desktop.core.changes.sheet import Sheet
from desktop.core.dossier import Dossier, Item
from desktop.core.review import Review
from desktop.core.text import Text
from desktop.core.value import value


@CHANGES.register("correct")
@value
class Correct:
    """``review`` is what had been decided on the item before."""

    before: Item
    after: Item
    reason: str = ""
    review: Review | None = None
    at: str = ""
    by: str = ""

    def apply(self, sheet: Sheet) -> None:
        """Change the fields that differ; raises Stale when there is no such item."""
        Swap(self.before, self.after).apply(sheet)
        sheet.put(Review(self.after.id, "corrected", self.at, self.by, self.reason))

    def revert(self, sheet: Sheet) -> None:
        """Change them back."""
        Swap(self.before, self.after).revert(sheet)
        set_review(sheet, self.before.id, self.review)

    def described(self, _dossier: Dossier) -> Text:
        """Say what is corrected."""
        return Text("更正{}", "correct {}").format(name_of(self.before))

    def touched(self) -> frozenset[str]:
        """Return the item."""
        return frozenset((self.before.id,))


def correct(dossier: Dossier, after: Item, reason: str = "") -> Correct | None:
    """Return the change that makes the item of the same id what ``after`` is; None when nothing differs.

    Raises KeyError when the dossier has no such item, and TypeError when it is of another kind.
    """
    before = dossier.items[after.id]
    if type(before) is not type(after):
        raise TypeError(f"{after.id} is a {type(before).__name__}, not a {type(after).__name__}")
    return Correct(before, after, reason, dossier.review_of(after.id)) if before != after else None
