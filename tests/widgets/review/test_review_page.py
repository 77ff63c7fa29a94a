"""The review as a reader uses it: accept, correct, delete, add, undo, filter, finish; with keys alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented import dossier
from page_tools import press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from review_cases import checked, imported, many, nothing_found
from review_tools import page_on, status

from desktop.app.tour import settle
from desktop.core.dossier import Dossier
from desktop.core.focus import Focus
from desktop.services.context import Context
from desktop.widgets.main_window import MainWindow
from desktop.widgets.review.page import ReviewPage

Key = Qt.Key


def test_the_first_doubt_is_selected(page: ReviewPage) -> None:
    assert page.ctx.selection.focus.item == "p1"
    assert page.view.chosen() == ["p1"]
    assert page.head.done.text() == "完成（余 2 条存疑）"
    assert "存疑 2" in page.list_head.states.text()


def test_enter_accepts_and_goes_to_the_next_doubt(page: ReviewPage) -> None:
    press(page, Key.Key_Return)
    assert status(page, "p1") == "accepted"
    assert page.view.chosen() == ["g1"]
    press(page, Key.Key_Return)
    assert status(page, "g1") == "accepted"
    assert page.head.done.text() == "完成"
    assert not page.head.settle.isEnabled()
    follower = page.view.chosen()
    press(page, Key.Key_Return)  # and on through what is automatic
    assert status(page, follower[0]) == "accepted"


def test_undo_and_redo(page: ReviewPage) -> None:
    press(page, Key.Key_Return)
    assert page.ctx.editing.undo()
    assert status(page, "p1") == "open"
    assert page.head.done.text() == "完成（余 2 条存疑）"
    assert page.ctx.editing.redo()
    assert page.head.done.text() == "完成（余 1 条存疑）"


def test_delete_goes_on_and_comes_back(page: ReviewPage) -> None:
    before = list(page.model.order.ids)
    press(page, Key.Key_Delete)
    assert page.dossier is not None
    assert page.dossier.item("p1") is None
    assert page.view.chosen() == ["g1"]
    page.ctx.editing.undo()
    assert page.model.order.ids == before
    page.view.selectAll()
    assert len(page.view.chosen()) == len(before)


def test_the_last_row_can_be_deleted(page: ReviewPage) -> None:
    last = page.model.order.ids[-2:]
    page._choose(last[1])
    press(page, Key.Key_Delete)
    assert page.view.chosen() == (
        [last[0]] if page.dossier and page.dossier.item(last[1]) is None else [last[1]]
    )


def test_several_at_once(page: ReviewPage) -> None:
    page._choose("g2")
    index = page.model.index_of("g3")
    page.view.selectionModel().select(index, page.view.selectionModel().SelectionFlag.Select)
    assert set(page.view.chosen()) == {"g2", "g3"}
    press(page, Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert {status(page, "g2"), status(page, "g3")} == {"accepted"}
    page.ctx.editing.undo()  # one step
    assert {status(page, "g2"), status(page, "g3")} == {"automatic"}


def test_steps_go_through_the_doubts(page: ReviewPage) -> None:
    page._choose("g2")
    page.step(1)
    assert page.ctx.selection.focus.item == "p1"  # round the end
    page.step(1)
    assert page.ctx.selection.focus.item == "g1"
    page.step(-1)
    assert page.ctx.selection.focus.item == "p1"


def test_a_click_in_the_article_selects_the_row(page: ReviewPage) -> None:
    page.article.chosen.emit("g3")
    assert page.view.chosen() == ["g3"]


def test_buttons_of_a_row(page: ReviewPage) -> None:
    page.view.buttons.first.click()
    assert status(page, "p1") == "accepted"
    page._choose("p1")
    assert page.view.buttons.first.text() == "撤回"
    page.view.buttons.first.click()
    assert status(page, "p1") == "open"
    page.view.buttons.edit.click()
    assert page.editor.isVisible()
    page.editor.cancel.click()
    page.view.buttons.delete.click()
    assert "p1" not in page.model.order.ids


def test_all_can_be_marked_automatic_and_taken_back(page: ReviewPage) -> None:
    page.head.settle.click()
    assert page.head.done.text() == "完成"
    assert status(page, "g1") == "automatic"
    page.ctx.editing.undo()
    assert status(page, "g1") == "open"


def test_all_that_is_automatic_or_listed_can_be_accepted(page: ReviewPage) -> None:
    page.list_head.accepted.emit("automatic")
    assert status(page, "g2") == "accepted"
    assert status(page, "g1") == "open"
    page.list_head.accepted.emit("listed")
    assert status(page, "g1") == "accepted"
    page.ctx.editing.undo()
    page.ctx.editing.undo()
    assert page.model.order.undecided() == 15


def test_filters_and_their_empty_state(page: ReviewPage) -> None:
    page.list_head.box.setText("没有这样的")
    assert page.empty.isVisible()
    assert not page.view.isVisible()
    page.list_head.box.clear()
    page.list_head.choose(frozenset({"policy"}), frozenset())
    assert page.model.order.ids == ["p1"]
    page.list_head.order_by("text")
    page.list_head.choose(frozenset(), frozenset())
    assert page.model.order.ids[0] == "f0"
    assert page.view.chosen() == ["p1"]


def test_menus_offer_what_there_is(page: ReviewPage) -> None:
    for button in (page.list_head.filter, page.list_head.sort, page.list_head.many):
        menu = button.menu()
        assert menu is not None
        menu.aboutToShow.emit()
        assert menu.actions()
    page.list_head.filter.menu().actions()[0].trigger()  # type: ignore[union-attr]
    next(a for a in page.list_head.filter.menu().actions() if a.isCheckable()).trigger()  # type: ignore[union-attr]
    assert page.list_head.wanted.kinds == {"figure"}


def test_leaving_and_finishing_keep_everything(page: ReviewPage) -> None:
    press(page, Key.Key_Return)
    page.head.leave.click()
    assert page.ctx.selection.focus.page == "overview"
    page.ctx.selection.back()
    page.head.done.click()
    assert page.ctx.selection.focus.page == "overview"
    assert status(page, "p1") == "accepted"


def test_what_happened_while_hidden_is_there(page: ReviewPage) -> None:
    page.hide()
    page.desk.accept(["p1"])
    page.show()
    assert page.model.line("p1").status == "accepted"
    page.hide()
    page.ctx.workspace.show(many(30))
    page.show()
    assert page.model.rowCount() == 30


@pytest.mark.parametrize("case", [nothing_found(), checked(), dossier(), replace(imported(), sources=())])
def test_states_with_little_to_show(ctx: Context, qtbot: QtBot, case: Dossier) -> None:
    page = page_on(ctx, qtbot, case)
    shown = [w for w in (page.empty, page.nothing, page.view) if w.isVisible()]
    assert len(shown) == 1
    for key in (Key.Key_Return, Key.Key_Delete, Key.Key_F2):
        press(page, key)
    page.step(1)
    page.head.done.click()


def test_many_items_need_no_widgets(ctx: Context, qtbot: QtBot) -> None:
    few = len(page_on(ctx, qtbot, many(10)).findChildren(QWidget))
    page = page_on(ctx, qtbot, replace(many(5000), id="many"))
    assert len(page.findChildren(QWidget)) == few
    for place in (0, 2500, 4999):
        page.view.scrollTo(page.model.index(place, 0))
        page.view.repaint()


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_look(page: ReviewPage, zoom: int, theme: str) -> None:
    page._do("edit", ["g1"])
    page.ctx.preferences.set_zoom(zoom)
    page.ctx.preferences.set_theme(theme)
    for language in ("en", "zh"):
        page.ctx.preferences.set_language(language)  # type: ignore[arg-type]
        page.repaint()
        assert page.editor.title.text()


def test_the_window_offers_the_page_only_for_imports(window: MainWindow) -> None:
    action = window.actions_["page-review"]
    assert not action.isVisible()
    window.ctx.workspace.show(imported())
    window.ctx.selection.show(Focus("case"))
    assert action.isVisible()
    shown = [window.column_shown(c) for c in ("tree", "inspector")]
    action.trigger()
    settle(window.ctx.jobs)
    assert not any(window.column_shown(c) for c in ("tree", "inspector"))
    window.ctx.selection.show(Focus("case"))
    assert [window.column_shown(c) for c in ("tree", "inspector")] == shown


def test_the_overview_leads_to_the_review(window: MainWindow) -> None:
    window.ctx.workspace.show(imported())
    window.ctx.selection.show(Focus("case"))
    settle(window.ctx.jobs)
    note = window.pages.current._review  # type: ignore[union-attr]
    assert "存疑 2" in note._words.text()
    note.open.click()
    assert window.ctx.selection.focus.page == "review"
