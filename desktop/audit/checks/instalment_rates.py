"""The real yearly rate of a fee on instalments: 0.6% of the sum in each of 12 instalments is about 13% a year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "instalment_rates"
_FEE: Final = re.compile(
    r"(?:每?月|每期|单期)的?(?:手续|服务|分期|管理)?费率?(?:为|是|约|按|收|只|仅|的|本金|总额|借款额?)*$"
)
_REAL: Final = re.compile(
    r"IRR|内部收益|(?:实际|真实)(?:的)?(?:年化|年利|年成本|利率|成本)|年化(?:实际|真实)", re.I
)
_CLAUSE: Final = re.compile(r"[，,；;。：:（(]")
_GOES_ON: Final = re.compile(r"(?:折合|折成|换算成?)?(?:年化|年利率|每年|一年|大约|约|差不多|就是|即|是|为)")
_LEAST, _MOST = 2, 60  # instalments
_SLACK: Final = 0.35  # points: texts take 12 or 365 days, first fees at once, and round
SAID: Final = Text(
    "{0}期、每期费率{1}，本金逐期归还，实际年化按单利是{2}，按复利是{3}，不是文中的{4}。",
    "{0} instalments with a fee of {1} each, while the principal goes down, come to {2} a year, or {3} compounded, "
    "and not {4}.",
)


@check(
    KEY,
    "分期实际利率",
    "real rates of instalments",
    "prose",
    needs={"prose": ("%", "费", "期", "实真内 latin")},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold the rate that a text calls real against the internal rate of equal instalments with the fee it states."""
    fees: list[Figure] = []
    counts: list[Figure] = []
    for sentence in piece.sentences:
        for figure in sentence.amounts:
            *ahead, clause = _CLAUSE.split(sentence.lead(figure))
            if ahead and _GOES_ON.match(clause):  # 按内部收益率折算，年化大约是17.3%
                clause = ahead[-1] + clause
            many = value_of(figure) or 0.0
            if figure.unit == "count:期" and many == int(many) and _LEAST <= many <= _MOST:
                counts.append(figure)
            elif figure.unit in ("%", "permille") and _FEE.search(clause) and 0 < many < 3:
                fees.append(figure)
            elif (
                figure.unit == "%"
                and figure.role != "change"
                and _REAL.search(clause)
                and len({value_of(f) for f in fees}) == len({value_of(c) for c in counts}) == 1
            ):
                yield from _held(figure, fees[-1], counts[-1])


def _held(real: Figure, fee: Figure, count: Figure) -> Iterator[Result]:
    claim, rate, many = as_claim(real), value_of(fee), int(value_of(count) or 0)
    if claim is None or not rate:
        return
    monthly = _internal(rate / 100, many)
    simple, compound = monthly * 1200, ((1 + monthly) ** 12 - 1) * 100
    written = formula("IRR({} × {}) × 12 = {}", number(many), bare(fee), percent(simple))
    if claim.low <= compound + _SLACK and claim.high >= simple - _SLACK:
        yield say.passed(KEY, (real, fee, count), written)
    else:
        said = SAID.format(number(many), bare(fee), percent(simple), percent(compound), stated(real))
        yield say.finding(KEY, "inconsistent", (real, fee, count), written, said)


def _internal(fee: float, many: int) -> float:
    """The monthly rate at which equal parts of the principal, each with the fee, are worth the principal."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        worth = sum((1 / many + fee) / (1 + middle) ** n for n in range(1, many + 1))
        low, high = (middle, high) if worth > 1 else (low, middle)
    return (low + high) / 2
