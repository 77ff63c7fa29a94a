"""The unit registry: what 万元 and 元, 家 and 人, % and 个百分点 are, and whether they share an axis.

Codes are those of the annotation guideline. ``factor`` converts a value to the first unit of its
dimension; units of different dimensions are never added, compared or drawn on one axis.
"""

from __future__ import annotations

from typing import NamedTuple

from desktop.core.text import Text


class Unit(NamedTuple):
    """A unit of measure: code, dimension, factor to the dimension's base, name, and how to print it."""

    code: str
    dimension: str
    factor: float
    name: Text
    before: bool = False


_SECOND, _DAY = 1.0, 86400.0
_ROWS: tuple[tuple[str, str, float, str, str], ...] = (
    ("%", "share", 1.0, "%", "%"),
    ("pp", "share difference", 1.0, "个百分点", "pp"),
    ("bp", "share difference", 0.01, "个基点", "bp"),
    ("permille", "share", 0.1, "‰", "‰"),
    ("times", "multiple", 1.0, "倍", "times"),
    ("CNY", "money CNY", 1.0, "元", "CNY"),
    ("10k CNY", "money CNY", 1e4, "万元", "CNY 10k"),
    ("100m CNY", "money CNY", 1e8, "亿元", "CNY 100m"),
    ("CNY/user", "money per user", 1.0, "元/户", "CNY per user"),
    ("CNY/day/user", "money per user and day", 1.0, "元/日/户", "CNY per user a day"),
    ("CNY/day", "money per day", 1.0, "元/日", "CNY a day"),
    ("USD", "money USD", 1.0, "美元", "USD"),
    ("JPY", "money JPY", 1.0, "日元", "JPY"),
    ("second", "duration", _SECOND, "秒", "s"),
    ("minute", "duration", 60.0, "分钟", "min"),
    ("hour", "duration", 3600.0, "小时", "h"),
    ("day", "duration", _DAY, "天", "days"),
    ("month", "duration", 30.4375 * _DAY, "个月", "months"),
    ("year", "duration", 365.25 * _DAY, "年", "years"),
    ("person", "persons", 1.0, "人", "people"),
    ("count:家", "count of organisations", 1.0, "家", "organisations"),
    ("count:次", "count of times", 1.0, "次", "times"),
    ("count:笔", "count of transactions", 1.0, "笔", "transactions"),
    ("count:笔/day", "transactions per day", 1.0, "笔/日", "transactions a day"),
    ("count:件", "count of cases", 1.0, "件", "cases"),
    ("count:条", "count of entries", 1.0, "条", "entries"),
    ("count:台", "count of machines", 1.0, "台", "machines"),
    ("count:轮", "count of rounds", 1.0, "轮", "rounds"),
    ("count:维度", "count of dimensions", 1.0, "个维度", "dimensions"),
    ("count:点", "count of points", 1.0, "点", "points"),
    ("step", "steps", 1.0, "步", "steps"),
    ("rank", "rank", 1.0, "位", "rank"),
    ("grade", "grade", 1.0, "级", "level"),
    ("age", "age", 1.0, "岁", "years old"),
    ("PB", "data volume", 1.0, "PB", "PB"),
    ("PB/day", "data volume per day", 1.0, "PB/日", "PB a day"),
    ("date", "date", 1.0, "日期", "date"),
)
UNITS: dict[str, Unit] = {c: Unit(c, d, f, Text(zh, en)) for c, d, f, zh, en in _ROWS}


def unit(code: str | None) -> Unit | None:
    """Return the registered unit; a count of an unknown thing is a dimension of its own; None stays None."""
    if not code:
        return None
    known = UNITS.get(code)
    if known is None and code.startswith("count:"):
        thing = code.removeprefix("count:")
        return Unit(code, f"count of {thing}", 1.0, Text(thing, thing))
    return known


def comparable(a: str | None, b: str | None) -> bool:
    """Whether two units measure the same dimension, and so may share an axis."""
    left, right = unit(a), unit(b)
    return left is not None and right is not None and left.dimension == right.dimension
