"""Columns never lie over each other, whatever the zoom; a label or bar gives way instead of being cut."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.context import Context
from desktop.widgets.columns import KEYS, READABLE, SIDES, Columns
from desktop.widgets.elided import Elided
from desktop.widgets.main_window import MainWindow


@pytest.fixture
def columns(ctx: Context, qtbot: QtBot) -> Columns:
    made = Columns(ctx, {key: QWidget() for key in KEYS})
    qtbot.addWidget(made)
    made.resize(1280, 600)
    made.show()
    made.restore()
    ctx.preferences.zoom_changed.connect(made.restyle)
    return made


@pytest.mark.parametrize("width", [720, 1280, 1920])
def test_columns_fit_the_window_at_every_zoom(columns: Columns, ctx: Context, width: int) -> None:
    columns.resize(width, 600)
    for percent in (100, 200, 100):
        ctx.preferences.set_zoom(percent)
        parts = [columns.widget(n) for n in range(3) if columns.shows(KEYS[n])]
        ends = [(part.x(), part.x() + part.width()) for part in parts]
        assert all(a[1] <= b[0] for a, b in pairwise(ends)), ends
        assert ends[-1][1] <= columns.width()


def test_the_sides_grow_with_the_zoom_and_leave_the_middle_its_share(columns: Columns, ctx: Context) -> None:
    columns.resize(1800, 600)
    tree = columns.sizes()[0]
    ctx.preferences.set_zoom(200)
    sizes = columns.sizes()
    assert sizes[0] > tree
    assert sizes[0] + sizes[2] <= columns.width() * SIDES + 2


def test_sides_fold_where_the_middle_could_not_be_read(columns: Columns, ctx: Context) -> None:
    ctx.preferences.set_zoom(200)
    assert [columns.shows(key) for key in KEYS] == [True, True, False]
    assert columns.sizes()[1] >= ctx.ui.theme().px(READABLE)
    columns.resize(900, 600)
    assert [columns.shows(key) for key in KEYS] == [False, True, False]
    columns.resize(1280, 600)
    columns.remember()
    ctx.preferences.set_zoom(100)
    assert all(columns.shows(key) for key in KEYS), "there is room again"
    columns.restore()
    assert all(columns.shows(key) for key in KEYS), "a folded side is not remembered as hidden"


def test_the_side_that_is_asked_for_shows_and_the_other_folds(columns: Columns, ctx: Context) -> None:
    ctx.preferences.set_zoom(200)
    columns.show_column("inspector", True)
    assert [columns.shows(key) for key in KEYS] == [False, True, True]
    columns.make_room(True)
    columns.make_room(False)
    assert [columns.shows(key) for key in KEYS] == [False, True, True]
    columns.show_column("inspector", False)
    assert not columns.shows("inspector")
    ctx.preferences.set_zoom(100)
    assert [columns.shows(key) for key in KEYS] == [True, True, False], "hidden by hand, it stays hidden"


def test_a_narrow_window_shrinks_the_sides_before_the_middle(columns: Columns, ctx: Context) -> None:
    columns.resize(820, 600)
    assert all(columns.shows(key) for key in KEYS)
    assert columns.sizes()[1] >= ctx.ui.theme().px(READABLE)


def test_the_command_of_a_folded_side_is_off(window: MainWindow) -> None:
    window.ctx.preferences.set_zoom(200)
    assert not window.actions_["column-inspector"].isChecked()
    window.actions_["column-inspector"].trigger()
    assert window.column_shown("inspector")
    assert not window.actions_["column-tree"].isChecked()


def test_an_elided_label_takes_no_width(qtbot: QtBot) -> None:
    label = Elided()
    qtbot.addWidget(label)
    label.show_text("很长的一行" * 20)
    assert label.minimumSizeHint().width() == 0
    assert label.toolTip() == label.text()


def test_a_wide_page_takes_the_keyboard_from_the_column_that_it_hides(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.columns.enter("tree")
    window.ctx.selection.show(replace(window.ctx.selection.focus, page="register"))
    page = window.pages.current
    assert page is not None
    qtbot.waitUntil(lambda: (w := QApplication.focusWidget()) is not None and page.isAncestorOf(w))
