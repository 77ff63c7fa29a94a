"""The review of an invented import."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from review_cases import imported
from review_tools import page_on

from desktop.services.context import Context
from desktop.widgets.review.page import ReviewPage


@pytest.fixture
def page(ctx: Context, qtbot: QtBot) -> ReviewPage:
    return page_on(ctx, qtbot, imported())
