"""What the tests of the check page share."""

from __future__ import annotations

import pytest
from invented import entry
from page_tools import to_front
from pytestqt.qtbot import QtBot

from desktop.core.dossier import Dossier
from desktop.core.focus import Focus
from desktop.core.record import Record
from desktop.services import auditing
from desktop.services.context import Context
from desktop.widgets.check.page import CheckPage


def made(ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, case: Dossier) -> CheckPage:
    """The page on a dossier whose audit is invented: none of its own begins."""
    monkeypatch.setattr(auditing.Auditing, "wake", lambda _self: None)
    ctx.workspace._record = Record((entry(),), ())
    ctx.workspace.show(case)
    ctx.selection.show(Focus(case.id, "check"))
    page = CheckPage(ctx)
    to_front(page, qtbot)
    page.view.setFocus()
    return page


def listed(page: CheckPage) -> list[str]:
    return [row.id for row in page.model.rows]
