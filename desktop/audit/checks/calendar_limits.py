"""Times that no calendar and no clock has: 385 days a year, thirteen months, 29 o'clock, eight days a week."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.check import Result, World, check
from desktop.audit.marks import any_of
from desktop.audit.scope import Section
from desktop.core.text import NOTHING, Text

KEY: Final = "calendar_limits"
_SPEAKS: Final = re.compile(r"\d(?:天|个月|小时|时|点|周)")
# How much of the smaller the larger holds at most; a turnover or a term may well be longer than a year.
_OF: Final = re.compile(
    r"(?=[全每年整一月当日利])"  # what it can begin with: most characters are none
    r"(?:(?P<year>全年|每年|年均|整年|一年(?![后前多半期来比又级以之内])|利用(?=小时))|(?P<month>每个?月|月均|当月)"
    r"|(?P<week>每个?(?:周|星期)|一周(?![后前年岁]))|"
    r"(?P<day>每[天日]|日均|一天(?![后前比])))(?P<gap>[^，。；,;\d账库存期周转限龄]{0,8})(?P<n>\d{1,5}(?:\.\d+)?)"
    r"(?P<unit>天(?!次|人)|个月|周(?![岁年])|小时|日(?=[，。；、]|$))"
)
# What a text has of which the patterns below may find something
_EACH: Final = any_of("利用|全年|每年|年均|整年|一年|每月|每个|月均|当月|每周|一周|每天|每日|日均|一天")
_OTHERS: Final = any_of("其余|剩下|余下|剩余|另外")
_LATE: Final = frozenset(f"{hour}{n}" for hour in "时点" for n in "6789")
_HOURS: Final = frozenset(f"{n}{mark}" for n in range(10) for mark in "时点:：")
_MOST: Final = {
    ("year", "天"): 366, ("year", "日"): 366, ("year", "个月"): 12, ("year", "周"): 53, ("month", "天"): 31,
    ("month", "日"): 31, ("month", "周"): 5, ("week", "天"): 7, ("week", "小时"): 168, ("month", "小时"): 744,
    ("year", "小时"): 8784,
}  # fmt: skip
_TOGETHER: Final = re.compile(
    r"人均|合计|累计|总|共计|平均每(?![年月周天日星])|人次|多人|轮班|滞后|提前|超过?|周转|账期|质保|保修|保质|寿命"
)
_REST: Final = re.compile(
    r"(?P<n>\d{1,2})个月[^。；\n]{0,8}(?:其余|剩下|余下|剩余|另外)的?(?P<rest>\d{1,2})个月"
)
_CLOCK: Final = re.compile(
    r"(?:次日|翌日|凌晨|清晨|早上?|上午|中午|下午|傍晚|晚上?|夜间|夜里|午夜|当[日晚天]|时至|时到|点至"
    r"|点到|时—|点—)(?P<n>\d{2})(?:[：:]\d{2}|时(?![间段长候])|点(?![一-鿿]?[位评赞]))"
)
_QUARTER: Final = re.compile(
    r"(?P<span>(?:第?[一二三四1-4]季度|Q[1-4]|前[两二三]个?季度|[上下]半年))(?:[（(]|即|也就是"
    r"|的)*(?P<from>\d{1,2})月?(?:\s*(?:—+|–|-|~|～|至|到)\s*(?P<to>\d{1,2}))?月(?!\d)"
)
_NO_QUARTER: Final = re.compile(r"(?:19|20)\d\d年?\s?Q[05-9](?!\d)|(?:19|20)\d\d年?第[五六七八九5-9]季度")
_FISCAL: Final = re.compile(r"财年|财季|财政年度|学年|fiscal|FY", re.I)
_MINUTE: Final = re.compile(r"\d{1,2}[时点](?P<n>[6-9]\d)分(?!钟)")
SAID = Text("文中写{0}，但{1}最多只有{2}。", "The text says {0}, but {1} has {2} at most.")
REST = Text(
    "文中写{0}，两段合起来是{1}个月，一年只有12个月。",
    "The text says {0}: {1} months in all, and a year has 12.",
)
CLOCK = Text("文中写{0}，但一天的时刻到24时为止。", "The text says {0}, but a day ends at 24:00.")
MINUTE = Text("文中写{0}，但一小时只有60分。", "The text says {0}, but an hour has 60 minutes.")
QUARTER = Text(
    "文中写{0}，但{1}是{2}月到{3}月。", "The text says {0}, but {1} runs from month {2} to month {3}."
)
_FOUR: Final = (Text("一年", "a year"), Text("4个季度", "4 quarters"))
_SPAN: Final = {
    "year": Text("一年", "a year"), "month": Text("一个月", "a month"), "week": Text("一周", "a week"),
    "day": Text("一天", "a day"),
}  # fmt: skip
_UNIT: Final = {"天": "days", "日": "days", "个月": "months", "周": "weeks", "小时": "hours"}


@check(KEY, "历法与钟点", "calendar and clock", "section", needs={"section": ("天月时点周季半Q",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Find lengths and times that cannot be, wherever they stand in the text."""
    for match, said in _broken(piece.text, piece.marks):
        anchor = piece.anchor(match.start(), match.end())
        figures = piece.between(anchor.start, anchor.end)
        items = tuple(f.id for f in figures) or (piece.factor.id,)
        inputs = say.inputs(*figures)
        yield say.told(KEY, "inconsistent", items, inputs, NOTHING, said, (anchor,), "calendar", tag=match[0])


