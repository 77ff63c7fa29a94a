"""One selection with a browser's history."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.core.focus import Focus
from desktop.services.selection import DEPTH, Selection


def test_an_equal_focus_emits_nothing(qtbot: QtBot) -> None:
    selection = Selection()
    selection.show(Focus("d", item="a"))
    with qtbot.assertNotEmitted(selection.focus_changed):
        selection.show(Focus("d", item="a"))


def test_back_and_forward(qtbot: QtBot) -> None:
    selection = Selection()
    for item in "abc":
        selection.show(Focus("d", item=item))
    selection.back()
    selection.back()
    assert selection.focus.item == "a"
    assert not selection.can_go_back
    selection.forward()
    assert selection.focus.item == "b"
    selection.show(Focus("d", item="x"))
    assert not selection.can_go_forward
    selection.back()
    assert selection.focus.item == "b"


def test_a_closer_look_is_no_step_of_its_own(qtbot: QtBot) -> None:
    selection = Selection()
    selection.show(Focus("d", "overview"))
    selection.show(Focus("d", "review"))
    with qtbot.waitSignals([selection.focus_changed, selection.followed]):
        selection.refine(Focus("d", "review", item="a"))
    with qtbot.assertNotEmitted(selection.focus_changed):
        selection.refine(Focus("d", "review", item="a"))
    selection.back()
    assert selection.focus == Focus("d", "overview")
    selection.forward()
    assert selection.focus == Focus("d", "review", item="a")


def test_history_is_bounded(qtbot: QtBot) -> None:
    selection = Selection()
    for i in range(DEPTH * 2):
        selection.show(Focus("d", item=str(i)))
    for _ in range(DEPTH * 2):
        selection.back()
    assert selection.focus.item == str(DEPTH - 1)
