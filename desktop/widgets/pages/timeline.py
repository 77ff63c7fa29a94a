"""The page of policies and events in time; its parts are loaded when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.core.text import Text
from desktop.services.context import Context
from desktop.widgets.pages.base import PAGES, PageSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

KEY = "timeline"


def _make(ctx: Context, parent: QWidget | None = None) -> QWidget:
    from desktop.widgets.pages.parts.timeline_page import TimelinePage

    return TimelinePage(ctx, parent)


PAGES.add(KEY, PageSpec(KEY, Text("时间线", "Timeline"), "calendar-clock", 2, _make))
