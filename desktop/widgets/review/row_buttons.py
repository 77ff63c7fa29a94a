"""The buttons of one row of the review: one bar, moved to the row under the mouse or the current one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.core.review import DECIDED
from desktop.core.text import Language, Text
from desktop.services.theme import Theme

ACCEPT = Text("接受", "Accept")
REOPEN = Text("撤回", "Reopen")
EDIT, DELETE = Text("改", "Edit"), Text("删", "Delete")
TIPS: dict[str, Text] = {
    "accept": Text("接受，并到下一条存疑（Enter）", "Accept and go to the next doubtful one (Enter)"),
    "reopen": Text("撤回对它的决定", "Take back what was decided on it"),
    "edit": Text("更正（F2 或 E）", "Correct (F2 or E)"),
    "delete": Text("删除（Delete）", "Delete (Delete)"),
}


class RowButtons(QWidget):
    """``pressed`` tells which: "accept", "reopen", "edit" or "delete"."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Start hidden."""
        super().__init__(parent)
        self._decided = False
        self.first, self.edit, self.delete = QPushButton(), QPushButton(), QPushButton()
        self._row = QHBoxLayout(self)
        for button in (self.first, self.edit, self.delete):
            button.setObjectName("small")
            self._row.addWidget(button)
        self.first.clicked.connect(lambda: self.pressed.emit("reopen" if self._decided else "accept"))
        self.edit.clicked.connect(lambda: self.pressed.emit("edit"))
        self.delete.clicked.connect(lambda: self.pressed.emit("delete"))
        self.hide()

    def show_for(self, status: str, language: Language) -> None:
        """Offer what can be done with an item of a status."""
        self._decided = status in DECIDED
        first = "reopen" if self._decided else "accept"
        self.first.setText((REOPEN if self._decided else ACCEPT)(language))
        for button, text in ((self.edit, EDIT), (self.delete, DELETE)):
            button.setText(text(language))
        for button, key in ((self.first, first), (self.edit, "edit"), (self.delete, "delete")):
            button.setToolTip(TIPS[key](language))
            button.setAccessibleName(TIPS[key](language))
        self.adjustSize()

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(4))
        self.adjustSize()
