"""The box that keeps the rows of a table in which any column holds what is typed."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from desktop.core.text import Language, Text
from desktop.widgets.table.view import TableView

ANYWHERE = Text("任意列包含…", "Any column contains…")


class AnywhereBox(QLineEdit):
    """Hidden until it is asked for."""

    def __init__(self, view: TableView) -> None:
        """Filter what ``view`` shows."""
        super().__init__()
        self._view = view
        self.setClearButtonEnabled(True)
        self.textChanged.connect(self._filter)
        self.hide()

    def open_box(self, wanted: bool) -> None:
        """Show the box; without it every row is shown."""
        self.setVisible(wanted)
        if wanted:
            self.setFocus()
        else:
            self.clear()

    def follow(self) -> None:
        """Show what the filters are now: they may have been cleared elsewhere."""
        frame = self._view.frame
        if frame is not None and self.text() != frame.arrangement.anywhere:
            self.setText(frame.arrangement.anywhere)

    def retranslate(self, language: Language) -> None:
        """Show the other language."""
        self.setPlaceholderText(ANYWHERE(language))
        self.setAccessibleName(ANYWHERE(language))

    def _filter(self, words: str) -> None:
        frame = self._view.frame
        if frame is not None:
            frame.arrange(frame.arrangement.with_anywhere(words))
