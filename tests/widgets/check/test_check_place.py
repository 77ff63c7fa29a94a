"""Where the list of findings stands: it stays through another audit, and begins at its head for another dossier."""

from __future__ import annotations

from dataclasses import replace

import pytest
from audit_cases import audited, finding
from check_tools import made
from invented import dossier
from pytestqt.qtbot import QtBot

from desktop.core.dossier import Dossier
from desktop.services.context import Context
from desktop.widgets.check.page import CheckPage

MANY = 60


def many(case: Dossier) -> Dossier:
    return audited(case, [finding(f"{case.id}-{n}", "inconsistent", "g3") for n in range(MANY)])


@pytest.fixture
def page(ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> CheckPage:
    shown = made(ctx, qtbot, monkeypatch, many(dossier()))
    for _ in range(MANY - 1):
        shown.step(1)
    qtbot.waitUntil(lambda: place(shown) == shown.view.verticalScrollBar().maximum() > 0)
    return shown


def hear(ctx: Context, case: Dossier) -> None:
    """An audit of the open dossier ends."""
    found = many(case).found
    assert found is not None
    ctx.workspace.take_found(found)


def place(page: CheckPage) -> int:
    return page.view.verticalScrollBar().value()


def test_another_audit_leaves_the_reader_where_he_is(page: CheckPage, ctx: Context) -> None:
    here, row = place(page), page.row
    hear(ctx, dossier())
    assert (place(page), page.row) == (here, row)


def test_the_audit_of_another_dossier_is_shown_from_its_head(
    page: CheckPage, ctx: Context, qtbot: QtBot
) -> None:
    other = replace(dossier(), id="other")
    ctx.workspace.show(other)
    hear(ctx, other)
    assert page.row is not None
    assert page.row.id == "other-0"
    qtbot.waitUntil(lambda: page.view.verticalScrollBar().maximum() > 0)
    assert place(page) == 0
