"""What comes to a month, a quarter or a year, by the window of its total: 前三个季度63.9亿元，平均每个季度21.3亿元."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, as_operand, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.per import EACH
from desktop.audit.scope import Prose
from desktop.audit.slips import of_digits, of_scale
from desktop.audit.windows_told import MONTHS, Over, over
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.value import value

KEY: Final = "averaged"
_CUE: Final = re.compile(
    r"平均|[月季年]均|折合|折成|摊到|摊下来|均摊|合(?:到|成|下来)?每|算下来|相当于|每个?(?:供暖|营业|自然)?月[只才合就要]"
)
_SPREAD: Final = re.compile(
    r"一年(?:下来|就?要|就|合计|共)|全年(?:就要|合计|共)|一[个整]?季度?(?:下来|就要|合计|共)"
)
_OTHER: Final = re.compile(
    r"最[高低多少]|其余|同行|行业|目标|预计|计划|上限|比|较|增|减|涨|降|超过|不超|不低|另|原来|此前|去年|上年|每[人户店台家单笔]"
)
_GOES_ON: Final = re.compile(r"^(?:变[成为]|[升降涨增减]?[到至]|[升降]为)|[由从](?!来)")
_MIXED: Final = re.compile(r"扣除|扣掉|加上|剔除|利息|分期|还款|月供|本金|首付")
_SLIPS: Final = (1, 2, 3, 4, 6, 9, 10, 12, 18, 24, 36)  # by which a total is divided by mistake
_LEAD: Final = 24  # characters before an amount
_FAR: Final = 3  # sentences
SAID: Final = Text("{0}是{1}的数，折合{2}{3}，不是文中的{4}。", "{0} is told over {1}: {3} {2}, not {4}.")
OVER: Final = Text("{0}个月", "{0} months")


@value
class _Way:
    """A total with the months of its window, and the figures it is made of."""

    figures: tuple[Figure, ...]
    total: Interval
    point: float
    months: float
    sentence: int
    near: bool
    words: str


@check(KEY, "总数与平均期限", "averages over a window", "prose",
       needs={"prose": ("每均一全", "月季年", "same*2")})  # fmt: skip
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold what comes to each month against every total of its paragraph and every window that is told."""
    if not (_CUE.search(piece.text) or _SPREAD.search(piece.text)):
        return
    known: list[list[Over]] = []
    for sentence in piece.sentences:
        known.append([])
        for one in over(sentence):
            if one.each or _SPREAD.search(one.clause):
                yield from _held(one, known)
            known[-1].append(one)


def _held(one: Over, known: Sequence[Sequence[Over]]) -> Iterator[Result]:
    claim, point = as_claim(one.figure), value_of(one.figure)
    spread = _SPREAD.search(one.clause) is not None
    months = (3.0 if "季" in one.clause else 12.0) if spread else one.months
    carried = known[-1] and known[-1][-1].each and _CUE.search(known[-1][-1].clause)
    if (
        claim is None
        or point is None
        or _OTHER.search(one.clause)
        or _GOES_ON.search(one.clause)  # 月均从9个变成12个: window_rates
        or not (spread or carried or _CUE.search(one.lead[-_LEAD:]))
    ):
        return
    ways = list(_ways(one, known, months, spread=spread))
    windows = {w.months for w in ways} | {o.months for line in known for o in line if o.months}
    for way in ways:
        if claim.meets(way.total.scaled(months / way.months)):
            yield say.passed(KEY, (one.figure, *way.figures), _written(way, months, one.figure))
            return
    if any(claim.meets(w.total.scaled(months / many)) for w in ways if not w.near for many in windows):
        return
    for way in ways:
        if one.words and not spread and way.words != one.words:
            continue  # 上半年已花掉900万元，下半年平均每月…
        if len(known) - 1 - way.sentence < _FAR and _slipped(one.figure, claim, way, months, spread=spread):
            yield _wrong(one.figure, way, months)
            return


def _ways(one: Over, known: Sequence[Sequence[Over]], months: float, *, spread: bool) -> Iterator[_Way]:
    """The totals before a claim, the last one first; and what the parts of a year that stand in a row come to."""
    for n in reversed(range(len(known))):
        alike = [o for o in known[n] if same_dimension(o.figure.unit, one.figure.unit)]
        listed = [o for o in alike if not o.each]
        if len(listed) > 1 and all(o.lead.strip() in ("、", "和") for o in listed[1:]):
            yield from _together(listed, n)  # 前三季度960件、720件、480件
            continue
        for own in reversed(alike):
            total = as_operand(own.figure)
            if own.each and own.months == months:
                continue
            if (
                own.months
                and total is not None
                and (own.each or not spread)
                and not _MIXED.search(own.clause)
            ):
                yield _Way(
                    (own.figure,), total, value_of(own.figure) or 0.0, own.months, n, own.near, own.words
                )
        row = _row([o for o in alike if not o.each])
        if len(row) > 1 and not spread:
            parts = [as_operand(o.figure) or Interval(0.0, 0.0) for o in row]
            total = Interval(sum(p.low for p in parts), sum(p.high for p in parts))
            point = sum(value_of(o.figure) or 0.0 for o in row)
            yield _Way(tuple(o.figure for o in row), total, point, sum(o.months for o in row), n, True, "")


def _together(listed: Sequence[Over], sentence: int) -> Iterator[_Way]:
    """What amounts come to that stand in a row behind the one window that they are told over."""
    parts = [as_operand(o.figure) or Interval(0.0, 0.0) for o in listed]
    total = Interval(sum(p.low for p in parts), sum(p.high for p in parts))
    point = sum(value_of(o.figure) or 0.0 for o in listed)
    if listed[0].months:
        figures = tuple(o.figure for o in listed)
        yield _Way(figures, total, point, listed[0].months, sentence, listed[0].near, listed[0].words)


def _row(alike: Sequence[Over]) -> list[Over]:
    """Amounts of windows of one length that stand in a row, each of its own."""
    found = list(alike[:1])
    for one, other in pairwise(alike):
        if one.months != other.months or one.words == other.words or not other.months:
            break
        found.append(other)
    return found if len({o.words for o in found}) == len(found) else []


def _slipped(figure: Figure, claim: Interval, way: _Way, months: float, *, spread: bool) -> bool:
    """Whether the claim is the total divided by another number of months, or a slip of the digits away."""
    right = way.total.scaled(months / way.months)
    if of_scale(figure, right) or of_digits(figure, way.point * months / way.months):
        return True
    return not spread and any(claim.meets(way.total.scaled(1 / many)) for many in _SLIPS)


def _wrong(figure: Figure, way: _Way, months: float) -> Result:
    each = EACH[next(k for k, m in MONTHS.items() if m == months)]
    right = amount(way.point * months / way.months, figure)
    told = say.listed([bare(f) for f in way.figures])
    said = SAID.format(told, OVER.format(number(way.months)), each, right, stated(figure))
    return say.finding(
        KEY, "inconsistent", (figure, *way.figures), _written(way, months, figure), said, "window"
    )


def _written(way: _Way, months: float, figure: Figure) -> Text:
    right = amount(way.point * months / way.months, figure)
    top = " + ".join("{}" for _ in way.figures)
    top = f"({top})" if len(way.figures) > 1 else top
    sign, many = ("÷", way.months / months) if way.months >= months else ("×", months / way.months)
    return formula(f"{top} {sign} {number(many)} = {{}}", *(bare(f) for f in way.figures), right)
