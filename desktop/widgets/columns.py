"""The three columns of the window: factor tree, pages, inspector."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from desktop.services.context import Context
from desktop.widgets.tab_order import enter

KEYS = ("tree", "middle", "inspector")
WIDTHS = {"tree": 262, "middle": 780, "inspector": 320}
NARROWEST = {"tree": 150, "middle": 320, "inspector": 200}
READABLE = 440  # pixels of the middle; the sides shrink, and then fold, before it gets less
MEMORY = "layout/columns"
USUAL, GROWTH = 1440, 1.25  # a wider window gives some of its width to the sides
SIDES = 0.55  # of the width, at most


class Columns(QSplitter):
    """Can be resized and, but for the middle, hidden; remembers both.

    Sides that leave the middle no room to read in are folded until there is room: the inspector first, but
    never the one that was asked for last. ``folded`` tells that sides came or went that way.
    """

    folded = Signal()

    def __init__(self, ctx: Context, parts: dict[str, QWidget], parent: QWidget | None = None) -> None:
        """``parts`` by KEYS."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._ctx, self._parts = ctx, parts
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._percent = 100
        self._wide = False
        self._folded: set[str] = set()
        self._insisted = ""  # the side that was asked for last
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
        self._insisted = key if shown else ""
        self._put(key, shown)
        was_folded = key in self._folded
        self._folded.discard(key)
        if shown and (self._fold() or was_folded):
            self._share(self.sizes())
        self.remember()

    def make_room(self, wide: bool) -> bool:
        """Hide the sides for a page that takes the whole width, or put them back; whether anything changed."""
        if wide == self._wide:
            return False
        if wide and self.isVisible():
            self.remember()
        self._wide = wide
        if wide and any(self._holds_keyboard(key) for key in KEYS if key != "middle"):
            QTimer.singleShot(0, self, self._enter_middle)  # once the page is there
        for key in KEYS:
            if wide and key != "middle":
                self._put(key, False)
        if not wide:
            self.restore()
        return True

    def _put(self, key: str, shown: bool) -> None:
        if not shown and self._parts[key].isAncestorOf(QApplication.focusWidget() or self):
            self.enter("middle")
        self._parts[key].setVisible(shown)

    def enter(self, key: str) -> bool:
        """Give the keyboard to the part of a column that it belongs to; False when nothing takes it."""
        return enter(self._parts[key])

    def _holds_keyboard(self, key: str) -> bool:
        focused = self.window().focusWidget()  # also while another window is in front
        return focused is not None and self._parts[key].isAncestorOf(focused)

    def _enter_middle(self) -> None:
        """Qt gave the keyboard to whatever came after the column that is hidden now."""
        self.enter("middle")

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
        """Note widths and what is hidden, but not the room that is made for a page."""
        if self._wide:
            return
        hidden = [key for key in KEYS if not self.shows(key) and key not in self._folded]
        self._ctx.preferences.set_value(MEMORY, {"widths": self.sizes(), "hidden": hidden})

    def restore(self) -> None:
        """Put back what was noted; what cannot be understood is as at first."""
        noted = self._ctx.preferences.value(MEMORY)
        noted = noted if isinstance(noted, dict) else {}
        hidden, widths = noted.get("hidden"), noted.get("widths")
        for key in KEYS:
            gone = self._wide or (isinstance(hidden, list) and key in hidden)
            self._parts[key].setVisible(key == "middle" or not gone)
        self._folded.clear()
        self._fold()
        good = (
            isinstance(widths, list) and len(widths) == len(KEYS) and all(isinstance(w, int) for w in widths)
        )
        self._limit()
        self._share(widths if good and isinstance(widths, list) else [0] * len(KEYS))

    def restyle(self) -> None:
        """Follow the zoom: the sides grow and shrink with it."""
        percent = self._ctx.ui.theme().percent
        grown = [size * percent // self._percent for size in self.sizes()]
        self._percent = percent
        changed = self._fold()
        self._limit()
        if any(grown):
            self._share(grown)
        if changed:
            self.folded.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns that are too wide together for the window would lie over each other."""
        changed = self._fold()
        self._limit()
        super().resizeEvent(event)
        if changed or self.sizes()[KEYS.index("middle")] < self._ctx.ui.theme().px(READABLE):
            self._share(self.sizes())
        if changed:
            self.folded.emit()

    def _fold(self) -> bool:
        """Fold the sides that there is no room for, unfold those that there is; whether any came or went."""
        if self._wide or not self.isVisible():
            return False
        px, before = self._ctx.ui.theme().px, set(self._folded)
        room = self.width() - px(READABLE)
        for key in sorted(("tree", "inspector"), key=lambda key: key != self._insisted):
            if not self.shows(key) and key not in before:
                continue
            room -= px(NARROWEST[key])
            fits = room >= 0 or key == self._insisted
            (self._folded.discard if fits else self._folded.add)(key)
            self._put(key, fits)
        return self._folded != before

    def _limit(self) -> None:
        """Set how narrow a column may be; less than usual where not all have room."""
        least = {key: self._ctx.ui.theme().px(NARROWEST[key]) for key in KEYS if self.shows(key)}
        room = self.width() - len(KEYS) * self.handleWidth()
        part = min(1.0, room / sum(least.values())) if room > 0 else 1.0
        for key, width in least.items():
            self._parts[key].setMinimumWidth(int(width * part))

    def _share(self, widths: list[int]) -> None:
        """Set the widths (0 for the usual), the middle taking what the sides leave: never less than its share."""
        px, room = self._ctx.ui.theme().px, self.width() - len(KEYS) * self.handleWidth()
        growth = min(GROWTH, max(1.0, self.width() / px(USUAL)))
        sides = {
            k: w or round(px(WIDTHS[k]) * growth) for w, k in zip(widths, KEYS, strict=True) if k != "middle"
        }
        shown = [key for key in sides if self.shows(key)]
        least = sum(px(NARROWEST[key]) for key in shown)
        most = min(room * SIDES, max(least, room - px(READABLE)))
        part = min(1.0, most / max(1, sum(sides[key] for key in shown)))
        sides = {key: round(w * part) for key, w in sides.items()}
        middle = room - sum(sides[key] for key in shown)
        self.setSizes([sides.get(key, max(1, middle)) for key in KEYS])
