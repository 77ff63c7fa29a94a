"""The first page: banner, cards, charts after the first paint."""

from __future__ import annotations

from invented import dossier, open_in
from page_tools import many, show, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.focus import Focus
from desktop.services.context import Context
from desktop.widgets.cards.premise_banner import PremiseBanner
from desktop.widgets.cards.reason_card import ReasonCard
from desktop.widgets.pages.overview import OverviewPage
from desktop.widgets.pages.parts.overview_charts import OverviewCharts


def test_every_section_has_a_card_and_only_reasons_have_a_colour(overview: OverviewPage) -> None:
    cards = overview.findChildren(ReasonCard)
    assert [c.face.item for c in cards if c.bar] == ["f1", "f2"]
    assert {c.face.item for c in cards if not c.bar} == {"f0", "f9"}
    assert cards[0].accessibleName() == "1 规则收紧"
    assert "≥ 30%" in cards[0].accessibleDescription()
    assert "× 1 不符" in cards[0].accessibleDescription()


def test_the_banner_says_what_the_record_says_and_gives_sources_on_demand(
    overview: OverviewPage, ctx: Context
) -> None:
    banner = overview.findChild(PremiseBanner)
    assert isinstance(banner, PremiseBanner)
    assert {"所称", "差别所在", "核查置信度：中"} <= set(texts(banner))
    assert "年报第 3 页" not in texts(banner)
    banner.more.click()
    assert "年报第 3 页" in texts(banner)
    banner.see.click()
    assert (ctx.selection.focus.item, ctx.selection.focus.page) == ("n1", "factor")


def test_enter_and_click_open_a_factor_and_arrows_move(overview: OverviewPage, ctx: Context) -> None:
    first, second = overview.findChildren(ReasonCard)[:2]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert overview.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_Left)
    assert overview.focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert ctx.selection.focus == Focus("case", "factor", "f1", "f1")
    assert [c.face.item for c in overview.findChildren(ReasonCard) if c.current] == ["f1"]
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert ctx.selection.focus.factor == "f2"


def test_an_edit_leaves_the_keyboard_on_the_card(overview: OverviewPage, ctx: Context, qtbot: QtBot) -> None:
    overview.activateWindow()
    qtbot.waitUntil(overview.isActiveWindow)
    overview.findChildren(ReasonCard)[1].setFocus()
    ctx.workspace.dossier_edited.emit(ctx.workspace.dossier)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), ReasonCard))
    card = QApplication.focusWidget()
    assert isinstance(card, ReasonCard)
    assert card.face.item == "f2"
    open_in(ctx, dossier(id="other", factors=tuple(f for f in dossier().factors if f.id != "f2")))
    qtbot.waitUntil(overview.hasFocus)


def test_charts_come_after_the_first_paint(ctx: Context, qtbot: QtBot) -> None:
    open_in(ctx, dossier())
    page = OverviewPage(ctx)
    assert page.findChild(OverviewCharts) is None
    show(page, qtbot)
    qtbot.waitUntil(lambda: page.findChild(OverviewCharts) is not None)


def test_the_overview_speaks_both_languages(overview: OverviewPage, ctx: Context) -> None:
    ctx.preferences.set_language("en")
    assert "Why Testloan stopped" in texts(overview)
    assert overview.findChildren(ReasonCard)[0].accessibleName() == "1 Tighter rules"


def test_another_dossier_replaces_the_cards(overview: OverviewPage, ctx: Context, qtbot: QtBot) -> None:
    open_in(ctx, many(20))
    qtbot.waitUntil(lambda: len(overview.findChildren(ReasonCard)) == 20)
    assert overview.findChild(PremiseBanner) is None
    overview.repaint()
    for card in overview.findChildren(ReasonCard):
        assert card.height() >= card.heightForWidth(card.width())
        assert card.geometry().right() <= overview.content.width()
