"""Commands as data: complete, without clashes, and each doing what it says to the window."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.actions.base import ACTIONS, MENUS
from desktop.widgets.main_window import MainWindow


def test_every_command_is_complete(window: MainWindow) -> None:
    assert len(ACTIONS) > 20
    for one in window.actions_.actions:
        assert one.menu in MENUS, one.id
        assert one.text.zh, one.id
        assert one.text.en, one.id
        assert one.entries or window.actions_[one.id].text(), one.id


def test_no_two_commands_share_a_key(window: MainWindow) -> None:
    keys = Counter(key for one in window.actions_.actions for key in one.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_menus_hold_every_command_once(window: MainWindow) -> None:
    menus = [action.menu() for action in window.menuBar().actions()]
    held = [action.objectName() for menu in menus for action in menu.actions() if action.objectName()]
    submenus = [one.id for one in window.actions_.actions if one.entries]
    assert sorted(held) == sorted(one.id for one in window.actions_.actions if one.id not in submenus)
    assert [menu.title() for menu in menus] == [title.zh for title in MENUS.values()]


def test_texts_follow_the_language(window: MainWindow) -> None:
    window.actions_["language-en"].trigger()
    assert window.actions_["open"].text() == "Open Dossier…"
    assert window.actions_["language-en"].isChecked()
    assert not window.actions_["language-zh"].isChecked()
    assert window.menuBar().actions()[0].text() == "&File"


def test_next_and_previous_factor_stop_at_the_ends(window: MainWindow) -> None:
    dossier = window.ctx.workspace.dossier
    assert dossier is not None
    down, up = window.actions_["next-factor"], window.actions_["previous-factor"]
    visited = []
    while down.isEnabled():
        down.trigger()
        visited.append(window.ctx.selection.focus.factor)
        assert window.ctx.selection.focus.page == "factor"
    assert visited == [f.id for f in dossier.factors]
    up.trigger()
    assert window.ctx.selection.focus.factor == visited[-2]


def test_back_and_forward_are_enabled_as_they_can_be(window: MainWindow) -> None:
    back, forward = window.actions_["back"], window.actions_["forward"]
    assert (back.isEnabled(), forward.isEnabled()) == (False, False)
    window.actions_["next-factor"].trigger()
    assert (back.isEnabled(), forward.isEnabled()) == (True, False)
    back.trigger()
    assert (back.isEnabled(), forward.isEnabled()) == (False, True)


def test_zoom_goes_up_and_down_its_steps(window: MainWindow) -> None:
    preferences = window.ctx.preferences
    assert not window.actions_["zoom-out"].isEnabled()
    for expected in (110, 125, 150, 175, 200):
        window.actions_["zoom-in"].trigger()
        assert preferences.zoom == expected
    assert not window.actions_["zoom-in"].isEnabled()
    assert window.font().pixelSize() == 26
    window.actions_["zoom-reset"].trigger()
    assert preferences.zoom == 100


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_theme(window: MainWindow, theme: str) -> None:
    window.actions_[f"theme-{theme}"].trigger()
    assert window.ctx.ui.theme().name == theme
    assert window.actions_[f"theme-{theme}"].isChecked()
    assert window.palette().window().color().name().upper() == window.ctx.ui.theme()["window"]


def test_a_citation_is_copied_only_of_something(window: MainWindow) -> None:
    dossier = window.ctx.workspace.dossier
    assert dossier is not None
    assert not window.actions_["cite"].isEnabled()
    figure = dossier.figures[0]
    window.ctx.selection.show(window.ctx.selection.focus.on(dossier, figure.id))
    window.actions_["cite"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert figure.anchor.quote in copied
    assert dossier.sources[0].sha256[:12] in copied


def test_keys_reach_the_commands(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert window.ctx.selection.focus.page == "factor"
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.ctx.selection.focus.page == "overview"


def test_f8_leads_to_the_check_and_then_from_finding_to_finding(window: MainWindow, qtbot: QtBot) -> None:
    ctx = window.ctx
    window.actions_["next-finding"].trigger()
    assert ctx.selection.focus.page == "check"
    qtbot.waitUntil(lambda: ctx.auditing.audit is not None)
    before = ctx.selection.focus.item
    window.actions_["next-finding"].trigger()
    assert ctx.selection.focus.item not in ("", before)
    window.actions_["previous-finding"].trigger()
    assert ctx.selection.focus.page == "check"
