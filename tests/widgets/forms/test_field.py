"""Fields: what is filled in tells nobody, what a person types does; lists follow the language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.forms.base import FormField
from desktop.core.text import Text, same
from desktop.services.theme import Theme, load_theme
from desktop.widgets.forms.field import FieldBox
from desktop.widgets.forms.lines import Names, OneLine

NAMES = (("a", Text("甲", "first")), ("b", Text("乙", "second")))
LABEL = same("x")
FIELDS = {
    "line": FormField("line", LABEL),
    "lines": FormField("lines", LABEL, long=True),
    "list": FormField("list", LABEL, NAMES),
    "search": FormField("search", LABEL, NAMES, free=True),
    "several": FormField("several", LABEL, NAMES, several=True),
}


@pytest.fixture
def theme() -> Theme:
    return load_theme("light")


def made(qtbot: QtBot, theme: Theme, key: str) -> tuple[FieldBox, list[str]]:
    field = FieldBox(FIELDS[key])
    qtbot.addWidget(field)
    field.look(theme, "zh")
    field.show()
    told: list[str] = []
    field.changed.connect(lambda: told.append(field.words()))
    return field, told


@pytest.mark.parametrize("key", FIELDS)
def test_filling_a_field_tells_nobody(qtbot: QtBot, theme: Theme, key: str) -> None:
    field, told = made(qtbot, theme, key)
    field.show_words("b")
    field.look(theme, "en")
    assert field.words() == ("second" if key == "search" else "b")
    assert told == []


@pytest.mark.parametrize("key", ["line", "lines", "search", "several"])
def test_typing_tells(qtbot: QtBot, theme: Theme, key: str) -> None:
    field, told = made(qtbot, theme, key)
    field.show_words("")
    QTest.keyClick(field.box, Qt.Key.Key_Z)
    assert told == ["z"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # of the popup
def test_a_name_is_completed_after_the_last_semicolon(qtbot: QtBot, theme: Theme) -> None:
    field, told = made(qtbot, theme, "several")
    field.look(theme, "en")
    field.show_words("something；")
    for key in (Qt.Key.Key_End, Qt.Key.Key_S, Qt.Key.Key_E):
        QTest.keyClick(field.box, key)
    assert isinstance(field.box, Names)
    completer = field.box._finder
    assert completer.currentCompletion() == "second"
    completer.activated.emit("second")
    assert field.words() == told[-1] == "something；second"


def test_a_long_text_shows_its_beginning(qtbot: QtBot, theme: Theme) -> None:
    field, _ = made(qtbot, theme, "line")
    field.resize(100, field.height())
    field.show_words("begins here " * 20)
    assert isinstance(field.box, OneLine)
    assert field.box.cursorPosition() == 0


def test_the_wheel_changes_no_choice(qtbot: QtBot, theme: Theme) -> None:
    field, told = made(qtbot, theme, "list")
    middle = QPointF(field.box.rect().center())
    wheel = QWheelEvent(
        middle, field.box.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field.box, wheel)
    assert (field.words(), told) == ("a", [])
