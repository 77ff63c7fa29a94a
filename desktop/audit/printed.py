"""The numbers that an expression prints: the first with its decimals, and those told in two units (5分40秒, 3元5角)."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import Final

from desktop.core.figure import Figure

_NUMBER: Final = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_AT_MOST: Final = re.compile(r"[最至][长多高大短少低]|[上下]限|[都均超须应]$")
_N: Final = r"[\d一二两三四五六七八九十]+"
_IN_TWO: Final = re.compile(
    rf"(?P<a>{_N})(?P<first>小时|分钟?|年|天|[元块](?:(?P<dimes>{_N})[角毛])?)[零又]?(?P<b>{_N})(?:个?月|小时|分钟?|秒|角|毛)?钱?"
)
_MANY: Final = {"小": 60, "分": 60, "年": 12, "天": 24}
_DIME, _CENT = 0.1, 0.01


@lru_cache(maxsize=100_000)
def first_number(words: str) -> tuple[float, int] | None:
    """The first number of an expression and its decimals."""
    found = _NUMBER.search(words)
    return (float(found[0].replace(",", "") or 0), len(found[1] or "")) if found else None


@lru_cache(maxsize=10_000)
def step_in_two(words: str) -> float:
    """What the last digit of an amount in two units counts, in the unit that it is kept in; 0 of any other."""
    told = _IN_TWO.fullmatch(words)
    if told is None:
        return 0.0
    return 1.0 if told["first"][0] in _MANY else _CENT if "分" in words[told.start("b") :] else _DIME


@lru_cache(maxsize=10_000)
def value_in_two(words: str) -> float | None:
    """An amount in two units in the unit that it is kept in (the smaller one, yuan); None of any other."""
    told = _IN_TWO.fullmatch(words)
    if told is None or not (told["a"] + (told["dimes"] or "") + told["b"]).isascii():
        return None
    many = _MANY.get(told["first"][0])
    if many is not None:
        return int(told["a"]) * many + float(told["b"])
    return int(told["a"]) + int(told["dimes"] or 0) * _DIME + int(told["b"]) * step_in_two(words)


def same_digits(value: float, printed: float) -> bool:
    """Whether two numbers are a power of ten apart."""
    if not value or not printed:
        return value == printed
    power = math.log10(abs(value / printed))
    return abs(power - round(power)) < 1e-9


def is_mere(figure: Figure) -> bool:
    """Whether 不过 only says how little it is: 两年前不过1.5万人次 is so many, and no upper limit."""
    return figure.comparator == "<=" and figure.role == "level" and figure.anchor.quote.startswith("不过")
