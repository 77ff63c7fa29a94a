"""Why a figure or a regulation could not be checked: never silence."""

from __future__ import annotations

import re
from typing import Final

from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.finding import Uncheckable
from desktop.core.policy import PolicyMention
from desktop.core.text import Text

_FORECAST: Final = re.compile(r"概率|预计|预测|目标|有望|可能|计划|forecast|probab|target|expect|plan", re.I)
_AVERAGE: Final = re.compile(r"平均|均值|人均|户均|average|mean", re.I)
REASONS: Final[dict[str, Text]] = {
    "orphaned": Text(
        "原文中已找不到这一处，无法核对。", "The passage is no longer in the text, so it cannot be checked."
    ),
    "date": Text(
        "日期只说明其他数字的时间，文中没有可与它核对的另一日期。",
        "The date only says when; the text gives no other date to hold it against.",
    ),
    "base_missing": Text(
        "只写了变化（{0}），没有写变化前后的数值，无法重算。",
        "Only the change ({0}) is stated, without the values before and after, so it cannot be recomputed.",
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
    "single": Text(
        "这个数（{0}）只出现一次，没有合计、前后值或其他来源可以核对。",
        "The number ({0}) is stated once, with no total, earlier value or other source to hold it against.",
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


class Reasons:
    """The most telling reason for each item that no check reached."""

    def __init__(self, dossier: Dossier) -> None:
        """Keep the texts, to see what is orphaned."""
        self._texts = {s.id: s.text for s in dossier.sources}

    def of(self, item: Figure | PolicyMention) -> Uncheckable:
        """Return why this item could not be checked."""
        text = self._texts.get(item.anchor.source, "")
        if not item.anchor.holds(text):
            return _because(item.id, "orphaned", "")
        if isinstance(item, PolicyMention):
            named = item.title.zh or item.number
            return _because(item.id, "policy" if named else "no_document", "")
        return _because(item.id, _code(item), " ".join(item.anchor.quote.split())[:24])


def _because(item: str, code: str, shown: str) -> Uncheckable:
    return Uncheckable(item, REASONS[code].format(shown), code)


def _code(figure: Figure) -> str:
    if figure.is_date:
        return "date"
    if _FORECAST.search(figure.indicator.zh):
        return "forecast"
    if figure.role == "change":
        return "base_missing"
    if figure.role == "threshold":
        return "limit"
    if figure.role == "rank":
        return "rank"
    if figure.role == "ratio":
        return "part_of_unknown"
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        return "range"
    return "average" if _AVERAGE.search(figure.indicator.zh) else "single"
