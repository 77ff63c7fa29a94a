"""The page of the register: find, read, follow links, and keep entries and corrections of one's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.app.tour import settle
from desktop.core.dossier import register_ids
from desktop.core.focus import Focus
from desktop.core.policy import PolicyMention
from desktop.core.register.changes import CorrectEntry
from desktop.core.text import Text
from desktop.models.register_list import RegisterLine
from desktop.models.roles import Role
from desktop.services.context import Context
from desktop.widgets.cards.link_row import LinkRow
from desktop.widgets.cards.policy_card import PolicyCard
from desktop.widgets.cards.words import Words
from desktop.widgets.main_window import MainWindow
from desktop.widgets.register.card import EntryCard, Press
from desktop.widgets.register.page import RegisterPage

OLD, NEW = "cbirc-2020-86-microloan", "nfra-2024-26-microloan"


@pytest.fixture
def page(window: MainWindow) -> RegisterPage:
    go(window, "")
    made = window.pages.current
    assert isinstance(made, RegisterPage)
    return made


def go(window: MainWindow, entry: str) -> None:
    window.ctx.selection.show(replace(window.ctx.selection.focus, page="register", entry=entry))
    settle(window.ctx.jobs)


def listed(page: RegisterPage) -> list[str]:
    return [entry.id for entry in page.side.model.found]


def card(page: RegisterPage) -> EntryCard:
    assert page.reader.card is not None
    return page.reader.card


def words(page: RegisterPage) -> str:
    return "\n".join(w.text() for w in card(page).findChildren(Words))


def press(page: RegisterPage, text: str) -> None:
    (button,) = [b for b in card(page).findChildren(Press) if b.text() == text]
    button.click()


def test_search_lists_what_fits_and_lights_it(page: RegisterPage) -> None:
    whole = len(listed(page))
    page.side.finder.box.setText("[2020]86号")
    assert listed(page) == [OLD]
    line = page.side.model.index(0, 0).data(Role.LINE)
    assert isinstance(line, RegisterLine)
    assert [line.meta.text[a:b] for a, b in line.meta.found] == ["〔2020〕86号"]
    page.side.finder.box.setText("没有这样的文件")
    assert page.side.none.isVisible()
    assert not page.side.lists.isVisible()
    page.side.finder.clear()
    assert len(listed(page)) == whole


def test_a_filter_is_a_button_that_takes_itself_off(page: RegisterPage) -> None:
    page.side.finder.narrow("status", "superseded")
    assert {entry.status for entry in page.side.model.found} == {"superseded"}
    (button,) = [b for b in page.side.finder.findChildren(QAbstractButton) if b.text().startswith("状态：")]
    button.click()
    assert page.side.finder.wanted.status == ""


def test_sorting_keeps_the_entry_that_is_read(page: RegisterPage, window: MainWindow) -> None:
    go(window, OLD)
    page.side.finder.order_by("title")
    assert card(page).entry.id == OLD
    assert page.side.lists.list.currentIndex().data(Role.ITEM) == OLD


def test_links_lead_to_entries_and_back_returns(page: RegisterPage, window: MainWindow) -> None:
    go(window, OLD)
    (link,) = [
        row for row in card(page).findChildren(LinkRow) if row.text() == "《小额贷款公司监督管理暂行办法》"
    ]
    link.click()
    assert card(page).entry.id == NEW
    window.ctx.selection.back()
    assert card(page).entry.id == OLD


def test_the_list_leads_with_the_keyboard(page: RegisterPage, window: MainWindow) -> None:
    page.side.lists.list.setCurrentIndex(page.side.model.index(0, 0))
    QTest.keyClick(page.side.lists.list, Qt.Key.Key_Down)
    assert window.ctx.selection.focus.entry == listed(page)[1]
    assert card(page).entry.id == listed(page)[1]


def test_the_day_moves_by_line_keys_and_words(page: RegisterPage) -> None:
    page.side.days.box.setText("2021年3月1日")
    page.side.days.box.editingFinished.emit()
    assert "有效 24 条" in page.side.days.held.text()
    page.side.days.only.click()
    assert len(listed(page)) == 24
    page.side.lists.show_times(True)
    QTest.keyClick(page.side.lists.head, Qt.Key.Key_Left)
    assert page.side.days.box.text() == "2021-02-01"
    page.side.days.box.setText("改天")
    page.side.days.box.editingFinished.emit()
    assert "不是一个日子" in page.side.days.held.text()
    assert page.side.days.box.text() == "改天"


def test_a_click_on_the_time_line_moves_the_day_there(page: RegisterPage) -> None:
    page.side.lists.show_times(True)
    moved: list[date] = []
    page.side.lists.moved.connect(moved.append)
    head = page.side.lists.head
    QTest.mouseClick(head, Qt.MouseButton.LeftButton, pos=head.rect().center())
    assert page.side.days.box.text() == moved[0].isoformat()


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


def test_a_mention_leads_to_the_dossier_and_its_card_back_to_the_entry(
    page: RegisterPage, window: MainWindow, qtbot: QtBot
) -> None:
    dossier = window.ctx.workspace.dossier
    assert dossier is not None
    mention = next(m for m in dossier.policies if register_ids(dossier, m))
    (entry, *_) = register_ids(dossier, mention)
    go(window, entry)
    links = [row for row in card(page).findChildren(LinkRow) if mention.anchor.quote[:6] in row.toolTip()]
    links[0].click()
    settle(window.ctx.jobs)
    focus = window.ctx.selection.focus
    assert (focus.page, focus.item) == ("factor", mention.id)
    cards = {c.item_id: c for c in window.findChildren(PolicyCard) if c.isVisible()}
    (consult,) = [row for row in cards[mention.id].findChildren(LinkRow) if row.text() == "在登记簿中查看"]
    consult.click()
    assert (window.ctx.selection.focus.page, card(page).entry.id) == ("register", entry)


def test_other_dossiers_that_mention_an_entry_are_named(page: RegisterPage, window: MainWindow) -> None:
    go(window, "cbirc-2020-9-internet-loans")
    link = next(row for row in card(page).findChildren(LinkRow) if row.text().startswith("粒粒贷（"))
    link.click()
    settle(window.ctx.jobs)
    dossier = window.ctx.workspace.dossier
    assert dossier is not None
    assert dossier.product.zh == "粒粒贷"
    mention = dossier.item(window.ctx.selection.focus.item)
    assert isinstance(mention, PolicyMention)
    assert "cbirc-2020-9-internet-loans" in register_ids(dossier, mention)


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
    assert any("改过的文号" in w.text() for w in shown[0].findChildren(Words))


def test_citing_copies_a_footnote(page: RegisterPage, window: MainWindow) -> None:
    go(window, OLD)
    press(page, "复制引用")
    assert "《关于加强小额贷款公司监督管理的通知》" in QGuiApplication.clipboard().text()


def test_the_page_needs_no_dossier(ctx: Context, qtbot: QtBot) -> None:
    page = RegisterPage(ctx)
    qtbot.addWidget(page)
    ctx.selection.show(Focus(page="register", entry=OLD))
    page.resize(1000, 700)
    page.show()
    assert card(page).entry.id == OLD
    settle(ctx.jobs)
    assert "打开的档案" not in words(page)
