"""The page of one factor; its parts are loaded when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.core.text import Text
from desktop.services.context import Context
from desktop.widgets.pages.base import PAGES, PageSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

KEY = "factor"


def _make(ctx: Context, parent: QWidget | None = None) -> QWidget:
    from desktop.widgets.pages.parts.factor_page import FactorPage

    return FactorPage(ctx, parent)


PAGES.add(KEY, PageSpec(KEY, Text("因素", "Reasons"), "chart-column", 1, _make, ahead=True))
