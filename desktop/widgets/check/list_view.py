"""The list of the check page: keys ask for what is to be done with a finding; heads fold what is below them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from desktop.core.text import Language, Text
from desktop.models.audit_list import AuditList
from desktop.services.theme import Theme
from desktop.widgets.check.row_ink import RowInk

NAME = Text("核查结果", "What the check found")
OTHER_WAY = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
KEYS = {Qt.Key.Key_A: "accept", Qt.Key.Key_D: "dispute", Qt.Key.Key_F2: "correct", Qt.Key.Key_E: "correct"}


class AuditListView(QListView):
    """``wanted`` tells what is asked for of the current finding: "accept", "dispute" or "correct"."""

    wanted = Signal(str)

    def __init__(
        self, model: AuditList, theme: Theme, language: Language, parent: QWidget | None = None
    ) -> None:
        """Show ``model``."""
        super().__init__(parent)
        self._list = model
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._ink = RowInk(theme, language, self)
        self.setItemDelegate(self._ink)
        model.modelReset.connect(self._measure)
        self._measure()

    def look(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language."""
        self._ink.restyle(theme, language)
        self.setAccessibleName(NAME(language))
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold, open, or ask for a ruling; the rest is Qt's."""
        key, here = Qt.Key(event.key()), self.currentIndex()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        head = self._list.head_at(here)
        above = self._list.head_of(here)
        if plain and head is not None and key in (*OTHER_WAY, Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.set_folded(here, key == Qt.Key.Key_Left if key not in OTHER_WAY else not head.folded)
        elif plain and key == Qt.Key.Key_Left and above.isValid():
            self.setCurrentIndex(above)
        elif plain and head is None and key in KEYS:
            self.wanted.emit(KEYS[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a head folds or opens what is below it."""
        index = self.indexAt(event.position().toPoint())
        head = self._list.head_at(index)
        if head is None:
            super().mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.set_folded(index, not head.folded)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Of two clicks on a head each counts."""
        if self._list.head_at(self.indexAt(event.position().toPoint())) is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.mousePressEvent(event)

    def set_folded(self, index: QModelIndex, folded: bool) -> None:
        """Fold or open below a head; the current row, if it goes, leaves the head current."""
        if folded and self._list.head_of(self.currentIndex()) == index:
            self.setCurrentIndex(index)
        self._list.set_folded(index, folded=folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current row in view: rows above it may have come or gone."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _measure(self) -> None:
        """Heads are lower than rows; without them one height does for all, however many."""
        self.setUniformItemSizes(not self._list.grouped)
        self._ink.below_heads = self._list.grouped
