"""The check page on an invented audit."""

from __future__ import annotations

import pytest
from audit_cases import usual
from check_tools import made
from pytestqt.qtbot import QtBot

from desktop.services.context import Context
from desktop.widgets.check.page import CheckPage


@pytest.fixture
def page(ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> CheckPage:
    return made(ctx, qtbot, monkeypatch, usual())
