"""What the review does to the dossier: each command is one change, which can be undone."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.core.dossier import Dossier, Item
from desktop.core.errors import UserError
from desktop.core.source import Source
from desktop.services.context import Context


class ReviewDesk:
    """Commands on the open dossier. What cannot be done is told in a notice and changes nothing."""

    def __init__(self, ctx: Context) -> None:
        """Work on what is open in ``ctx``."""
        self._ctx = ctx

    @property
    def _dossier(self) -> Dossier:
        dossier = self._ctx.workspace.dossier
        assert dossier is not None
        return dossier

    def accept(self, items: Iterable[str]) -> bool:
        """Accept what nobody has decided on."""
        from desktop.core.changes import accept

        return self._ctx.editing.do(accept(self._dossier, items))

    def reopen(self, items: Iterable[str]) -> bool:
        """Take back what was decided."""
        from desktop.core.changes import reopen

        return self._ctx.editing.do(reopen(self._dossier, items))

    def settle(self) -> bool:
        """Mark everything in doubt as automatic."""
        from desktop.core.changes import settle

        return self._ctx.editing.do(settle(self._dossier, list(self._dossier.items)))

    def delete(self, items: Iterable[str]) -> bool:
        """Delete items."""
        from desktop.core.changes import delete

        try:
            return self._ctx.editing.do(delete(self._dossier, items))
        except UserError as problem:
            self._ctx.ui.notify(problem.text)
            return False

    def correct(self, item: Item, reason: str) -> bool:
        """Correct an item; one that was left as it is is accepted."""
        from desktop.core.changes import correct

        change = correct(self._dossier, item, reason)
        return self._ctx.editing.do(change) if change is not None else self.accept([item.id])

    def add(self, item: Item) -> bool:
        """Add an item."""
        from desktop.core.changes import add

        return self._ctx.editing.do(add(self._dossier, item))

    def read(self, source: Source, span: tuple[int, int], kind: str) -> Item:
        """Return a selected stretch as a new item, read in its place."""
        from desktop.importers.selected import item_of

        return item_of(self._dossier, source, span, kind, self._ctx.workspace.record.register)
