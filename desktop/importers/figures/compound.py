"""Lengths of time and prices told in two units: 5分40秒, 2小时30分钟, 1年3个月, 3元5角."""

from __future__ import annotations

import re
from typing import Final

from desktop.importers.figures.found import Found
from desktop.importers.figures.numerals import chinese

# How many of the second unit make one of the first.
_TIMES: Final = {("hour", "minute"): 60, ("minute", "second"): 60, ("year", "month"): 12, ("day", "hour"): 24}
MAY_GO_ON: Final = frozenset(("minute", "second", "month", "hour", "CNY"))  # the second of the two
_MINUTES: Final = re.compile(r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})分钟?零?$")
_REST: Final = re.compile(r"(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,3})分(?!之|[钟红享数店公])")  # 3小时10分
_LINKS: Final = ("", "零", "又")
_DIMES: Final = frozenset("角毛分钱")
_YUAN: Final = frozenset("元块")
_REACH: Final = 6


def joined(text: str, before: Found | None, one: Found, start: int) -> bool:
    """Make one figure of two that are told as one: ``one`` takes in what stands right before it.

    Whether ``before`` went into it; minutes (5分 alone is a score) may do so that are no figure by themselves.
    """
    if one.low is None or one.low != one.high or one.cmp != "=" or one.unit is None:
        return False
    if before is not None and text[before.end : one.start] in _LINKS and _whole(before):
        many = _TIMES.get((before.unit or "", one.unit))
        if many is not None and one.low < many:
            _take(one, before, before.low * many + one.low)  # type: ignore[operator]
            return True
        if _is_price(text, before, one):
            _take(one, before, round(float(before.low or 0) + float(one.low), 2))
            return True
        return False
    if one.unit == "hour" and (rest := _REST.match(text, one.end)) is not None and _whole(one):
        many = _number(rest["n"])
        if many < 60:
            one.low = one.high = int(one.low) * 60 + many
            one.unit, one.end, one.ce, one.core = "minute", rest.end(), rest.end(), ""
    if one.unit == "second" and (minutes := _MINUTES.search(text, max(start, one.start - _REACH), one.start)):
        many = _number(minutes["n"])
        if many and one.low < 60:
            one.low = one.high = many * 60 + one.low
            one.start = one.cs = minutes.start()
            one.core = ""
    return False


def _number(words: str) -> int:
    told = None if words.isdecimal() else chinese(words)
    return int(words) if words.isdecimal() else int(told.low) if told is not None else 0


def _whole(one: Found) -> bool:
    return one.low is not None and one.low == one.high and one.cmp in ("=", "~") and one.low == int(one.low)


def _is_price(text: str, before: Found, one: Found) -> bool:
    """Whether a price goes on in tenths or hundredths: 3元 and 5角, which is less than one."""
    if before.unit != "CNY" or one.unit != "CNY" or not 0 < float(one.low or 0) < 1:
        return False
    return text[before.end - 1] in _YUAN and text[one.end - 1] in _DIMES


def _take(one: Found, before: Found, value: float) -> None:
    one.low = one.high = value
    one.start, one.cs = before.start, before.cs
    one.cmp, one.hedge, one.sign, one.core = before.cmp, before.hedge, before.sign, ""
