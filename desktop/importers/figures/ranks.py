"""Places in an order: 第3位, 前20, TOP5; and the ordinals that are no quantities."""

from __future__ import annotations

import re

from desktop.importers.figures.found import Found
from desktop.importers.figures.numerals import Number, arabic, chinese

_RANK_AFTER = frozenset("位名大")
_RANK_CUES = ("排名", "排行", "位列", "位居", "名列", "跻身", "跌至", "升至", "升到", "跌到", "降至",
    "滑落至", "并列", "排在", "排", "居",
              "列", "全国", "全球", "全市", "全省", "行业", "世界", "市场", "国内", "榜单")  # fmt: skip
_MOVED = re.compile(
    r"(?:排名|排行|位次|名次|座次|位列|榜单|排位)[^，。；第]{0,8}$|(?:[滑跌升降掉落退爬攀蹿冲回]|滑落|跌落|上升|下滑|攀升|跃升)[至到居]$"
)
_AGO = re.compile(
    r"(?<![\d第年])(?:\d{1,2}|[一二两三四五六七八九十几]{1,2})(?:年|个月|周|天)前$"
)  # 比五年前86家
_TOP = re.compile(r"(?:TOP|Top|top)[ -]?$")


def rank_at(text: str, pos: int, stop: int, start: int) -> Found | int | None:
    """Read 第3位, 前20, TOP5; 0 means that the number is an ordinal and no quantity."""
    first = text[pos - 1]
    token = text[pos:stop]
    value = chinese(token) if not token[0].isdigit() else None
    number = arabic(token) if token[0].isdigit() else (value.low if value and not value.vague else None)
    if first in "Pp -":
        top = _TOP.search(text, max(start, pos - 5), pos)
        if top is None or number is None:
            return None
        return _ranked(top.start(), stop, "<=", number)
    if number is None:
        return 0
    following = text[stop : stop + 1]
    if first == "第":
        ahead = text[max(start, pos - 6) : pos - 1]
        if following in _RANK_AFTER and following:
            end = stop + 1
            if following == "名" and text[end : end + 1] == "次":
                end += 1
            return _ranked(pos - 1, end, "=", number)
        if (ahead.endswith(_RANK_CUES) or _MOVED.search(text, max(start, pos - 16), pos - 1)) and not (
            following and following in "季届次条章款个期批轮届代方者产一二三大"
        ):
            return _ranked(pos - 1, stop, "=", number)
        return stop
    if following in ("季", "个", "年", "天", "月", "周", "日", "期", "届", "次", "一") and following:
        return stop if following == "季" else None
    if (
        first == "前"
        and following
        and following not in "名位强大"
        and _AGO.search(text, max(start, pos - 6), pos)
    ):
        return None
    if following and following in "批轮次场":
        return stop
    if (following and following in "%％成元") or "." in token:
        return None  # 改版前7.6元
    end = stop + 1 if following and following in "名位强大" else stop
    if (
        not token[0].isdigit()
        and end == stop
        and text[stop : stop + 1]
        and text[stop] in "后面者提景沿任所台"
    ):
        return 0
    return _ranked(pos - 1, end, "<=", number)


def _ranked(start: int, end: int, sign: str, number: Number) -> Found:
    found = Found(start, end, start, end, "rank")
    found.low, found.high, found.cmp, found.role = (None if sign == "<=" else number), number, sign, "rank"
    return found
