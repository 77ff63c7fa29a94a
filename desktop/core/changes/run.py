"""Changes at work: one, one back, or a whole journal of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from desktop.core.changes.base import Change, Stale
from desktop.core.changes.sheet import Sheet
from desktop.core.dossier import Dossier


class Replayed(NamedTuple):
    """A dossier with changes on it, and those of them that no longer apply."""

    dossier: Dossier
    stale: tuple[Change, ...]


def apply(dossier: Dossier, change: Change) -> Dossier:
    """Return the dossier with a change; raises Stale when what it changes is not there."""
    sheet = Sheet(dossier)
    change.apply(sheet)
    return sheet.dossier()


def revert(dossier: Dossier, change: Change) -> Dossier:
    """Return the dossier without its last change; raises Stale when what it changed is not there."""
    sheet = Sheet(dossier)
    change.revert(sheet)
    return sheet.dossier()


def replay(dossier: Dossier, changes: Iterable[Change]) -> Replayed:
    """Return the dossier with all changes that apply, in time linear in their number."""
    sheet, stale = Sheet(dossier), []
    for change in changes:
        try:
            change.apply(sheet)
        except Stale:
            stale.append(change)
    return Replayed(sheet.dossier(), tuple(stale))


def settled_down(dossier: Dossier) -> Dossier:
    """Return the dossier without what is left of deleted items, as a file of its own keeps it."""
    there = dossier.items
    return replace(
        dossier,
        doubts=tuple(doubt for doubt in dossier.doubts if doubt.item in there),
        reviews=tuple(review for review in dossier.reviews if review.item in there),
    )
