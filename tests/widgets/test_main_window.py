"""The window as a whole: it opens, follows, remembers, and survives what is wrong with the files."""

from __future__ import annotations

from desktop.widgets.main_window import MainWindow


def test_opens_the_first_dossier(window: MainWindow) -> None:
    dossier = window.ctx.workspace.dossier
    assert dossier is not None
    assert dossier.product.zh in window.windowTitle()
