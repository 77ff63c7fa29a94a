"""What comes to in all what is paid each year or month for so many of them: 年交1.2万元、交10年，总保费12万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.passages import Passage, Told
from desktop.audit.worded import Worded, money, product, worded

_EACH: Final = re.compile(
    r"(?P<year>每年|年[交缴付租费供]|一年)[^，；。]{0,6}$|(?P<month>每个?月|月[交缴付租费供]|一个月)[^，；。]{0,6}$"
)
_ALL: Final = re.compile(
    r"^[^，]{0,6}(?:总(?:保费|租金|费用|金额|价|额|计|共|支出|收入|投入|成本|缴费)|合计|累计|一共|共计|共[交缴付存需要])[^，]{0,6}$"
)
_LASTS: Final = re.compile(r"[交缴付租存供]|期(?:限|为)?|连续|为期")
_OTHER: Final = re.compile(
    r"首[年月期付]|免|递增|上[浮调涨]|折|优惠|押金|利息|复利|提前|已[交缴付]|前[一二三四五六七八九十\d]|其中|另|加上|起"
)


def of_paid(passage: Passage) -> Iterator[Worded]:
    """Every total of money of a line right behind what is paid each time and for how long."""
    if passage.marks.isdisjoint("年月") or passage.marks.isdisjoint("总合累共"):
        return
    own = passage.own
    for at in range(2, len(own)):
        each, last, told = own[at - 2 : at + 1]
        if not money([told]) or not money([each]) or not _ALL.match(told.lead):
            continue
        found = _EACH.search(passage.clause(each))
        if found is None or last.figure.unit != found.lastgroup or not _LASTS.search(last.lead):
            continue
        begin = passage.text.rfind("。", 0, each.start) + 1
        begin = max(begin, passage.text.rfind("；", 0, each.start) + 1)
        if "；" in passage.text[begin : told.start] or each.sentence != told.sentence:
            continue
        if not _OTHER.search(passage.text, begin, told.start):
            yield from _worded(told, each, last)


def _worded(told: Told, each: Told, last: Told) -> Iterator[Worded]:
    many = float(last.figure.low or 0)
    made = worded(told, [product(each, last._replace(value=many))], plain=True)
    if made is not None:
        yield made
