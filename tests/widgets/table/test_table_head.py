"""The head of a table card: its size gives way to its title, whatever changes how much room there is."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.widgets.table.head import TableHead


@pytest.fixture
def head(qtbot: QtBot) -> TableHead:
    made = TableHead()
    qtbot.addWidget(made)
    made.retranslate("zh")
    made.offer_kinds(True, True)
    made.set_title("支出与人数")
    made.show_size("2 行 × 3 列")
    made.resize(1000, 40)
    made.show()
    qtbot.waitUntil(lambda: made.size_label.isVisibleTo(made))
    return made


def least(head: TableHead) -> int:
    """The least width at which the size is shown."""
    for width in range(1000, 100, -1):
        head.resize(width, 40)
        if not head.size_label.isVisibleTo(head):
            return width + 1
    raise AssertionError("the size never gives way")


def test_longer_buttons_take_the_room_of_the_size_and_give_it_back(head: TableHead, qtbot: QtBot) -> None:
    head.resize(least(head), 40)
    head.typed.setText("Much longer than before")
    qtbot.waitUntil(lambda: not head.size_label.isVisibleTo(head))
    head.typed.setText("")
    qtbot.waitUntil(lambda: head.size_label.isVisibleTo(head))
