"""A table card on the invented dossier, and one on any frame."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from invented import assessment, dossier, open_in
from pytestqt.qtbot import QtBot
from table_tools import Make

from desktop.core.text import Text, same
from desktop.services.context import Context
from desktop.store.frames import ColumnInfo, Frame
from desktop.widgets.table.panel import TablePanel


@pytest.fixture
def make(ctx: Context, qtbot: QtBot) -> Make:
    """Return a panel on the table of the invented dossier."""
    made = dossier(assessments=(assessment("a", "f2", "differs", "h21"),))
    open_in(ctx, made)

    def show() -> TablePanel:
        panel = TablePanel(ctx)
        qtbot.addWidget(panel)
        panel.resize(700, 400)
        panel.show()
        panel.show_table(made, made.tables[0])
        qtbot.waitUntil(lambda: panel.model is not None)
        return panel

    return show


@pytest.fixture
def panel(make: Make) -> TablePanel:
    return make()


@pytest.fixture
def large(make: Make) -> TablePanel:
    """A panel on 300 rows of any frame."""
    panel = make()
    data = pd.DataFrame({"名": [f"行{n % 7}" for n in range(300)], "数": np.arange(300)[::-1]})
    infos = (ColumnInfo(Text("名称", "Name")), ColumnInfo(Text("数", "Number"), same("%"), "quantity"))
    panel.show_frame(Frame(data, infos), Text("任意表", "Any table"), "any")
    return panel
