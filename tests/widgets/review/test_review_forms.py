"""Correcting and adding in the review: the form of each kind, what it says, what saving does."""

from __future__ import annotations

import pytest
from invented import TEXT
from page_tools import press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot
from review_cases import imported
from review_tools import status, type_words

from desktop.core.figure import Figure
from desktop.widgets.review.page import ReviewPage


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_E])
def test_a_correction(page: ReviewPage, key: Qt.Key) -> None:
    page._choose("g1")
    press(page, key)
    assert page.editor.isVisible()
    assert QApplication.focusWidget() is page.editor.fields["entity"].box
    type_words(page.editor, "low", "25")
    assert "≥ 25%" in page.editor.told.text()
    page.editor.reason.show_words("看错了")
    press(page, Qt.Key.Key_Return)
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
    press(page, Qt.Key.Key_F2)
    type_words(page.editor, "low", "很多")
    field = page.editor.fields["low"]
    assert "很多" in field.problem.text()
    assert field.problem.isVisible()
    assert not page.editor.save.isEnabled()
    press(page, Qt.Key.Key_Return)
    assert page.editor.isVisible()
    type_words(page.editor, "low", "3")
    assert not field.problem.isVisible()
    assert page.editor.save.isEnabled()


def test_escape_leaves_the_form(page: ReviewPage) -> None:
    press(page, Qt.Key.Key_F2)
    press(page, Qt.Key.Key_Escape)
    assert not page.editor.isVisible()
    assert QApplication.focusWidget() is page.view
    assert status(page, "p1") == "open"


def test_saving_without_a_change_accepts(page: ReviewPage) -> None:
    press(page, Qt.Key.Key_F2)
    page.editor.save.click()
    assert status(page, "p1") == "accepted"


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
    assert [status(page, p.id) for p in added] == ["added"]
    assert page.view.chosen() == [added[0].id]
    page.ctx.editing.undo()
    assert added[0].id not in page.model.order.ids


def test_a_figure_without_a_number_waits_for_one(page: ReviewPage) -> None:
    start = TEXT.index("不再续办")
    page.article.select(start, start + 4)
    page.article.bar.buttons["figure"].click()
    assert not page.editor.save.isEnabled()
    for key, words in (("low", "3"), ("indicator", "次数"), ("unit", "count:次")):
        type_words(page.editor, key, words)
    page.editor.save.click()
    assert page.view.chosen()[0].startswith("f-")


def test_a_leftover_is_selected_and_can_be_added(page: ReviewPage) -> None:
    assert page.leftovers.isVisible()
    page.leftovers.head.click()
    assert page.leftovers.view.isVisible()
    page.leftovers.view.activated.emit(page.leftovers.view.model().index(0, 0))
    assert page.article.bar.isVisible()
    assert page.article.text.selection()[0] == imported().leftovers[0].anchor.start


def test_what_is_wrong_is_never_out_of_view(page: ReviewPage, qtbot: QtBot) -> None:
    page.resize(900, 480)
    page._do("edit", ["g1"])
    for key in ("low", "period"):
        field = page.editor.fields[key]
        field.box.setFocus()
        type_words(page.editor, key, "很多")
        qtbot.waitUntil(lambda field=field: not field.problem.visibleRegion().isEmpty())
