"""The right column follows the selection, by filling what is there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented import assessment, dossier, open_in
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.focus import Focus
from desktop.core.text import Text
from desktop.services.context import Context
from desktop.widgets.details import Details
from desktop.widgets.inspector import Inspector


@pytest.fixture
def inspector(ctx: Context, qtbot: QtBot) -> Inspector:
    open_in(ctx, dossier())
    made = Inspector(ctx)
    qtbot.addWidget(made)
    made.resize(320, 800)
    made.show()
    qtbot.waitUntil(lambda: made.source is not None)
    return made


@pytest.fixture
def details(inspector: Inspector) -> Details:
    assert inspector.details is not None
    return inspector.details


def facts(details: Details) -> dict[str, str]:
    return {label.text(): value.text() for label, value in details.facts._rows if not label.isHidden()}


def look_at(ctx: Context, item: str) -> None:
    case = ctx.workspace.dossier
    assert case is not None
    ctx.selection.show(Focus(case.id, "factor").on(case, item))


def test_nothing_is_made_before_it_is_shown(ctx: Context, qtbot: QtBot) -> None:
    made = Inspector(ctx)
    qtbot.addWidget(made)
    assert made.source is None


def test_nothing_selected_shows_what_the_dossier_is(details: Details, ctx: Context) -> None:
    case = dossier()
    assert details.value.text() == case.title.zh
    assert facts(details)["内容"].startswith(f"{len(case.reasons)}\u00a0个因素")
    assert not details.help.isHidden()
    look_at(ctx, "g1")
    assert details.help.isHidden()
    ctx.selection.show(Focus(case.id))
    assert details.value.text() == case.title.zh
    assert details._check_head.isHidden()


def test_without_a_dossier_it_says_what_would_be_here(ctx: Context, qtbot: QtBot) -> None:
    details = Details(ctx)
    qtbot.addWidget(details)
    details.show()
    assert details.value.text() == "还没有选中内容"
    assert not details.help.isHidden()
    assert details.facts.isHidden()


def test_a_selected_figure_is_shown_large_with_its_facts(details: Details, ctx: Context) -> None:
    look_at(ctx, "g1")
    assert details.value.text() == "≥ 30%"
    assert facts(details)["口径"] == "不低于（≥）"
    cards = [c for c in details.checks.cards if not c.isHidden()]
    assert [c.difference.text() for c in cards] == ["差别所在", "差别所在"]
    assert "测试管理办法" in cards[0].register.text()
    assert cards[0].foot.text() == "核查置信度：中 · 来源：年报第 3 页"
    ctx.preferences.set_language("en")
    assert facts(details)["Reads as"] == "at least (≥)"
    assert cards[0].foot.text() == "Confidence of this check: medium · source: annual report, page 3"


def test_the_widgets_stay_the_same_from_item_to_item(details: Details, ctx: Context) -> None:
    for item in dossier().items:
        look_at(ctx, item)
    before = set(map(id, details.findChildren(QWidget)))
    for item in dossier().items:
        look_at(ctx, item)
    assert set(map(id, details.findChildren(QWidget))) == before
    look_at(ctx, "n1")
    assert list(facts(details)) == ["内容", "形式"]
    assert details.checks.isHidden() or not any(c.isVisible() for c in details.checks.cards)
    assert not details.unchecked.isHidden()


def test_related_things_are_chosen_by_click_and_by_key(details: Details, ctx: Context) -> None:
    look_at(ctx, "g3")
    row = details.related.rows[0]
    assert row.accessibleName() == "变化前：占比 38%"
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert ctx.selection.focus.item == "g2"
    QTest.keyClick(details.related.rows[0], Qt.Key.Key_Space)
    assert ctx.selection.focus.item == "g3"


def test_many_checks_wait_behind_a_button_the_gravest_first(details: Details, ctx: Context) -> None:
    codes = ("consistent", "not_checkable", "differs", "partly", "inconsistent")
    found = tuple(
        replace(assessment(f"x{n}", "f1", code, "g1"), difference=Text(code, code))
        for n, code in enumerate(codes)
    )
    open_in(ctx, dossier(assessments=found))
    look_at(ctx, "g1")
    shown = [c.difference.text() for c in details.checks.cards if not c.isHidden()]
    assert shown == ["differs", "inconsistent", "partly"]
    assert details.checks.more.text() == "再显示 2 条"
    details.checks.more.click()
    assert len([c for c in details.checks.cards if not c.isHidden()]) == 5
    assert details.checks.more.isHidden()


def test_a_factor_without_an_item_is_shown_itself(details: Details, ctx: Context) -> None:
    ctx.selection.show(Focus("case", "factor", "f2"))
    assert details.value.text() == "2 投入减少"


def test_long_words_wrap_instead_of_widening_the_column(details: Details, ctx: Context) -> None:
    case = dossier()
    long = replace(
        case.figures[1], indicator=Text("长" * 300, "w" * 400), entity=Text("很长" * 80, "long " * 80)
    )
    open_in(ctx, replace(case, figures=(long, *case.figures[2:])))
    ctx.preferences.set_language("en")
    look_at(ctx, "g1")
    details.grab()
    assert details._scroll.widget().width() <= details.width()
    assert details.minimumSizeHint().width() <= 320


def test_hidden_it_waits_and_catches_up(inspector: Inspector, details: Details, ctx: Context) -> None:
    inspector.hide()
    look_at(ctx, "g1")
    assert details.value.text() == dossier().title.zh
    inspector.show()
    assert details.value.text() == "≥ 30%"


def test_every_button_has_a_name(inspector: Inspector, ctx: Context) -> None:
    look_at(ctx, "g1")
    for button in inspector.findChildren(QAbstractButton):
        if not button.isHidden():
            assert button.accessibleName() or button.text(), button
