"""Numbers that were seen and not understood: a list that opens, below everything that was."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QToolButton, QVBoxLayout, QWidget

from desktop.core.dossier import Dossier
from desktop.core.review import Leftover
from desktop.core.text import Language, Text
from desktop.services.theme import Theme

HEAD = Text("没看懂的数字 {:,} 个", "{:,} numbers not understood")
ONE = Text("没看懂的数字 1 个", "1 number not understood")
LINE = Text("第 {0:,} 行“{1}”：{2}", "Line {0:,} “{1}”: {2}")
TIP = Text("点一个就在左边选中它，可以把它加进来", "Choose one: it is selected at the left and can be added")
ROWS = 5


class Leftovers(QWidget):
    """``chosen`` tells the span of the one that was chosen."""

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start closed and empty."""
        super().__init__(parent)
        self._left: tuple[Leftover, ...] = ()
        self._language: Language = "zh"
        self.head = QToolButton()
        self.head.setCheckable(True)
        self.head.setObjectName("quiet")
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head.toggled.connect(self._open)
        self._model = QStringListModel(self)
        self.view = QListView()
        self.view.setModel(self._model)
        self.view.setUniformItemSizes(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(self._choose)
        self.view.activated.connect(self._choose)
        self.view.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.view)
        self._column = column

    def show_dossier(self, dossier: Dossier, language: Language) -> None:
        """List what is left over; without anything there is nothing to see."""
        self._left, self._language = dossier.leftovers, language
        breaks = {s.id: _breaks(s.text) for s in dossier.sources} if self._left else {}
        lines = []
        for one in self._left:
            number = bisect_right(breaks.get(one.anchor.source, []), one.anchor.start) + 1
            lines.append(LINE.format(number, one.anchor.quote, one.why))
        self._model.setStringList([line(language) for line in lines])
        self.setVisible(bool(self._left))
        self._retitle()

    def look(self, theme: Theme, language: Language) -> None:
        """Follow theme and zoom."""
        self._language = language
        self._column.setContentsMargins(theme.px(6), theme.px(2), theme.px(6), theme.px(2))
        row = self.view.sizeHintForRow(0) if self._left else theme.px(20)
        self.view.setFixedHeight(min(ROWS, max(1, len(self._left))) * max(row, theme.px(18)) + theme.px(4))
        self.view.setAccessibleName(TIP(language))
        self.head.setToolTip(TIP(language))
        self._retitle()

    def _retitle(self) -> None:
        text = ONE if len(self._left) == 1 else HEAD.format(len(self._left))
        self.head.setText(f"{'▾' if self.head.isChecked() else '▸'} {text(self._language)}")

    def _open(self, opened: bool) -> None:
        self.view.setVisible(opened)
        self._retitle()

    def _choose(self, index: QModelIndex) -> None:
        anchor = self._left[index.row()].anchor
        self.chosen.emit(anchor.start, anchor.end)


def _breaks(text: str) -> list[int]:
    return [n for n, character in enumerate(text) if character == "\n"]
