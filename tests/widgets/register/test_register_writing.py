"""Entries and corrections of one's own: written, marked, undone, kept while the reader looks elsewhere."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from register_tools import OLD, card, go, listed, press, words

from desktop.app.tour import settle
from desktop.core.dossier import register_ids
from desktop.core.register.changes import CorrectEntry
from desktop.core.text import Text
from desktop.widgets.cards.policy_card import PolicyCard
from desktop.widgets.cards.text_label import TextLabel
from desktop.widgets.main_window import MainWindow
from desktop.widgets.register.page import RegisterPage


def test_a_correction_is_marked_the_shipped_value_stays_and_undo_takes_it_back(
    page: RegisterPage, window: MainWindow
) -> None:
    go(window, OLD)
    shipped = card(page).entry
    press(page, "更正…")
    editor = page.reader.editor
    editor.fields["number"].box.setText("新的文号")  # type: ignore[union-attr]
    editor.fields["ended"].show_words("2019-01-01")
    editor._touch()
    assert not editor.save.isEnabled()
    assert "早于施行日期" in editor.fields["ended"].problem.text()
    editor.fields["ended"].show_words("2024-12-31")
    editor.reason.show_words("见公报")
    editor._touch()
    editor.save.click()
    assert card(page).entry.number == "新的文号"
    assert f"你的更正；登记簿原载：{shipped.number}；原因：见公报" in words(page)
    undo = window.actions_["undo"]
    assert undo.text() == "撤销：更正“关于加强小额贷款公司监督管理的…”"
    undo.trigger()
    assert card(page).entry == shipped
    window.actions_["redo"].trigger()
    press(page, "恢复登记簿原值")
    assert card(page).entry == shipped
    assert "你的更正" not in words(page)


def test_an_entry_of_ones_own_is_added_removed_and_brought_back(
    page: RegisterPage, window: MainWindow
) -> None:
    page.side.add.click()
    editor = page.reader.editor
    for key, given in (("title_zh", "某市细则"), ("published", "2022-05-01"), ("citation", "公报")):
        editor.fields[key].show_words(given)
    editor._touch()
    editor.save.click()
    own = card(page).entry
    assert own.title == Text("某市细则", "某市细则")
    assert own.id in listed(page)
    assert "我的 1 条" in page.side.counts.text()
    press(page, "删除")
    assert own.id not in listed(page)
    assert window.notices.messages
    window.ctx.register.undo()
    assert own.id in listed(page)


def test_what_was_typed_stays_while_the_reader_looks_elsewhere(
    page: RegisterPage, window: MainWindow
) -> None:
    page.side.add.click()
    editor = page.reader.editor
    editor.fields["title_zh"].show_words("写了一半")
    editor._touch()
    go(window, OLD)
    page.side.add.click()
    assert page.reader.currentWidget() is editor
    assert editor.fields["title_zh"].words() == "写了一半"
    editor.left.emit()
    assert card(page).entry.id == OLD


def test_escape_leaves_the_form(page: RegisterPage) -> None:
    page.side.add.click()
    QTest.keyClick(page.reader.editor, Qt.Key.Key_Escape)
    assert page.reader.currentWidget() is not page.reader.editor


def test_what_shows_the_register_elsewhere_follows_its_edits(window: MainWindow) -> None:
    dossier, ctx = window.ctx.workspace.dossier, window.ctx
    assert dossier is not None
    mention = next(m for m in dossier.policies if register_ids(dossier, m))
    entry = ctx.workspace.record.entry(register_ids(dossier, mention)[0])
    assert entry is not None
    ctx.selection.show(replace(ctx.selection.focus.on(dossier, mention.id), page="factor"))
    settle(ctx.jobs)
    ctx.register.do(CorrectEntry(entry, replace(entry, number="改过的文号")))
    settle(ctx.jobs)
    shown = [c for c in window.findChildren(PolicyCard) if c.item_id == mention.id and c.isVisible()]
    assert any("改过的文号" in w.text() for w in shown[0].findChildren(TextLabel))
