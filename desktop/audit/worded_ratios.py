"""What two amounts give where a clause names their ratio: 杠杆50倍, 租金回报率2%, 回本要五十年, 用掉额度的80%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.interest_ways import LENGTHS
from desktop.audit.interval import Interval
from desktop.audit.operand import operand
from desktop.audit.passages import Passage, Told
from desktop.audit.ways import Way
from desktop.audit.worded import Worded, is_given, money, near_before, quotient, worded

_LEVERAGE: Final = re.compile(r"杠杆(?:率|倍数|比例)?(?:就|也|高)?(?:是|为|达到?|有|相当于|放大[到至])约?$")
_RETURN: Final = re.compile(r"回报率(?:就|也|仅|只)?(?:是|为|有|达到?)?约?$")
_PAYS_BACK: Final = re.compile(r"回本|收回(?:成本|投资|本钱)")
_USED: Final = re.compile(
    r"(?:用掉?去?|使用|占用|用完|完成)了?[^，,。\d]{0,6}(?:额度|上限|目标|预算|授信|计划)?的$"
)
_WALL: Final = re.compile(r"上限|限额|额度|目标|预算|授信|计划|最[多高]|至多")
_DONE: Final = re.compile(r"已|实际|目前|用|完成|筹|借|融|共")
_GAIN: Final = re.compile(r"[赚挣收租省利]")
_PAID: Final = re.compile(r"价|投|成本|费|花|一共|总|合计|共|本")
_MARGIN: Final = re.compile(
    r"(?:^|[^年期均化])(?P<kind>毛利|净利|利润|收益)润?率(?:就|也|仅|只|高达)?(?:为|是|有|达到?)?约?$"
)
_GAINS_OF: Final = {
    "毛利": (re.compile(r"毛利"), re.compile(r"收入|营收|销售额|营业额")),
    "净利": (re.compile(r"净利|归母"), re.compile(r"收入|营收|销售额|营业额")),
    "利润": (re.compile(r"利润"), re.compile(r"收入|营收|销售额|营业额")),
    "收益": (re.compile(r"获利|[净浮]?赚|盈利|收益"), re.compile(r"投入|本金|成本|买入|花")),
}
_DATED: Final = re.compile(r"\d{4}年|去年|上年|同期|前年|季度|半年|年化")
_STEPS: Final = {"day": 365.0, "month": 12.0, "quarter": 4.0, "year": 1.0}
_FAR: Final = 1  # sentences
_TWO: Final = 2
_ONE: Final = Interval(1.0, 1.0)


def of_ratios(passage: Passage) -> Iterator[Worded]:
    """Every ratio of a line that its words name and two of its amounts give."""
    for told in passage.own[2:]:
        unit = told.figure.unit
        if unit == "times" and _LEVERAGE.search(told.lead) and not is_given(told.lead):
            found = _leverage(passage, told)
        elif unit == "%" and _RETURN.search(told.lead) and not is_given(told.lead):
            found = _return(passage, told)
        elif unit == "%" and (found := _margin(passage, told)) is not None:
            pass
        elif unit == "%" and _USED.search(told.lead):
            found = _used(passage, told)
        elif unit in ("year", "month", "day") and _PAYS_BACK.search(passage.clause(told) + told.tail):
            found = _back(passage, told)
        else:
            continue
        if found is not None:
            yield found


def _leverage(passage: Passage, told: Told) -> Worded | None:
    near = money(near_before(passage, told, 0))
    if len(near) != _TWO:
        return None
    less, more = sorted(near, key=lambda t: t.value)
    made = quotient(more, less)
    on_top = made._replace(found=made.found.plus(_ONE), point=made.point + 1) if made else None
    return worded(told, [made, on_top])


def _yearly(told: Told) -> float:
    """How often what an amount is paid or earned for comes in a year; 0 for none."""
    own = operand(told.figure)
    return _STEPS.get(own.time, 0.0) if own is not None else 0.0


def _flows(near: Sequence[Told]) -> list[Told]:
    return [t for t in near if _yearly(t) and _GAIN.search(t.lead)]


def _return(passage: Passage, told: Told) -> Worded | None:
    near = money(near_before(passage, told, _FAR))
    flows = _flows(near)
    stocks = [t for t in near if not _yearly(t) and _PAID.search(passage.clause(t))]
    if not flows or len(stocks) != 1:
        return None
    return worded(told, [_of_year(f, stocks[0], over=False) for f in reversed(flows)])


def _back(passage: Passage, told: Told) -> Worded | None:
    near = money(near_before(passage, told, _TWO))
    flows = _flows(near)
    stocks = [t for t in near if not _yearly(t) and _PAID.search(passage.clause(t))]
    if not flows or not stocks:
        return None
    sizes = {t.value for t in stocks}
    stock = max(stocks, key=lambda t: t.value)  # the sum of the others
    if len(sizes) > 1 and abs(sum(sizes) - 2 * stock.value) > 1e-6 * stock.value:
        return None
    return worded(
        told, [_of_year(f, stock, over=True, unit=told.figure.unit) for f in reversed(flows)], plain=True
    )


def _of_year(flow: Told, stock: Told, *, over: bool, unit: str = "year") -> Way | None:
    """A yearly yield in percent, or the years, months or days after which it has paid for itself."""
    many = _yearly(flow)
    if not over:
        return quotient(flow, stock, by=many * 100, times=f" × {many:g}" if many != 1 else "")
    step = _STEPS[unit] / many
    return _in_seconds(quotient(stock, flow, by=step, times=f" × {step:g}" if step != 1 else ""), unit)


def _in_seconds(way: Way | None, unit: str) -> Way | None:
    """A length in its base unit."""
    by = LENGTHS[unit]
    return way._replace(found=way.found.scaled(by), point=way.point * by) if way is not None else None


def _margin(passage: Passage, told: Told) -> Worded | None:
    """投入2.5万元，获利5000元，收益率20%; 收入58亿元，毛利20.3亿元，毛利率35%."""
    match = _MARGIN.search(told.lead)
    if match is None or "的" in told.lead:
        return None  # 银行理财的收益率: of another
    near = money(near_before(passage, told, 0))
    gain, base = _GAINS_OF[match["kind"]]
    gains = [t for t in near if gain.search(t.lead)]
    bases = [t for t in near if base.search(t.lead + t.tail[:4]) and t not in gains]
    if len(gains) != 1 or len(bases) != 1 or _DATED.search(passage.text, bases[0].end, told.start):
        return None
    return worded(told, [quotient(gains[0], bases[0], by=100)])


def _used(passage: Passage, told: Told) -> Worded | None:
    near = [t for t in money(near_before(passage, told, _FAR)) if not _yearly(t)]
    walls = [t for t in near if t.figure.role == "threshold" or _WALL.search(t.lead)]
    if not walls:
        return None
    done = [t for t in near if t.start > walls[-1].start and _DONE.search(t.lead)]
    return worded(told, [quotient(d, walls[-1], by=100) for d in reversed(done)])
