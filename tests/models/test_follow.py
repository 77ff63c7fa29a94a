"""A view and the selection keep step, and neither echoes the other."""

from __future__ import annotations

import pytest
from invented import dossier
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from desktop.core.focus import Focus
from desktop.models.factor_tree import FactorTreeModel
from desktop.models.follow import bind, reach
from desktop.services.selection import Selection

CASE = dossier()


@pytest.mark.parametrize(
    ("page", "item", "expected"),
    [
        ("overview", "g1", Focus("case", "factor", "f1", "g1")),
        ("timeline", "g1", Focus("case", "timeline", "f1", "g1")),
        ("timeline", "f2", Focus("case", "factor", "f2", "f2")),
        ("factor", "c21", Focus("case", "factor", "f2", "c21")),
        ("timeline", "", Focus("case", "overview", "", "")),
    ],
)
def test_where_choosing_an_item_leads(page: str, item: str, expected: Focus) -> None:
    assert reach(Focus("case", page, "f9", "x"), CASE, item) == expected


def test_view_and_selection_keep_step_without_echo(qtbot: QtBot) -> None:
    selection, view, model = Selection(), QTreeView(), FactorTreeModel()
    qtbot.addWidget(view)
    model.show(CASE, "zh")
    view.setModel(model)
    heard: list[Focus] = []
    selection.focus_changed.connect(heard.append)
    follower = bind(view, selection, model.item_at, model.index_of, lambda i: reach(selection.focus, CASE, i))

    view.setCurrentIndex(model.index_of("g1"))
    assert [f.item for f in heard] == ["g1"]

    selection.show(Focus("case", "factor", "f2", "g2"))  # shown by the line of the change, whose item is g3
    assert view.currentIndex() == model.index_of("g3")
    assert [f.item for f in heard] == ["g1", "g2"], "the view must not answer with its own item"

    model.narrow("渠道")
    assert not view.currentIndex().isValid()
    follower.follow()
    assert model.item_at(view.currentIndex()) == ""
    assert len(heard) == 2


def test_a_click_on_the_current_line_leads_there_again(qtbot: QtBot) -> None:
    selection, view, model = Selection(), QTreeView(), FactorTreeModel()
    qtbot.addWidget(view)
    model.show(CASE, "zh")
    view.setModel(model)
    view.expandAll()
    view.resize(300, 600)
    bind(view, selection, model.item_at, model.index_of, lambda i: reach(selection.focus, CASE, i))
    view.setCurrentIndex(model.index_of("f1"))
    selection.show(Focus("case", "timeline", "f1", "f1"))
    place = view.visualRect(model.index_of("f1")).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert selection.focus.page == "factor"
