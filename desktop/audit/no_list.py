"""Tells a count from what looks like its list and is none: times, places things come from, parts with counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from desktop.audit.enumerations import number_of

_LENGTH: Final = re.compile(r"个?(?:小时|钟头|月|季度|星期|礼拜|世纪|百分点|工作日|交易日)")
_CLOCK: Final = re.compile(r"(?:早上|早晨|清晨|凌晨|上午|中午|下午|傍晚|晚上|夜里|半夜|当晚)$")
_NOT_NAMED: Final = re.compile(
    r"(?:分别)?(?:来自|出自|源自|位于|遍布|覆盖|发给|交给|送往|出现|发生)|第[\d一二三四五六七八九十]"
)
_GOES_ON: Final = re.compile(r"[\u4e00-\u9fff]{0,4}、")
_OWN_COUNT: Final = re.compile(
    r"(?P<n>[一两二三四五六七八九十]|\d{1,2})(?:[个只条台辆家位名座间套件款种处项张]|支)"
)


def counts_no_list(text: str, start: int, end: int, number: int, items: Sequence[str]) -> bool:
    """Whether the count at ``text[start:end]`` is not of ``items``, or is their sum: 三个突起是两个摄像头和一个雷达."""
    if _LENGTH.match(text, end) is not None or of_the_clock(text[max(0, start - 2) : start]):
        return True
    if text[:start].endswith(items[-1]) and _GOES_ON.match(text, end) is not None:
        return True  # 横竖排、注音、深浅两种主题、字体: the count belongs to one item of the list
    own = [_OWN_COUNT.match(item.strip()) for item in items]
    counted = sum(number_of(one["n"]) for one in own if one is not None)
    return (all(own) and counted == number) or any(_NOT_NAMED.match(item.strip()) for item in items)


def of_the_clock(lead: str) -> bool:
    """Whether the words before a count make it a time of the day: 晚上10点."""
    return _CLOCK.search(lead) is not None
