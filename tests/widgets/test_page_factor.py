"""The page of one factor: what it shows, where a click leads, and that a selection is cheap."""

from __future__ import annotations

from dataclasses import replace

from invented import dossier, open_in
from page_tools import many, show, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.charts.view import ChartView
from desktop.core.focus import Focus
from desktop.services.context import Context
from desktop.widgets.cards.key_figure import KeyFigureTile
from desktop.widgets.cards.policy_card import PolicyCard
from desktop.widgets.cards.rows import Row
from desktop.widgets.pages.parts.factor_page import FactorPage
from desktop.widgets.tab_order import move_keyboard
from desktop.widgets.table.view import TableView


def test_nothing_is_wider_than_the_page(ctx: Context, qtbot: QtBot) -> None:
    open_in(ctx, many(3))
    ctx.preferences.set_language("en")
    page = FactorPage(ctx)
    ctx.selection.show(Focus("case", "factor", "m2", "m2"))
    show(page, qtbot)
    assert page.sheet is not None
    assert page.sheet.content.width() <= page.width()
    assert "This section has no numbers, so there is no chart." in texts(page)


def test_a_factor_shows_all_that_it_rests_on(factor_page: FactorPage) -> None:
    shown = texts(factor_page)
    assert {"1 · 规则收紧", "规则收紧的摘要。", "渠道", "改为邀请"} <= set(shown)
    assert len(factor_page.findChildren(PolicyCard)) == 1
    assert [t.figure.value.zh for t in factor_page.findChildren(KeyFigureTile)] == ["≥ 30%"]
    claims = [r for r in factor_page.findChildren(Row) if r.item_id == "g1"]
    assert len(claims) == 1, "the policy's own verdict is told by its card, the other one by a row"


def test_a_click_selects_and_a_selection_marks(factor_page: FactorPage, ctx: Context) -> None:
    card = factor_page.findChild(PolicyCard)
    assert isinstance(card, PolicyCard)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().topLeft() + card.rect().center() / 20)
    assert ctx.selection.focus.item == "p1"
    assert card.current
    ctx.selection.show(replace(ctx.selection.focus, item="n1"))
    assert not card.current
    row = next(r for r in factor_page.findChildren(Row) if r.item_id == "n1")
    assert row.current
    tile = factor_page.findChild(KeyFigureTile)
    assert isinstance(tile, KeyFigureTile)
    QTest.keyClick(tile, Qt.Key.Key_Space)
    assert ctx.selection.focus.item == "g1"


def test_a_selection_within_a_factor_makes_no_widget(factor_page: FactorPage, ctx: Context) -> None:
    before = {id(w) for w in factor_page.findChildren(QWidget)}
    for item in ("p1", "g1", "n1", "e1"):
        ctx.selection.show(replace(ctx.selection.focus, item=item))
    assert {id(w) for w in factor_page.findChildren(QWidget)} == before


def test_another_factor_is_shown_only_when_the_page_is(
    factor_page: FactorPage, ctx: Context, qtbot: QtBot
) -> None:
    ctx.selection.show(Focus("case", "overview", "f2", "f2"))
    assert "1 · 规则收紧" in texts(factor_page)
    ctx.selection.show(Focus("case", "factor", "f2", "f2"))
    qtbot.waitUntil(lambda: "2 · 投入减少" in texts(factor_page))
    tiles = [t.figure.value.zh for t in factor_page.findChildren(KeyFigureTile) if t.isVisible()]
    assert tiles[0] == "−19 个百分点"


def test_a_cell_of_a_table_brings_the_table_of_its_factor(
    factor_page: FactorPage, ctx: Context, qtbot: QtBot
) -> None:
    ctx.selection.show(Focus("case", "factor", "f2", "c21"))
    sheet = factor_page.sheet
    assert sheet is not None
    qtbot.waitUntil(lambda: sheet.complete)
    evidence = sheet.evidence
    assert evidence is not None
    assert evidence.part_of("c21") is not None
    assert evidence.part_of("g2") is None
    assert evidence.part_of("p1") is None


def test_running_through_factors_finishes_the_last_one_only(
    factor_page: FactorPage, ctx: Context, qtbot: QtBot
) -> None:
    for factor_id in ("f2", "f0", "f9"):
        ctx.selection.show(Focus("case", "factor", factor_id, factor_id))
        assert factor_page.sheet is not None
        assert factor_page.sheet.factor.id == factor_id, "its head is there at once"
    qtbot.waitUntil(lambda: factor_page.is_ready("f9"))
    assert "展望的摘要。" in texts(factor_page)
    assert not factor_page.is_ready("f2")


def test_tab_goes_through_the_page_as_it_stands(ctx: Context, qtbot: QtBot) -> None:
    open_in(ctx, dossier())
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    before, after = QPushButton("before"), QPushButton("after")
    ctx.selection.show(Focus("case", "factor", "f1", "f1"))
    page = FactorPage(ctx)
    for part in (before, page, after):
        row.addWidget(part)
    window.show()
    ctx.selection.show(Focus("case", "factor", "f2", "f2"))
    qtbot.waitUntil(lambda: page.is_ready("f2"))
    assert page.findChildren(ChartView)
    reached: list[QWidget] = []
    before.setFocus()
    while after not in reached:
        assert move_keyboard(window, (before, page, after), forward=True)
        focused = window.focusWidget()
        assert focused is not None
        reached.append(focused)
    kinds = [type(w) for w in reached]
    assert kinds[0] is KeyFigureTile
    assert kinds.index(TableView) < kinds.index(Row)
    assert reached[-1] is after


def test_a_page_that_is_still_being_made_counts_as_work(ctx: Context, qtbot: QtBot) -> None:
    open_in(ctx, dossier())
    page = FactorPage(ctx)
    ctx.selection.show(Focus("case", "factor", "f1", "f1"))
    assert not ctx.jobs.busy, "nobody looks at it"
    show(page, qtbot)
    assert ctx.jobs.busy
    qtbot.waitUntil(lambda: not ctx.jobs.busy)
    assert page.is_ready("f1")
    ctx.selection.show(Focus("case", "factor", "f2", "f2"))
    assert ctx.jobs.busy
    page.hide()
    assert not ctx.jobs.busy
