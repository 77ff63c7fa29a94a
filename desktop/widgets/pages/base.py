"""The registry of pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.core.registry import Registry
from desktop.core.text import Text
from desktop.core.value import value
from desktop.services.context import Context


@value
class PageSpec:
    """A page: key, title, icon of resources/icons, place in the order, and what makes it.

    ``factory`` takes the context and the parent: a page that got its parent last would be styled twice.
    """

    key: str
    title: Text
    icon: str
    order: int
    factory: Callable[[Context, QWidget | None], QWidget]


PAGES: Registry[PageSpec] = Registry("page")
