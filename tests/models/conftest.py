"""A small frame model."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from bench import Bench

from desktop.core.text import Text, same
from desktop.store.frames import ColumnInfo


@pytest.fixture
def bench(qapp: object) -> Bench:
    data = pd.DataFrame({"名": ["丙", "甲", "乙", None, "甲"], "数": [3.0, np.nan, 0.0, 2.0, 1.0]})
    return Bench(
        data, ColumnInfo(Text("名", "Name")), ColumnInfo(Text("数", "Number"), same("%"), "quantity")
    )
