"""Pages that several tests look at, each on its own."""

from __future__ import annotations

import pytest
from invented import dossier, open_in
from page_tools import show, with_premise
from pytestqt.qtbot import QtBot

from desktop.core.focus import Focus
from desktop.services.context import Context
from desktop.widgets.pages.overview import OverviewPage
from desktop.widgets.pages.parts.factor_page import FactorPage


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
    qtbot.waitUntil(lambda: page.sheet is not None and page.sheet.complete)
    return page
