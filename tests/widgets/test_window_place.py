"""What the window remembers of itself: columns, size and place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app.compose import make_window
from desktop.services.context import Context
from desktop.widgets import placement
from desktop.widgets.main_window import MainWindow
from desktop.widgets.window_ui import WindowUi


@pytest.fixture
def again(services: tuple[Context, WindowUi], qtbot: QtBot) -> Callable[[], MainWindow]:
    """Open another window with the same preferences, as the next start would."""

    def make() -> MainWindow:
        made = make_window(*services)
        qtbot.addWidget(made)
        return made

    return make


def test_columns_are_hidden_and_remembered(window: MainWindow, again: Callable[[], MainWindow]) -> None:
    window.actions_["column-inspector"].trigger()
    assert not window.column_shown("inspector")
    assert not window.actions_["column-inspector"].isChecked()
    window.close()
    other = again()
    assert not other.column_shown("inspector")
    assert other.column_shown("tree")
    other.reset_layout()
    assert other.column_shown("inspector")
    other.close()


@pytest.mark.parametrize(
    "noted",
    [
        [90_000, 90_000, 1000, 700, False],  # on a screen that is gone
        [0, 0, 90_000, 700, False],  # larger than any screen
        [0, 0, 1000],
        "nonsense",
    ],
)
def test_a_place_off_the_screens_is_not_returned_to(
    window: MainWindow, again: Callable[[], MainWindow], noted: object
) -> None:
    window.close()
    window.ctx.preferences.set_value(placement.MEMORY, noted)
    other = again()
    area = QApplication.primaryScreen().availableGeometry()
    assert area.contains(other.geometry().topLeft())
    assert other.width() <= max(area.width(), other.minimumWidth())


def test_size_and_place_are_remembered(window: MainWindow, again: Callable[[], MainWindow]) -> None:
    window.setGeometry(20, 30, 730, 500)
    window.close()
    assert again().geometry().getRect() == (20, 30, 730, 500)


@pytest.mark.parametrize("noted", ["nonsense", {"widths": [1, 2], "hidden": 3}, {"widths": ["a", "b", "c"]}])
def test_columns_that_make_no_sense_are_as_at_first(
    window: MainWindow, again: Callable[[], MainWindow], noted: object
) -> None:
    window.close()
    window.ctx.preferences.set_value("layout/columns", noted)
    other = again()
    assert other.column_shown("tree")
    assert other.column_shown("inspector")
