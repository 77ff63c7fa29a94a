"""Any value reads as something; missing never reads as zero."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

from desktop.models.frame_text import MISSING, exported, is_missing, shown, ungrouped


class _Mute:
    def __str__(self) -> str:
        raise RuntimeError("cannot be written")

    __repr__ = __str__


NOTHING = [
    None,
    float("nan"),
    np.float32("nan"),
    np.datetime64("NaT", "ns"),
    np.timedelta64("NaT", "ns"),
    pd.NaT,
    pd.NA,
    Decimal("NaN"),
    Decimal("sNaN"),
]


@pytest.mark.parametrize("value", NOTHING, ids=repr)
def test_missing(value: object) -> None:
    assert is_missing(value)
    assert shown(value) == MISSING
    assert exported(value) == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (0.0, "0"),
        (-1234567, "−1,234,567"),
        (np.int8(-5), "−5"),
        (0.1 + 0.2, "0.3"),
        (1234.5, "1,234.5"),
        (np.float32(0.5), "0.5"),
        (float("inf"), "∞"),
        (np.float64("-inf"), "−∞"),
        (10**6, "1,000,000"),
        (True, "true"),
        (np.bool_(False), "false"),
        (Decimal("1.50"), "1.50"),
        (Fraction(1, 3), "1/3"),
        ("−", "−"),
        ("", ""),
        (pd.Timestamp("2020-02-03"), "2020-02-03"),
        (pd.Timestamp("2020-02-03 04:05"), "2020-02-03 04:05:00"),
        (np.datetime64("2020-02-03T00:00:00", "ns"), "2020-02-03"),
        (np.datetime64("12020-02-03", "s"), "12020-02-03"),
        (np.datetime64("-9999-03-15", "s"), "-9999-03-15"),
        (dt.date(9999, 12, 31), "9999-12-31"),
        (pd.Period("2020-04", "M"), "2020-04"),
        ([1, "二"], "[1, '二']"),
        (np.array([1, 2]), "[1 2]"),
        (1 + 2j, "(1+2j)"),
        (np.complex128(1 + 2j), "(1+2j)"),
        (_Mute(), "<_Mute>"),
    ],
)
def test_values_read(value: object, text: str) -> None:
    assert shown(value) == text
    assert not is_missing(value)


def test_a_year_is_not_grouped() -> None:
    assert (shown(12020), ungrouped(12020)) == ("12,020", "12020")
    assert ungrouped("1,2") == "1,2"


def test_spreadsheets_get_plain_digits() -> None:
    assert [exported(v) for v in (-1234567, np.int64(-3), 0.25, np.float64(1e9), "甲", True)] == [
        "-1234567",
        "-3",
        "0.25",
        "1000000000.0",
        "甲",
        "true",
    ]
