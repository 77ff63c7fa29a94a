"""The list of the check page: keys ask for what is to be done with a finding; the page does it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from desktop.core.text import Language, Text
from desktop.models.audit_list import AuditList
from desktop.services.theme import Theme
from desktop.widgets.check.row_ink import RowInk

NAME = Text("核查结果", "What the check found")
KEYS = {Qt.Key.Key_A: "accept", Qt.Key.Key_D: "dispute", Qt.Key.Key_F2: "correct", Qt.Key.Key_E: "correct"}


class AuditListView(QListView):
    """``wanted`` tells what is asked for of the current finding: "accept", "dispute" or "correct"."""

    wanted = Signal(str)

    def __init__(
        self, model: AuditList, theme: Theme, language: Language, parent: QWidget | None = None
    ) -> None:
        """Show ``model``."""
        super().__init__(parent)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._ink = RowInk(theme, language, self)
        self.setItemDelegate(self._ink)

    def look(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language."""
        self._ink.restyle(theme, language)
        self.setAccessibleName(NAME(language))
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for a ruling; the rest is Qt's."""
        wish = KEYS.get(Qt.Key(event.key()))
        if wish is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.wanted.emit(wish)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current row in view: rows above it may have come or gone."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
