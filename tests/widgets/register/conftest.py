"""The register page in the window."""

from __future__ import annotations

import pytest
from register_tools import go

from desktop.widgets.main_window import MainWindow
from desktop.widgets.register.page import RegisterPage


@pytest.fixture
def page(window: MainWindow) -> RegisterPage:
    go(window, "")
    made = window.pages.current
    assert isinstance(made, RegisterPage)
    return made
