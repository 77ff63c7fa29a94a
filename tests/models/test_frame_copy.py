"""What a frame gives away: text, Markdown, the grid of a selection."""

from __future__ import annotations

import numpy as np
import pandas as pd
from bench import Bench
from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot

from desktop.models.frame_copy import as_markdown, as_tsv, covered


def test_at_rest_nothing_is_copied() -> None:
    data = pd.DataFrame(
        {"f": np.arange(1000.0), "i": np.arange(1000), "t": pd.date_range("2020", periods=1000)}
    )
    data["s"] = pd.Series(["a"] * 1000, dtype="str")
    bench = Bench(data)
    for name, column in zip(data, bench.model.columns, strict=True):
        assert column._plain is not None
        assert np.shares_memory(column._plain, np.asarray(data[name].array)), name


def test_copied_as_text(bench: Bench, qtbot: QtBot) -> None:
    bench.arrange(qtbot, lambda a: a.sorted_by(1, True))
    assert as_tsv(bench.model, [0, 4], [1, 0]) == "数（%）\t名\n3.0\t丙\n\t甲\n"
    assert as_markdown(bench.model, [0], [0, 1]) == "| 名 | 数（%） |\n| --- | ---: |\n| 丙 | 3.0 |\n"


def test_copied_cells_stay_in_their_column(qapp: object) -> None:
    bench = Bench(pd.DataFrame({"a|b": ["x\ty\nz|w"]}))
    assert as_tsv(bench.model, [0], [0]).splitlines()[1] == "x y z|w"
    assert as_markdown(bench.model, [0], [0]).splitlines()[2] == "| x y z\\|w |"


def test_the_grid_of_a_selection(bench: Bench) -> None:
    model = bench.model
    selection = QItemSelectionModel(model)
    for place in ((3, 1), (1, 0)):
        selection.select(model.index(*place), QItemSelectionModel.SelectionFlag.Select)
    assert covered(selection.selection(), [1, 0]) == ([1, 3], [1, 0])
