"""The unit registry: what 万元 and 元, 家 and 人, % and 个百分点 are, and whether they share an axis.

Codes are those of the annotation guideline. ``factor`` converts a value to the first unit of its
dimension; units of different dimensions are never added, compared or drawn on one axis.
"""

from __future__ import annotations

from functools import lru_cache
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
    ("quarter", "duration", 3 * 30.4375 * _DAY, "个季度", "quarters"),
    ("week", "duration", 7 * _DAY, "周", "weeks"),
    ("millisecond", "duration", 0.001, "毫秒", "ms"),
    ("HKD", "money HKD", 1.0, "港元", "HKD"),
    ("EUR", "money EUR", 1.0, "欧元", "EUR"),
    ("GBP", "money GBP", 1.0, "英镑", "GBP"),
    ("KRW", "money KRW", 1.0, "韩元", "KRW"),
    ("TWD", "money TWD", 1.0, "新台币", "TWD"),
    ("RUB", "money RUB", 1.0, "卢布", "RUB"),
    ("CHF", "money CHF", 1.0, "瑞郎", "CHF"),
    ("AUD", "money AUD", 1.0, "澳元", "AUD"),
    ("CAD", "money CAD", 1.0, "加元", "CAD"),
    ("SGD", "money SGD", 1.0, "新元", "SGD"),
    ("THB", "money THB", 1.0, "泰铢", "THB"),
    ("INR", "money INR", 1.0, "卢比", "INR"),
    ("VND", "money VND", 1.0, "越南盾", "VND"),
    ("BRL", "money BRL", 1.0, "雷亚尔", "BRL"),
    ("PHP", "money PHP", 1.0, "比索", "PHP"),
    ("MYR", "money MYR", 1.0, "林吉特", "MYR"),
    ("IDR", "money IDR", 1.0, "印尼盾", "IDR"),
    ("CNY:角", "money CNY", 0.1, "角", "jiao"),
    ("CNY:分", "money CNY", 0.01, "分钱", "fen"),
    ("km", "length", 1000.0, "公里", "km"),
    ("m", "length", 1.0, "米", "m"),
    ("cm", "length", 0.01, "厘米", "cm"),
    ("mm", "length", 0.001, "毫米", "mm"),
    ("um", "length", 1e-6, "微米", "µm"),
    ("nm", "length", 1e-9, "纳米", "nm"),
    ("mile", "length", 1609.344, "英里", "miles"),
    ("nmi", "length", 1852.0, "海里", "nautical miles"),
    ("inch", "length", 0.0254, "英寸", "inches"),
    ("foot", "length", 0.3048, "英尺", "feet"),
    ("m2", "area", 1.0, "平方米", "m²"),
    ("km2", "area", 1e6, "平方公里", "km²"),
    ("ha", "area", 1e4, "公顷", "ha"),
    ("mu", "area", 10000 / 15, "亩", "mu"),
    ("m3", "volume", 1.0, "立方米", "m³"),
    ("L", "volume", 0.001, "升", "L"),
    ("mL", "volume", 1e-6, "毫升", "mL"),
    ("ton", "mass", 1000.0, "吨", "t"),
    ("kg", "mass", 1.0, "公斤", "kg"),
    ("jin", "mass", 0.5, "斤", "jin"),
    ("g", "mass", 0.001, "克", "g"),
    ("mg", "mass", 1e-6, "毫克", "mg"),
    ("lb", "mass", 0.45359237, "磅", "lb"),
    ("oz", "mass", 0.028349523125, "盎司", "oz"),
    ("degree", "degree", 1.0, "度", "degrees"),
    ("celsius", "temperature", 1.0, "℃", "°C"),
    ("kWh", "energy", 1.0, "千瓦时", "kWh"),
    ("Wh", "energy", 0.001, "瓦时", "Wh"),
    ("MWh", "energy", 1e3, "兆瓦时", "MWh"),
    ("GWh", "energy", 1e6, "吉瓦时", "GWh"),
    ("TWh", "energy", 1e9, "太瓦时", "TWh"),
    ("W", "power", 1.0, "瓦", "W"),
    ("kW", "power", 1e3, "千瓦", "kW"),
    ("MW", "power", 1e6, "兆瓦", "MW"),
    ("GW", "power", 1e9, "吉瓦", "GW"),
    ("hp", "power", 735.49875, "马力", "hp"),
    ("V", "voltage", 1.0, "伏", "V"),
    ("mAh", "charge", 1.0, "毫安时", "mAh"),
    ("Ah", "charge", 1000.0, "安时", "Ah"),
    ("KB", "data volume", 1e-12, "KB", "KB"),
    ("MB", "data volume", 1e-9, "MB", "MB"),
    ("GB", "data volume", 1e-6, "GB", "GB"),
    ("TB", "data volume", 1e-3, "TB", "TB"),
    ("PB", "data volume", 1.0, "PB", "PB"),
    ("EB", "data volume", 1e3, "EB", "EB"),
    ("ZB", "data volume", 1e6, "ZB", "ZB"),
    ("PB/day", "data volume per day", 1.0, "PB/日", "PB a day"),
    ("Mbps", "data rate", 1.0, "Mbps", "Mbps"),
    ("Gbps", "data rate", 1e3, "Gbps", "Gbps"),
    ("Hz", "frequency", 1.0, "Hz", "Hz"),
    ("kHz", "frequency", 1e3, "kHz", "kHz"),
    ("MHz", "frequency", 1e6, "MHz", "MHz"),
    ("GHz", "frequency", 1e9, "GHz", "GHz"),
    ("fps", "frames per second", 1.0, "帧/秒", "fps"),
    ("FLOPS", "operations per second", 1.0, "FLOPS", "FLOPS"),
    ("pixel", "pixels", 1.0, "像素", "pixels"),
    ("dB", "decibel", 1.0, "分贝", "dB"),
    ("date", "date", 1.0, "日期", "date"),
)
_PER: dict[str, Text] = {"user": Text("户", "user"), "person": Text("人", "person")}
UNITS: dict[str, Unit] = {c: Unit(c, d, f, Text(zh, en)) for c, d, f, zh, en in _ROWS}


@lru_cache(maxsize=1000)
def unit(code: str | None) -> Unit | None:
    """Return the registered unit; None stays None.

    A count of an unknown thing is a dimension of its own, and so is any unit per something (``CNY/ton``).
    """
    if not code:
        return None
    known = UNITS.get(code)
    if known is not None:
        return known
    amount, _, per = code.partition("/")
    if per:
        return _per(code, unit(amount), per)
    if code.startswith("count:"):
        thing = code.removeprefix("count:")
        return Unit(code, f"count of {thing}", 1.0, Text(thing, thing))
    return None


def _per(code: str, amount: Unit | None, per: str) -> Unit | None:
    if amount is None:
        return None
    steps = [_PER.get(p) or (UNITS[p].name if p in UNITS else Text(p, p)) for p in per.split("/")]
    zh = "/".join([amount.name.zh, *(s.zh.removeprefix("个") for s in steps)])
    en = " per ".join([amount.name.en, *(s.en.removesuffix("s") if len(s.en) > 2 else s.en for s in steps)])
    return Unit(code, f"{amount.dimension} per {per}", amount.factor, Text(zh, en))


def comparable(a: str | None, b: str | None) -> bool:
    """Whether two units measure the same dimension, and so may share an axis."""
    left, right = unit(a), unit(b)
    return left is not None and right is not None and left.dimension == right.dimension
