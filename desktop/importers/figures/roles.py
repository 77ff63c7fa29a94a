"""Limit, change, share, rank or level: which of these a figure is, from its clause, cell, header and row."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from desktop.importers.figures.comparators import FALLING, RISING, THRESHOLD
from desktop.importers.figures.direction import NONE, VERBS, course
from desktop.importers.figures.found import Found
from desktop.importers.figures.units import MONEY, SHARE, TIME

CHANGE_HEAD: Final = re.compile(
    r"幅度|同比|环比|增速|增幅|涨幅|降幅|跌幅|变化|变动|增减|涨跌|增长率|较上|较去|YoY|yoy|QoQ|[Cc]hange|"
    r"增长$|下降$|升降"
)
RATIO_HEAD: Final = re.compile(r"占比|比例|比重|份额|占.{0,8}比|构成|渗透率$")
LIMIT_HEAD: Final = re.compile(r"要求|标准|门槛|上限|下限|条件|红线|限制|准入|阈值|限额|规定")
_LIMIT_WORD: Final = re.compile(
    r"不得|应当|必须|压[到至]|门槛|红线|上限|下限|限额|准入|须(?!知)|要求|规定|标准为|封顶|阈值|限定|不准|"
    r"才能|新规|方可|"
    r"才可|控制在|提倡|鼓励|倡导"
)
_LIMIT_LEFT: Final = re.compile(  # 上限为, 起付线, 限定在 …; the class comes first for the speed of the search
    r"[上下红门限阈起封免须需应不](?:(?:(?<=[上下])限|(?<=红)线|(?<=门)槛|(?<=限)额|(?<=阈)值|(?<=起)付线|"
    r"(?<=封)顶线|(?<=起)征点|(?<=免)征额|(?<=封)顶)[^，。；]{0,4}?(?:为|是|从|由|在|[至到]|[：:])?$|"
    r"(?<=限)定?在$|(?<=[须需应])当?(?:达到?|满)$|(?<=不)(?:得|超过|低于|高于|少于)[^，。]{1,14}的$)"
)
_LIMIT_NEXT: Final = re.compile(r"(?:的)?.{0,4}(?:红线|上限|下限|门槛|限额|封顶|阈值|的?标准线)")
_LIMIT_CHARS: Final = frozenset("线限槛顶值")  # one of them stands in every word that ``_LIMIT_NEXT`` knows
_SHARE_WORD: Final = re.compile(r"占|比例|比重|份额|之中|渗透率")
_SHARE_NEXT: Final = re.compile(
    r"的?(?:由|来自|源自|认为|表示|选择|认同|觉得|愿意|计划|不满|贡献|用户|受访|消费者|企业|的人|客户|人群|"
    r"产品|门店|家庭|居民|机型|.{0,8}(?:认为|表示|选择|来自|用于|属于))"
)
_OPEN_LEFT: Final = re.compile(
    r"^(?:其中|另有|另外|还有|仍有|有|约有|只有|仅有|但|而|且|超|近|共有|剩余|其余|不过|也有|显示|"
    r"并有)?[^\u4e00-\u9fff]*$"
)
_SAME: Final = re.compile(
    r"(?:是|为|相当于|达到?|接近|约为|高达|等于)?[^，]{0,24}的$|相差$|相当于$|差距?达?$"
)
_PACE: Final = re.compile(
    r"(?:增速|增幅|涨幅|升幅|增长率|降幅|跌幅|减幅|(?:削减|减少|下降|上涨|增长|变动|变化|增加|降低|下调|"
    r"上调)(?:幅度|比例|率))[^，的]{0,10}的?$|(?:增速|"
    r"增幅|涨幅|降幅|跌幅)(?:由|从).{0,8}$"
)
_APART: Final = re.compile(r"(?:高|低)(?:于|出)[^，]{1,14}$")
_STEP_UNITS: Final = frozenset(("pp", "bp"))


@lru_cache(maxsize=2048)  # a header is asked once a cell; the key is a string alone, which keeps its hash
def _of_change(words: str) -> bool:
    return CHANGE_HEAD.search(words) is not None


@lru_cache(maxsize=2048)
def _of_share(words: str) -> bool:
    return RATIO_HEAD.search(words) is not None


@lru_cache(maxsize=2048)
def _of_limit(words: str) -> bool:
    return LIMIT_HEAD.search(words) is not None


def judge(found: Found, left: str, right: str, sentence_left: str, header: str, label: str) -> None:
    """Set role and direction of ``found``; ``left`` and ``right`` are the rest of its clause."""
    hedge = found.hedge
    unit = found.unit
    way = NONE if unit in TIME and right[:1] == "后" else course(left)
    if found.sign in ("↑", "↓"):
        found.role, found.direction = "change", "up" if found.sign == "↑" else "down"
        return
    head_change = bool(header) and (_of_change(header) or _of_change(label))
    if found.role == "rank":
        found.negated = left.endswith(
            (
                "未进入",
                "未进",
                "跌出",
                "掉出",
                "未能进入",
                "未能进",
                "没进",
                "没有进入",
                "无缘",
                "落出",
                "退出",
                "未入",
                "不在",
            )
        )
        if way.direction and way.target:
            found.direction = way.direction
        return
    if found.sign in ("+", "-") and (head_change or unit in _STEP_UNITS or not header or found.sign == "+"):
        if _negative_level(found, left, header, head_change):
            found.low, found.high = _minus(found.low, found.high)
        else:
            _absolute(found)
            found.role, found.direction = "change", "up" if found.sign == "+" else "down"
            return
    elif found.sign == "-":
        found.low, found.high = _minus(found.low, found.high)
    if found.sign == "±":
        found.role = "change"
        return
    if hedge:
        if hedge[:2] in RISING or hedge[0] == "破":
            found.direction = "up"
        elif hedge[:2] in FALLING:
            found.direction = "down"
        if hedge[:4] in THRESHOLD:
            found.role = "threshold"
            return
    if way is not NONE and way.direction and found.direction is None:
        found.direction = way.direction
    if way.step and not _counts_of_times(found, way.verb):
        found.role = "change"
        if found.cmp in ("<", ">") and way.verb and not found.direction:
            found.direction = VERBS[way.verb]
        return
    if way.step:
        found.direction = None
    if unit in SHARE and not header:
        pace = _PACE.search(left)
        if pace:
            found.role = "change"
            if found.direction is None and not pace[0].startswith("变"):
                found.direction = "down" if re.search("降|跌|减", pace[0]) else "up"
            return
    if head_change and unit is not None and not (unit in MONEY and "后" in header):
        found.role = "change"
        if found.direction is None:
            found.direction = _head_direction(header) or _head_direction(label)
        return
    if _limit(found, left, right, sentence_left, header):
        found.role = "threshold"
        return
    if unit == "age" and found.cmp != "=" and not any(c in hedge for c in "多余来约近左右"):
        found.role = "threshold"
    elif (
        unit in SHARE and (_share(left, right.lstrip(" *"), header, label) or _portion(found, left, header))
    ) or (unit == "times" and not header and _SAME.search(left.rstrip())):
        found.role = "ratio"
    elif unit in _STEP_UNITS and not header and "利差" not in left:
        found.role = "change"
        if found.direction is None:
            apart = _APART.search(left)
            found.direction = None if apart is None else "up" if apart[0][0] == "高" else "down"


def _counts_of_times(found: Found, verb: str) -> bool:
    """提价三次, 减少活动2场: times that something happened are no delta."""
    return found.unit in ("count:次", "count:轮", "count:场", "count:回") and verb not in (
        "增加",
        "减少",
        "增长",
        "下降",
    )


def _negative_level(found: Found, left: str, header: str, head_change: bool) -> bool:
    if found.sign != "-":
        return False
    if head_change:
        return False
    return (
        not left.rstrip().endswith(
            ("同比", "环比", "涨幅", "增速", "变化", "变动", "变化为", "增速为", "增速达", "下调")
        )
        and found.unit not in _STEP_UNITS
        and (found.unit in MONEY or bool(re.search(r"率|流|利润|收益|差|温|值|为$", left + header)))
    )


def _minus(low: float | None, high: float | None) -> tuple[float | None, float | None]:
    if (low is not None and low < 0) or (high is not None and high < 0):
        return low, high
    return (None if high is None else -high), (None if low is None else -low)


def _absolute(found: Found) -> None:
    ends = sorted(abs(v) for v in (found.low, found.high) if v is not None)
    if len(ends) == 2 and not (
        found.low is not None and found.high is not None and found.low < 0 < found.high
    ):
        found.low, found.high = ends[0], ends[1]


def _head_direction(header: str) -> str | None:
    if re.search("降幅|跌幅|下降|减幅|减少", header):
        return "down"
    return "up" if re.search("涨幅|升幅|增幅", header) else None


def _limit(found: Found, left: str, right: str, sentence_left: str, header: str) -> bool:
    if found.unit == "date":
        return False
    if header and _of_limit(header) and (found.cmp != "=" or "要求" in header):
        return True
    if not _LIMIT_CHARS.isdisjoint(right[:9]) and _LIMIT_NEXT.match(right):
        return True
    if _LIMIT_LEFT.search(left):
        return True
    if found.cmp in ("=", "~") and not left.endswith(("不得", "控制在")):
        return False
    return _LIMIT_WORD.search(left) is not None or (
        found.cmp in (">=", "<=") and _LIMIT_WORD.search(sentence_left) is not None
    )


def _portion(found: Found, left: str, header: str) -> bool:
    """一成半, 三分之二, or the 30% of something: a part of a whole, unless it is a rate."""
    if header.strip() or "率" in left:
        return False
    return left.endswith("的") or "成" in found.core or "分之" in found.core or "半" in found.core


def _share(left: str, right: str, header: str, label: str) -> bool:
    if header:
        return _of_share(header) or _of_share(label) or "占" in left[-8:]
    if _SHARE_WORD.search(left):
        return True
    if right.startswith("的") and len(left) <= 3 and "率" not in right[:6]:
        return True
    return _OPEN_LEFT.match(left) is not None and (
        right.startswith("的") or _SHARE_NEXT.match(right) is not None or left.startswith("其中")
    )
