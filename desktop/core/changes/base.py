"""What a change of a dossier is: a value that can be applied, reverted, told and kept in a journal."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any, Protocol

from desktop.core.changes.sheet import Sheet
from desktop.core.dossier import Dossier, Item
from desktop.core.factor import Factor
from desktop.core.registry import Registry
from desktop.core.review import Review
from desktop.core.table import Table
from desktop.core.text import Text, same
from desktop.core.value import value
from desktop.core.verdict import Assessment

SHOWN = 16  # characters of a quote in a menu
QUOTED = Text("“{}”", "“{}”")


class Change(Protocol):
    """A kind of change: a value class registered in ``CHANGES`` under the name that a journal knows it by.

    Its fields may be texts, numbers, ids, items, assessments, reviews, ``Taken``, ``Swap``, other changes, and
    tuples of these: ``store/change_codec.py`` writes and reads them. ``at`` and ``by`` are
    filled in when it is done.
    """

    @property
    def at(self) -> str:
        """When it was done, as an ISO time."""

    @property
    def by(self) -> str:
        """Who did it."""

    def apply(self, sheet: Sheet) -> None:
        """Write the change on a sheet; raises Stale when what it changes is not there."""

    def revert(self, sheet: Sheet) -> None:
        """Undo it on a sheet that it was applied to."""

    def described(self, dossier: Dossier) -> Text:
        """Say what it does, such as “接受‘不足40%’”; ``dossier`` names what is known by its id only."""

    def touched(self) -> frozenset[str]:
        """Return the ids of the items that it is about."""


CHANGES: Registry[type[Change]] = Registry("change")


class Stale(Exception):  # noqa: N818 - an outcome, not an error
    """What a change is about is not in the dossier: it comes from another version of it."""


@value
class Swap:
    """An item before and after; only the fields that differ are changed, so that it fits a newer reading too."""

    before: Item | Assessment
    after: Item | Assessment

    def apply(self, sheet: Sheet) -> None:
        """Change the fields; raises Stale when there is no such item."""
        _patch(sheet, self.before, self.after)

    def revert(self, sheet: Sheet) -> None:
        """Change them back; raises Stale when there is no such item."""
        _patch(sheet, self.after, self.before)


def apply_all(sheet: Sheet, swaps: tuple[Swap, ...]) -> None:
    """Apply those swaps whose item is there."""
    for swap in swaps:
        with suppress(Stale):
            swap.apply(sheet)


def revert_all(sheet: Sheet, swaps: tuple[Swap, ...]) -> None:
    """Revert those swaps whose item is there, the last first."""
    for swap in reversed(swaps):
        with suppress(Stale):
            swap.revert(sheet)


def _patch(sheet: Sheet, before: Item | Assessment, after: Item | Assessment) -> None:
    now = sheet.now(before)
    if now is None:
        raise Stale(before.id)
    changed = {
        name: new
        for name in type(before).__match_args__
        if (new := getattr(after, name)) != getattr(before, name)
    }
    item: Any = replace(now, **changed)
    sheet.put(sheet.settled(item) if "anchor" in changed else item)


def set_review(sheet: Sheet, item_id: str, review: Review | None) -> None:
    """Give an item a review, or none."""
    if review is not None:
        sheet.put(review)
    elif (now := sheet.review(item_id)) is not None:
        sheet.take(now)


def name_of(item: Item | None) -> Text:
    """Return what a menu calls an item: a section or table by its title, anything else by its quote."""
    if item is None:
        return Text("已不在的一项", "something that is gone")
    name = item.title if isinstance(item, (Factor, Table)) else same(item.anchor.quote)
    return QUOTED.format(Text(_brief(name.zh), _brief(name.en)))


def names_of(items: list[Item | None]) -> Text:
    """Return the name of one item, or how many there are."""
    return name_of(items[0]) if len(items) == 1 else Text(" {} 项", "{} items").format(len(items))


def _brief(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"
