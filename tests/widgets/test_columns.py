"""Columns never lie over each other, whatever the zoom; a label or bar gives way instead of being cut."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.context import Context
from desktop.widgets.columns import KEYS, SIDES, Columns
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
        parts = [columns.widget(n) for n in range(3)]
        ends = [(part.x(), part.x() + part.width()) for part in parts]
        assert all(a[1] <= b[0] for a, b in pairwise(ends)), ends
        assert ends[-1][1] <= columns.width()


def test_the_sides_grow_with_the_zoom_and_leave_the_middle_its_share(columns: Columns, ctx: Context) -> None:
    tree = columns.sizes()[0]
    ctx.preferences.set_zoom(200)
    sizes = columns.sizes()
    assert sizes[0] > tree
    assert sizes[0] + sizes[2] <= columns.width() * SIDES + 2


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
