"""What a share in words allows: 不到六成, 近三分之二, 一半以上."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.interval import INF, Interval

_TENTHS: Final = {"两": 2, **dict(zip("一二三四五六七八九十", range(1, 11), strict=True))}


def claim_of(match: re.Match[str]) -> Interval:
    """Between which percentages a share lies that is told as ``share``, after ``cmp`` and before ``post``."""
    words, told = match["share"], f"{match['cmp'] or ''}|{match['post'] or ''}"
    if "分之" in words:
        whole, _, part = words.partition("分之")
        point, wide = 100 * _TENTHS[part] / _TENTHS[whole], 3.0
    elif "成" in words:
        point, wide = 10.0 * _TENTHS[words[0]] + 5 * words.endswith("半"), 5.0
    else:
        point, wide = 50.0, 4.0
    if re.search(r"不到|不足|未到|低于|少于|以下", told):
        return Interval(-INF, point)
    if re.search(r"超|高于|多于|以上", told):
        return Interval(point, INF)
    if "多" in told:
        return Interval(point, point + 10)
    if re.search(r"接近|将近|近", told):
        return Interval(point - max(wide, point * 0.12), point + 0.5)
    return Interval(point - wide, point + wide)
