"""The day that is looked at, what was in force then, and whether only that is listed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desktop.core.forms.periods import read_period
from desktop.core.register.force import IN_FORCE, UNSURE
from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.cards.chips import Chip
from desktop.widgets.cards.flow_layout import FlowLayout

ON = Text("在这一天", "On this day")
ONLY = Text("只列当日有效的", "Only what was in force")
HELD = Text("有效 {} 条", "{} in force")
HELD_UNSURE = Text("有效 {} 条，另有 {} 条起止不明", "{} in force, {} more without known begin or end")
NO_DAY = Text("“{}”不是一个日子，可以写 2020-07-17", "“{}” is no day; write 2020-07-17")
ROOM = "2020-00-00"


class DayBar(QWidget):
    """``moved`` tells another day, ``narrowed`` whether only what was in force is asked for."""

    moved = Signal(object)
    narrowed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a day."""
        super().__init__(parent)
        self._language: Language = "zh"
        self._theme: Theme | None = None
        self._day = date.min
        self._states: dict[str, int] = {}
        self._label, self.held = QLabel(), QLabel()
        self.box, self.only = QLineEdit(), Chip(ONLY)
        self._label.setBuddy(self.box)
        self.only.toggled.connect(self.narrowed)
        self.box.editingFinished.connect(self._take)
        self._flow = FlowLayout(self)
        for part in (self._label, self.box, self.held, self.only):
            self._flow.addWidget(part)

    def show_day(self, day: date, states: dict[str, int]) -> None:
        """Show a day, and how many entries were in which state then."""
        self._day, self._states = day, states
        self.box.setText(day.isoformat())
        self._say()

    def look(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language."""
        self._theme, self._language = theme, language
        self._flow.setSpacing(theme.px(6))
        self._label.setText(ON(language))
        self._label.setStyleSheet(f"color: {theme['muted']}; padding: {theme.px(5)}px 0;")
        self.box.setAccessibleName(ON(language))
        self.box.setFixedWidth(self.box.fontMetrics().horizontalAdvance(ROOM) + theme.px(26))
        self.only.dress(theme, language)
        self.only.setAccessibleName(ONLY(language))
        self._say()

    def _take(self) -> None:
        """Take the day that was typed; what is none is told in place of the count."""
        words = self.box.text().strip()
        period = read_period(words)
        if period is None or period.start is None:
            self._say(NO_DAY.format(words))
        elif period.start != self._day:
            self.moved.emit(period.start)
        else:
            self.show_day(self._day, self._states)

    def _say(self, problem: Text | None = None) -> None:
        held, unsure = (self._states.get(key, 0) for key in (IN_FORCE, UNSURE))
        text = HELD_UNSURE.format(held, unsure) if unsure else HELD.format(held)
        self.held.setText((problem or text)(self._language))
        if self._theme is not None:
            colour = self._theme["red" if problem else "muted"]
            self.held.setStyleSheet(f"color: {colour}; padding: {self._theme.px(5)}px 0;")
        self._flow.invalidate()
