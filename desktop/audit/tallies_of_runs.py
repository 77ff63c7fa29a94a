"""Amounts that a run before them makes: its first or last few, a stock with what came and went, a list named anew.

前三项合计0.98亿元; 年初存栏640头，一季度新生85头，二季度新生72头，年中存栏797头;
定期42万元、活期11万元，本金合计53万元.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.enumerations import DIGITS
from desktop.audit.flows import flows
from desktop.audit.gap_words import is_other, unnamed
from desktop.audit.passages import Passage, Told, alike
from desktop.audit.tally import Tally, added_up, tally_of
from desktop.audit.ways import signed

_EDGE: Final = re.compile(
    r"(?P<end>[前头后末])(?P<n>[两二三四五六七八九]|\d)个?[^，,。；、\d]{0,3}?(?:合计|总计|共计|一共|总共|加起来|相加|之和|合起来|总和)"
)
_LISTED: Final = re.compile(r"[^，,。；;、\d]{0,4}[、，,；;和及与][^。；;\d]{0,14}")
_JOINED: Final = re.compile(r"[^，,。；;、\d]{0,3}[、和及与][^，,。；;、\d]{1,10}")
_ADDED: Final = re.compile(r"合计|总计|共计|总和|加起来|相加|之和|一共|总共")
_SCOPE: Final = re.compile(
    r"[年月季周日期天全各累含连加外另他它余预计划标上下前后再又已首末超同只]|[实应退报到参付发收还欠减免优税]"
)  # of another time, or of another part: 实付合计
_SOME: Final = re.compile(r"其中|包括|包含|主要|例如|比如|仅|光是|单是|等[，,]?$|另|首付|定金|预付")
_CLOSE: Final = (0.7, 1.4)  # of the sum: a total further off is of more than the list
_FEW: Final = 4  # characters of a noun of its own

_CAME: Final = re.compile(
    r"新[^，老旧品型]{0,3}$|(?:购|买|收|调|运|转|迁|存|入|引|招|聘|捐)[进入来得到][^，]{0,3}$|又[来添加]了?$"
)
_WENT: Final = re.compile(
    r"(?:卖|售|运|调|转|迁|取|领|借|发|送|搬|走|用|花)[出走掉去][^，]{0,3}$|(?:病死|死亡|出栏|销售|报损|丢失|损耗|消耗)[^，]{0,3}$"
)
_AT_LAST: Final = re.compile(
    r"(?:[年月季周旬]|学[期年]|财年|期|赛季|\d日)(?:末|底|中|终)|期末|到?(?:现在|目前|如今|眼下|最后|最终)|现[有存]"
)
_HOLDS: Final = re.compile(
    r"一?共|总|计|有|达到?|还?剩下?|余|为|是|存栏|在[册库校岗职]|库存|存量|保有|[增减升降][加少]?[至到]|累积?|的|,"
)
_STEPS: Final = 2  # of one only the words tell more (tallies_of_gaps)
_MOST: Final = 6


def is_edge(clause: str) -> bool:
    """Whether a clause adds up the first or the last few of something: 前三项合计."""
    return _EDGE.search(clause) is not None


def edge(told: Told, clause: str, parts: Sequence[Told], passage: Passage) -> Tally | None:
    """What the first or the last few of a list come to, where a clause counts fewer than it has.

    前三项 may be the largest as well as the first.
    """
    found = _EDGE.search(clause)
    if found is None:
        return None
    many = DIGITS.get(found["n"]) or int(found["n"])
    run = _run(passage, [t for t in parts if _ADDED.search(passage.clause(t)) is None])
    if len(run) <= many:
        return None
    first = found["end"] in "前头"
    ranked = sorted(run, key=lambda t: t.value, reverse=first)[:many]
    ways = [added_up(run[:many] if first else run[-many:]), added_up(ranked)]
    return tally_of(told, "signed", ways, sure=not passage.items and len(clause) - found.end() <= _FEW)


def _run(passage: Passage, parts: Sequence[Told]) -> Sequence[Told]:
    """The list that some amounts end with."""
    at = len(parts) - 1
    while at > 0 and parts[at - 1].sentence == parts[at].sentence:
        if _LISTED.fullmatch(passage.between(parts[at - 1], parts[at])) is None:
            break
        at -= 1
    return parts[at:] if at >= 0 else ()


def named_anew(passage: Passage, told: Told, total: str, subject: str, parts: Sequence[Told]) -> bool:
    """Whether a total right behind a list that is all its sentence tells is of it, under a noun of its own."""
    if (
        told.figure.unit == "person"
        or not 0 < len(subject) <= _FEW
        or _ADDED.fullmatch(total) is None
        or _SCOPE.search(subject)
    ):
        return False
    low, high = (sum(t.value for t in parts) * by for by in _CLOSE)
    before = [t for t in passage.own if t.sentence == told.sentence and t.start < told.start]
    if not low < told.value < high or before[-len(parts) :] != list(parts) or any(map(_moved, parts)):
        return False
    if any(alike(t, told) for t in before[: -len(parts)]):
        return False
    gaps = [passage.between(a, b) for a, b in itertools.pairwise(parts)]
    behind = passage.between(parts[-1], told)[: -len(told.lead)]
    return (
        all(_JOINED.fullmatch(g) for g in gaps)
        and len(behind) <= _FEW
        and _SOME.search(passage.clause(parts[0]) + "".join(gaps) + behind) is None
    )


def _moved(told: Told) -> bool:
    return told.figure.role == "change" or told.figure.comparator != "="


def of_stocks(passage: Passage) -> Iterator[Tally]:
    """Every amount that a stock and two or more that came or went in its sentence leave at the end."""
    sizes = passage.sizes
    for at in range(_STEPS + 1, len(sizes)):
        told = sizes[at]
        if told.figure.role != "level" or _AT_LAST.search(told.lead) is None or is_other(told, told.lead):
            continue
        steps: list[tuple[Told, int]] = []
        begin = at - 1
        while begin > 0 and len(steps) < _MOST and (way := _way(sizes[begin])):
            steps.insert(0, (sizes[begin], way))
            begin -= 1
        stock, every = sizes[begin], [sizes[begin], *(t for t, _ in steps), told]
        if len(steps) < _STEPS or stock.figure.role != "level" or is_other(stock, stock.lead):
            continue
        if any(t.sentence != told.sentence or not alike(t, told) for t in every) or _way(stock):
            continue
        words = _HOLDS.sub("", _AT_LAST.sub("", told.lead))
        around = passage.text[max(0, stock.start - len(stock.lead)) : told.start - len(told.lead)]
        if not unnamed(words, around):
            made = signed([t.figure for t in every[:-1]], (1, *(way for _, way in steps)))
            found = tally_of(told, "signed", [made], sure=True)
            if found is not None:
                yield found


def _way(told: Told) -> int:
    """Whether an amount came (1) or went (−1)."""
    return flows(told.lead) or (1 if _CAME.search(told.lead) else -1 if _WENT.search(told.lead) else 0)
