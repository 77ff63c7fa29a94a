"""Why a figure or a regulation could not be checked: never silence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit.amounts import stated
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.finding import Derived, Uncheckable
from desktop.core.policy import PolicyMention
from desktop.core.text import NOTHING, Text
from desktop.core.units import unit

_FORECAST: Final = re.compile(r"概率|预计|预测|目标|有望|可能|计划|forecast|probab|target|expect|plan", re.I)
_ODDS: Final = re.compile(r"概率|可能性|几率|胜算|probab|odds|likelihood", re.I)
# What can be said to rise or fall by so much only on a scale that the text would have to name.
_UNMEASURED: Final = re.compile(
    r"(?:难度|体验|感受|便利性?|便捷性?|透明度|信任度?|认同|形象|影响力|吸引力|竞争力|活力|效率|效能|效果|准确性|稳定性|流畅度|合作|协同|"
    r"质量|水平|能力|业务规模)$|difficulty|experience|trust|efficiency|quality|cooperation",
    re.I,
)
_AVERAGE: Final = re.compile(r"平均|均值|人均|户均|average|mean", re.I)
_COUNTS: Final = re.compile(r"(?:用户|客户|会员|人口|粉丝|居民|学生|员工|人数|户数|家数)(?:数量?|总数)?$")
_NEEDS: Final = {  # by the first word of the dimension
    "share": "rate", "count": "count", "persons": "count", "transactions": "count", "money": "money",
    "duration": "length", "multiple": "multiple",
}  # fmt: skip
REASONS: Final[dict[str, Text]] = {
    "orphaned": Text(
        "原文中已找不到这一处，无法核对。", "The passage is no longer in the text, so it cannot be checked."
    ),
    "date": Text(
        "日期只说明事情发生在何时，文中没有说它与别的日期孰先孰后、相隔多久，无从核对。",
        "The date only says when; the text says nothing of its order or distance from another date that could be "
        "checked.",
    ),
    "base_missing": Text(
        "写了变化（{0}），没有把变化前后的两个数值都写出来，无法重算。",
        "The change ({0}) comes without both the value before and the value after, so it cannot be recomputed.",
    ),
    "no_measure": Text(
        "只写了变化（{0}），没有写这一项怎样衡量、前后各是多少，无从核对。",
        "Only the change ({0}) is stated, neither how such a thing is measured nor what it was before and after.",
    ),
    "odds": Text(
        "概率（{0}）没有写明由谁、按什么方法估计，事情发生之前也无法核查。",
        "The text does not say who put the odds at {0} and how, and they cannot be checked before the event.",
    ),
    "part_of_unknown": Text(
        "占比（{0}）没有写出分子、分母或样本量，无法重算。",
        "The share ({0}) comes without numerator, denominator or sample size, so it cannot be recomputed.",
    ),
    "limit": Text(
        "门槛（{0}）没有可对照的文件条款或同类限额。",
        "There is no provision or like limit to hold this limit ({0}) against.",
    ),
    "forecast": Text(
        "预测或估计（{0}）在事情发生之前无法核查。",
        "A forecast ({0}) cannot be checked before it comes to pass.",
    ),
    "rank": Text(
        "名次（{0}）没有附排名表，无法核对。",
        "The rank ({0}) comes without the ranking, so it cannot be checked.",
    ),
    "average": Text(
        "平均数（{0}）没有附明细，无法重算。",
        "The average ({0}) comes without the values behind it, so it cannot be recomputed.",
    ),
    "range": Text(
        "区间（{0}）只有这一处，没有别的数字可以核对。",
        "The range ({0}) is stated once, with no other number to hold it against.",
    ),
    "cell": Text(
        "表中这一格（{0}）没有合计、占比或前后列可以重算，文中也没有再写同一数量。",
        "This cell ({0}) has no total, share or earlier column to recompute it from, and the text does not state the "
        "quantity again.",
    ),
    "unnamed": Text(
        "文中没有写明{0}是谁的、什么数量，无法与其他数字对上。",
        "The text does not say whose or what {0} is, so no other number can be held against it.",
    ),
    "rate": Text(
        "比率（{0}）没有写出分子、分母或前后值，无法重算。",
        "The rate ({0}) comes without numerator and denominator or an earlier value, so it cannot be recomputed.",
    ),
    "count": Text(
        "数目（{0}）没有附明细、合计或占比，无法重算，文中也没有再写。",
        "The count ({0}) comes without its parts, a total or a share, and the text does not state it again.",
    ),
    "money": Text(
        "金额（{0}）没有写出单价和数量、明细或合计，无法重算，文中也没有再写。",
        "The amount ({0}) comes without unit price and quantity, parts or a total, and the text does not state it "
        "again.",
    ),
    "length": Text(
        "时长（{0}）没有写出起止日期，无法核对。",
        "The length of time ({0}) comes without the dates that it runs between, so it cannot be checked.",
    ),
    "multiple": Text(
        "倍数（{0}）没有写出相比的两个数，无法重算。",
        "The multiple ({0}) comes without the two values that it compares, so it cannot be recomputed.",
    ),
    "no_unit": Text(
        "这个数（{0}）没有单位，文中也没有同一指标的其他数可以核对。",
        "The number ({0}) has no unit, and the text has no other number of its kind to hold it against.",
    ),
    "measured": Text(
        "测得的值（{0}）只写了一次，没有别的数或来源可以核对。",
        "The measured value ({0}) is stated once, with no other number or source to hold it against.",
    ),
    "no_document": Text(
        "原文没有点名任何文件，无法与登记簿核对。",
        "The text names no document, so there is nothing to look up in the register.",
    ),
    "policy": Text(
        "原文没有写出可与登记簿核对的时间或要求。",
        "The text states no date or requirement that the register could be held against.",
    ),
}


PRECISE: Final = ("odds", "no_measure")  # that say more than that a copy has the number too
FOLLOWS = Text(
    "只能由它推算（{0}），文中没有写出推得的数，无从核对。",
    "Another value follows from it ({0}), which the text does not state, so there is nothing to check.",
)


class Reasons:
    """The most telling reason for each item that no check reached."""

    def __init__(self, dossier: Dossier, derived: Iterable[Derived] = ()) -> None:
        """Keep the texts, to see what is orphaned, and what was derived from each item."""
        self._texts = {s.id: s.text for s in dossier.sources}
        self._derived: dict[str, Derived] = {}
        for one in derived:
            for item in one.items:
                self._derived.setdefault(item, one)

    def of(self, item: Figure | PolicyMention) -> Uncheckable:
        """Return why this item could not be checked."""
        text = self._texts.get(item.anchor.source, "")
        if not item.anchor.holds(text):
            return _because(item.id, "orphaned", NOTHING)
        if isinstance(item, PolicyMention):
            named = item.title.zh or item.number
            return _because(item.id, "policy" if named else "no_document", NOTHING)
        if item.is_date:
            return _because(item.id, "date", NOTHING)
        if (follows := self._derived.get(item.id)) is not None:
            return Uncheckable(item.id, FOLLOWS.format(follows.formula), "derived")
        return _because(item.id, _code(item), stated(item))


def _because(item: str, code: str, shown: Text) -> Uncheckable:
    return Uncheckable(item, REASONS[code].format(shown), code)


def _code(figure: Figure) -> str:
    if _ODDS.search(figure.indicator.zh):
        return "odds"
    if _FORECAST.search(figure.indicator.zh):
        return "forecast"
    if figure.role == "change":
        return "no_measure" if has_no_scale(figure) else "base_missing"
    if figure.role == "threshold":
        return "limit"
    if figure.role == "rank":
        return "rank"
    if figure.role == "ratio":
        return "part_of_unknown"
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        return "range"
    if _AVERAGE.search(figure.indicator.zh):
        return "average"
    if figure.table:
        return "cell"
    return _alone(figure)


def has_no_scale(figure: Figure) -> bool:
    """Whether a figure is of what can only be said to rise or fall by so much on a scale that has to be named."""
    return bool(_UNMEASURED.search(_plain(figure)))


def _plain(figure: Figure) -> str:
    """The indicator of a change, without the words that say it is one."""
    return re.sub(r"的?(?:变化|变动|增幅|降幅)$", "", figure.indicator.zh.rpartition("·")[2])


def _alone(figure: Figure) -> str:
    """What a level that stands by itself would need."""
    if not figure.entity.zh and not figure.indicator.zh:
        return "unnamed"
    known = unit(figure.unit)
    dimension = known.dimension.split(" ")[0] if known is not None else ""
    if not dimension and any(_COUNTS.search(name.zh) for name in (figure.indicator, figure.entity)):
        return "count"
    return "no_unit" if not dimension else _NEEDS.get(dimension, "measured")
