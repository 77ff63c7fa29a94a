"""What the tests of the register page share."""

from __future__ import annotations

from dataclasses import replace

from desktop.app.tour import settle
from desktop.widgets.cards.text_label import TextLabel
from desktop.widgets.main_window import MainWindow
from desktop.widgets.register.card import EntryCard, Press
from desktop.widgets.register.page import RegisterPage

OLD, NEW = "cbirc-2020-86-microloan", "nfra-2024-26-microloan"


def go(window: MainWindow, entry: str) -> None:
    window.ctx.selection.show(replace(window.ctx.selection.focus, page="register", entry=entry))
    settle(window.ctx.jobs)


def listed(page: RegisterPage) -> list[str]:
    return [entry.id for entry in page.side.model.found]


def card(page: RegisterPage) -> EntryCard:
    assert page.reader.card is not None
    return page.reader.card


def words(page: RegisterPage) -> str:
    return "\n".join(w.text() for w in card(page).findChildren(TextLabel))


def press(page: RegisterPage, text: str) -> None:
    (button,) = [b for b in card(page).findChildren(Press) if b.text() == text]
    button.click()
