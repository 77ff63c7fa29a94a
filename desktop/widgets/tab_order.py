"""The way of the Tab key: through the parts of the window as they stand, whenever their widgets were made.

Qt's own focus chain is left alone. PySide takes whatever ``nextInFocusChain`` (or ``focusProxy``) returns for a
child of the widget that was asked: once that one is deleted, the rest of the chain, the menu bar among it, can
no longer be used from Python.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSplitter, QWidget


@runtime_checkable
class Ordered(Protocol):
    """A widget that knows in which order the Tab key goes through its parts."""

    def tab_parts(self) -> Sequence[QWidget]:
        """Return the parts in that order; none when the order of their making is right."""


@runtime_checkable
class Homely(Protocol):
    """A page on which the keyboard belongs to one part, such as a list whose keys it tells of."""

    def keyboard_home(self) -> QWidget:
        """Return that part."""


def enter(part: QWidget) -> bool:
    """Give the keyboard to the home of the page in a part of the window, else to the first that takes it."""
    chosen = next(_homes(part), None) or next(_stops(part), None)
    if chosen is not None:
        chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return chosen is not None


def go_home(page: QWidget) -> None:
    """Give the keyboard to the home of a page, else to the page: it scrolls, and Tab goes on to its first part."""
    (next(_homes(page), None) or page).setFocus(Qt.FocusReason.OtherFocusReason)


def show_part(part: QWidget, instead: QWidget, *, shown: bool) -> None:
    """Show or hide a part; from one that is hidden the keyboard goes to ``instead``, not to whatever Qt comes to."""
    focused = part.window().focusWidget()
    held = focused is not None and (focused is part or part.isAncestorOf(focused))
    part.setVisible(shown)
    if held and not shown:
        instead.setFocus(Qt.FocusReason.OtherFocusReason)


def move_keyboard(window: QWidget, parts: Sequence[QWidget], *, forward: bool) -> bool:
    """Give the keyboard to the next widget of ``parts`` that takes it; False when there is none."""
    stops = [stop for part in parts for stop in _stops(part)]
    focused = window.focusWidget()
    inside = (n for n, stop in enumerate(stops) if focused is not None and focused.isAncestorOf(stop))
    here = stops.index(focused) if focused in stops else next(inside, 0) - int(forward)
    step = 1 if forward else -1
    for distance in range(1, len(stops) + 1):
        chosen = stops[(here + step * distance) % len(stops)]
        chosen.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        if window.focusWidget() is not focused:  # else it passed the keyboard on to where it was
            _reveal(chosen)
            return True
    return False


def _homes(widget: QWidget) -> Iterator[QWidget]:
    """The homes of what is shown in a widget."""
    if widget.isHidden():
        return
    if isinstance(widget, Homely):
        home = widget.keyboard_home()
        if home.isVisibleTo(widget):
            yield home
    for part in _parts(widget):
        yield from _homes(part)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """What takes the keyboard in a widget that is shown, in order."""
    if widget.isHidden() or not widget.isEnabled():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    for part in _parts(widget):
        if not part.isWindow():
            yield from _stops(part)


def _parts(widget: QWidget) -> Sequence[QWidget]:
    """What a widget holds, in order; a splitter keeps its children the other way round."""
    told = widget.tab_parts() if isinstance(widget, Ordered) else ()
    if not told and isinstance(widget, QSplitter):
        told = [part for n in range(widget.count()) if (part := widget.widget(n)) is not None]
    return told or widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)


def _reveal(widget: QWidget) -> None:
    """Scroll every area around a widget so that it can be seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
