"""The source: what is lit is what the item says, in digest and original, and never something else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from audit_cases import found, usual
from invented import ORIGINAL, TEXT, dossier, large, open_in
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.dossier import Dossier
from desktop.core.focus import Focus
from desktop.core.span import Anchor, Utf16Map
from desktop.services.context import Context
from desktop.widgets.source_view import SourceView


def view_on(ctx: Context, qtbot: QtBot, case: Dossier, height: int = 420) -> SourceView:
    open_in(ctx, case)
    made = SourceView(ctx)
    qtbot.addWidget(made)
    made.resize(320, height)
    made.show()
    qtbot.waitUntil(lambda: made._awake)
    return made


@pytest.fixture
def view(ctx: Context, qtbot: QtBot) -> SourceView:
    return view_on(ctx, qtbot, dossier())


def look_at(ctx: Context, item: str) -> None:
    case = ctx.workspace.dossier
    assert case is not None
    ctx.selection.show(Focus(case.id, "factor").on(case, item))


def drawn(view: SourceView) -> list[str]:
    """What the document really has selected, in its own UTF-16 words."""
    return [s.cursor.selectedText() for s in view.text.extraSelections()]


def click(view: SourceView, words: str) -> None:
    cursor = QTextCursor(view.text.document())
    cursor.setPosition(Utf16Map(TEXT).to_utf16(TEXT.index(words)) + 1)
    view.text.setTextCursor(cursor)
    view.text.ensureCursorVisible()
    place = view.text.cursorRect(cursor).center() - QPoint(2, 0)
    QTest.mouseClick(view.text.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_sentence_and_span_are_lit_exactly_after_an_astral_character(view: SourceView, ctx: Context) -> None:
    look_at(ctx, "g3")
    assert view.text.lit() == ("占比由2020年的38%降到2023年的19%。", "19%")
    assert drawn(view) == ["占比由2020年的38%降到2023年的19%。", "19%"]
    start = TEXT.index("19%")
    assert view.foot.place.text() == f"2 投入减少 · 字符 {start}–{start + 3}"


def test_every_item_is_lit_by_its_own_quote(view: SourceView, ctx: Context) -> None:
    for item in dossier().items.values():
        look_at(ctx, item.id)
        assert view.text.lit()[1] == item.anchor.quote
        assert item.anchor.quote in view.text.lit()[0] or item.id == "t1"


def test_lighting_leaves_the_document_alone(view: SourceView, ctx: Context) -> None:
    changes: list[int] = []
    view.text.document().contentsChange.connect(lambda *_: changes.append(1))
    view.text.document().documentLayout().documentSizeChanged.connect(lambda *_: changes.append(1))
    for item in ("g1", "p1", "t1", "c21"):
        look_at(ctx, item)
    assert changes == []


@pytest.mark.parametrize("place", [Anchor("src", 5, 8, "不在此"), Anchor("src", 5, 5, "")])
def test_a_lost_passage_is_told_and_nothing_is_lit(ctx: Context, qtbot: QtBot, place: Anchor) -> None:
    case = dossier()
    view = view_on(
        ctx, qtbot, replace(case, figures=(replace(case.figures[1], anchor=place), *case.figures[2:]))
    )
    look_at(ctx, "g1")
    assert drawn(view) == []
    assert "已失效" in view.message.text()
    assert not view.message.isHidden()
    look_at(ctx, "g3")
    assert view.message.isHidden()
    assert len(drawn(view)) == 2


def test_a_missing_text_is_told(ctx: Context, qtbot: QtBot) -> None:
    case = dossier()
    view = view_on(ctx, qtbot, replace(case, sources=(replace(case.sources[0], text=""),)))
    look_at(ctx, "g1")
    assert "没有附带" in view.message.text()
    assert view.text.isHidden()
    open_in(ctx, replace(case, sources=()))
    assert not view.message.isHidden()


def test_a_click_selects_the_smallest_item_there(view: SourceView, ctx: Context) -> None:
    click(view, "38%")
    assert ctx.selection.focus == Focus("case", "factor", "f2", "g2")
    click(view, "开头一段")
    assert ctx.selection.focus.item == "g2", "where there is no item, nothing changes"


def test_f4_steps_to_the_next_item(view: SourceView, ctx: Context, qtbot: QtBot) -> None:
    look_at(ctx, "g2")
    qtbot.waitExposed(view)
    view.activateWindow()
    view.text.setFocus()
    QTest.keyClick(view.text, Qt.Key.Key_F4)
    assert ctx.selection.focus.item == "g3"
    QTest.keyClick(view.text, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    assert ctx.selection.focus.item == "g2"


def test_find_counts_steps_and_closes(view: SourceView) -> None:
    view.open_find()
    view.find_bar.box.setText("占比")
    assert view.find_bar._count.text() == "1/2"
    QTest.keyClick(view.find_bar.box, Qt.Key.Key_Return)
    assert view.find_bar._count.text() == "2/2"
    QTest.keyClick(view.find_bar.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert view.find_bar._count.text() == "1/2"
    assert drawn(view) == ["占比", "占比"]
    view.find_bar.box.setText("没有的词")
    assert view.find_bar._count.text() == "没有找到"
    QTest.keyClick(view.find_bar.box, Qt.Key.Key_Escape)
    assert view.find_bar.isHidden()
    assert drawn(view) == []


def test_copying_takes_the_sentence_with_its_citation_or_the_value(view: SourceView, ctx: Context) -> None:
    look_at(ctx, "g3")
    view.foot.copy_sentence.click()
    assert (
        QGuiApplication.clipboard()
        .text()
        .startswith("“占比由2020年的38%降到2023年的19%。”（出处：测贷要点，2 投入减少")
    )
    view.foot.copy_value.click()
    assert QGuiApplication.clipboard().text() == "19%"
    look_at(ctx, "p1")
    assert view.foot.copy_value.isHidden()


def test_the_original_lights_its_own_place(view: SourceView, ctx: Context, tmp_path: Path) -> None:
    assert view.head.original.isHidden()
    path = tmp_path / "a.txt"
    path.write_text(ORIGINAL, encoding="utf-8")
    assert ctx.originals.attach(path)
    assert not view.head.original.isHidden()
    look_at(ctx, "g3")
    view.head.original.click()
    assert drawn(view) == ["𠮷占比是19%，不再多说。", "19%"]
    look_at(ctx, "g2")
    assert drawn(view) == []
    assert "没有记录" in view.message.text()
    view.head.digest.click()
    assert drawn(view)[1] == "38%"


def test_an_original_that_is_gone_brings_back_the_digest(
    view: SourceView, ctx: Context, tmp_path: Path
) -> None:
    ctx.preferences.set_value("originals", {dossier().sources[0].original.sha256: str(tmp_path / "gone.txt")})
    ctx.originals.changed.emit()
    told: list[object] = []
    ctx.workspace.noticed.connect(told.append)
    look_at(ctx, "g3")
    view.head.original.click()
    assert len(told) == 1
    assert view.head.original.isHidden()
    assert drawn(view)[1] == "19%"


def test_marks_can_be_switched_off_and_stay_off(view: SourceView, ctx: Context) -> None:
    def underlined() -> int:
        block, count = view.text.document().begin(), 0
        while block.isValid():
            count += sum(
                f.format.underlineStyle() != f.format.UnderlineStyle.NoUnderline
                for f in block.layout().formats()
            )
            block = block.next()
        return count

    assert underlined() > 8
    view.head.marks.click()
    assert underlined() == 0
    look_at(ctx, "g3")
    ctx.preferences.set_theme("dark")
    assert underlined() == 0
    assert drawn(view)[1] == "19%"


def test_a_far_passage_is_scrolled_into_view(ctx: Context, qtbot: QtBot) -> None:
    view = view_on(ctx, qtbot, large())
    look_at(ctx, "m1990")
    bottom = view.text.viewport().height()
    selections = view.text.extraSelections()
    top = view.text.cursorRect(selections[0].cursor).top()
    assert view.text.lit() == ("第1990项为1990%。", "1990%")
    assert 0 <= top < bottom


def test_another_dossier_is_read_from_its_beginning(ctx: Context, qtbot: QtBot) -> None:
    first = large()
    view = view_on(ctx, qtbot, first)
    look_at(ctx, "m1990")
    bar = view.text.verticalScrollBar()
    assert bar.value() > 0
    source = first.sources[0]
    other = replace(source, text=source.text + "完", sha256="other")
    open_in(ctx, replace(first, id="another", sources=(other,), figures=first.figures[:5]))
    assert bar.maximum() > 0
    assert bar.value() == 0


def test_what_does_not_hold_has_a_wavy_line_and_what_is_in_doubt_a_dashed_one(
    ctx: Context, qtbot: QtBot
) -> None:
    view = view_on(ctx, qtbot, dossier())

    def style(words: str) -> tuple[QTextCharFormat.UnderlineStyle, bool]:
        at = Utf16Map(TEXT).to_utf16(TEXT.index(words))
        block = view.text.document().findBlock(at)
        inside = [
            r for r in block.layout().formats() if r.start <= at - block.position() < r.start + r.length
        ]
        return inside[-1].format.underlineStyle(), inside[-1].format.hasProperty(
            QTextCharFormat.Property.BackgroundBrush
        )

    line = QTextCharFormat.UnderlineStyle
    assert style("22%") == (line.SingleUnderline, False)
    ctx.workspace.take_found(found(usual()))
    assert style("22%") == (line.WaveUnderline, True)
    assert style("38%") == (line.DashUnderline, True)
    assert style("9% |") == (line.SingleUnderline, False)  # only one of the numbers that a finding uses
