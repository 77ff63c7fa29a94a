"""The review as a reader uses it: accept, correct, delete, add, undo, filter, finish; with keys alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented import TEXT, dossier, entry
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from review_cases import checked, imported, many, nothing_found

from desktop.app.tour import settle
from desktop.core.dossier import Dossier, Record
from desktop.core.figure import Figure
from desktop.core.focus import Focus
from desktop.services.context import Context
from desktop.widgets.main_window import MainWindow
from desktop.widgets.review.editor import Editor
from desktop.widgets.review.page import ReviewPage

Key = Qt.Key


@pytest.fixture
def page(ctx: Context, qtbot: QtBot) -> ReviewPage:
    return _page(ctx, qtbot, imported())


def _page(ctx: Context, qtbot: QtBot, case: Dossier) -> ReviewPage:
    ctx.workspace._record = Record((entry(),), ())
    ctx.workspace.show(case)
    ctx.selection.show(Focus(case.id, "review"))
    made = ReviewPage(ctx)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.view.setFocus()
    return made


def _status(page: ReviewPage, item: str) -> str:
    assert page.dossier is not None
    return page.dossier.status_of(item)


def _press(
    page: ReviewPage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(QApplication.focusWidget() or page, key, modifier)


def _field(editor: Editor, key: str) -> QLineEdit:
    box = editor.fields[key].box
    assert isinstance(box, QLineEdit)
    return box


def _type(editor: Editor, key: str, words: str) -> None:
    box = editor.fields[key].box
    if isinstance(box, QComboBox):
        box.setEditText(words)
    else:
        box.setText(words)  # QTest types only ASCII
        box.textEdited.emit(words)


def test_the_first_doubt_is_selected(page: ReviewPage) -> None:
    assert page.ctx.selection.focus.item == "p1"
    assert page.view.chosen() == ["p1"]
    assert page.head.done.text() == "完成（余 2 条存疑）"
    assert "存疑 2" in page.list_head.states.text()


def test_enter_accepts_and_goes_to_the_next_doubt(page: ReviewPage) -> None:
    _press(page, Key.Key_Return)
    assert _status(page, "p1") == "accepted"
    assert page.view.chosen() == ["g1"]
    _press(page, Key.Key_Return)
    assert _status(page, "g1") == "accepted"
    assert page.head.done.text() == "完成"
    assert not page.head.settle.isEnabled()
    follower = page.view.chosen()
    _press(page, Key.Key_Return)  # and on through what is automatic
    assert _status(page, follower[0]) == "accepted"


def test_undo_and_redo(page: ReviewPage) -> None:
    _press(page, Key.Key_Return)
    assert page.ctx.editing.undo()
    assert _status(page, "p1") == "open"
    assert page.head.done.text() == "完成（余 2 条存疑）"
    assert page.ctx.editing.redo()
    assert page.head.done.text() == "完成（余 1 条存疑）"


def test_delete_goes_on_and_comes_back(page: ReviewPage) -> None:
    before = list(page.model.order.ids)
    _press(page, Key.Key_Delete)
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
    _press(page, Key.Key_Delete)
    assert page.view.chosen() == (
        [last[0]] if page.dossier and page.dossier.item(last[1]) is None else [last[1]]
    )


def test_several_at_once(page: ReviewPage) -> None:
    page._choose("g2")
    index = page.model.index_of("g3")
    page.view.selectionModel().select(index, page.view.selectionModel().SelectionFlag.Select)
    assert set(page.view.chosen()) == {"g2", "g3"}
    _press(page, Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert {_status(page, "g2"), _status(page, "g3")} == {"accepted"}
    page.ctx.editing.undo()  # one step
    assert {_status(page, "g2"), _status(page, "g3")} == {"automatic"}


def test_steps_go_through_the_doubts(page: ReviewPage) -> None:
    page._choose("g2")
    page.step(1)
    assert page.ctx.selection.focus.item == "p1"  # round the end
    page.step(1)
    assert page.ctx.selection.focus.item == "g1"
    page.step(-1)
    assert page.ctx.selection.focus.item == "p1"


@pytest.mark.parametrize("key", [Key.Key_F2, Key.Key_E])
def test_a_correction(page: ReviewPage, key: Qt.Key) -> None:
    page._choose("g1")
    _press(page, key)
    assert page.editor.isVisible()
    assert QApplication.focusWidget() is page.editor.fields["entity"].box
    _type(page.editor, "low", "25")
    assert "≥ 25%" in page.editor.preview.text()
    page.editor.reason.show_words("看错了")
    _press(page, Key.Key_Return)
    assert not page.editor.isVisible()
    made = page.dossier.item("g1") if page.dossier else None
    assert isinstance(made, Figure)
    assert str(made.low) == "25"
    assert page.dossier is not None
    review = page.dossier.review_of("g1")
    assert review is not None
    assert (review.status, review.reason) == ("corrected", "看错了")
    assert QApplication.focusWidget() is page.view


def test_what_is_wrong_is_told_beside_the_field(page: ReviewPage) -> None:
    page._choose("g1")
    _press(page, Key.Key_F2)
    _type(page.editor, "low", "很多")
    field = page.editor.fields["low"]
    assert "很多" in field.problem.text()
    assert field.problem.isVisible()
    assert not page.editor.save.isEnabled()
    _press(page, Key.Key_Return)
    assert page.editor.isVisible()
    _type(page.editor, "low", "3")
    assert not field.problem.isVisible()
    assert page.editor.save.isEnabled()


def test_escape_leaves_the_form(page: ReviewPage) -> None:
    _press(page, Key.Key_F2)
    _press(page, Key.Key_Escape)
    assert not page.editor.isVisible()
    assert QApplication.focusWidget() is page.view
    assert _status(page, "p1") == "open"


def test_saving_without_a_change_accepts(page: ReviewPage) -> None:
    _press(page, Key.Key_F2)
    page.editor.save.click()
    assert _status(page, "p1") == "accepted"


@pytest.mark.parametrize("item", ["g1", "d1", "p1", "f1", "t1", "n1"])
def test_every_kind_has_its_form(page: ReviewPage, item: str) -> None:
    page._do("edit", [item])
    assert page.editor.isVisible()
    assert page.editor.save.isEnabled()
    for language in ("en", "zh"):
        page.ctx.preferences.set_language(language)  # type: ignore[arg-type]
        assert page.editor.save.isEnabled(), "what the form shows can be read back"


def test_the_register_is_offered_in_both_languages(page: ReviewPage) -> None:
    page.ctx.preferences.set_language("en")
    page._do("edit", ["p1"])
    box = page.editor.fields["register"].box
    assert isinstance(box, QComboBox)
    assert "Official Test Measures" in box.itemText(1)
    box.setCurrentIndex(1)
    page.editor.save.click()
    assert page.dossier is not None
    assert page.dossier.items["p1"].register_id == "r1"  # type: ignore[union-attr]


def test_adding_what_was_selected(page: ReviewPage) -> None:
    start = TEXT.index("不再续办")
    page.article.select(start, start + 4)
    page.article.bar.buttons["point"].click()
    assert page.editor.is_new
    page.editor.save.click()
    assert page.dossier is not None
    added = [p for p in page.dossier.points if p.anchor.start == start]
    assert [_status(page, p.id) for p in added] == ["added"]
    assert page.view.chosen() == [added[0].id]
    page.ctx.editing.undo()
    assert added[0].id not in page.model.order.ids


def test_a_figure_without_a_number_waits_for_one(page: ReviewPage) -> None:
    start = TEXT.index("不再续办")
    page.article.select(start, start + 4)
    page.article.bar.buttons["figure"].click()
    assert not page.editor.save.isEnabled()
    for key, words in (("low", "3"), ("indicator", "次数"), ("unit", "count:次")):
        _type(page.editor, key, words)
    page.editor.save.click()
    assert page.view.chosen()[0].startswith("f-")


def test_a_leftover_is_selected_and_can_be_added(page: ReviewPage) -> None:
    assert page.leftovers.isVisible()
    page.leftovers.head.click()
    assert page.leftovers.view.isVisible()
    page.leftovers.view.activated.emit(page.leftovers.view.model().index(0, 0))
    assert page.article.bar.isVisible()
    assert page.article.text.selection()[0] == imported().leftovers[0].anchor.start


def test_a_click_in_the_article_selects_the_row(page: ReviewPage) -> None:
    page.article.chosen.emit("g3")
    assert page.view.chosen() == ["g3"]


def test_buttons_of_a_row(page: ReviewPage) -> None:
    page.view.buttons.first.click()
    assert _status(page, "p1") == "accepted"
    page._choose("p1")
    assert page.view.buttons.first.text() == "撤回"
    page.view.buttons.first.click()
    assert _status(page, "p1") == "open"
    page.view.buttons.edit.click()
    assert page.editor.isVisible()
    page.editor.cancel.click()
    page.view.buttons.delete.click()
    assert "p1" not in page.model.order.ids


def test_all_can_be_marked_automatic_and_taken_back(page: ReviewPage) -> None:
    page.head.settle.click()
    assert page.head.done.text() == "完成"
    assert _status(page, "g1") == "automatic"
    page.ctx.editing.undo()
    assert _status(page, "g1") == "open"


def test_all_that_is_automatic_or_listed_can_be_accepted(page: ReviewPage) -> None:
    page.list_head.accepted.emit("automatic")
    assert _status(page, "g2") == "accepted"
    assert _status(page, "g1") == "open"
    page.list_head.accepted.emit("listed")
    assert _status(page, "g1") == "accepted"
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
    _press(page, Key.Key_Return)
    page.head.leave.click()
    assert page.ctx.selection.focus.page == "overview"
    page.ctx.selection.back()
    page.head.done.click()
    assert page.ctx.selection.focus.page == "overview"
    assert _status(page, "p1") == "accepted"


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
    page = _page(ctx, qtbot, case)
    shown = [w for w in (page.empty, page.nothing, page.view) if w.isVisible()]
    assert len(shown) == 1
    for key in (Key.Key_Return, Key.Key_Delete, Key.Key_F2):
        _press(page, key)
    page.step(1)
    page.head.done.click()


def test_many_items_need_no_widgets(ctx: Context, qtbot: QtBot) -> None:
    few = len(_page(ctx, qtbot, many(10)).findChildren(QWidget))
    page = _page(ctx, qtbot, replace(many(5000), id="many"))
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


def test_what_is_wrong_is_never_out_of_view(page: ReviewPage, qtbot: QtBot) -> None:
    page.resize(900, 480)
    page._do("edit", ["g1"])
    for key in ("low", "period"):
        field = page.editor.fields[key]
        field.box.setFocus()
        _type(page.editor, key, "很多")
        qtbot.waitUntil(lambda field=field: not field.problem.visibleRegion().isEmpty())
