"""The register as a list and as a time line: two looks at the same rows, side by side where there is room."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSplitter, QVBoxLayout, QWidget

from desktop.core.register.force import span_of
from desktop.core.text import Language, Text
from desktop.models.register_list import RegisterList
from desktop.models.roles import Role
from desktop.services.theme import Theme
from desktop.widgets.cards.text_label import TextLabel
from desktop.widgets.register.row_ink import RowInk
from desktop.widgets.register.time_head import TimeHead
from desktop.widgets.register.time_ink import TimeInk
from desktop.widgets.register.time_scale import framed

LIST, TIMES = Text("条目", "Entries"), Text("时间线：何时有效", "Timeline: what was in force when")
KEY = Text(
    "蓝色＝当日有效 · 箭头＝至今有效 · 空心圆＝首日未核实或只知发布日 · 虚线＝何时失效不明 · ◆ 事件 · ◇ 征求意见稿",
    "blue = in force that day · arrow = still in force · ring = first day not verified, or only publication known · "
    "dashed = end not known · ◆ event · ◇ draft",
)
ROOM = 900  # pixels at 100 % for both side by side


class Lists(QWidget):
    """``chosen`` tells the entry of the current row, ``moved`` the day that the time line asks for."""

    chosen = Signal(str)
    moved = Signal(object)

    def __init__(self, model: RegisterList, theme: Theme, parent: QWidget | None = None) -> None:
        """Both views share model and selection."""
        super().__init__(parent)
        self._model, self._theme = model, theme
        self._language: Language = "zh"
        self._day, self._times_asked, self._following = date.min, False, False
        self.list, self.times = _Rows(model), _Rows(model)
        self.times.setSelectionModel(self.list.selectionModel())
        self.times.setUniformItemSizes(True)
        self._rows, self._spans = RowInk(theme, "zh", self.list), TimeInk(theme, "zh", self.times)
        self.list.setItemDelegate(self._rows)
        self.times.setItemDelegate(self._spans)
        self.head, self._key = TimeHead(theme), TextLabel(KEY, "small", "muted")
        self._timeline = QWidget()
        below = QVBoxLayout(self._timeline)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        for part in (self.head, self.times, self._key):
            below.addWidget(part, int(part is self.times))
        self._both = QSplitter(Qt.Orientation.Horizontal)
        self._both.setChildrenCollapsible(False)
        self._both.setHandleWidth(1)
        self._both.addWidget(self.list)
        self._both.addWidget(self._timeline)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._both)
        self.head.moved.connect(self.moved)
        self.list.selectionModel().currentChanged.connect(self._current)
        model.modelReset.connect(self._scale)
        self.times.resized.connect(self._scale)
        self._arrange()

    @property
    def shows_both(self) -> bool:
        """Whether there is room for list and time line at once."""
        return self.width() >= self._theme.px(ROOM)

    @property
    def rows(self) -> QListView:
        """The rows that are shown, those of the list first."""
        return self.times if self.list.isHidden() else self.list

    def show_times(self, shown: bool) -> None:
        """Show the time line rather than the list, where there is no room for both."""
        self._times_asked = shown
        self._arrange()
        QTimer.singleShot(0, self, self._reveal)  # what was hidden has no layout yet

    def enter(self) -> None:
        """Give the keyboard to the rows that are shown."""
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_key(self, shown: bool) -> None:
        """Explain the signs of the time line, where there is room."""
        self._key.setVisible(shown)

    def show_day(self, day: date) -> None:
        """Move the line of the day."""
        self._day = self._spans.day = day
        self._scale()
        self.times.viewport().update()

    def follow(self, entry_id: str) -> None:
        """Make the row of an entry current; nobody is told."""
        index = self._model.index_of(entry_id)
        if index == self.list.currentIndex():
            return
        self._following = True
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, flag)
        self._following = False
        self._reveal()

    def look(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language."""
        self._theme, self._language = theme, language
        for ink in (self._rows, self._spans):
            ink.restyle(theme, language)
        self.head.restyle(theme, language)
        self._key.dress(theme, language)
        self._key.setContentsMargins(*(theme.px(n) for n in (14, 6, 10, 6)))
        self.list.setAccessibleName(LIST(language))
        self.times.setAccessibleName(TIMES(language))
        for view in (self.list, self.times):
            view.doItemsLayout()
        self._arrange()
        self._scale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both where there is room."""
        super().resizeEvent(event)
        self._arrange()
        self._scale()

    def _arrange(self) -> None:
        both = self.shows_both
        held = self.window().focusWidget() in (self.list, self.times)
        self.list.setVisible(both or not self._times_asked)
        self._timeline.setVisible(both or self._times_asked)
        if held:
            self.enter()

    def _reveal(self) -> None:
        """Scroll the current row into view."""
        index = self.list.currentIndex()
        for view in (self.list, self.times):
            if index.isValid() and view.isVisible():
                view.scrollTo(index)

    def _scale(self) -> None:
        first, last = span_of(
            self._model.search.entries.values(), self._day if self._day != date.min else date.today()
        )
        self._spans.ends = framed(first, last)
        self.head.show_scale(self._spans.scale(self.times.viewport().width()), self._day)

    def _current(self, index: QModelIndex) -> None:
        entry = index.data(Role.ITEM) if index.isValid() else None
        if isinstance(entry, str) and not self._following:
            self.chosen.emit(entry)


class _Rows(QListView):
    """Tells when its rows are of another width: a scroll bar comes and goes."""

    resized = Signal()

    def __init__(self, model: RegisterList) -> None:
        super().__init__()
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
