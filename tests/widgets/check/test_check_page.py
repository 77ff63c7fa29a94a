"""The check page as a reader uses it: read, narrow, step, rule, correct, undo; with keys alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from audit_cases import audited, finding, usual
from check_tools import listed, made
from invented import dossier, large
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.audit_rows import DERIVED, FINDINGS, HELD, OPEN
from desktop.core.finding import Uncheckable
from desktop.core.text import Text, same
from desktop.models.audit_list import Wanted
from desktop.services.context import Context
from desktop.widgets.check.page import ALL_CLEAN, CLEAN, NO_MATCH, NOTHING, CheckPage
from desktop.widgets.main_window import MainWindow

Key = Qt.Key
LONG = Text("这是一句很长的话，" * 60, "A very long sentence, " * 60)


def test_the_gravest_comes_first_and_is_shown_in_full(page: CheckPage) -> None:
    assert listed(page) == ["fnd-2", "fnd-1"]
    assert page.row is not None
    assert page.row.id == "fnd-2"
    detail = page.detail
    assert "这句话说明为什么不符" in detail.said.text()
    assert "this sentence says why" in detail.also.text()
    assert detail.formula.text() == "22 + 9 = 31 ≠ 30"
    assert [row.item for row in detail.inputs.rows if row.isVisible()] == ["h11", "h21"]
    assert "22%" in detail.passages.text.text()
    assert "background-color" in detail.passages.text.text()
    assert page.head.covered.text().startswith("9 个数字与政策提及中，核查了 8 个")


def test_steps_go_round_and_the_selection_follows(page: CheckPage) -> None:
    page.step(1)
    assert page.ctx.selection.focus.item == "g2"
    assert page.view.currentIndex().row() == 1
    page.step(1)
    assert page.ctx.selection.focus.item == "h11"
    page.step(-1)
    assert page.row is not None
    assert page.row.id == "fnd-1"


def test_findings_on_one_item_are_stepped_through(
    ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = [finding("one", "inconsistent", "g2", "g3"), finding("two", "ambiguous", "g3", "g2")]
    page = made(ctx, qtbot, monkeypatch, audited(dossier(), both))
    page.step(1)
    assert page.row is not None
    assert (page.row.id, page.view.currentIndex().row()) == ("two", 1)


def test_an_input_leads_to_its_item_and_stays_in_the_finding(page: CheckPage) -> None:
    page.detail.inputs.rows[1].click()
    assert page.ctx.selection.focus.item == "h21"
    assert page.ctx.selection.focus.page == "check"
    assert page.row is not None
    assert page.row.id == "fnd-2"
    page.detail.show_there.click()
    assert (page.ctx.selection.focus.page, page.ctx.selection.focus.item) == ("factor", "h21")


def test_from_a_regulation_a_link_leads_to_the_register(
    ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [finding("a", "differs", "p1", check="policy"), finding("b", "ambiguous", "g2")]
    page = made(ctx, qtbot, monkeypatch, audited(dossier(), found))
    page.choose("b")
    assert page.detail.consult.isHidden()
    page.choose("a")
    assert page.detail.consult.accessibleName() == "在登记簿中查看《测试管理办法》"
    page.detail.consult.click()
    assert (ctx.selection.focus.page, ctx.selection.focus.entry) == ("register", "r1")
    ctx.selection.back()
    assert (ctx.selection.focus.page, ctx.selection.focus.item) == ("check", "p1")


def test_what_is_selected_elsewhere_shows_its_finding(page: CheckPage) -> None:
    page.ctx.selection.show(page.ctx.selection.focus.on(usual(), "g2"))
    assert page.row is not None
    assert page.row.id == "fnd-1"


def test_sections_are_never_mixed(page: CheckPage) -> None:
    found = {}
    for section in (FINDINGS, HELD, OPEN, DERIVED):
        page.head.want(Wanted(section))
        found[section] = listed(page)
        assert {row.section for row in page.model.rows} == {section}
        assert page.ruling.isVisible() == (section == FINDINGS)
        assert page.detail.note.isVisible() == (section == DERIVED)
    assert found == {FINDINGS: ["fnd-2", "fnd-1"], HELD: ["sums|h12|h22"], OPEN: ["g3"], DERIVED: ["drv-1"]}


def test_narrowing_by_verdict_factor_check_and_text(page: CheckPage) -> None:
    page.head.want(Wanted(verdict="ambiguous"))
    assert listed(page) == ["fnd-1"]
    page.head.want(Wanted(check="shares"))
    assert listed(page) == ["fnd-2"]
    page.head.want(Wanted(factor="f1"))
    assert listed(page) == []
    assert page.empty.text() == NO_MATCH.zh
    assert page.side.isVisible(), "the head keeps its place"
    assert not page.detail.isVisible()
    assert not page.ruling.isVisible()
    page.head.want(Wanted())
    assert page.detail.isVisible()
    assert page.ruling.isVisible()
    page.head.box.setText("FND-1")
    assert listed(page) == ["fnd-1"]
    page.head.box.clear()
    page.head.sorted_by.emit("place")
    assert listed(page) == ["fnd-1", "fnd-2"]


def test_a_bar_of_the_coverage_lists_the_rest_with_reasons(page: CheckPage) -> None:
    assert [(b.factor, b.isEnabled()) for b in page.coverage.bars] == [
        ("", True),
        ("f1", False),
        ("f2", True),
    ]
    page.coverage.bars[2].click()
    assert page.head.wanted == Wanted(OPEN, factor="f2")
    assert page.detail.said.text() == "只写了一次。"


def test_on_a_low_page_the_list_takes_the_room_of_the_coverage(page: CheckPage) -> None:
    assert page.coverage.isVisible()
    page.resize(700, 360)
    assert not page.coverage.isVisible()
    page.resize(1200, 800)
    assert page.coverage.isVisible()


def test_another_audit_keeps_the_place(page: CheckPage) -> None:
    page.choose("fnd-1")
    more = [finding("fnd-0", "changes_conclusion", "g3"), finding("fnd-1", "ambiguous", "g2")]
    case = audited(dossier(), more)
    assert case.found is not None
    page.ctx.workspace.take_found(case.found)
    assert listed(page) == ["fnd-0", "fnd-1"]
    assert page.row is not None
    assert page.row.id == "fnd-1"


def test_nothing_wrong_nothing_to_check_and_still_running(
    ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest = [Uncheckable("g3", Text("只写了一次。", "Stated once."), "single")]
    page = made(ctx, qtbot, monkeypatch, audited(dossier(), rest=rest))
    assert page.empty.text() == CLEAN.zh
    ctx.workspace.show(audited(dossier(id="clean")))
    assert page.empty.text() == ALL_CLEAN.zh
    ctx.workspace.show(audited(dossier(figures=(), policies=(), assessments=(), id="bare")))
    assert page.empty.text() == NOTHING.zh
    assert not page.side.isVisible()
    page.step(1)
    ctx.workspace.show(dossier(id="waiting"))
    assert page.waiting.isVisible()
    assert page.waiting.button.text() == "重新核查"  # it was never begun


def test_very_long_sentences_fit(ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    one = replace(finding("a", "inconsistent", "g2"), said=LONG, formula=same("1 + " * 200))
    page = made(ctx, qtbot, monkeypatch, audited(dossier(), [one]))
    page.grab()
    assert page.detail._content.width() <= page.detail.width()


def test_a_hundred_thousand_rows_need_no_widgets(
    ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = large(3000)
    rest = [Uncheckable(f.id, Text("只写了一次。", "Stated once."), "single") for f in case.figures]
    page = made(ctx, qtbot, monkeypatch, audited(case, rest=rest))
    before = len(page.findChildren(QWidget))
    page.head.want(Wanted(OPEN))
    assert page.model.rowCount() == 3000
    assert len(page.findChildren(QWidget)) <= before + 5


def test_everything_has_a_name_in_both_languages(page: CheckPage) -> None:
    def nameless() -> list[str]:
        controls = [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit), page.view]
        shown = [w for w in controls if w.isVisible()]
        return [repr(w) for w in shown if not (w.accessibleName() or getattr(w, "text", str)())]

    assert nameless() == []
    page.ctx.preferences.set_language("en")
    assert nameless() == []
    assert page.head.covered.text().startswith("9 figures and policy mentions, 8 of them checked")
    assert "this sentence says why" in page.detail.said.text()


def test_little_room_leaves_marks_that_say_what_they_stand_for(page: CheckPage, qtbot: QtBot) -> None:
    def names() -> dict[str, str]:
        chips = [c for c in page.head.chips.findChildren(QAbstractButton) if c.isVisible()]
        return {c.text(): c.accessibleName() for c in chips}

    page.resize(700, 500)
    qtbot.waitUntil(lambda: names().get("× 1") == "× 不符 1")


def test_tab_reaches_list_rulings_and_coverage(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.ctx.selection.show(replace(window.ctx.selection.focus, page="check"))
    qtbot.waitUntil(lambda: window.ctx.auditing.audit is not None)
    page = window.pages.current
    assert isinstance(page, CheckPage)
    page.view.setFocus()
    reached = set()
    for _ in range(80):
        focused = window.focusWidget()
        reached.add(focused)
        QTest.keyClick(focused or window, Key.Key_Tab)
    ruling = page.ruling
    wanted = {page.view, page.head.box, page.head.factor, ruling.reason, ruling.accept, ruling.dispute}
    assert wanted <= reached
    assert page.coverage.bars[0] in reached
