"""What holds for all pages."""

from __future__ import annotations

import pytest
from invented import open_in
from page_tools import show, with_premise
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.core.focus import Focus
from desktop.core.registry import discover
from desktop.services.context import Context
from desktop.widgets import pages
from desktop.widgets.cards.card import Card
from desktop.widgets.cards.policy_card import PolicyCard
from desktop.widgets.cards.rows import Row
from desktop.widgets.pages.base import PAGES
from desktop.widgets.pages.overview import OverviewPage
from desktop.widgets.pages.parts.factor_page import FactorPage
from desktop.widgets.pages.scroll import ScrollPage

discover(pages)


def test_the_pages_are_registered_in_their_order() -> None:
    known = sorted(PAGES.values(), key=lambda spec: spec.order)
    assert [spec.key for spec in known][:3] == ["overview", "factor", "timeline"]


@pytest.mark.parametrize("key", ["overview", "factor", "timeline"])
@pytest.mark.parametrize("zoom", [100, 200])
def test_pages_take_every_look(ctx: Context, qtbot: QtBot, key: str, zoom: int) -> None:
    open_in(ctx, with_premise())
    ctx.selection.show(Focus("case", key, "f2", "f2"))
    page = PAGES[key].factory(ctx, None)
    show(page, qtbot)
    ctx.preferences.set_zoom(zoom)
    for theme in ("dark", "light"):
        for language in ("en", "zh"):
            ctx.preferences.set_theme(theme)
            ctx.preferences.set_language(language)  # type: ignore[arg-type]
            page.repaint()
    shown = page.sheet if isinstance(page, FactorPage) else page
    assert isinstance(shown, ScrollPage)
    assert shown.content.width() <= page.width()


@pytest.mark.parametrize("key", ["overview", "factor", "timeline"])
def test_pages_stand_an_empty_window(ctx: Context, qtbot: QtBot, key: str) -> None:
    show(PAGES[key].factory(ctx, None), qtbot)


def test_everything_that_can_be_reached_has_a_name(factor_page: FactorPage, overview: OverviewPage) -> None:
    for page in (factor_page, overview):
        for widget in page.findChildren(QWidget):
            if isinstance(widget, (Card, PolicyCard, Row)):
                assert widget.accessibleName()
