"""The page of dates: filters, and a list that follows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented import dossier, open_in
from page_tools import many, show, texts
from pytestqt.qtbot import QtBot

from desktop.core.focus import Focus
from desktop.services.context import Context
from desktop.widgets.pages.parts.timeline_page import TimelinePage


@pytest.fixture
def timeline(ctx: Context, qtbot: QtBot) -> TimelinePage:
    open_in(ctx, dossier())
    page = TimelinePage(ctx)
    ctx.selection.show(Focus("case", "timeline"))
    show(page, qtbot)
    return page


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
    assert not any("Ctrl + 滚轮" in words for words in texts(page))
