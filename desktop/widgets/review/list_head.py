"""The bar over the list of a review: what was found, and what is listed in which order."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.core.dossier import Dossier
from desktop.core.review import STATUSES
from desktop.core.review_rows import KINDS, Row, totals
from desktop.core.review_told import COUNT
from desktop.core.text import COMMA, Language, Text
from desktop.models.review_order import SORTS, Wanted
from desktop.services.theme import Theme
from desktop.widgets.filter_box import FilterBox
from desktop.widgets.icons import icon
from desktop.widgets.menu_button import MenuButton
from desktop.widgets.words import Words

NOTHING = Text("什么也没有找到", "Nothing was found")
FOUND = Text("找到 {}", "Found {}")
FILTER_BOX = Text("筛选：原文、指标、主体……", "Filter: quote, indicator, entity …")
FILTER = Text("按类别和状态筛选", "Narrow by kind and status")
SORT = Text("排序", "Order")
KIND_HEAD, STATUS_HEAD = Text("类别", "Kind"), Text("状态", "Status")
MANY = Text("一次接受多条", "Accept several at once")
LISTED = Text("接受列出的各条（{:,} 条未处理）", "Accept everything listed ({:,} undecided)")
AUTOMATIC = Text("接受全部“自动”的（{:,} 条）", "Accept everything automatic ({:,})")
ALL = Text("显示全部", "Show everything")


class ListHead(QWidget):
    """``narrowed`` and ``sorted_by`` tell what is to be shown, ``accepted`` what: all "listed" or all "automatic"."""

    narrowed = Signal(object)
    sorted_by = Signal(str)
    accepted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing found."""
        super().__init__(parent)
        self._wanted, self._sort = Wanted(), "doubt"
        self._language: Language = "zh"
        self._rows: list[Row] = []
        self.listed = 0
        self.found, self.states = Words(bold=True), Words("muted", 0.92)
        self.box = FilterBox()
        self.filter, self.sort = MenuButton(self._fill_filter), MenuButton(self._fill_sorts)
        self.many = MenuButton(self._fill_many)
        for button in (self.filter, self.sort, self.many):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for button in (self.filter, self.many):
            button.setObjectName("icon")
        self.box.textChanged.connect(self._type)
        self._line = QHBoxLayout()
        for part in (self.box, self.filter, self.sort, self.many):
            self._line.addWidget(part, int(part is self.box))
        self._column = QVBoxLayout(self)
        for words in (self.found, self.states):
            self._column.addWidget(words)
        self._column.addLayout(self._line)

    @property
    def wanted(self) -> Wanted:
        """What the list is to be narrowed to."""
        return self._wanted

    def show_rows(self, dossier: Dossier, rows: list[Row], language: Language) -> None:
        """Say what was found and how much of it is in which state."""
        self._rows, self._language = rows, language
        found = totals(dossier, rows)
        self.found.setText((FOUND.format(found) if found.zh else NOTHING)(language))
        states = Counter(row.status for row in rows)
        parts = [COUNT.format(name, states[key]) for key, name in STATUSES.items() if states[key]]
        self.states.setText(COMMA.join(parts)(language))
        self.retranslate(language)

    def retranslate(self, language: Language) -> None:
        """Show the other language."""
        self._language = language
        self.box.setPlaceholderText(FILTER_BOX(language))
        self.box.setAccessibleName(FILTER_BOX(language))
        self.sort.setText(f"{SORTS[self._sort](language)} ▾")
        for button, text in ((self.filter, FILTER), (self.sort, SORT), (self.many, MANY)):
            button.setToolTip(text(language))
            button.setAccessibleName(text(language))

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._column.setContentsMargins(*(theme.px(n) for n in (14, 9, 10, 7)))
        self._column.setSpacing(theme.px(4))
        self._line.setSpacing(theme.px(4))
        self.found.restyle(theme)
        self.states.restyle(theme)
        narrowed = bool(self._wanted.kinds or self._wanted.statuses)
        self.filter.setIcon(icon("filter", theme, "accent" if narrowed else "muted"))
        self.many.setIcon(icon("ellipsis", theme))
        self._theme = theme

    def choose(self, kinds: frozenset[str], statuses: frozenset[str]) -> None:
        """Narrow by kinds and states."""
        self._wanted = self._wanted._replace(kinds=kinds, statuses=statuses)
        self.restyle(self._theme)
        self.narrowed.emit(self._wanted)

    def order_by(self, sort: str) -> None:
        """Sort by one of SORTS."""
        self._sort = sort
        self.retranslate(self._language)
        self.sorted_by.emit(sort)

    def reset(self) -> None:
        """Narrow nothing, for another dossier."""
        self._wanted = Wanted()
        self.box.blockSignals(True)
        self.box.clear()
        self.box.blockSignals(False)

    def _type(self, words: str) -> None:
        self._wanted = self._wanted._replace(text=words.strip())
        self.narrowed.emit(self._wanted)

    def _fill_filter(self, menu: QMenu) -> None:
        kinds, statuses = Counter(r.kind for r in self._rows), Counter(r.status for r in self._rows)
        menu.addAction(ALL(self._language), partial(self.choose, frozenset(), frozenset()))
        menu.addSection(KIND_HEAD(self._language))
        for key, name in KINDS.items():
            if kinds[key]:
                action = menu.addAction(self._counted(name, kinds[key]), partial(self._toggle_kind, key))
                action.setCheckable(True)
                action.setChecked(key in self._wanted.kinds)
        menu.addSection(STATUS_HEAD(self._language))
        for key, name in STATUSES.items():
            if statuses[key]:
                action = menu.addAction(self._counted(name, statuses[key]), partial(self._toggle_status, key))
                action.setCheckable(True)
                action.setChecked(key in self._wanted.statuses)

    def _counted(self, name: Text, count: int) -> str:
        words = name(self._language)
        return f"{words[:1].upper()}{words[1:]}  {count:,}"

    def _toggle_kind(self, key: str) -> None:
        self.choose(self._wanted.kinds ^ {key}, self._wanted.statuses)

    def _toggle_status(self, key: str) -> None:
        self.choose(self._wanted.kinds, self._wanted.statuses ^ {key})

    def _fill_many(self, menu: QMenu) -> None:
        automatic = sum(row.status == "automatic" for row in self._rows)
        for key, text, count in (("listed", LISTED, self.listed), ("automatic", AUTOMATIC, automatic)):
            action = menu.addAction(text.format(count)(self._language), partial(self.accepted.emit, key))
            action.setEnabled(bool(count))

    def _fill_sorts(self, menu: QMenu) -> None:
        for key, name in SORTS.items():
            action = menu.addAction(name(self._language), partial(self.order_by, key))
            action.setCheckable(True)
            action.setChecked(key == self._sort)
