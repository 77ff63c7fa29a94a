"""How soon an outlay comes back: 改造费4800元，每年省6000元，不到一年就能回本."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, permutations
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_operand, value_of
from desktop.audit.lengths import MONTH, YEAR, Length, lengths
from desktop.audit.lines import behind_last
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text
from desktop.core.value import value

KEY: Final = "pay_back"
_BACK: Final = re.compile(
    r"回本|回收期|收回(?:来|全部|投资|成本|投入|本钱)?|[省赚挣抵]了?回来|[省赚挣]回|摊平|打平|还清设备款"
    r"|paid? (?:back|for itself)|payback",
    re.I,
)
_CLOSE: Final = 12  # characters between the length and the words of paying back
_SAVED: Final = re.compile(
    r"[省赚挣]|节约|节省|少[付交花支]|多[收卖]|净[赚利]|利润|结余|盈余|收益|盈利|save|profit", re.I
)
_EACH: Final = re.compile(
    r"每个?(?P<a>天|日|周|月|季度?|年)|一(?P<b>年|个月|个?季度?|天)|(?P<c>[月日年季])均?(?=[省赚挣净利少多])|(?P<d>全年|年化)"
)
_DAYS: Final = {"天": 1.0, "日": 1.0, "周": 7.0, "月": MONTH, "季": 3 * MONTH, "年": YEAR}
_PLANNED: Final = re.compile(
    r"若|如果|一旦|本想|原以为|曾|号称|声称|承诺|宣传|[比较]|缩短了|延长了|提前|推迟|晚|早"
)
_SLIP: Final = 0.02  # of the time, beyond its rounding
_BREAK: Final = re.compile(r"[，,；;。：:]")
_MOST: Final = 8  # amounts of a paragraph
SAID: Final = Text(
    "{0}的投入，每{1}省下或赚回{2}，约{3}收回，不是文中的{4}。",
    "An outlay of {0} at {2} per {1} comes back in about {3}, not {4}.",
)
_UNITS: Final = {1.0: Text("天", "day"), 7.0: Text("周", "week"), MONTH: Text("月", "month"),
                 3 * MONTH: Text("季度", "quarter"), YEAR: Text("年", "year")}  # fmt: skip


@value
class _Flow:
    """What comes in, and the days for which it does; ``saved`` whether words say that it is; ``also`` comes in too."""

    figure: Figure
    days: float
    saved: bool
    also: Figure | None = None


@check(KEY, "回本时间", "how soon an outlay comes back", "prose",
       needs={"prose": ("回平清 latin", "CNY*2 USD*2", "年月季天周")})  # fmt: skip
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Divide every amount before by every one that is told for each year, month or day."""
    backs = list(_BACK.finditer(piece.text))
    for length in lengths(piece.text) if backs else ():
        near = [
            m
            for m in backs
            if -_CLOSE <= m.start() - length.end <= _CLOSE or 0 <= length.start - m.end() <= _CLOSE
        ]
        begin, end = _ends(piece.text, length, near[0]) if near else (0, 0)
        if near and "。" not in piece.text[begin:end] and not _PLANNED.search(piece.text[begin:end]):
            before = [m.end() for m in backs if m.end() < length.start and m is not near[0]]
            yield from _held(piece, length, before[-1] if before else 0)


def _ends(text: str, length: Length, back: re.Match[str]) -> tuple[int, int]:
    begin, end = min(length.start, back.start()), max(length.end, back.end())
    return max(0, begin - len(behind_last(_BREAK, text[max(0, begin - 20) : begin]))), end


def _held(piece: Prose, length: Length, begin: int) -> Iterator[Result]:
    """``begin`` is behind the last outlay that was said to come back."""
    at = piece.start + length.start
    money = [f for f in piece.figures if f.anchor.end <= at and f.unit in ("CNY", "USD") and not f.is_date][
        -_MOST:
    ]
    flows = [_flow(piece, f) for f in money]
    own = [(f, w) for f, w in zip(money, flows, strict=True) if f.anchor.start >= piece.start + begin]
    alone = any(w is not None and w.saved for _, w in own)  # an outlay and what it saves, told anew
    costs = [f for f, _ in own] if alone else money
    for flow in _flows(flows):
        for cost in costs:
            found = _time(cost, flow) if cost not in (flow.figure, flow.also) else None
            if found is not None and _fits(length, found):
                if flow.also is None:
                    yield say.passed(KEY, (flow.figure, cost), _written(cost, flow), rounded=True)
                return
        if any(_fits(length, t) for s in _sums(costs, flows, flow) if (t := _over(s, flow)) is not None):
            return
    meant = _meant(piece, costs, [w for f, w in zip(money, flows, strict=True) if f in costs])
    time = _time(*meant) if meant is not None else None
    if meant is None or time is None:
        return
    cost, flow = meant
    place = Anchor(piece.source, at, at + length.end - length.start, length.words)
    said = SAID.format(
        bare(cost), _UNITS[flow.days], bare(flow.figure), _shown(cost, flow), quote(length.words)
    )
    figures = (flow.figure, cost)
    yield say.finding(KEY, "inconsistent", figures, _written(cost, flow), said, "back", spans=(place,))


