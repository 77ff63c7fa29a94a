"""What an amount earns or costs at a yearly rate for the years that the line tells: 五万元存三年期，到期利息3600元."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.enumerations import DIGITS
from desktop.audit.interval import Interval
from desktop.audit.passages import Passage, Told
from desktop.audit.ways import Way
from desktop.audit.worded import Worded, money, near_before, span, worded

_EARNS: Final = re.compile(r"[利付收得派]息|收益(?!率)|可得|能得|拿到")
_COMES: Final = re.compile(r"(?:[可能]?[得拿]到?|到手|[大]?约|是|有|为|就|只)*")  # 存满一年得210元
_HOLDS: Final = re.compile(r"持有|[存放满买]")
_ALL: Final = re.compile(r"连本带[息利]|本息|本利|本金(?:和|加|及)利息")
_YEARLY: Final = re.compile(r"年化|年利|年息|年收益|票面利率|票息|利率|利息率")
_SHORT: Final = re.compile(r"[日月天期]利?[率息]|每[日天月期]|一天|日化|七日|加权|平均|净|存款准备")
_OTHER: Final = re.compile(
    r"等额|逐[期月]|分期|复利|滚|罚|提前|浮动|活期|税|每期|手续费|IRR|按[月季]|减免|贴息|优惠|[少多]|省|差"
)
_LENT: Final = re.compile(r"本金|持有|(?<!发)放|[存借贷投买]|发行|面值|规模|资金|理财|额")
_ONE: Final = re.compile(r"[每一]年|全年|年[付利息收]|当年")
# A part of a year that has no number: its first month, each quarter.
_PART: Final = re.compile(
    r"(?P<m>首月|头月|[第头][一1]个月|每个?月|当月|月[均付利]?息)|(?P<q>首季|[第头][一1]个季度?|每个?季度?|当季|季[均付]?息)"
    r"|(?P<h>每半年|首个?半年|头半年)|(?P<d>每[天日]|首日|日[均付]?息)|(?P<t>首期|第一期)"
)
_OF_YEAR: Final = {"m": (12.0,), "q": (4.0,), "h": (2.0,), "d": (365.0, 360.0, 366.0)}
_BENT: Final = re.compile(r"复利|罚|提前|浮动|税|手续费|IRR|减免|贴息|优惠|[少多]|省|差")
_LENGTHS: Final = ("day", "month", "year")
_A_YEAR: Final = {"year": (1.0,), "month": (12.0,), "day": (365.0, 360.0, 366.0)}
_SPELLED: Final = re.compile(r"(?P<many>[一二两三四五六七八九十]|\d{1,2})年(?:期|定期|定存)")
_FAR: Final = 2  # sentences
_MOST: Final = 40.0  # percent


def of_interest(passage: Passage) -> Iterator[Worded]:
    """Every interest of a line whose principal, yearly rate and years it tells."""
    if "%" not in passage.marks or passage.marks.isdisjoint("息益化利"):
        return
    for told in passage.own[2:]:
        whole = _ALL.search(told.lead) is not None
        if money([told]) and (whole or _earns(passage, told)):
            found = _of(passage, told, whole=whole)
            if found is not None:
                yield found


def _earns(passage: Passage, told: Told) -> bool:
    """Whether an amount is told as earned, by a word or by the time right before it: 持有一年得210元."""
    return _EARNS.search(told.lead) is not None or _length(passage, told) is not None


def _length(passage: Passage, told: Told) -> Told | None:
    """The length of time for which something is held that stands right before an amount."""
    before = [t for t in passage.own if t.start < told.start][-1:]
    if not before or before[0].figure.unit not in _LENGTHS or not _COMES.fullmatch(told.lead):
        return None
    return before[0] if _HOLDS.search(passage.clause(told)) else None


def _of(passage: Passage, told: Told, *, whole: bool) -> Worded | None:
    near = near_before(passage, told, _FAR)
    rates = [t for t in near if t.share and _is_yearly(passage, t)]
    if not rates:
        return None
    part = _PART.search(told.lead)
    if (_OTHER if part is None else _BENT).search(passage.text, near[0].start, told.end):
        return None
    rate, held = rates[-1], _length(passage, told)
    if part is not None and part["t"]:
        return None  # a term of whatever length
    if held is None and any(t.figure.unit == "day" for t in near):
        return None  # 182天的利息: of a part of a year
    lent = [t for t in money(near) if _LENT.search(passage.clause(t) + t.tail[:4]) and not _earns(passage, t)]
    if len({t.value for t in lent}) != 1 or len({r.value for r in rates if r.sentence == rate.sentence}) != 1:
        return None
    years = _years(passage, told, near)
    if part is not None:
        years = [1 / n for n in _OF_YEAR[part.lastgroup or ""]]
    elif held is not None:
        years = [float(held.figure.low or 0) / n for n in _A_YEAR[held.figure.unit]]
    return worded(told, _ways(lent[-1], rate, years, whole=whole))


def _is_yearly(passage: Passage, told: Told) -> bool:
    words = passage.clause(told)
    return (
        told.figure.role != "change"
        and told.value <= _MOST
        and _YEARLY.search(words) is not None
        and not _SHORT.search(words.replace("七日年化", ""))
    )


def _years(passage: Passage, told: Told, near: Sequence[Told]) -> list[float]:
    """How many years an interest may be for, the likeliest first."""
    if _ONE.search(told.lead):
        return [1.0]
    lengths = [float(t.figure.low or 0) / (12.0 if t.figure.unit == "month" else 1.0)
               for t in reversed(near) if t.figure.unit in ("year", "month")]  # fmt: skip
    spelled = [m["many"] for m in _SPELLED.finditer(passage.text, near[0].start, told.start)]
    lengths += [float(DIGITS.get(s) or s) for s in reversed(spelled)]
    return [n for n in lengths if n] or [1.0]


def _ways(lent: Told, rate: Told, years: Sequence[float], *, whole: bool) -> Iterator[Way | None]:
    own = span(lent)
    for n, on_top in itertools.product(years, (1.0,) if whole else (0.0,)):
        if own is None:
            continue
        by = rate.value / 100 * n
        times = f" ÷ {1 / n:.4g}" if n < 1 else f" × {n:g}" if n != 1 else ""
        sign = f"{{}} × (1 + {{}}{times})" if on_top else f"{{}} × {{}}{times}"
        made = lent.value * (by + on_top)
        found = own.scaled(by + on_top) if lent.figure.hedge else Interval(made, made)
        yield Way((lent.figure, rate.figure), found, made, sign)
