"""Every part of the window follows an edit, and leaves what the reader looks at where it is."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from desktop.core.changes import accept, add, correct, delete
from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.table import Cell
from desktop.core.text import same
from desktop.models.follow import reach
from desktop.widgets.details import Details
from desktop.widgets.main_window import MainWindow
from desktop.widgets.pages.parts.factor_page import FactorPage
from desktop.widgets.pages.parts.factor_sheet import FactorSheet
from desktop.widgets.pages.scroll import ScrollPage
from desktop.widgets.source_view import SourceView
from desktop.widgets.tree_panel import TreePanel


def shown(window: MainWindow) -> Dossier:
    assert window.ctx.workspace.dossier is not None
    return window.ctx.workspace.dossier


def look_at(window: MainWindow, qtbot: QtBot, page: str) -> tuple[Factor, Figure]:
    """Show a page with a figure selected, everything loaded."""
    dossier, ctx = shown(window), window.ctx
    factor = next(f for f in dossier.reasons if any(t.factor == f.id for t in dossier.tables))
    figure = next(f for f in dossier.figures if f.factor == factor.id and not f.is_date and not f.table)
    ctx.selection.show(replace(ctx.selection.focus, page=page, factor=factor.id, item=figure.id))
    qtbot.waitUntil(lambda: window.findChild(SourceView) is not None)
    qtbot.waitUntil(lambda: not ctx.jobs.busy)
    return factor, figure


def part(window: MainWindow, kind: type[QObject]) -> QObject:
    found = window.findChild(kind)
    assert found is not None
    return found


def test_tree_inspector_and_source_show_a_correction_and_its_undo(window: MainWindow, qtbot: QtBot) -> None:
    _, figure = look_at(window, qtbot, "factor")
    details = part(window, Details)
    assert isinstance(details, Details)
    before = details.value.text()
    low = figure.low or figure.high
    assert low is not None
    window.ctx.editing.do(correct(shown(window), replace(figure, low=low + 1, high=low + 1), "看错"))
    assert details.value.text() != before
    window.ctx.editing.undo()
    assert details.value.text() == before
    assert window.ctx.selection.focus.item == figure.id


def test_the_tree_stays_open_narrow_and_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    factor, figure = look_at(window, qtbot, "factor")
    tree = part(window, TreePanel)
    assert isinstance(tree, TreePanel)
    view, model = tree.view, tree.view.model()
    for one in shown(window).reasons:
        view.expand(model.index_of(one.id))  # type: ignore[attr-defined]
    view.verticalScrollBar().setValue(150)
    place = view.verticalScrollBar().value()
    assert place > 0
    window.ctx.editing.do(accept(shown(window), [figure.id]))
    assert view.verticalScrollBar().value() == place
    assert all(view.isExpanded(model.index_of(f.id)) for f in shown(window).reasons)  # type: ignore[attr-defined]
    tree.filter.setText("监管")
    count = tree._count.text()
    window.ctx.editing.undo()
    assert (tree.filter.text(), tree._count.text()) == ("监管", count)
    assert window.ctx.selection.focus.factor == factor.id


def scrolled(window: MainWindow) -> QScrollArea:
    page = window.pages.current
    part = page.sheet if isinstance(page, FactorPage) else page
    assert isinstance(part, (FactorSheet, ScrollPage))
    return part.area


@pytest.mark.parametrize("page", ["overview", "factor", "timeline"])
def test_a_page_shows_an_edit_and_stays_scrolled(window: MainWindow, qtbot: QtBot, page: str) -> None:
    factor, figure = look_at(window, qtbot, page)
    area = scrolled(window)
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and not window.ctx.jobs.busy)
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    policy = next(p for p in shown(window).policies if p.factor == factor.id)
    for change in (accept(shown(window), [figure.id]), delete(shown(window), [policy.id])):
        assert window.ctx.editing.do(change)
        qtbot.waitUntil(area.updatesEnabled)
        assert abs(bar.value() - min(place, bar.maximum())) <= 1
        assert window.ctx.selection.focus.item == figure.id
    assert window.ctx.selection.focus.page == page


def test_a_hidden_page_catches_up_when_it_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    factor, _ = look_at(window, qtbot, "factor")
    ctx = window.ctx
    ctx.selection.show(replace(ctx.selection.focus, page="overview"))
    new = replace(factor, title=same("另一个标题"), short=same("另一个标题"))
    assert ctx.editing.do(correct(shown(window), new))
    ctx.selection.show(replace(ctx.selection.focus, page="factor"))
    page = window.pages.current
    assert isinstance(page, FactorPage)
    assert page.sheet is not None
    assert page.sheet.factor == new


def test_the_source_marks_what_was_added_and_stays_in_place(window: MainWindow, qtbot: QtBot) -> None:
    _, figure = look_at(window, qtbot, "factor")
    view = part(window, SourceView)
    assert isinstance(view, SourceView)
    bar = view.text.verticalScrollBar()
    bar.setValue(bar.maximum())
    place, count = bar.value(), len(view._stretches)
    assert place > 0
    revisions = view.text.document().revision()
    window.ctx.editing.do(accept(shown(window), [figure.id]))
    assert view.text.document().revision() == revisions  # nothing else is marked: the text is left alone
    window.ctx.editing.do(add(shown(window), replace(figure, id="by-hand")))
    assert len(view._stretches) == count + 1
    assert bar.value() == place
    window.ctx.editing.undo()
    assert len(view._stretches) == count


def test_the_menu_says_what_undo_would_undo(window: MainWindow, qtbot: QtBot) -> None:
    undo, redo = window.actions_["undo"], window.actions_["redo"]
    assert not undo.isEnabled()
    assert (undo.text(), redo.text()) == ("撤销", "重做")
    dossier = shown(window)
    ampersand = replace(dossier.reasons[0], title=same("甲 & 乙"), short=same("甲 & 乙"))
    window.ctx.editing.do(correct(dossier, ampersand))
    window.ctx.editing.do(accept(shown(window), [ampersand.id, dossier.figures[0].id]))
    assert undo.text() == "撤销：接受“" + dossier.figures[0].anchor.quote[:16] + "”"
    undo.trigger()
    assert redo.isEnabled()
    undo.trigger()
    assert not undo.isEnabled()
    redo.trigger()
    window.ctx.editing.do(delete(shown(window), [ampersand.id]))
    assert undo.text() == "撤销：删除“甲 && 乙”"
    window.ctx.preferences.set_language("en")
    assert undo.text() == "Undo: delete “甲 && 乙”"
    assert [k.toString() for k in redo.shortcuts()] == ["Ctrl+Shift+Z", "Ctrl+Y"]


@pytest.mark.parametrize("seed", [1, 2])
def test_any_edits_on_any_page_leave_a_window_that_works(window: MainWindow, qtbot: QtBot, seed: int) -> None:
    chance, ctx = random.Random(seed), window.ctx
    before = shown(window)
    for step in range(40):
        dossier = shown(window)
        items = [i for i, item in dossier.items.items() if not isinstance(item, Cell)]
        item = dossier.items[chance.choice(items)]
        match chance.randrange(6):
            case 0:
                ctx.selection.show(reach(ctx.selection.focus, dossier, item.id))
            case 1:
                page = chance.choice(("overview", "factor", "timeline"))
                ctx.selection.show(replace(ctx.selection.focus, page=page))
            case 2:
                ctx.editing.do(accept(dossier, chance.sample(items, 5)))
            case 3 if not isinstance(item, Factor) or len(dossier.factors) > 3:
                ctx.editing.do(delete(dossier, [item.id]))
            case 4 if isinstance(item, Figure):
                ctx.editing.do(add(dossier, replace(item, id=f"new{step}")))
            case _:
                chance.choice((ctx.editing.undo, ctx.editing.redo))()
        if step % 8 == 0:
            qtbot.waitUntil(lambda: not ctx.jobs.busy)
    while ctx.editing.undo():
        pass
    assert shown(window) == before