def _months(span: str) -> tuple[int, int]:
    """The first and last month of a quarter, of the first quarters together, or of half a year."""
    if "半年" in span:
        return (1, 6) if span[0] == "上" else (7, 12)
    number = next(
        "一二三四".index(c) + 1 if c in "一二三四" else 2 if c == "两" else int(c)
        for c in span
        if c in "一二三四两1234"
    )
    return (1, 3 * number) if span[0] == "前" else (3 * number - 2, 3 * number)


def _broken(text: str, marks: frozenset[str]) -> Iterator[tuple[re.Match[str], Text]]:
    for match in _OF.finditer(text) if not marks.isdisjoint(_EACH) and _SPEAKS.search(text) else ():
        span = next(name for name in _SPAN if match[name])
        most = _MOST.get((span, match["unit"]))
        if (
            most is not None
            and float(match["n"]) > most
            and not _TOGETHER.search(text, max(0, match.start() - 6), match.end())
        ):
            held = Text(f"{most}{match['unit']}", f"{most} {_UNIT[match['unit']]}")
            yield match, SAID.format(quote(match[0]), _SPAN[span], held)
    for match in _REST.finditer(text) if "个月" in marks and not marks.isdisjoint(_OTHERS) else ():
        whole = int(match["n"]) + int(match["rest"])
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if whole != 12 and re.search(r"全年|一年|每年", line):
            yield match, REST.format(quote(match[0]), whole)
    for match in _CLOCK.finditer(text) if not marks.isdisjoint(_HOURS) else ():
        if int(match["n"]) > 24:
            yield match, CLOCK.format(quote(match[0]))
    quarters = "Q" in text or "季度" in text  # a search for a few characters costs next to nothing
    for match in _NO_QUARTER.finditer(text) if quarters else ():
        yield match, SAID.format(quote(match[0]), *_FOUR)
    for match in _QUARTER.finditer(text) if quarters or "半年" in text else ():
        first, last = _months(match["span"])
        told = int(match["from"]), int(match["to"] or match["from"])
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.end()]
        exact = (
            match["to"] is None
            or (told[0] == first and told[1] <= last)
            or (first <= told[0] and told[1] == last)
        )
        if (
            (not first <= told[0] <= told[1] <= last or not exact)
            and max(told) <= 12
            and not _FISCAL.search(line)
        ):
            yield match, QUARTER.format(quote(match[0]), quote(match["span"]), first, last)
    for match in _MINUTE.finditer(text) if not marks.isdisjoint(_LATE) else ():
        yield match, MINUTE.format(quote(match[0]))
