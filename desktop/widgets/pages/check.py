"""The page of the audit; its parts are loaded when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.core.tally import unruled
from desktop.core.text import Text
from desktop.services.context import Context
from desktop.widgets.pages.base import PAGES, PageSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

KEY = "check"
WAITING = Text("{} 个不符之处还没有判断", "{} that do not hold, not ruled on yet")


def _make(ctx: Context, parent: QWidget | None = None) -> QWidget:
    from desktop.widgets.check.page import CheckPage

    return CheckPage(ctx, parent)


PAGES.add(
    KEY,
    PageSpec(KEY, Text("核查", "Check"), "scale", 3, _make, wide=True, waiting=unruled, waiting_for=WAITING),
)
