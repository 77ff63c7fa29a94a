"""The pages in the middle: what they show, where a click leads, and that a selection is cheap."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented import assessment, dossier, factor, open_in
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.core.dossier import Dossier
from desktop.core.focus import Focus
from desktop.core.registry import discover
from desktop.core.text import Text
from desktop.services.context import Context
from desktop.widgets import pages
from desktop.widgets.cards.card import Card
from desktop.widgets.cards.key_figure import KeyFigureTile
from desktop.widgets.cards.policy_card import PolicyCard
from desktop.widgets.cards.premise_banner import PremiseBanner
from desktop.widgets.cards.reason_card import ReasonCard
from desktop.widgets.cards.rows import Row
from desktop.widgets.cards.words import Words
from desktop.widgets.pages.base import PAGES
from desktop.widgets.pages.overview import OverviewPage
from desktop.widgets.pages.parts.factor_page import FactorPage
from desktop.widgets.pages.parts.overview_charts import OverviewCharts
from desktop.widgets.pages.parts.timeline_page import TimelinePage
from desktop.widgets.pages.scroll import ScrollPage

discover(pages)
SIZE = (760, 700)


def show(page: ScrollPage, qtbot: QtBot) -> None:
    qtbot.addWidget(page)
    page.resize(*SIZE)
    page.show()
    qtbot.waitExposed(page)
    page.repaint()


def texts(page: QWidget) -> list[str]:
    return [w.text() for w in page.findChildren(Words) if w.isVisible()]


def with_premise(**more: object) -> Dossier:
    made = dossier()
    premise = assessment("a0", "f0", "differs", "n1", premise=True)
    return replace(made, assessments=(premise, *made.assessments), **more)  # type: ignore[arg-type]


def many(count: int) -> Dossier:
    """Many factors with long titles and no numbers."""
    title = Text("很长的标题" * 12, "A very long title " * 4)
    made = [
        replace(
            factor(f"m{n}", n, "名称", "Name", "一、规则收紧"),
            title=title,
            short=title,
            summary=Text("摘要" * 60, "A long summary. " * 19),
        )
        for n in range(1, count + 1)
    ]
    return dossier(
        factors=tuple(made), tables=(), figures=(), policies=(), events=(), points=(), assessments=()
    )


@pytest.fixture
def overview(ctx: Context, qtbot: QtBot) -> OverviewPage:
    open_in(ctx, with_premise())
    page = OverviewPage(ctx)
    show(page, qtbot)
    return page


@pytest.fixture
def factor_page(ctx: Context, qtbot: QtBot) -> FactorPage:
    open_in(ctx, dossier())
    page = FactorPage(ctx)
    ctx.selection.show(Focus("case", "factor", "f1", "f1"))
    show(page, qtbot)
    qtbot.waitUntil(lambda: page.evidence is not None)
    return page


@pytest.fixture
def timeline(ctx: Context, qtbot: QtBot) -> TimelinePage:
    open_in(ctx, dossier())
    page = TimelinePage(ctx)
    ctx.selection.show(Focus("case", "timeline"))
    show(page, qtbot)
    return page


def test_the_pages_are_registered_in_their_order() -> None:
    known = sorted(PAGES.values(), key=lambda spec: spec.order)
    assert [spec.key for spec in known][:3] == ["overview", "factor", "timeline"]


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


def test_nothing_is_wider_than_the_page(ctx: Context, qtbot: QtBot) -> None:
    open_in(ctx, many(3))
    ctx.preferences.set_language("en")
    page = FactorPage(ctx)
    ctx.selection.show(Focus("case", "factor", "m2", "m2"))
    show(page, qtbot)
    assert page.content.width() <= page.width()
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


def test_a_cell_of_a_table_brings_the_table_of_its_factor(factor_page: FactorPage, ctx: Context) -> None:
    ctx.selection.show(Focus("case", "factor", "f2", "c21"))
    assert factor_page.evidence is not None
    assert factor_page.evidence.part_of("c21") is not None
    assert factor_page.evidence.part_of("g2") is None


def test_the_time_line_lists_what_the_chips_ask_for(timeline: TimelinePage) -> None:
    assert {row.kind for row in timeline.list.model.rows} == {"official", "event"}
    timeline.kinds.choose(frozenset(("event",)))
    timeline.kinds.changed.emit()
    assert {row.kind for row in timeline.list.model.rows} == {"event"}
    timeline.kinds.choose(frozenset())
    timeline.factors.choose(frozenset(("f1",)))
    timeline.factors.changed.emit()
    assert {row.factor for row in timeline.list.model.rows} == {"f1"}


def test_a_row_of_the_list_is_selected_and_followed(timeline: TimelinePage, ctx: Context) -> None:
    view, model = timeline.list.view, timeline.list.model
    view.setCurrentIndex(model.index(0, 0))
    assert ctx.selection.focus.item == model.rows[0].item
    assert ctx.selection.focus.page == "timeline"
    ctx.selection.show(replace(ctx.selection.focus, item="e1"))
    assert model.rows[view.currentIndex().row()].item == "e1"


def test_without_dates_the_time_line_says_so(ctx: Context, qtbot: QtBot) -> None:
    open_in(ctx, many(2))
    page = TimelinePage(ctx)
    show(page, qtbot)
    assert "没有带日期的政策或事件。" in texts(page)
    assert not page.list.isVisible()


@pytest.mark.parametrize("key", ["overview", "factor", "timeline"])
@pytest.mark.parametrize("zoom", [100, 200])
def test_pages_take_every_look(ctx: Context, qtbot: QtBot, key: str, zoom: int) -> None:
    open_in(ctx, with_premise())
    ctx.selection.show(Focus("case", key, "f2", "f2"))
    page = PAGES[key].factory(ctx)
    assert isinstance(page, ScrollPage)
    show(page, qtbot)
    ctx.preferences.set_zoom(zoom)
    for theme in ("dark", "light"):
        for language in ("en", "zh"):
            ctx.preferences.set_theme(theme)
            ctx.preferences.set_language(language)  # type: ignore[arg-type]
            page.repaint()
    assert page.content.width() <= page.width()


@pytest.mark.parametrize("key", ["overview", "factor", "timeline"])
def test_pages_stand_an_empty_window(ctx: Context, qtbot: QtBot, key: str) -> None:
    page = PAGES[key].factory(ctx)
    assert isinstance(page, ScrollPage)
    show(page, qtbot)


def test_everything_that_can_be_reached_has_a_name(factor_page: FactorPage, overview: OverviewPage) -> None:
    for page in (factor_page, overview):
        for widget in page.findChildren(QWidget):
            if isinstance(widget, (Card, PolicyCard, Row)):
                assert widget.accessibleName()

