"""What a gain over some days or months comes to in a year: 1万元放30天赚了20元，折合年化约2.43%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.interval import Interval, compounded
from desktop.audit.passages import Passage, Told
from desktop.audit.ways import Way
from desktop.audit.worded import Worded, money, near_before, span, worded

_YEARLY: Final = re.compile(r"年化|年利率|年收益率|年回报率|一年(?:就是|合|相当于|折合)")
_BENT: Final = re.compile(
    r"IRR|内部收益|实际年|真实|等额|分期|每期|逐[期月]|本金(?:和|加|及)|复投|滚|七日|7日|近[一二三\d]|万份|基准|同期|同类|平均|行业|存款|预期|业绩|上限|手续费另|申购|赎回费|扣"
)
_GAINED: Final = re.compile(r"(?:赚|挣|收益|回报|到手|得|多[了出]|进账)[^，,。；\d]{0,6}$")
_LENT: Final = re.compile(r"本金|借|贷|存|放|投|买|把|将|拿|用|转入|购入|申购|理财|本钱|资金")
_LESS: Final = re.compile(r"亏|赔|损|跌|浮亏")
_CONVENTION: Final = re.compile(r"(?:按|以|照|一年|全年|每年)[^，,。；\d]{0,4}$")
_DAYS: Final = {"day": (365.0, 360.0, 366.0), "month": (12.0,), "week": (52.0, 365 / 7, 360 / 7)}
_LEAST: Final = 5.0  # times what it earns


def of_yields(passage: Passage) -> Iterator[Worded]:
    """Every yearly rate that is told behind one principal, one gain and one length of time."""
    if "%" not in passage.marks or "年" not in passage.marks:
        return
    for told in passage.shares:
        if _YEARLY.search(passage.clause(told)) and (found := _of_gain(passage, told)) is not None:
            yield found


def _of_gain(passage: Passage, told: Told) -> Worded | None:
    near = near_before(passage, told, 0)
    near = near if len(money(near)) > 1 else near_before(passage, told)
    lengths = [t for t in near if t.figure.unit in _DAYS and not _CONVENTION.search(t.lead)]
    sums = money(near)
    gains = [t for t in sums if _GAINED.search(t.lead)]
    if len(lengths) != 1 or len(sums) != 2 or len(gains) != 1 or any(t.share for t in near):
        return None
    gain = gains[0]
    lent = sums[0] if sums[1] is gain else sums[1]
    words = passage.text[min(t.start for t in near) - len(near[0].lead) : told.start]
    if lent.value < gain.value * _LEAST or _BENT.search(words) or _LESS.search(words):
        return None
    if not _LENT.search(passage.clause(lent)) or told.figure.comparator not in ("=", "~"):
        return None
    unit = lengths[0].figure.unit
    many = float(lengths[0].figure.low or 0)
    return (
        worded(told, [w for n in _DAYS[unit] for w in _yearly(gain, lent, lengths[0], many, n)])
        if many
        else None
    )


def _yearly(gain: Told, lent: Told, length: Told, many: float, year: float) -> Iterator[Way]:
    """Simple interest, and interest on interest."""
    a, b = span(gain), span(lent)
    over = a.over(b) if a is not None and b is not None else None
    if over is None:
        return
    figures, point, steps = (
        (gain.figure, lent.figure, length.figure),
        gain.value / lent.value * 100,
        year / many,
    )
    yield Way(figures, over.scaled(100 * steps), point * steps, f"{{}} ÷ {{}} ÷ {{}} × {year:g}")
    grown = Interval(*(compounded(v * 100, steps) for v in over))
    yield Way(figures, grown, compounded(point, steps), f"(1 + {{}} ÷ {{}})^({year:g} ÷ {{}}) − 1")
