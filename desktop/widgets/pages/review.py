"""The page of an import's review; its parts are loaded when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.core.dossier import Dossier
from desktop.core.text import Text
from desktop.services.context import Context
from desktop.widgets.pages.base import PAGES, PageSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

KEY = "review"


def _make(ctx: Context, parent: QWidget | None = None) -> QWidget:
    from desktop.widgets.review.page import ReviewPage

    return ReviewPage(ctx, parent)


def _offered(dossier: Dossier) -> bool:
    return dossier.is_imported


PAGES.add(KEY, PageSpec(KEY, Text("审阅", "Review"), "scroll-text", 9, _make, _offered, wide=True))
