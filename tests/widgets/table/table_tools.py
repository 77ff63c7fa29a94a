"""What the tests of the table card share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.widgets.table.filter_popup import FilterPopup
from desktop.widgets.table.panel import TablePanel

Make = Callable[[], TablePanel]
# What the offscreen platform says when a popup opens.
POPS_UP = pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)")


def texts(panel: TablePanel, col: int) -> list[str]:
    assert panel.model is not None
    return [panel.model.text(row, col) for row in range(panel.model.rowCount())]


def settled(panel: TablePanel, qtbot: QtBot) -> None:
    model = panel.model
    assert model is not None
    qtbot.waitUntil(lambda: not model.is_busy)


def choose(menu: QMenu, text: str) -> None:
    next(a for a in menu.actions() if a.text() == text).trigger()


def popup_of(panel: TablePanel, col: int, qtbot: QtBot) -> FilterPopup:
    panel.commands.open_filter(col)
    popup = next(w for w in QApplication.topLevelWidgets() if isinstance(w, FilterPopup) and w.isVisible())
    qtbot.waitUntil(lambda: popup.values.count() > 0)
    return popup
