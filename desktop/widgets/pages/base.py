"""The registry of pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.core.dossier import Dossier
from desktop.core.registry import Registry
from desktop.core.text import NOTHING, Text
from desktop.core.value import value
from desktop.services.context import Context


@value
class PageSpec:
    """A page: key, title, icon of resources/icons, place in the order, and what makes it.

    A page that is not ``offered`` for a dossier is left out of the navigation; None offers it always. One that is
    ``wide`` takes the room of the side columns while it is shown; one that is made ``ahead`` does not wait for that,
    only for a quiet moment. One that is ``free`` needs no open dossier. What waits for the reader on it is counted by
    ``waiting`` and called ``waiting_for``.
    ``factory`` takes the context and the parent: a page that got its parent last would be styled twice.
    """

    key: str
    title: Text
    icon: str
    order: int
    factory: Callable[[Context, QWidget | None], QWidget]
    offered: Callable[[Dossier], bool] | None = None
    wide: bool = False
    ahead: bool = False
    free: bool = False
    waiting: Callable[[Dossier], int] | None = None
    waiting_for: Text = NOTHING

    def is_for(self, dossier: Dossier | None) -> bool:
        """Whether the page has something to show of a dossier."""
        if dossier is None:
            return self.free
        return self.offered is None or self.offered(dossier)


PAGES: Registry[PageSpec] = Registry("page")
