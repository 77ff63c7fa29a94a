"""The right column: details of what is selected, and below them its source."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.services.context import Context
from desktop.widgets.details import Details
from desktop.widgets.panel import Panel
from desktop.widgets.source_view import SourceView

MEMORY = "layout/inspector"


class Inspector(Panel):
    """Made after the first paint of the window, so that it does not hold it up."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start as an empty surface."""
        super().__init__(ctx, parent)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.splitterMoved.connect(self._remember)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._split)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.details: Details | None = None
        self.source: SourceView | None = None

    def wake(self) -> SourceView:
        """Make the parts, unless they are there; returns the source."""
        if self.source is None:
            self.details, self.source = Details(self.ctx, self._split), SourceView(self.ctx, self._split)
            for part in (self.details, self.source):
                self._split.addWidget(part)
                self._split.setStretchFactor(self._split.count() - 1, 1)
            noted = self.ctx.preferences.value(MEMORY)
            good = isinstance(noted, list) and len(noted) == 2 and all(isinstance(n, int) for n in noted)
            self._split.setSizes(noted if good else [520, 480])  # shares of the height
        return self.source

    def open_find(self) -> None:
        """Open the search in the source."""
        self.wake().open_find()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the parts as soon as the window has been painted."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.wake)

    def _remember(self) -> None:
        self.ctx.preferences.set_value(MEMORY, self._split.sizes())
