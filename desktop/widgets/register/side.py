"""The left of the register page: what there is, what is looked for, on which day; the list and the time line."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.core.record import Record
from desktop.core.register.find import CORRECTED, MINE, Asked
from desktop.core.text import DOT, Language, Text
from desktop.models.register_list import RegisterList
from desktop.services.theme import Theme
from desktop.widgets.cards.chips import Chip, Chips
from desktop.widgets.cards.dress import dress
from desktop.widgets.cards.text_label import TextLabel
from desktop.widgets.elided import Elided
from desktop.widgets.register.day_bar import DayBar
from desktop.widgets.register.list_head import ListHead
from desktop.widgets.register.lists import Lists
from desktop.widgets.tab_order import show_part

TITLE = Text("政策登记簿", "Policy register")
ENTRIES = Text("{} 条", "{} entries")
OWN, CORRECTED_COUNT = Text("我的 {} 条", "{} my own"), Text("我更正过 {} 条", "{} corrected by me")
AS_OF = Text("截至 {}", "as of {}")
LISTED = Text("列出 {} 条", "{} listed")
ADD, UNDO = Text("新增条目", "New Entry"), Text("撤销", "Undo")
LOOK = Text("怎样列出", "How to list")
LOOKS: dict[str, Text] = {"list": Text("条目", "Entries"), "times": Text("时间线", "Timeline")}
NONE = Text(
    "没有符合条件的条目。可以换个词，或取消筛选。", "No entry fits. Try another word, or take off a filter."
)
LOW, NARROW = 430, 330  # pixels at 100 %: what there is no room for below is left out


class Side(QWidget):
    """``chosen`` tells the entry of the current row, ``arranged`` that other rows are listed."""

    chosen = Signal(str)
    arranged = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start with an empty register."""
        super().__init__(parent)
        self._theme = theme
        self._language: Language = "zh"
        self._record = Record((), ())
        self._day = date.min
        self._can_undo = False
        self.model = RegisterList(self)
        self.title, self.none = TextLabel(TITLE, "title", wraps=False), TextLabel(NONE, colour="muted")
        self.counts = Elided()
        self.finder, self.days, self.looks = ListHead(), DayBar(), Chips(LOOK, exclusive=True)
        self.looks.offer([(key, text, -1) for key, text in LOOKS.items()])
        self.lists = Lists(self.model, theme)
        self.add, self.undo = QPushButton(), QToolButton()
        self._buttons, self._line, self._column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        self._buttons.addWidget(self.title, 1)
        for button in (self.undo, self.add):
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self.counts, 1)
        self._line.addWidget(self.looks, 0, Qt.AlignmentFlag.AlignRight)
        self._column.addLayout(self._buttons)
        self._column.addLayout(self._line)
        for part in (self.finder, self.days, self.none, self.lists):
            self._column.addWidget(part, int(part is self.lists))
        self._connect()

    def show_register(self, record: Record, used: dict[str, int]) -> None:
        """List a version of the register, at first on the day that it was made; ``used`` counts mentions."""
        if self._day == date.min:
            self._day = date.fromisoformat(record.as_of) if record.as_of else date.today()
            self.model.look_at(self._day)
        self._record = record
        self.model.show(record, used, self._language)
        self.finder.offer(self.model.search)
        self.lists.show_day(self._day)
        self._say()

    def entry_or_first(self, entry_id: str) -> str:
        """Return an entry that there is: the one that is asked for, that of the current row, or the first."""
        if entry_id in self.model.search.entries:
            return entry_id
        current = self.model.entry_at(self.lists.list.currentIndex())
        return current.id if current else self.model.found[0].id if self.model.found else ""

    def tell_undo(self, can_undo: bool, text: Text) -> None:
        """Offer to undo the last edit of the register, if there is one."""
        self._can_undo = can_undo
        self.undo.setToolTip(text(self._language))
        self._make_room()

    def look(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language."""
        self._theme, self._language = theme, language
        px = theme.px
        self._column.setContentsMargins(px(14), px(12), px(8), px(4))
        self._column.setSpacing(px(7))
        self._buttons.setSpacing(px(4))
        for button, text in ((self.add, ADD), (self.undo, UNDO)):
            button.setText(text(language))
            button.setAccessibleName(text(language))
        self.counts.setStyleSheet(f"color: {theme['muted']}")
        for words in (self.title, self.none, self.looks):
            dress(words, theme, language)
        for part in (self.finder, self.days, self.lists):
            part.look(theme, language)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._make_room()

    def _connect(self) -> None:
        self.finder.asked.connect(self._ask)
        self.finder.sorted_by.connect(self._sort)
        for signal in (self.finder.box.entered, self.finder.box.escaped):
            signal.connect(self.lists.enter)
        self.looks.changed.connect(self._take_look)
        for part in (self.lists, self.days):
            part.moved.connect(self._look_at)
        self.days.narrowed.connect(lambda: self._ask(self.finder.wanted))
        self.lists.chosen.connect(self.chosen)

    def _say(self) -> None:
        """Tell what there is, what is listed, and what was in force on the day."""
        counts, as_of = self.model.counts, self._record.as_of
        whole, listed = sum(counts.values()), len(self.model.found)
        parts = [ENTRIES.format(whole)]
        for key, text in ((MINE, OWN), (CORRECTED, CORRECTED_COUNT)):
            parts += [text.format(counts[key])] if counts[key] else []
        parts += [AS_OF.format(as_of)] if as_of else []
        parts += [LISTED.format(listed)] if listed != whole else []
        self.counts.show_text(DOT.join(parts)(self._language))
        self.none.setVisible(not listed)
        show_part(self.lists, self.finder.box, shown=bool(listed))
        self.days.show_day(self._day, self.model.states())

    def _make_room(self) -> None:
        """Keep some rows of the list in view, and offer the choice of looks only where one of them is hidden."""
        theme = self._theme
        low = self.height() < theme.px(LOW)
        chips = self.looks.findChildren(Chip)
        self.looks.setVisible(not self.lists.shows_both)
        self.looks.setFixedWidth(sum(chip.sizeHint().width() + theme.px(6) for chip in chips))
        self.counts.setVisible(not low)
        self.lists.show_key(not low)
        self.days.setVisible(not low or "times" in self.looks.chosen)
        self.undo.setVisible(self._can_undo and self.width() > theme.px(NARROW))

    def _take_look(self) -> None:
        self.lists.show_times("times" in self.looks.chosen)
        self._make_room()

    def _ask(self, asked: Asked) -> None:
        self.model.ask(asked._replace(day=self._day if self.days.only.isChecked() else None))
        self._say()
        self.arranged.emit()

    def _sort(self, sort: str) -> None:
        self.model.order_by(sort)
        self.arranged.emit()

    def _look_at(self, day: date) -> None:
        if day != self._day:
            self._day = day
            self.model.look_at(day)
            self.lists.show_day(day)
            self._ask(self.finder.wanted)
