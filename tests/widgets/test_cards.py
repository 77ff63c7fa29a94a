"""The small things that pages are made of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented import assessment, dossier, entry
from PySide6.QtCore import QRect, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.policy_check import policy_check
from desktop.core.record import Record
from desktop.core.register.changes import CorrectEntry, layered
from desktop.core.text import Text, same
from desktop.core.verdict import VERDICTS
from desktop.services.context import Context
from desktop.services.theme import BASE_PIXELS
from desktop.widgets.cards.address_row import AddressRow
from desktop.widgets.cards.badge import Badge, badge_width, face_of
from desktop.widgets.cards.card import Card
from desktop.widgets.cards.chips import Chip, Chips
from desktop.widgets.cards.dress import dress
from desktop.widgets.cards.flow_layout import CardGrid, FlowLayout
from desktop.widgets.cards.ink import metrics, wrap
from desktop.widgets.cards.link_row import SLACK, LinkRow
from desktop.widgets.cards.long_text import LINES, LongText
from desktop.widgets.cards.policy_card import NOT_FOUND, PolicyCard
from desktop.widgets.cards.text_label import TextLabel

URL = "https://example.org/measures"


def dressed(widget: QWidget, ctx: Context, qtbot: QtBot, width: int = 700) -> None:
    qtbot.addWidget(widget)
    dress(widget, ctx.ui.theme(), ctx.language)
    widget.resize(width, 400)
    widget.show()


def card(ctx: Context, qtbot: QtBot, verdict: str, **more: object) -> PolicyCard:
    one = assessment("a1", "f1", verdict, "p1", policy="p1", **more)
    case = dossier(assessments=(one,))
    known = replace(entry(), urls=(URL,), unverified=("published",))
    made = PolicyCard(policy_check(case, case.policies[0], Record((known,), ())))
    dressed(made, ctx, qtbot)
    return made


def texts(widget: QWidget) -> list[str]:
    return [w.text() for w in widget.findChildren(TextLabel) if w.isVisible()]


def test_a_policy_card_puts_the_claim_beside_the_record(ctx: Context, qtbot: QtBot) -> None:
    shown = texts(card(ctx, qtbot, "differs", register_id="r1"))
    assert {"《测试办法》", "《测试管理办法》", "差别所在"} <= set(shown)
    assert "▲ 登记簿中尚未核实：发布日期" in shown
    assert any("核查置信度：中" in text for text in shown)


def test_what_is_not_in_the_register_is_never_called_missing_from_the_world(
    ctx: Context, qtbot: QtBot
) -> None:
    made = card(ctx, qtbot, "not_found", nearest=("r1",))
    assert NOT_FOUND.zh in texts(made)
    (nearest,) = [link for link in made.findChildren(LinkRow) if "测试管理办法" in link.text()]
    consulted: list[str] = []
    made.consulted.connect(consulted.append)
    nearest.click()
    assert consulted == ["r1"]
    assert not made.findChildren(AddressRow)


def test_what_a_person_corrected_in_the_register_is_marked_and_the_shipped_value_stays(
    ctx: Context, qtbot: QtBot
) -> None:
    one = assessment("a1", "f1", "differs", "p1", policy="p1", register_id="r1")
    case, shipped = dossier(assessments=(one,)), entry()
    mine = layered((shipped,), [CorrectEntry(shipped, replace(shipped, number="令〔2021〕9 号"), "见公报")])
    made = PolicyCard(policy_check(case, case.policies[0], Record(mine.register, (), layer=mine.layer)))
    dressed(made, ctx, qtbot)
    assert "令〔2021〕9 号" in texts(made)
    assert "✎ 你的更正；登记簿原载：令〔2021〕1 号；原因：见公报" in texts(made)


def test_an_address_is_copied_or_opened_only_by_its_button(
    ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    made = card(ctx, qtbot, "differs", register_id="r1")
    row = made.findChild(AddressRow)
    assert isinstance(row, AddressRow)
    copy, leave = row.findChildren(QToolButton)
    copy.click()
    assert QGuiApplication.clipboard().text() == URL
    assert opened == []
    assert leave.text() == "在系统浏览器中打开"
    leave.click()
    assert opened == [QUrl(URL)]


def test_a_long_text_is_cut_until_asked(ctx: Context, qtbot: QtBot) -> None:
    made = LongText(Text("很长的规定，" * 60, "A long provision. " * 60))
    dressed(made, ctx, qtbot, 300)
    words = made.findChild(TextLabel)
    assert isinstance(words, TextLabel)
    assert words.text().count("\n") == LINES - 1
    assert words.text().endswith("…")
    made.button.click()
    assert words.text() == "很长的规定，" * 60
    assert made.button.text() == "收起"


def test_a_short_text_offers_no_more(ctx: Context, qtbot: QtBot) -> None:
    made = LongText(same("short"))
    dressed(made, ctx, qtbot, 300)
    assert made.button.isHidden()


def test_wrapping_loses_nothing_and_elides_only_the_last_line(ctx: Context) -> None:
    text = "一二三四五六七八九十" * 5
    lines = wrap(text, "body", 100, 100)
    assert "".join(lines) == text
    assert all(metrics("body", 100).horizontalAdvance(line) <= 100 for line in lines)
    cut = wrap(text, "body", 100, 100, 2)
    assert cut[0] == lines[0]
    assert cut[1].endswith("…")


def test_a_badge_says_its_verdict_in_words(ctx: Context, qtbot: QtBot) -> None:
    made = Badge(face_of(VERDICTS["partly"]))
    dressed(made, ctx, qtbot)
    assert made.accessibleName() == "◐ 不尽相符"
    assert made.sizeHint().width() == badge_width("◐ 不尽相符", ctx.ui.theme())


@pytest.mark.parametrize(
    ("count", "width", "columns"),
    [(8, 1000, 4), (8, 640, 4), (8, 400, 2), (9, 1000, 3), (7, 1000, 4), (8, 100, 1), (1, 1000, 1)],
)
def test_a_grid_has_as_many_columns_as_fit_and_avoids_holes(
    qtbot: QtBot, count: int, width: int, columns: int
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    grid = CardGrid(150, 4, parent=holder)
    grid.setSpacing(10)
    for _ in range(count):
        grid.addWidget(QPushButton("x"))
    holder.resize(width, 600)
    holder.show()
    assert grid.columns(width) == columns
    assert grid.heightForWidth(width) == grid.heightForWidth(width + 1)


def test_quotes_are_as_wide_as_the_letters_around_them(ctx: Context, qtbot: QtBot) -> None:
    label = TextLabel(same("The “zero cost” loan"), wraps=False)
    dressed(label, ctx, qtbot)
    english = label.sizeHint().width()
    plain = TextLabel(same("The zero cost loan"), wraps=False)
    dressed(plain, ctx, qtbot)
    wide = ctx.ui.theme().px(BASE_PIXELS)
    assert english - plain.sizeHint().width() < 1.5 * wide
    label.tell(same("“零成本”贷款"))
    plain.tell(same("零成本贷款"))
    assert label.sizeHint().width() - plain.sizeHint().width() == 2 * wide
    label.tell(same("The “zero cost” loan"))
    assert label.sizeHint().width() == english


def test_a_link_is_cut_only_where_there_is_no_room(ctx: Context, qtbot: QtBot) -> None:
    words = "《关于规范网络借贷 & 互联网存款业务有关事项的通知》" * 2
    link = LinkRow(same(words), lambda: None)
    dressed(link, ctx, qtbot)
    whole = link.sizeHint()
    link.resize(whole)
    assert link.text() == words.replace("&", "&&")
    link.resize(whole.width() // 2, whole.height())
    assert link.text().endswith("…")
    assert link.toolTip() == link.accessibleName() == words
    assert abs(link.sizeHint().width() - whole.width()) <= SLACK
    link.resize(whole)
    assert link.text() == words.replace("&", "&&")


class Named(Card):
    """A card whose name needs two lines in a narrow column."""

    def lines_at(self, width: int) -> int:
        return 1 if width > 200 else 2

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return 20 * self.lines


def test_asking_a_grid_for_another_width_leaves_the_cards_as_they_stand(qtbot: QtBot) -> None:
    """The heights of many widths are asked for; a name was painted over what follows it."""
    holder = QWidget()
    qtbot.addWidget(holder)
    grid = CardGrid(150, 1, parent=holder)
    card = Named()
    grid.addWidget(card)
    grid.setGeometry(QRect(0, 0, 180, 400))
    assert card.lines == 2
    assert grid.heightForWidth(400) == 20
    assert card.lines == 2
    assert card.height() == 40


def test_a_row_of_chips_wraps(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    buttons = [QPushButton("x" * 10) for _ in range(6)]
    for button in buttons:
        flow.addWidget(button)
    holder.show()
    flow.setGeometry(QRect(0, 0, 250, 400))
    assert buttons[-1].y() > buttons[0].y()
    assert max(b.geometry().right() for b in buttons) <= 250
    assert flow.heightForWidth(10_000) < flow.heightForWidth(250)


def test_chips_filter_and_a_switch_always_has_one(ctx: Context, qtbot: QtBot) -> None:
    choices = [("a", same("A"), 0), ("b", same("B"), -1)]
    for exclusive, at_first, after in ((False, set(), {"b"}), (True, {"a"}, {"b"})):
        made = Chips(same("name"), exclusive=exclusive)
        made.offer(choices)
        dressed(made, ctx, qtbot)
        assert made.chosen == at_first
        with qtbot.waitSignal(made.changed):
            QTest.mouseClick(made.findChildren(Chip)[1], Qt.MouseButton.LeftButton)
        assert made.chosen == after
        made.offer(choices[:1])
        assert len([c for c in made.findChildren(Chip) if not c.isHidden()]) <= 1
