"""How a value of a DataFrame reads: any value, also missing, endless or broken; never an error."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd

MISSING = "—"
"""Shown where there is no value, so that missing and zero never look alike."""
NUMERIC_ALPHABET = frozenset("0123456789.,+-−e∞truefals")
"""Every character that a number or truth value can show; a search for anything else skips such columns."""


def shown(value: object) -> str:
    """Return the value for people: thousands separated, a true minus, ∞; MISSING where there is none."""
    write = _WRITERS.get(type(value))
    if write is not None:
        return write(value)
    if isinstance(value, np.generic):
        return _from_numpy(value)
    return MISSING if is_missing(value) else _other(value)


def ungrouped(value: object) -> str:
    """Return a quantity that names something (a year, a number of a row) without separators."""
    return shown(value).replace(",", "") if not isinstance(value, str) else value


def exported(value: object) -> str:
    """Return the value for spreadsheets: plain digits, ASCII minus, empty when missing."""
    if is_missing(value):
        return ""
    if isinstance(value, (bool, np.bool_)):
        return shown(value)
    if isinstance(value, (int, float, np.integer, np.floating)):
        return repr(value.item() if isinstance(value, np.generic) else value)
    return shown(value)


def is_missing(value: object) -> bool:
    """Whether a cell holds no value: None, NaN, NaT or NA."""
    if value is None or value is pd.NA or value is pd.NaT:
        return True
    if isinstance(value, (float, np.floating, np.datetime64, np.timedelta64, Decimal)):
        return bool(value.is_nan()) if isinstance(value, Decimal) else bool(value != value)
    return False


def _whole(value: Any) -> str:
    return f"{value:,}".replace("-", "−")


def _real(value: Any) -> str:
    if value != value:
        return MISSING
    if value in (float("inf"), float("-inf")):
        return "∞" if value > 0 else "−∞"
    return f"{value:,.15g}".replace("-", "−")


def _decimal(value: Any) -> str:
    return MISSING if value.is_nan() else f"{value:,}".replace("-", "−").replace("Infinity", "∞")


def _stamp(value: Any) -> str:
    return str(value).removesuffix(" 00:00:00")


def tidy_time(text: str) -> str:
    """Shorten a time as numpy writes it: no zeros that only fill up, a dash for none.

    It comes as a string because years beyond 9999 exist in numpy but not in datetime.
    """
    if text == "NaT":
        return MISSING
    text = text.replace("T", " ").removesuffix(".000000000").removesuffix(".000000").removesuffix(".000")
    return text.removesuffix(" 00:00:00")


def _numpy_day(value: np.datetime64) -> str:
    return tidy_time(str(value))


def _from_numpy(value: np.generic) -> str:
    if isinstance(value, np.datetime64):
        return _numpy_day(value)
    if isinstance(value, np.timedelta64):
        return MISSING if np.isnat(value) else str(value)
    if isinstance(value, np.floating):
        return _real(value)
    return shown(value.item()) if not isinstance(value.item(), np.generic) else _other(value)


def _other(value: object) -> str:
    try:
        return str(value)
    except Exception:
        return f"<{type(value).__name__}>"


def _truth(value: Any) -> str:
    return "true" if value else "false"


_WRITERS: dict[type, Callable[[Any], str]] = {
    str: str,
    int: _whole,
    float: _real,
    bool: _truth,
    np.bool_: _truth,
    np.float64: _real,
    np.int64: _whole,
    Decimal: _decimal,
    pd.Timestamp: _stamp,
    dt.datetime: _stamp,
    np.datetime64: _numpy_day,
}
