"""What is looked for in the register: words, filters as a menu with those that are on as buttons, the order."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.core.policy import KINDS, STATUSES
from desktop.core.register.find import ORIGINS, Asked, Searchable
from desktop.core.text import Language, Text, same
from desktop.models.register_list import SORTS
from desktop.services.theme import Theme
from desktop.widgets.cards.flow_layout import FlowLayout
from desktop.widgets.filter_box import FilterBox
from desktop.widgets.icons import icon
from desktop.widgets.menu_button import MenuButton

SEARCH = Text("搜索标题、文号、机关、条文……", "Search titles, numbers, issuers, provisions…")
FILTER, SORT = Text("筛选", "Filter"), Text("排序", "Sort")
NAMES: dict[str, Text] = {
    "status": Text("状态", "Status"),
    "kind": Text("类别", "Kind"),
    "issuer": Text("发布机关", "Issuer"),
    "year": Text("发布年份", "Year"),
    "origin": Text("来自", "From"),
}
OFF = Text("取消筛选 {}：{}", "Take off the filter {}: {}")
CLEAR = Text("全部显示", "Show all")
NAMED = Text("{}：{}", "{}: {}")


class ListHead(QWidget):
    """``asked`` tells what is to be listed, ``sorted_by`` in which order."""

    asked = Signal(object)
    sorted_by = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask for everything."""
        super().__init__(parent)
        self.wanted, self._sort = Asked(), "newest"
        self._choices: dict[str, dict[str, Text]] = {}
        self._language: Language = "zh"
        self._theme: Theme | None = None
        self.box = FilterBox()
        self.box.setClearButtonEnabled(True)
        self.box.textChanged.connect(self._type)
        self.filter, self.sort = MenuButton(self._fill_filters), MenuButton(self._fill_sorts)
        for button in (self.filter, self.sort):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.filter.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._line = QHBoxLayout()
        for part in (self.box, self.filter, self.sort):
            self._line.addWidget(part, int(part is self.box))
        self._on = QWidget()
        self._flow = FlowLayout(self._on)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._line)
        self._column.addWidget(self._on)
        self._on.hide()

    def offer(self, search: Searchable) -> None:
        """Offer the filters that some entry answers."""
        present = search.statuses()
        origins = {search.origin(i) for i in search.entries}
        kinds = {e.kind for e in search.entries.values()}
        self._choices = {
            "status": {key: name for key, name in STATUSES.items() if key in present},
            "kind": {key: name for key, name in KINDS.items() if key in kinds},
            "issuer": {issuer.zh: issuer for issuer in search.issuers()},
            "year": {year: same(year) for year in search.years()},
            "origin": {key: name for key, name in ORIGINS.items() if key in origins},
        }

    def look(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language."""
        self._theme, self._language = theme, language
        self._column.setSpacing(theme.px(6))
        self._line.setSpacing(theme.px(4))
        self._flow.setSpacing(theme.px(4))
        self.box.setPlaceholderText(SEARCH(language))
        self.box.setAccessibleName(SEARCH(language))
        self.filter.setText(FILTER(language))
        self.filter.setIcon(icon("filter", theme))
        self.sort.setText(f"{SORTS[self._sort](language)} ▾")
        for button, text in ((self.filter, FILTER), (self.sort, SORT)):
            button.setToolTip(text(language))
            button.setAccessibleName(text(language))
        self._show_on()

    def narrow(self, field: str, key: str) -> None:
        """Ask for one value of a field; "" asks for any."""
        fields: dict[str, Any] = {field: key}
        self._ask(self.wanted._replace(**fields))

    def clear(self) -> None:
        """Ask for everything again, also in the search box."""
        self.box.blockSignals(True)
        self.box.clear()
        self.box.blockSignals(False)
        self._ask(Asked(day=self.wanted.day))

    def order_by(self, sort: str) -> None:
        """Ask for an order."""
        self._sort = sort
        self.sort.setText(f"{SORTS[sort](self._language)} ▾")
        self.sorted_by.emit(sort)

    def _type(self, words: str) -> None:
        self._ask(self.wanted._replace(words=words.strip()))

    def _ask(self, wanted: Asked) -> None:
        self.wanted = wanted
        self._show_on()
        self.asked.emit(wanted)

    def _show_on(self) -> None:
        """A button for each filter that is on; a click takes it off."""
        for old in self._on.findChildren(QToolButton):
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        on = {field: key for field in NAMES if (key := getattr(self.wanted, field))}
        for field, key in on.items():
            button = QToolButton()
            name = self._choices.get(field, {}).get(key, same(key))
            words = NAMED.format(NAMES[field], name)(self._language)
            button.setText(f"{words if len(words) <= 24 else f'{words[:23]}…'}  ×")
            button.setAccessibleName(OFF.format(NAMES[field], name)(self._language))
            button.setToolTip(button.accessibleName())
            button.setCheckable(True)
            button.setChecked(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(partial(self.narrow, field, ""))
            self._flow.addWidget(button)
        self._on.setVisible(bool(on))

    def _fill_filters(self, menu: QMenu) -> None:
        menu.addAction(CLEAR(self._language), self.clear)
        menu.addSeparator()
        for field, name in NAMES.items():
            below = menu.addMenu(name(self._language))
            for key, said in self._choices.get(field, {}).items():
                words = said(self._language)
                chosen = getattr(self.wanted, field) == key
                action = below.addAction(
                    f"{words[:1].upper()}{words[1:]}".replace("&", "&&"),
                    partial(self.narrow, field, "" if chosen else key),
                )
                action.setCheckable(True)
                action.setChecked(chosen)

    def _fill_sorts(self, menu: QMenu) -> None:
        for key, name in SORTS.items():
            action = menu.addAction(name(self._language), partial(self.order_by, key))
            action.setCheckable(True)
            action.setChecked(key == self._sort)
