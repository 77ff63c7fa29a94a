"""Sizes whose words name what they are of: 和2021年的159元相比，累计涨了56.6%; 驿电两年丢掉8个点; 按比例算是两成.

The base, or both values, may stand anywhere in the lines before; other values in between do not matter then.
"""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.any_reading import POINTS
from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import behind_last
from desktop.audit.move import BY, is_share
from desktop.audit.size_doubts import FAR
from desktop.audit.size_order import order
from desktop.audit.size_pair import SizePair
from desktop.audit.size_told import SizeTold
from desktop.audit.size_words import BREAK, LENGTH, only_known, plain_size
from desktop.audit.telling import told
from desktop.audit.times_apart import day
from desktop.core.figure import Figure

_SINCE: Final = re.compile(
    r"(?:和|与|同|跟|比|较|对比|比起|相较于?|较之)(?P<year>(?:19|20)\d\d)年(?:末|底|初)?(?:的)?[^，。；\d]{0,4}"
    r"(?:(?<=的)[\d.,]+[^，。；\d]{1,4}?)?(?:相?比|相较|来[看说])?[，,]?(?P<words>[^，。；\d]{1,8})$"
)
_RATIO: Final = re.compile(r"相对|按比例|换算|折算|幅度|[增降涨跌升减]幅|比例")
_AVERAGE: Final = re.compile(r"均|复合|年化|目标|预计|计划|其中|占")
_LINKS: Final = re.compile(r"^(?:而|但|其中)|(?:则|也|却|的)+$")
_IS: Final = re.compile(r"(?:约|近|为|是|达到?|有|：|:)+$")
_THAN: Final = re.compile(r"(?P<more>(?<![增提升走抬调推])[高多贵])[了出]?|(?<![减降走])[低少]|便宜")
_NAME: Final = 2  # characters


def named_base(here: SizeTold) -> SizePair | None:
    """The last value before the words that name a year, with the value of that year."""
    size = here.size
    since = _SINCE.search(here.text[here.own : here.at(size)])
    if since is None or size.unit in POINTS or _AVERAGE.search(since[0]):
        return None
    if not (told(since["words"]).changes or since["words"].endswith(("是", "为"))):
        return None
    begin = here.own + since.start()
    amounts = [f for f in here.around if not is_share(f)]
    end = next((f for f in reversed(amounts) if here.end(f) <= begin), None)
    base = [f for f in amounts if day(f)[:4] == since["year"] and f is not end]
    if end is not None and day(end)[:4] == since["year"]:
        return None  # 净利润则比2023年增长1.25倍, where all before is of 2023
    if end is None or len(base) != 1 or begin - here.end(end) > FAR:
        return None
    if not same_dimension(end.unit, base[0].unit):
        return None
    subject = behind_last(BREAK, here.text[here.own : begin])
    known = here.clause(end) + (here.clause(base[0]) if here.at(base[0]) < begin else "")
    return _pair(here, base[0], end) if only_known(subject, known, "", end.unit) else None


def of_year(here: SizeTold) -> SizePair | None:
    """The value of a year and the latest one of the name that both and the size have: 净利润则比2023年增长1.25倍."""
    size = here.size
    since = _SINCE.search(here.text[here.own : here.at(size)])
    if since is None or size.unit in POINTS or _AVERAGE.search(since[0]) or not told(since["words"]).changes:
        return None
    name = _LINKS.sub("", behind_last(BREAK, here.text[here.own : here.own + since.start()]))
    if len(name) < _NAME:
        return None
    own = [f for f in here.piece.amounts if not is_share(f) and f.role == "level"
           and _IS.sub("", here.piece.clause(f)).endswith(name)]  # fmt: skip
    last = max((day(f)[:4] for f in own), default="")
    ends = [
        [f for f in own if day(f)[:4] == year]
        for year in (since["year"], last if last > since["year"] else "")
    ]
    if any(len({value_of(f) for f in each}) != 1 for each in ends):
        return None
    base, end = ends[0][0], ends[1][0]
    return _pair(here, base, end) if same_dimension(base.unit, end.unit) else None


def of_name(here: SizeTold) -> SizePair | None:
    """The only two values whose clauses have the name that the words before a size begin with."""
    clause = LENGTH.sub("", here.clause(here.size))
    says = told(clause)
    if not says.others or not (says.changes or says.verb) or _AVERAGE.search(clause):
        return None
    name = says.others[0]
    if len(name) < _NAME or not clause.startswith(name):
        return None
    own = [f for f in here.values if name in here.clause(f)]
    if len(own) != 2 or own[0].unit != own[1].unit or (here.size.unit in POINTS and not is_share(own[0])):
        return None
    way = order(here, *own)
    return _pair(here, *(own if way > 0 else own[::-1])) if way else None


def again(here: SizeTold) -> SizePair | None:
    """The two values that the size right before was told of: 掉到46.4%，少了11.6个百分点，相对跌幅两成."""
    amounts, size = here.piece.amounts, here.size
    before = amounts[amounts.index(size) - 1]
    gap = here.text[here.end(before) : here.at(size)]
    if (
        before.unit not in POINTS
        or not _RATIO.search(gap)
        or len(BREAK.findall(gap)) > 1
        or _AVERAGE.search(gap)
    ):
        return None
    own = [f for f in here.values if here.end(f) <= here.at(before) and is_share(f)][-2:]
    if (
        len(own) != 2
        or size.unit != "%"
        or here.at(before) - here.end(own[1]) > FAR
        or not here.inside(own[0])
    ):
        return None
    apart = abs((own[0].value or 0.0) - (own[1].value or 0.0))
    if abs(apart - (before.value or 0.0)) >= 0.05 + 0.01 * apart:
        return None
    low, high = sorted(own, key=lambda f: f.value or 0.0)
    if order(here, *own) == 0 and (
        than := _THAN.search(gap)
    ):  # 4.00%，2.30%，相对高出七成多: of the lower one
        own = [low, high] if than["more"] else [high, low]
    return _pair(here, *own)


def _pair(here: SizeTold, base: Figure, end: Figure) -> SizePair:
    return SizePair(here.size, plain_size(here.size), base, end, True, BY, True, (), ())
