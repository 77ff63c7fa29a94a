"""What is left of an income once its costs are told to be taken off: 流水450元，平台抽走两成，到手360元.

Everything that is taken off behind the income counts, so that a cost that was left out is no other reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.interval import Interval
from desktop.audit.operand import operand
from desktop.audit.passages import RATES, Passage, Told
from desktop.audit.ways import Way
from desktop.audit.worded import Worded, alike, near_before, span, worded

_LEFT: Final = re.compile(
    r"(?:[余剩落]下|结余|盈余|[净纯][赚挣剩得收]|到手|落袋|落得|能[赚挣]|只[赚挣剩]|还[赚挣剩]|[赚挣]到?)(?:了|的|约|近)*$"
)
_OFF: Final = re.compile(
    r"[扣减刨抛]|除去|去掉|花[去掉费了]|要花|总?成本|总支出|支出[合共]|[亏赔用][掉了去损]"
)
_TAKES: Final = re.compile(r"抽[走成取掉去]?|扣[除掉去]?|提成|佣金?|分[走成]|上[交缴]")
_INCOME: Final = re.compile(
    r"收[入到取上]?|流水|进账|营业额|销售额|票房|票款|卖|售价|学费|货款|到手|毛利|资金|本金|出资|投入|存款"
)
_OTHER: Final = re.compile(r"比|较|多|少|预计|去年|上年|今年|如果|另|其中|平均|目标|每股|首")
_FAR: Final = 1  # sentences
_MOST: Final = 4  # amounts between the income and what is left


def of_nets(passage: Passage) -> Iterator[Worded]:
    """Every amount of a line that is told as left of an income behind what is taken off it."""
    if len(passage.own) < 3 or (not _OFF.search(passage.text) and not _TAKES.search(passage.text)):
        return
    for told in passage.own[2:]:
        if told.figure.unit in RATES or not _LEFT.search(told.lead) or _OTHER.search(told.lead):
            continue
        near = near_before(passage, told, _FAR)[-_MOST:]
        ways = [_net(passage, p, near[at + 1 :], told) for at, p in enumerate(near) if _is_income(p, told)]
        found = worded(told, reversed(ways), plain=True)
        if found is not None:
            yield found


def _is_income(one: Told, told: Told) -> bool:
    return (
        bool(alike([one], told))
        and one.figure.role != "change"
        and _INCOME.search(one.lead) is not None
        and not _OFF.search(one.lead)
    )


def _net(passage: Passage, income: Told, others: Sequence[Told], told: Told) -> Way | None:
    """An income less all that stands behind it; None where something there is not taken off."""
    whole = span(income)
    if whole is None or not others:
        return None
    figures, sign = [income.figure], "{}"
    found, point = whole, income.value
    for part in others:
        if part.share:
            if not _TAKES.search(part.lead) or part.figure.role == "change":
                return None
            rate = part.value / 100
            found, point = found.minus(whole.scaled(rate)), point - income.value * rate
            sign += " − {} × {}"
            figures += [income.figure, part.figure]
            continue
        own = span(part)
        if own is None or not alike([part], told) or not _OFF.search(passage.clause(part)):
            return None
        if not _same_basis(income, part):
            return None
        found, point = found.minus(own), point - part.value
        sign += " − {}"
        figures.append(part.figure)
    return Way(tuple(figures), Interval(*found), point, sign) if _same_basis(income, told) else None


def _same_basis(one: Told, other: Told) -> bool:
    """Whether two amounts are for the same thing and the same time, as far as they tell."""
    a, b = operand(one.figure), operand(other.figure)
    if a is None or b is None:
        return False
    things = {o.per.code for o in (a, b) if o.per is not None}
    times = {o.time for o in (a, b) if o.time}
    return len(things) < 2 and len(times) < 2 and (not things or (a.per is None) == (b.per is None))
