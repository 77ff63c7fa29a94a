"""What the check page does to the dossier: each command is one change, which can be undone."""

from __future__ import annotations

from desktop.core.dossier import Item
from desktop.core.finding import Finding
from desktop.services.context import Context

STATUS = {"accept": "accepted", "dispute": "disputed", "back": ""}


class CheckDesk:
    """Commands on the open dossier. What cannot be done is told in a notice and changes nothing."""

    def __init__(self, ctx: Context) -> None:
        """Work on what is open in ``ctx``."""
        self._ctx = ctx

    def rule(self, finding: Finding, wish: str, reason: str) -> bool:
        """Accept or dispute a finding, or take back what was said of it (a key of STATUS)."""
        from desktop.core.changes import rule

        dossier = self._ctx.workspace.dossier
        return dossier is not None and self._ctx.editing.do(rule(dossier, finding, STATUS[wish], reason))

    def correct(self, item: Item, reason: str) -> bool:
        """Correct an item; one that was left as it is changes nothing."""
        from desktop.core.changes import correct

        dossier = self._ctx.workspace.dossier
        return dossier is not None and self._ctx.editing.do(correct(dossier, item, reason))
