"""A frame model with its jobs in hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
from by_hand import ByHand
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.core.text import same
from desktop.models.frame import FrameModel
from desktop.services.jobs import JobRunner
from desktop.store.frames import ColumnInfo, Frame


class Bench:
    """A model with its jobs in hand and Qt's tester on it."""

    def __init__(self, data: pd.DataFrame, *infos: ColumnInfo, **more: Any) -> None:
        self.hand = ByHand()
        self.jobs = JobRunner(self.hand)
        columns = infos or tuple(ColumnInfo(same(str(c)), kind="") for c in data)
        self.model = FrameModel(Frame(data, columns, **more), self.jobs, "zh")
        self.tester = QAbstractItemModelTester(
            self.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )

    def arrange(self, qtbot: QtBot, change: Callable[[Any], Any]) -> None:
        with qtbot.waitSignal(self.model.arranged):
            self.model.arrange(change(self.model.arrangement))
            self.hand.run_all()

    def column(self, col: int = 0) -> list[str]:
        return [self.model.text(row, col) for row in range(self.model.rowCount())]
