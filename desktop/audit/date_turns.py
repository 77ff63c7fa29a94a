"""Dates of what is counted, 第一次在2022年，第二次在2024年, and of what a report looks back on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from desktop.audit.lines import behind_last
from desktop.audit.moments import with_years
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.value import value

_CUT: Final = re.compile(r"[，,；;：:。！？!?\n、（）()]")
_TURN: Final = re.compile(
    r"(?:第(?P<n>[一二三四五六七八九十]|\d{1,2})|(?P<first>首|前一)|(?P<second>后一))(?P<kind>[次轮批届回])"
    r"(?P<what>[\u4e00-\u9fff]{0,10})$"
)
_BEHIND: Final = re.compile(
    r"(?:进行|做|举行|举办|召开|完成|开展|启动)?了?(?:第(?P<n>[一二三四五六七八九十]|\d{1,2})|(?P<first>首)|(?P<second>后一))(?P<kind>[次轮批届回])"
    r"(?P<what>[\u4e00-\u9fff]{0,10})"
)
# A stretch, a date of something else, or a plan that may be moved about
_ELSE: Final = re.compile(r"的|截至|至|原[定本计]|大战|以前|之前|世界|推迟|提前|补|[从由]$")
_PLACED: Final = re.compile(r"(?:是|举?办|开|召开|定|放|安排|发生|举行|进行|开始|完成|结束)?[在于是为]?$")
_BEGINS: Final = re.compile(r"启动|开始|开工|动工|签约|发布|申报|报名|受理|招标")
_NUMBERS: Final = "一二三四五六七八九十"
_REACH: Final = 24
_NAME: Final = (
    2  # characters by which 第一次检查 and 第二次检查 are of one thing, and 董事会 and 监事会 are not
)
# What was over when it was reported: 发布会…5月15日结束的假期数据
_OVER: Final = re.compile(
    r"(?:刚刚?|才|已经?)?(?:结束|闭幕|落幕|收官|截止|收盘|打完|完赛)的(?P<what>[^，。；]{0,20})"
)
_TOLD: Final = re.compile(
    r"数据|客流|人次|统计|成绩|战报|战绩|票房|销售额|收入|结果|战况|成交|伤亡|得分|首次公布"
)
_REPORTS: Final = re.compile(r"发布会|通报|公布|披露|发布|公告|晒出|回顾|总结|盘点|介绍|宣布")
_AHEAD: Final = re.compile(r"将|即|拟|计划|预计|预测|预估|预告|截至|[至到]$|原定|去年|上年|上一|日程|安排")
_WRAP: Final = 150  # days between two dates without a year that are of two years


@value
class Turn:
    """The date of one of several of a kind: its number, its kind, what it is, and where it stands."""

    figure: Figure
    number: int
    kind: str
    what: str
    begins: bool


def of_turns(piece: Prose) -> Iterator[tuple[Figure, Figure]]:
    """Each date of a turn that lies before that of the turn one lower, with that date."""
    dates = [f for f in piece.figures if f.is_date]
    if len(dates) < 2 or not piece.marks & set("次轮批届回"):
        return
    told = [turn for figure in with_years(dates) if (turn := _turn(piece, figure)) is not None]
    for one, other in pairwise(told):
        low, high = (one, other) if one.number < other.number else (other, one)
        same = one.kind == other.kind and high.number == low.number + 1 and _alike(one.what, other.what)
        # 第一轮3月完成，第二轮2月启动: the second may begin before the first is over
        if same and one.begins == other.begins and _before(high.figure, low.figure):
            yield low.figure, high.figure


def not_yet_over(piece: Prose) -> Iterator[tuple[Figure, Figure]]:
    """The date of a report, and the later one at which what it has the results of ended."""
    for sentence in piece.sentences:
        dates = with_years(sentence.dates) if len(sentence.dates) > 1 else []
        for one, other in pairwise(dates):
            tail = sentence.text[other.anchor.end - sentence.start :]
            over, between = _OVER.match(tail), sentence.between(one, other)
            if over is None or not _before(one, other) or _AHEAD.search(between) or _AHEAD.search(tail):
                continue
            if _REPORTS.search(between) and _TOLD.search(over["what"]):
                yield one, other


def _turn(piece: Prose, figure: Figure) -> Turn | None:
    at = figure.anchor.start - piece.start
    lead = behind_last(_CUT, piece.text[max(0, at - _REACH) : at])
    tail = _CUT.split(piece.text[figure.anchor.end - piece.start :][:_REACH], maxsplit=1)[0]
    found = _TURN.search(lead) or _BEHIND.match(tail)
    if found is None or _ELSE.search(lead) or _ELSE.search(tail):
        return None
    given = found["n"]
    number = (
        int(given)
        if given and given.isdecimal()
        else _NUMBERS.index(given) + 1
        if given
        else 1 + bool(found["second"])
    )
    what = _PLACED.sub("", found["what"])
    return Turn(figure, number, found["kind"], what, _BEGINS.search(lead + tail) is not None)


def _alike(one: str, other: str) -> bool:
    """Whether both are of one thing: 第一次检查…第二次."""
    return not one or not other or one[:_NAME] == other[:_NAME]


def _before(one: Figure, other: Figure) -> bool:
    """Whether all of a date lies before another, in the year that both are of."""
    a, b = one.period, other.period
    if a is None or b is None or a.end is None or b.start is None or "→" in a.text + b.text:
        return False
    gap = (b.start - a.end).days
    years = bool(re.search(r"\d{4}", one.as_printed) and re.search(r"\d{4}", other.as_printed))
    return gap > 0 and (years or gap <= _WRAP)
