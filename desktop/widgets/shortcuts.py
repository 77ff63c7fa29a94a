"""Every command with its keys, as one list to read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.actions.base import MENUS, Action
from desktop.core.text import Language, Text

TITLE = Text("键盘快捷键", "Keyboard Shortcuts")


class ShortcutsDialog(QDialog):
    """A view of the registry of commands, menu by menu."""

    def __init__(self, actions: Sequence[Action], language: Language, parent: QWidget | None = None) -> None:
        """List every command that has keys."""
        super().__init__(parent)
        self.setWindowTitle(TITLE(language))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QTreeWidget()
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setAccessibleName(TITLE(language))
        self.list.setRootIsDecorated(False)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for menu, title in MENUS.items():
            listed = [a for a in actions if a.menu == menu and a.keys]
            if listed:
                self._add(_plain(title(language)), [(a.text(language), a.keys) for a in listed])
        self.list.expandAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.list)
        column.addWidget(buttons)
        em = self.fontMetrics().height()
        column.setContentsMargins(em, em, em, em * 3 // 4)
        column.setSpacing(em // 2)
        self.resize(26 * em, 32 * em)

    def _add(self, title: str, rows: list[tuple[str, tuple[str, ...]]]) -> None:
        top = QTreeWidgetItem(self.list, [title])
        font = self.font()
        font.setBold(True)
        top.setFont(0, font)
        for text, keys in rows:
            native = [QKeySequence(k).toString(QKeySequence.SequenceFormat.NativeText) for k in keys]
            QTreeWidgetItem(top, [text, "   ".join(native)])


def _plain(title: str) -> str:
    """Return the title of a menu without its mnemonic."""
    head, mark, rest = title.partition("(&")
    return head if mark else f"{head}{rest}".replace("&", "")
