"""A long list of findings under the hand: heads fold with keys and clicks, stepping goes into what is folded."""

from __future__ import annotations

import pytest
from audit_cases import audited, finding
from check_tools import made
from invented import dossier
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.models.audit_groups import FEW
from desktop.services.context import Context
from desktop.widgets.check.page import CheckPage

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def page(ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> CheckPage:
    found = [finding("bad", "inconsistent", "g3"), finding("other", "differs", "g1")]
    found += [finding(f"unclear-{n}", "ambiguous", "g2") for n in range(FEW)]
    return made(ctx, qtbot, monkeypatch, audited(dossier(), found))


def _here(page: CheckPage) -> tuple[int, int, str]:
    return page.view.currentIndex().row(), page.model.rowCount(), page.row.id if page.row is not None else ""


def test_the_gravest_row_is_current_below_its_head(page: CheckPage) -> None:
    assert _here(page) == (1, 5, "bad")
    assert page.foot.text().startswith("第 1 条，共 12 条")


def test_stepping_on_opens_what_is_folded(page: CheckPage) -> None:
    page.step(1)
    page.step(1)
    assert _here(page) == (5, 5 + FEW, "unclear-0")
    page.step(-1)
    assert _here(page) == (3, 5 + FEW, "other")
    page.step(-1)
    page.step(-1)
    assert _here(page)[2] == f"unclear-{FEW - 1}", "round the end"


def test_keys_fold_and_open_and_leave_the_finding_in_view(page: CheckPage) -> None:
    QTest.keyClick(page.view, Key.Key_Left)
    assert _here(page) == (0, 5, "bad"), "to the head first"
    QTest.keyClick(page.view, Key.Key_Left)
    assert _here(page) == (0, 4, "bad")
    QTest.keyClick(page.view, Key.Key_Right)
    assert _here(page) == (0, 5, "bad")
    for expected in (4, 5):
        QTest.keyClick(page.view, Key.Key_Space)
        assert page.model.rowCount() == expected
    QTest.keyClick(page.view, Key.Key_Return)
    assert page.detail.isVisible()
    assert page.model.rowCount() == 4


def test_on_a_head_no_key_rules_on_a_finding(page: CheckPage) -> None:
    QTest.keyClick(page.view, Key.Key_Left)
    QTest.keyClick(page.view, Key.Key_A)
    assert page.row is not None
    assert page.row.status == ""
    QTest.keyClick(page.view, Key.Key_Down)
    QTest.keyClick(page.view, Key.Key_A)
    assert page.row.status == "accepted"


def test_a_click_on_a_head_folds_and_the_next_opens(page: CheckPage) -> None:
    view, before = page.view, page.ctx.selection.focus
    head = view.visualRect(page.model.index(0, 0)).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=head)
    assert _here(page) == (0, 4, "bad"), "the row that went leaves its head current"
    QTest.mouseDClick(view.viewport(), LEFT, pos=head)
    assert page.model.rowCount() == 5, "a second click that comes soon counts as well"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=head)
    assert page.model.rowCount() == 5
    assert page.ctx.selection.focus == before


def test_a_head_is_lower_than_a_row(page: CheckPage) -> None:
    head, row = (page.view.visualRect(page.model.index(n, 0)).height() for n in (0, 1))
    assert head < row


def test_what_is_selected_elsewhere_opens_its_group(page: CheckPage) -> None:
    shown = page.ctx.selection
    case = page.ctx.workspace.dossier
    assert case is not None
    shown.show(shown.focus.on(case, "g2"))
    assert _here(page)[2] == "unclear-0"
    assert page.model.row_of(page.view.currentIndex()) is page.row


def test_a_ruling_leaves_the_groups_as_they_are(page: CheckPage) -> None:
    page.choose("unclear-3")
    rows = page.model.rowCount()
    page.ruling.ask("accept")
    assert page.row is not None
    assert (page.row.id, page.row.status) == ("unclear-3", "accepted")
    assert page.model.rowCount() == rows
    page.view.set_folded(page.model.head_of(page.view.currentIndex()), True)
    assert page.ctx.editing.undo()
    assert page.row.status == ""
    assert page.model.rowCount() == rows - FEW, "what a reader folded stays folded"


def test_little_room_leaves_the_verdicts_to_the_heads(page: CheckPage, qtbot: QtBot) -> None:
    def chips() -> list[str]:
        return [key for key, *_ in page.head._offered]

    assert "findings/ambiguous" in chips()
    page.resize(700, 500)
    qtbot.waitUntil(lambda: chips() == ["findings/"])
    assert page.head.covered.text() == "已核查 9 / 9"
    assert page.head.factor.text() == "因素 ▾"
    assert "A 接受" not in page.foot.text()
