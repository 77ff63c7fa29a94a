"""The page of the policy register; its parts are loaded when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.core.text import Text
from desktop.services.context import Context
from desktop.widgets.pages.base import PAGES, PageSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

KEY = "register"


def _make(ctx: Context, parent: QWidget | None = None) -> QWidget:
    from desktop.widgets.register.page import RegisterPage

    return RegisterPage(ctx, parent)


PAGES.add(KEY, PageSpec(KEY, Text("登记簿", "Register"), "landmark", 4, _make, wide=True, free=True))
