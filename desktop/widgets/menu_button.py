"""A button that opens a menu, which is filled anew each time it opens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QToolButton


class MenuButton(QToolButton):
    """``fill`` is called with the empty menu."""

    def __init__(self, fill: Callable[[QMenu], object]) -> None:
        """Make the button; its text or icon is up to its place."""
        super().__init__()
        self._fill = fill
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._open)
        self.setMenu(menu)

    def _open(self) -> None:
        menu = self.menu()
        menu.clear()
        self._fill(menu)
