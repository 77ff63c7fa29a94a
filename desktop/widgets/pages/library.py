"""The page of all dossiers on this machine; its parts are loaded when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.core.text import Text
from desktop.services.context import Context
from desktop.widgets.pages.base import PAGES, PageSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

KEY = "library"


def _make(ctx: Context, parent: QWidget | None = None) -> QWidget:
    from desktop.widgets.pages.parts.library_page import LibraryPage

    return LibraryPage(ctx, parent)


PAGES.add(KEY, PageSpec(KEY, Text("档案库", "Library"), "folder-open", 9, _make, wide=True))
