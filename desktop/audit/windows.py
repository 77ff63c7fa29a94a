"""The length of time that a count is over, as the words before it say: 每季度2次, 半年内6次, 日均9班."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.interval import Interval
from desktop.audit.marks import any_of

_N: Final = r"(?P<{}>\d{{1,3}}|[一二两三四五六七八九十]{{1,3}}|半)?"
_SIZES: Final = {
    "小时": (1 / 24, 1 / 24), "天": (1.0, 1.0), "日": (1.0, 1.0), "周": (7.0, 7.0), "星期": (7.0, 7.0),
    "月": (28.0, 31.0), "季": (90.0, 92.0), "季度": (90.0, 92.0), "半年": (181.0, 184.0), "年": (365.0, 366.0),
}  # fmt: skip
_UNIT: Final = r"(?P<{}>半年|季度|季|年|个?月|周|星期|天|日|小时)"
WINDOW: Final = re.compile(
    r"(?=[平每\d一二两三四五六七八九十半个季年月周星天日小单近])(?:"  # what it can begin with: most characters are none
    rf"(?:平均)?每隔?一?个?{_N.format('n1')}个?{_UNIT.format('u1')}度?(?:之?内|里)?"
    rf"|{_N.format('n2')}个?{_UNIT.format('u2')}(?:之?内|里)"
    rf"|(?P<u3>[日周月季年])均|单(?P<u4>日|天|周|月|季度|季)"
    rf"|一(?P<u7>年|个?月|周|天|个?季度)(?=最多|至多|不超过|不得超过|[≤<]|[ ]?\d)"
    rf"|(?P<u5>半年|季度)(?=最多|至多|不超过|不得超过|[≤<]|[ ]?\d)"
    rf"|近{_N.format('n6')}个?{_UNIT.format('u6')}(?=[≤<]|不|最多|\d))"
)
MARKS: Final = any_of("每内里均单近半季一")  # of which every window has one
RATED: Final = re.compile(
    r"按(?:每|单)?(?:年|月|周|日|天|季)|按(?:全年|时间)|每[年月周日天季]|[年月周日季]均|折(?:成|合|算)|年化|换算|频[率次度]"
)
_DIGITS: Final = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2, "半": 0.5}
_CODES: Final = {"day": "天", "week": "周", "month": "月", "quarter": "季度", "year": "年", "hour": "小时"}


def window_before(text: str, start: int, end: int) -> Interval | None:
    """The days of the last window named between two offsets: before a value, within its own clause."""
    last = None
    for last in WINDOW.finditer(text, start, end):  # noqa: B007 - the last one is wanted
        pass
    if last is None:
        return None
    parts = {k: v for k, v in last.groupdict().items() if v}
    size = next(v for k, v in parts.items() if k[0] == "u").removeprefix("个")
    number = next((v for k, v in parts.items() if k[0] == "n"), "一")
    return Interval(*_SIZES[size]).scaled(_count(number))


def window_of_unit(code: str) -> Interval | None:
    """The days of a unit such as count:次/month."""
    name = _CODES.get(code.rpartition("/")[2]) if "/" in code else None
    return Interval(*_SIZES[name]) if name else None


def _count(number: str) -> float:
    if number.isdigit():
        return float(number)
    if len(number) == 1:
        return float(_DIGITS.get(number, 1))
    tens, _, ones = number.partition("十")
    return float(_DIGITS.get(tens, 1)) * 10 + float(_DIGITS.get(ones, 0))
