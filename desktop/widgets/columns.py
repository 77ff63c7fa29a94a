"""The three columns of the window: factor tree, pages, inspector."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from desktop.services.context import Context

KEYS = ("tree", "middle", "inspector")
WIDTHS = {"tree": 262, "middle": 780, "inspector": 320}
NARROWEST = {"tree": 150, "middle": 320, "inspector": 200}
MEMORY = "layout/columns"


class Columns(QSplitter):
    """Can be resized and, but for the middle, hidden; remembers both."""

    def __init__(self, ctx: Context, parts: dict[str, QWidget], parent: QWidget | None = None) -> None:
        """``parts`` by KEYS."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._ctx, self._parts = ctx, parts
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        for number, key in enumerate(KEYS):
            self.addWidget(parts[key])
            self.setStretchFactor(number, int(key == "middle"))
        self.restyle()
        self.restore()

    def shows(self, key: str) -> bool:
        """Whether a column is shown."""
        return not self._parts[key].isHidden()

    def show_column(self, key: str, shown: bool) -> None:
        """Show or hide a column; the keyboard leaves one that is hidden."""
        if not shown and self._parts[key].isAncestorOf(QApplication.focusWidget() or self):
            self.enter("middle")
        self._parts[key].setVisible(shown)
        self.remember()

    def enter(self, key: str) -> bool:
        """Give the keyboard to the first part of a column that takes it."""
        for widget in self._parts[key].findChildren(QWidget):
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and widget.isEnabled() and widget.isVisibleTo(self._parts[key]):
                widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return False

    def move_keyboard(self, step: int) -> None:
        """Move the keyboard to the next (1) or previous (-1) column that is shown."""
        focused = QApplication.focusWidget()
        shown = [key for key in KEYS if self.shows(key)]
        here = next(
            (n for n, k in enumerate(shown) if focused and self._parts[k].isAncestorOf(focused)), -step
        )
        for turn in range(1, len(shown) + 1):
            if self.enter(shown[(here + turn * step) % len(shown)]):
                return

    def remember(self) -> None:
        """Note widths and what is hidden."""
        hidden = [key for key in KEYS if not self.shows(key)]
        self._ctx.preferences.set_value(MEMORY, {"widths": self.sizes(), "hidden": hidden})

    def restore(self) -> None:
        """Put back what was noted; what cannot be understood is as at first."""
        noted = self._ctx.preferences.value(MEMORY)
        noted = noted if isinstance(noted, dict) else {}
        hidden, widths = noted.get("hidden"), noted.get("widths")
        for key in KEYS:
            self._parts[key].setVisible(key == "middle" or not (isinstance(hidden, list) and key in hidden))
        usual = [self._ctx.ui.theme().px(WIDTHS[key]) for key in KEYS]
        good = (
            isinstance(widths, list) and len(widths) == len(KEYS) and all(isinstance(w, int) for w in widths)
        )
        self.setSizes(
            [w or u for w, u in zip(widths, usual, strict=True)]
            if good and isinstance(widths, list)
            else usual
        )

    def restyle(self) -> None:
        """Follow the zoom."""
        for key in KEYS:
            self._parts[key].setMinimumWidth(self._ctx.ui.theme().px(NARROWEST[key]))
