"""What the window looks at: one immutable value, the same for every panel."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.dossier import Dossier
from desktop.core.value import value


@value
class Focus:
    """Dossier, page, factor, item and entry of the register; an empty string where nothing is chosen."""

    dossier: str = ""
    page: str = "overview"
    factor: str = ""
    item: str = ""
    entry: str = ""

    def on(self, dossier: Dossier, item_id: str) -> Focus:
        """Return this focus moved to an item; its factor follows, the page stays unless it cannot show it."""
        factor = dossier.factor_of(item_id)
        return replace(self, item=item_id, factor=factor.id if factor else self.factor)