def _flows(flows: Sequence[_Flow | None]) -> Iterator[_Flow]:
    """Each amount that comes in, and any two of one length of time together."""
    own = [w for w in flows if w is not None]
    yield from own
    for one, other in combinations(own, 2):
        if one.days == other.days and one.figure.unit == other.figure.unit:
            yield _Flow(one.figure, one.days, one.saved or other.saved, other.figure)


def _fits(length: Length, found: Interval) -> bool:
    return found.low * (1 - _SLIP) <= length.high and length.low <= found.high * (1 + _SLIP)


def _sums(costs: Sequence[Figure], flows: Sequence[_Flow | None], flow: _Flow) -> Iterator[Interval]:
    """All outlays together, and any two of them added or taken off: a subsidy, a second item."""
    saved = [w.figure for w in flows if w is not None and w.saved]
    own = [
        v for f in costs if f not in saved and f.unit == flow.figure.unit and (v := as_operand(f)) is not None
    ]
    if len(own) > 2:
        yield Interval(sum(v.low for v in own), sum(v.high for v in own))
    for one, other in permutations(own, 2):
        yield one.plus(other)
        yield one.minus(other)


def _flow(piece: Prose, figure: Figure) -> _Flow | None:
    """An amount that is told for each year, or month, in its clause or the one before; saved where words say so."""
    begin = figure.anchor.start - piece.start
    lead = piece.text[max(0, begin - 30) : begin]
    lead = lead[lead.rfind("。") + 1 :]
    clause = behind_last(_BREAK, lead)
    told = None
    for told in _EACH.finditer(clause or lead):  # noqa: B007 - the last one is wanted
        pass
    saved = _SAVED.search(clause) is not None
    if told is None and saved:
        for told in _EACH.finditer(piece.text, max(0, begin - 60), begin):  # noqa: B007
            pass
    if told is None:
        return _Flow(figure, YEAR, False) if saved else None
    unit = next(g for g in told.groups() if g)
    return _Flow(figure, next(d for u, d in _DAYS.items() if u in unit), saved)


def _time(cost: Figure, flow: _Flow) -> Interval | None:
    outlay = as_operand(cost) if cost.unit == flow.figure.unit else None
    return _over(outlay, flow) if outlay is not None else None


def _over(outlay: Interval, flow: _Flow) -> Interval | None:
    by = as_operand(flow.figure)
    also = as_operand(flow.also) if flow.also is not None else None
    by = by.plus(also) if by is not None and also is not None else by
    found = outlay.over(by) if by is not None and outlay.low > 0 else None
    return found.scaled(flow.days) if found is not None and found.low > 0 else None


def _meant(
    piece: Prose, money: Sequence[Figure], flows: Sequence[_Flow | None]
) -> tuple[Figure, _Flow] | None:
    """The last amount that is saved, and the one outlay of its sentence and the one before."""
    saved = [f for f in flows if f is not None and f.saved]
    if not saved:
        return None
    flow = saved[-1]
    begin = piece.text.rfind("。", 0, max(0, flow.figure.anchor.start - piece.start))
    begin = piece.text.rfind("。", 0, max(0, begin)) + 1 if begin > 0 else 0
    costs = [f for f, own in zip(money, flows, strict=True) if (own is None or not own.saved)
             and f.anchor.start - piece.start >= begin and f.unit == flow.figure.unit]  # fmt: skip
    large = [f for f in costs if (f.high or 0) * 50 > (flow.figure.high or 0)]
    return (large[-1], flow) if large else None


def _shown(cost: Figure, flow: _Flow) -> Text:
    days = (value_of(cost) or 0.0) / (value_of(flow.figure) or 1.0) * flow.days
    if days < 2 * MONTH:
        return Text(f"{number(days, 0)}天", f"{number(days, 0)} days")
    if days < 2 * YEAR:
        return Text(f"{number(days / MONTH)}个月", f"{number(days / MONTH)} months")
    return Text(f"{number(days / YEAR)}年", f"{number(days / YEAR)} years")


def _written(cost: Figure, flow: _Flow) -> Text:
    return formula("{} ÷ {} ≈ {}", bare(cost), bare(flow.figure), _shown(cost, flow))
