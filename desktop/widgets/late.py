"""A place for a panel that is made when the place has first been painted, so that the window shows sooner."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

P = TypeVar("P", bound=QWidget)


class Late(QWidget, Generic[P]):
    """Empty at first; a hidden place stays empty until it is shown."""

    def __init__(self, make: Callable[[], P], parent: QWidget | None = None) -> None:
        """``make`` returns the panel; called once."""
        super().__init__(parent)
        self._make = make
        self._made: P | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def panel(self) -> P:
        """Return the panel, making it if need be."""
        if self._made is None:
            self._made = self._make()
            self._column.addWidget(self._made)
        return self._made

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let this paint reach the screen first."""
        super().paintEvent(event)
        if self._made is None:
            QTimer.singleShot(0, self, self.panel)
