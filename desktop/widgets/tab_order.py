"""The way of the Tab key: through the parts of the window as they stand, whenever their widgets were made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def move_keyboard(window: QWidget, parts: Sequence[QWidget], *, forward: bool) -> bool:
    """Give the keyboard to the next widget of ``parts`` that takes it; False when there is none.

    Inside a part the order is that of Qt's focus chain, where late widgets come last.
    """
    stops = _stops(window, parts)
    focused = QApplication.focusWidget()
    if not stops:
        return False
    here = stops.index(focused) if focused in stops else -1 if forward else 0
    chosen = stops[(here + (1 if forward else -1)) % len(stops)]
    chosen.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _reveal(chosen)
    return True


def _stops(window: QWidget, parts: Sequence[QWidget]) -> list[QWidget]:
    found: list[list[QWidget]] = [[] for _ in parts]
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and _takes_keyboard(widget, window):
            place = next((n for n, part in enumerate(parts) if part.isAncestorOf(widget)), None)
            if place is not None:
                found[place].append(widget)
        widget = widget.nextInFocusChain()
    return [stop for part in found for stop in part]


def _takes_keyboard(widget: QWidget, window: QWidget) -> bool:
    return widget.isEnabled() and widget.isVisibleTo(window) and widget.focusProxy() is None


def _reveal(widget: QWidget) -> None:
    """Scroll every area around a widget so that it can be seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
