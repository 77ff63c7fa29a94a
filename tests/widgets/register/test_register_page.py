"""The page of the register: find, read, follow links, and keep entries and corrections of one's own."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from register_tools import NEW, OLD, card, go, listed, press, words

from desktop.app.tour import settle
from desktop.core.dossier import register_ids
from desktop.core.focus import Focus
from desktop.core.policy import PolicyMention
from desktop.models.register_list import RegisterLine
from desktop.models.roles import Role
from desktop.services.context import Context
from desktop.widgets.cards.link_row import LinkRow
from desktop.widgets.cards.policy_card import PolicyCard
from desktop.widgets.main_window import MainWindow
from desktop.widgets.register.page import RegisterPage


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
    every = len(listed(page))
    held = [0, 0]
    for n, day in enumerate(("1985年1月1日", "2021年3月1日")):
        page.side.days.box.setText(day)
        page.side.days.box.editingFinished.emit()
        told = re.match(r"有效 (\d+) 条", page.side.days.held.text())
        held[n] = int(told[1]) if told is not None else -1
    assert 0 <= held[0] < held[1] < every
    page.side.days.only.click()
    assert len(listed(page)) == held[1]
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
