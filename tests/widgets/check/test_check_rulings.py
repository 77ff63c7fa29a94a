"""What a person says of a finding: accept, dispute, correct; with keys alone."""

from __future__ import annotations

from check_tools import listed
from page_tools import press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.widgets.check.page import CheckPage


def test_accept_with_a_key_and_undo(page: CheckPage) -> None:
    press(page, Qt.Key.Key_A)
    assert page.model.rows[0].status == "accepted"
    assert page.row is not None
    assert page.row.id == "fnd-2"
    page.ctx.editing.undo()
    assert page.model.rows[0].status == ""
    page.ctx.editing.redo()
    assert page.model.rows[0].status == "accepted"


def test_a_dispute_needs_a_reason_and_no_longer_counts(page: CheckPage) -> None:
    press(page, Qt.Key.Key_D)
    assert page.ruling.problem.isVisible()
    assert QApplication.focusWidget() is page.ruling.reason
    QTest.keyClicks(page.ruling.reason, "different basis")
    assert not page.ruling.problem.isVisible()
    press(page, Qt.Key.Key_Return)
    case = page.dossier
    assert case is not None
    assert case.rulings[0].reason == "different basis"
    assert case.verdict_of("h11") is None
    assert listed(page) == ["fnd-2", "fnd-1"]  # struck out where it stands
    assert "inconsistent" not in page.model.counts()
    assert page.model.line(page.model.rows[0]).reason == "different basis"
    assert "different basis" in page.ruling.said.text()
    page.ruling.back.click()
    assert page.model.rows[0].status == ""


def test_escape_leads_from_the_reason_back_to_the_list(page: CheckPage) -> None:
    press(page, Qt.Key.Key_D)
    assert QApplication.focusWidget() is page.ruling.reason
    press(page, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.view
    assert not page.ruling.problem.isVisible()


def test_a_correction_keeps_what_is_printed_in_view(page: CheckPage) -> None:
    page.choose("fnd-1")
    press(page, Qt.Key.Key_F2)
    assert page.editor.isVisible()
    assert not page.ruling.isVisible()
    box = page.editor.fields["low"].box
    assert isinstance(box, QLineEdit)
    box.selectAll()
    QTest.keyClicks(box, "39")
    reason = page.editor.reason.box
    assert isinstance(reason, QLineEdit)
    reason.setText("看错行")
    page.editor.save.click()
    case = page.dossier
    assert case is not None
    assert case.status_of("g2") == "corrected"
    review = case.review_of("g2")
    assert review is not None
    assert review.reason == "看错行"
    assert "38%" in page.detail.inputs.rows[0].accessibleName()
    assert not page.editor.isVisible()


def test_leaving_the_form_changes_nothing(page: CheckPage) -> None:
    press(page, Qt.Key.Key_F2)
    press(page, Qt.Key.Key_Escape)
    assert page.detail.isVisible()
    assert not page.ctx.editing.can_undo
    assert QApplication.focusWidget() is page.view


def test_stepping_away_closes_the_form(page: CheckPage) -> None:
    press(page, Qt.Key.Key_F2)
    page.step(1)
    assert not page.editor.isVisible()
    assert page.detail.isVisible()
