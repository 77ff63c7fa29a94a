"""The article of a review: exact spans through tables and chips, marks, selections."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import TEXT
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextTable
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from review_cases import imported, many, nothing_found

from desktop.core.dossier import Dossier
from desktop.core.review import Review
from desktop.services.context import Context
from desktop.widgets.review.add_bar import CHOICES
from desktop.widgets.review.article_pane import ArticlePane
from desktop.widgets.review.placed import PlacedMap


@pytest.fixture
def pane(ctx: Context, qtbot: QtBot) -> ArticlePane:
    return _pane(ctx, qtbot, imported())


def _pane(ctx: Context, qtbot: QtBot, case: Dossier) -> ArticlePane:
    made = ArticlePane(ctx.ui.theme(), lambda item: f"about {item}")
    made.look(ctx.ui.theme(), "zh")
    qtbot.addWidget(made)
    made.resize(640, 900)
    made.show_article(case, "zh")
    made.show()
    qtbot.waitExposed(made)
    return made


def _at(pane: ArticlePane, words: str, after: str = "") -> QPoint:
    """Return the middle of some words in the viewport."""
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return pane.text.box_of(start, start + len(words)).center().toPoint()


def test_the_table_is_a_table_and_its_lines_are_gone(pane: ArticlePane) -> None:
    tables = [f for f in pane.text.document().rootFrame().childFrames() if isinstance(f, QTextTable)]
    assert [(t.rows(), t.columns()) for t in tables] == [(3, 3)]
    assert "---" not in pane.text.toPlainText()
    assert "三、展望" in pane.text.toPlainText()


def test_every_item_selects_its_own_quote(pane: ArticlePane) -> None:
    for item in imported().items.values():
        if item.id == "t1":
            continue  # its rules are left out
        pane.text.select(item.anchor.start, item.anchor.end)
        start, end = pane.text.selection()
        assert TEXT[start:end] == item.anchor.quote.strip()


def test_a_copy_is_the_text_itself(pane: ArticlePane) -> None:
    start, end = TEXT.index("投入减少"), TEXT.index("人数 |")
    pane.text.select(start, end)
    pane.text.copy()
    copied = QGuiApplication.clipboard().text()  # Qt takes whole rows where a selection enters a table
    assert copied.startswith(TEXT[start:end])
    assert copied in TEXT


def test_headings_carry_a_chip(pane: ArticlePane) -> None:
    assert pane.text.toPlainText().count("\ufffc") == 4
    again = replace(imported(), factors=imported().factors[:1])
    pane.show_marks(again, "")
    assert pane.text.toPlainText().count("\ufffc") == 1


def test_a_click_on_a_mark_chooses_its_item(pane: ArticlePane, qtbot: QtBot) -> None:
    for words, item in (("38%", "g2"), ("22%", "h11"), ("《测试办法》", "p1"), ("一、规则收紧", "f1")):
        with qtbot.waitSignal(pane.chosen, timeout=1000) as heard:
            QTest.mouseClick(pane.text.viewport(), Qt.MouseButton.LeftButton, pos=_at(pane, words))
        assert heard.args == [item]


def test_a_click_on_a_leftover_offers_to_add_it(pane: ArticlePane) -> None:
    QTest.mouseClick(pane.text.viewport(), Qt.MouseButton.LeftButton, pos=_at(pane, "没有数字", "三、展望"))
    assert pane.text.selection()[0] == TEXT.index("没有数字", TEXT.index("三、展望"))
    assert pane.bar.isVisible()


def test_a_click_beside_everything_chooses_nothing(pane: ArticlePane, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pane.chosen):
        QTest.mouseClick(pane.text.viewport(), Qt.MouseButton.LeftButton, pos=_at(pane, "开头"))


def test_a_tool_tip_tells_of_the_mark_under_the_mouse(pane: ArticlePane) -> None:
    assert pane.tip_at(_at(pane, "38%")) == "about g2"
    assert pane.tip_at(_at(pane, "没有数字", "三、展望")) != ""
    assert pane.tip_at(_at(pane, "开头")) == ""
    assert pane.tip_at(QPoint(630, 5)) == ""


def test_a_selection_can_be_added_as_each_kind(pane: ArticlePane, qtbot: QtBot) -> None:
    start = TEXT.index("不再续办")
    for kind, button in pane.bar.buttons.items():
        pane.select(start, start + 4)
        assert pane.bar.isVisible()
        with qtbot.waitSignal(pane.adding, timeout=1000) as heard:
            button.click()
        assert heard.args == [kind, start, start + 4]
        assert not pane.bar.isVisible()
    assert set(pane.bar.buttons) == set(CHOICES)


def test_escape_closes_the_bar(pane: ArticlePane) -> None:
    start = TEXT.index("不再续办")
    pane.select(start, start + 4)
    QTest.keyClick(pane.bar.buttons["point"], Qt.Key.Key_Escape)
    assert not pane.bar.isVisible()
    pane.select(start, start)
    assert not pane.bar.isVisible()


def test_the_bar_stays_inside(ctx: Context, qtbot: QtBot) -> None:
    pane = _pane(ctx, qtbot, imported())
    pane.resize(420, 300)
    for words in ("不再续办", "没有数字的一段话", "420"):
        start = TEXT.index(words)
        pane.select(start, start + len(words))
        assert pane.text.viewport().rect().contains(pane.bar.geometry())


def test_the_current_item_is_brought_into_view(ctx: Context, qtbot: QtBot) -> None:
    case = many(400)
    pane = _pane(ctx, qtbot, case)
    pane.show_current(case, "m390")
    start, end = pane.text.in_view()
    assert start <= case.items["m390"].anchor.start < end
    pane.show_current(case, "m0")
    assert pane.text.in_view()[0] <= case.items["m0"].anchor.start


def test_a_status_changes_the_paint_but_not_the_document(pane: ArticlePane) -> None:
    revision = pane.text.document().revision()
    pane.text.setFocus()
    before = pane.text.viewport().grab().toImage()
    pane.show_marks(replace(imported(), reviews=(Review("g1", "accepted"),)), "")
    assert pane.text.viewport().grab().toImage() != before
    assert pane.text.document().revision() == revision


def test_each_status_looks_different(pane: ArticlePane) -> None:
    start = imported().items["g2"].anchor.start
    place = pane.text.box_of(start, start + 3).toAlignedRect()
    seen = []
    for status in ("", "accepted", "corrected", "added"):
        reviews = (Review("g2", status),) if status else ()
        pane.show_marks(replace(imported(), reviews=reviews), "")
        seen.append(pane.text.viewport().grab(place).toImage())
    assert all(a != b for n, a in enumerate(seen) for b in seen[:n])


def test_search_finds_words_of_the_text(pane: ArticlePane) -> None:
    pane.open_find()
    pane.find_bar.box.setText("占比")
    assert pane.find_bar._count.text() == "1/2"
    pane.find_bar.close_bar()
    assert not pane.find_bar.isVisible()


def test_a_click_on_the_strip_goes_there(ctx: Context, qtbot: QtBot) -> None:
    pane = _pane(ctx, qtbot, many(400))
    QTest.mouseClick(pane.strip, Qt.MouseButton.LeftButton, pos=QPoint(3, pane.strip.height() - 2))
    assert pane.text.in_view()[1] > len(many(400).sources[0].text) * 0.9


def test_an_article_without_items_and_no_article_at_all(ctx: Context, qtbot: QtBot) -> None:
    pane = _pane(ctx, qtbot, nothing_found())
    assert pane.text.toPlainText() == TEXT
    pane.show_article(replace(nothing_found(), sources=()), "zh")
    assert pane.text.toPlainText() == ""


@given(st.text(alphabet="甲𠮷a\n", max_size=30), st.data())
def test_places_lead_there_and_back(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    placed, position, inside = PlacedMap(text), 0, []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        position = placed.place(start, end, position) + 1  # a chip, or the frame of a cell
        inside += range(start, end)
    for at in inside:
        assert placed.to_code_point(placed.to_utf16(at)) == at
    places = [placed.to_utf16(at) for at in range(len(text) + 1)]
    assert places == sorted(places)
