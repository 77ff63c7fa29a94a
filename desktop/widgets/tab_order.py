"""The way of the Tab key: through the parts of the window as they stand, whenever their widgets were made.

Qt's own focus chain is left alone. PySide takes whatever ``nextInFocusChain`` (or ``focusProxy``) returns for a
child of the widget that was asked: once that one is deleted, the rest of the chain, the menu bar among it, can
no longer be used from Python.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


@runtime_checkable
class Ordered(Protocol):
    """A widget that knows in which order the Tab key goes through its parts."""

    def tab_parts(self) -> Sequence[QWidget]:
        """Return the parts in that order; none when the order of their making is right."""


def move_keyboard(window: QWidget, parts: Sequence[QWidget], *, forward: bool) -> bool:
    """Give the keyboard to the next widget of ``parts`` that takes it; False when there is none."""
    stops = [stop for part in parts for stop in _stops(part)]
    focused = window.focusWidget()
    here = stops.index(focused) if focused in stops else -1 if forward else 0
    step = 1 if forward else -1
    for distance in range(1, len(stops) + 1):
        chosen = stops[(here + step * distance) % len(stops)]
        chosen.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        if window.focusWidget() is not focused:  # else it passed the keyboard on to where it was
            _reveal(chosen)
            return True
    return False


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """What takes the keyboard in a widget that is shown, in order."""
    if widget.isHidden() or not widget.isEnabled():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    parts = widget.tab_parts() if isinstance(widget, Ordered) else ()
    for part in parts or widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if not part.isWindow():
            yield from _stops(part)


def _reveal(widget: QWidget) -> None:
    """Scroll every area around a widget so that it can be seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
