"""The window as a whole: it opens, follows, remembers, and survives what is wrong with the files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from audit_cases import audited, finding
from invented import dossier, open_in
from page_tools import drop
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from desktop.app.compose import make_window
from desktop.core.text import Text, same
from desktop.services.context import Context
from desktop.store.paths import bundled_data
from desktop.widgets.breadcrumb import Breadcrumb
from desktop.widgets.main_window import MainWindow
from desktop.widgets.page_button import PageButton
from desktop.widgets.status_bar import StatusBar
from desktop.widgets.window_ui import WindowUi

Services = tuple[Context, WindowUi]


def _drop(window: MainWindow, *urls: QUrl) -> None:
    data = QMimeData()
    data.setUrls(list(urls))
    drop(window, data)


def _crumbs(window: MainWindow) -> list[str]:
    crumbs = window.findChild(Breadcrumb)
    return [b.text() for b in crumbs.findChildren(QToolButton) if b.isVisible()]


def test_opens_the_first_dossier(window: MainWindow) -> None:
    assert window.windowTitle() == "微粒贷 — 归因"
    assert window.notices.messages == ()
    assert not window.notices.isVisible()
    assert QApplication.focusWidget() is not None


def test_switches_language_without_restart(window: MainWindow) -> None:
    window.ctx.preferences.set_language("en")
    assert window.windowTitle().endswith(" — Guiyin")
    switches = [b for b in window.findChildren(QToolButton) if b.text() in ("中文", "English")]
    assert [b.text() for b in switches if b.isVisible()] == ["中文"], "one switch, in one bar"
    switches[0].click()
    assert window.windowTitle().endswith(" — 归因")


def test_the_button_of_the_check_counts_what_does_not_hold(window: MainWindow) -> None:
    check = window.actions_["page-check"]
    button = next(b for b in window.findChildren(PageButton) if b.defaultAction() is check)
    bare = button.sizeHint().width()
    red = [finding("a", "inconsistent", "g2"), finding("b", "inconsistent", "g3")]
    open_in(window.ctx, audited(dossier(), [*red, finding("c", "ambiguous", "h11")]))
    assert button.sizeHint().width() > bare
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == button.toolTip()
    assert button.toolTip() == "核查：2 个不符之处还没有判断"
    window.ctx.preferences.set_language("en")
    assert button.toolTip() == "Check: 2 that do not hold, not ruled on yet"
    open_in(window.ctx, dossier())
    assert button.toolTip() == "Check"
    window.ctx.preferences.set_language("zh")
    assert button.sizeHint().width() == bare


def test_another_dossier_is_shown_everywhere(window: MainWindow) -> None:
    window.open_path(bundled_data("lilidai"))
    assert window.windowTitle().startswith("粒粒贷")
    status = window.findChild(StatusBar)
    assert status._counts.text().startswith("粒粒贷")


def test_breadcrumb_leads_back(window: MainWindow) -> None:
    dossier = window.ctx.workspace.dossier
    assert dossier is not None
    assert _crumbs(window) == []
    table = dossier.tables[0]
    focus = window.ctx.selection.focus.on(dossier, table.id)
    window.actions_["next-factor"].trigger()
    window.ctx.selection.show(type(focus)(focus.dossier, "factor", focus.factor, table.id))
    assert len(_crumbs(window)) == 4
    crumbs = window.findChild(Breadcrumb)
    buttons = [b for b in crumbs.findChildren(QToolButton) if b.isVisible()]
    assert not buttons[3].isEnabled()
    buttons[2].click()
    assert window.ctx.selection.focus.item == focus.factor
    buttons[0].click()
    assert window.ctx.selection.focus.page == "overview"


def test_hiding_the_column_with_the_keyboard_moves_it(window: MainWindow) -> None:
    window.columns.enter("tree")
    window.show_column("tree", False)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()


def test_the_keyboard_goes_round_the_columns(window: MainWindow) -> None:
    window.columns.enter("tree")
    seen = [QApplication.focusWidget()]
    for _ in range(3):
        window.actions_["next-area"].trigger()
        seen.append(QApplication.focusWidget())
    assert seen[0] is seen[3] or len(set(seen)) >= 2
    window.actions_["previous-area"].trigger()
    assert QApplication.focusWidget() is seen[2]


def test_a_dropped_dossier_opens(window: MainWindow, tmp_path: Path) -> None:
    own = shutil.copytree(bundled_data("lilidai"), tmp_path / "own")
    _drop(window, QUrl.fromLocalFile(str(own)))
    assert window.ctx.workspace.dossier is not None
    assert window.ctx.workspace.dossier.location == str(own)


@pytest.mark.parametrize("name", ["photo.png", "empty"])
def test_anything_else_is_answered_with_a_sentence(
    window: MainWindow, tmp_path: Path, name: str, qtbot: QtBot
) -> None:
    before = window.ctx.workspace.dossier
    path = tmp_path / name
    path.mkdir() if name == "empty" else path.touch()
    with qtbot.waitSignal(window.ctx.importing.ended, timeout=60_000):
        _drop(window, QUrl.fromLocalFile(str(path)))
    assert window.ctx.workspace.dossier is before
    assert name in window.notices.messages[0].zh
    assert window.notices.isVisible()


def test_notices_do_not_repeat_and_close_one_by_one(window: MainWindow, qtbot: QtBot) -> None:
    for text in ("first", "second", "first"):
        window.ctx.ui.notify(same(text))
    assert window.notices.messages == (same("second"), same("first"))
    qtbot.keyClick(window.notices, Qt.Key.Key_Escape)
    assert window.notices.messages == (same("second"),)
    window.notices._close.click()
    assert not window.notices.isVisible()


def test_an_offer_is_taken_once(window: MainWindow) -> None:
    taken: list[int] = []
    window.notices.notify(same("left alone"), Text("打开", "Open"), lambda: taken.append(1))
    assert window.notices._offer.isVisible()
    window.notices._offer.click()
    assert taken == [1]
    assert not window.notices.isVisible()


def test_without_any_dossier_the_window_still_opens(
    services: Services, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.store.library.bundled", lambda: ())
    window = make_window(*services)
    qtbot.addWidget(window)
    window.show()
    assert window.windowTitle() == "归因"
    assert not window.actions_["page-overview"].isEnabled()


def test_dialogs_open_and_close(window: MainWindow) -> None:
    for key in ("about", "shortcuts"):
        window.show_dialog(key)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.close()


def test_every_button_has_a_name(window: MainWindow) -> None:
    for button in window.findChildren(QToolButton):
        if button.isVisible():
            assert button.accessibleName() or button.text() or button.toolTip(), button


def test_recent_files_are_listed_when_the_menu_opens(window: MainWindow, tmp_path: Path) -> None:
    own = shutil.copytree(bundled_data("lilidai"), tmp_path / "own")
    window.open_path(own)
    file_menu = window.menuBar().actions()[0].menu()
    file_menu.aboutToShow.emit()
    recent = next(a.menu() for a in file_menu.actions() if a.menu())
    assert [a.text() for a in recent.actions()] == ["own", "清除记录"]
    recent.actions()[1].trigger()
    file_menu.aboutToShow.emit()
    assert recent.actions() == []
    assert not recent.isEnabled()
