"""Factor pages that are kept as sheets: made ready in steps, and dropped when anything they were made from changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from invented import dossier, open_in
from page_tools import many, show, texts
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.charts.view import ChartView
from desktop.core.focus import Focus
from desktop.core.text import Text
from desktop.services.context import Context
from desktop.widgets.cards.rows import Row
from desktop.widgets.pages.parts import factor_page as factor_page_module
from desktop.widgets.pages.parts.factor_page import FactorPage
from desktop.widgets.pages.parts.factor_sheet import FactorSheet
from desktop.widgets.table import engine
from desktop.widgets.table.view import TableView

PATIENCE = 30_000  # ms on a busy machine


def both_ready(factor: str, *pages: FactorPage) -> bool:
    return all(page.is_ready(factor) for page in pages)


def ready(page: FactorPage) -> None:
    """Make every sheet, as an idle window does."""
    for _ in range(200):
        if not page.make_ready():
            return
    raise AssertionError("there is no end to what is made ready")


def scrolled(page: FactorPage) -> int:
    assert page.sheet is not None
    return page.sheet.area.verticalScrollBar().value()


def picture(page: FactorPage) -> QImage:
    """What stands there when layouts have settled and nothing has the keyboard."""
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    for _ in range(5):
        QCoreApplication.processEvents()
    return page.grab().toImage()


def test_making_ready_changes_nothing_that_is_seen(factor_page: FactorPage) -> None:
    before, shown = picture(factor_page), factor_page.sheet
    ready(factor_page)
    assert factor_page.sheet is shown
    assert all(factor_page.is_ready(f.id) for f in dossier().factors)
    assert picture(factor_page) == before


@pytest.mark.parametrize("change", ["language", "theme", "zoom", "nothing"])
def test_a_sheet_made_before_looks_like_one_made_anew(
    factor_page: FactorPage, ctx: Context, qtbot: QtBot, change: str
) -> None:
    ready(factor_page)
    match change:
        case "language":
            ctx.preferences.set_language("en")
        case "theme":
            ctx.preferences.set_theme("dark")
        case "zoom":
            ctx.preferences.set_zoom(125)
    ready(factor_page)
    anew = FactorPage(ctx)
    show(anew, qtbot)
    for factor in ("f1", "f2", "f9", "f1"):
        for item in (factor, "c21" if factor == "f2" else "p1", factor):
            ctx.selection.show(Focus("case", "factor", factor, item))
            both = partial(both_ready, factor, factor_page, anew)
            qtbot.waitUntil(both, timeout=PATIENCE)
            # a layout may still be under way in one of them on a busy machine
            qtbot.waitUntil(lambda: picture(factor_page) == picture(anew), timeout=PATIENCE)
            assert texts(factor_page) == texts(anew), (factor, item)


def test_other_data_and_another_look_drop_what_was_made(factor_page: FactorPage, ctx: Context) -> None:
    changes: list[Callable[[], None]] = [
        lambda: ctx.preferences.set_language("en"),
        lambda: ctx.preferences.set_theme("dark"),
        lambda: ctx.preferences.set_zoom(125),
    ]
    for change in changes:
        ready(factor_page)
        change()
        assert factor_page.is_ready("f1"), "what is in view stays"
        assert not factor_page.is_ready("f2")
    ready(factor_page)
    case = dossier()
    open_in(ctx, replace(case, factors=tuple(replace(f, title=Text("改", "New")) for f in case.factors)))
    assert not factor_page.is_ready("f1")
    assert "1 · New" in texts(factor_page)


def test_no_more_sheets_are_kept_than_allowed(
    ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(factor_page_module, "KEPT", 3)
    open_in(ctx, many(7))
    page = FactorPage(ctx)
    ctx.selection.show(Focus("case", "factor", "m4", "m4"))
    show(page, qtbot)
    ready(page)
    assert [n for n in range(1, 8) if page.is_ready(f"m{n}")] == [3, 4, 5]
    ctx.selection.show(Focus("case", "factor", "m7", "m7"))
    ready(page)
    assert [n for n in range(1, 8) if page.is_ready(f"m{n}")] == [5, 6, 7]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(page.findChildren(FactorSheet)) == 3


def test_hidden_sheets_do_nothing(factor_page: FactorPage, ctx: Context) -> None:
    ready(factor_page)
    hidden = next(s for s in factor_page.findChildren(FactorSheet) if s.factor.id == "f2")
    table = hidden.findChild(TableView)
    assert isinstance(table, TableView)
    ctx.selection.show(Focus("case", "factor", "f1", "c21"))
    assert not table.currentIndex().isValid()
    ctx.selection.show(Focus("case", "factor", "f2", "c21"))
    assert table.currentIndex().isValid()


def test_an_item_is_brought_into_view_on_a_sheet_made_before(
    factor_page: FactorPage, ctx: Context, qtbot: QtBot
) -> None:
    factor_page.resize(600, 300)
    ready(factor_page)
    ctx.selection.show(Focus("case", "factor", "f2", "f2"))
    ctx.selection.show(Focus("case", "factor", "f1", "e1"))
    row = next(r for r in factor_page.findChildren(Row) if r.item_id == "e1")
    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty())
    assert row.current


def test_an_item_is_brought_into_view_on_a_sheet_made_for_it(
    factor_page: FactorPage, ctx: Context, qtbot: QtBot
) -> None:
    """Parts that come later push down those that are there; the item is sought when all have their places."""
    factor_page.resize(600, 300)
    ready(factor_page)
    qtbot.waitUntil(engine.is_loaded)
    for factor, item in (("f1", "p1"), ("f1", "e1"), ("f1", "n1"), ("f2", "t1")):
        ctx.selection.show(Focus("case", "factor", "f9", "f9"))
        anew = FactorPage(ctx)
        show(anew, qtbot)
        anew.resize(600, 300)
        qtbot.waitUntil(partial(anew.is_ready, "f9"))
        ctx.selection.show(Focus("case", "factor", factor, item))
        qtbot.waitUntil(partial(anew.is_ready, factor))
        place = scrolled(factor_page)
        assert place > 0, item
        qtbot.waitUntil(lambda page=anew, place=place: scrolled(page) == place)


def test_an_edited_dossier_looks_like_one_opened_so(
    factor_page: FactorPage, ctx: Context, qtbot: QtBot
) -> None:
    ctx.selection.show(Focus("case", "factor", "f2", "c21"))
    qtbot.waitUntil(lambda: factor_page.is_ready("f2"))
    ready(factor_page)
    chart = factor_page.findChild(ChartView)
    case = dossier()
    edited = replace(case, factors=tuple(replace(f, title=Text("改", "New")) for f in case.factors))
    ctx.workspace._base = edited
    ctx.workspace.dossier_edited.emit(edited)
    assert factor_page.is_ready("f2")
    assert not factor_page.is_ready("f1")
    assert factor_page.findChild(ChartView) is chart, "what the edit left alone stays"
    anew = FactorPage(ctx)
    show(anew, qtbot)
    for factor in ("f2", "f1"):
        ctx.selection.show(Focus("case", "factor", factor, factor))
        qtbot.waitUntil(lambda factor=factor: anew.is_ready(factor) and factor_page.is_ready(factor))
        assert picture(factor_page) == picture(anew)
        assert texts(factor_page) == texts(anew)
