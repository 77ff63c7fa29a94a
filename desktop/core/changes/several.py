"""Several changes that are one to the person who made them, and to undo."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any, cast

from desktop.core.changes.base import CHANGES, Change, Stale
from desktop.core.changes.sheet import Sheet
from desktop.core.dossier import Dossier
from desktop.core.text import COMMA, NOTHING, Text
from desktop.core.value import value


@CHANGES.register("several")
@value
class Several:
    """``name`` says what they are together; without it they are told one after the other."""

    changes: tuple[Change, ...]
    name: Text = NOTHING
    at: str = ""
    by: str = ""

    def apply(self, sheet: Sheet) -> None:
        """Apply those that apply, in their order; raises Stale when none does."""
        _each(self.changes, lambda change: change.apply(sheet))

    def revert(self, sheet: Sheet) -> None:
        """Undo those that can be undone, the last first."""
        _each(self.changes[::-1], lambda change: change.revert(sheet))

    def described(self, dossier: Dossier) -> Text:
        """Say what they are, or what each does."""
        if self.name.zh:
            return self.name
        told = list(dict.fromkeys(change.described(dossier) for change in self.changes))
        return COMMA.join(told[:2]) if len(told) <= 2 else Text("{}等", "{} and more").format(told[0])

    def touched(self) -> frozenset[str]:
        """Return the items of all."""
        return frozenset[str]().union(*(change.touched() for change in self.changes))


def stamped(change: Change, at: str, by: str) -> Change:
    """Return a change with time and name, also in the changes that it consists of; what is set stays."""
    if isinstance(change, Several):
        change = replace(change, changes=tuple(stamped(one, at, by) for one in change.changes))
    made: Any = change
    return cast("Change", replace(made, at=change.at or at, by=change.by or by))


def _each(changes: tuple[Change, ...], run: Callable[[Change], None]) -> None:
    done = 0
    for change in changes:
        with suppress(Stale):
            run(change)
            done += 1
    if not done:
        raise Stale
