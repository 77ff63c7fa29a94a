"""The daily yield of a money fund per 10,000 units against the yearly rate that it is said to come to."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, compounded, digits, value_of
from desktop.audit.scope import Prose
from desktop.core.text import Text

KEY: Final = "fund_yield"
_YIELD: Final = re.compile(r"万份(?:基金)?(?:单位)?(?:净)?收益(?:率|额)?")
_YEARLY: Final = re.compile(r"年化|年收益率|一年(?:就是|合|相当于|折合|下来)")
_AVERAGED: Final = re.compile(
    r"七日|7日|近\w+[天日月年]|过去|历史|成立以来"
)  # of other days than the one yield
_UNITS: Final = 10_000.0
_DAYS: Final = 365.0
WRONG = Text(
    "万份收益{0}折合年化{1}（单利）至{2}（复利），不是文中的{3}。",
    "A daily yield of {0} per 10,000 units comes to {1} a year (simple) and {2} compounded, not {3}.",
)


@check(KEY, "万份收益", "yields of money funds", "prose", needs={"prose": ("份", "%")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Check a yearly rate that stands right after the yield of one day."""
    if "万份" not in piece.text:
        return
    for sentence in piece.sentences:
        for one, year in itertools.pairwise(sentence.amounts):
            gap = sentence.between(one, year)
            if one.unit != "CNY" or year.unit != "%" or not _YIELD.search(sentence.lead(one)[-10:]):
                continue
            if not _YEARLY.search(gap) or _AVERAGED.search(gap):
                continue
            day, claim, value = digits(one), as_claim(year), value_of(one)
            if day is None or claim is None or not value:
                continue
            rates = [v / _UNITS for v in (day.low, value, day.high)]
            simple = rates[1] * _DAYS * 100
            grown = [compounded(r * 100, _DAYS) for r in rates]
            found = Interval(rates[0] * 360 * 100, grown[2])
            written = formula("{} ÷ 10,000 × 365 = {}", bare(one), f"{number(simple, 2)}%")
            if found.meets(claim):
                yield say.passed(KEY, (year, one), written, rounded=True)
            else:
                said = WRONG.format(
                    bare(one), f"{number(simple, 2)}%", f"{number(grown[1], 2)}%", stated(year)
                )
                yield say.finding(KEY, "inconsistent", (year, one), written, said)
