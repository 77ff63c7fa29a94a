"""Yearly rates that are round daily rates times 360, where the text says nothing of days or compounding."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Whole
from desktop.core.figure import Figure, plain
from desktop.core.text import Text, same

KEY: Final = "day_count"
_YEARLY: Final = re.compile(r"年化|年利率|年息|APR|annual", re.I)
_SAYS: Final = re.compile(
    r"日利率|日息|日费率|36[05] ?天|单利|复利|daily rate|simple interest|compound|36[05] days", re.I
)
_YEAR, _OTHER = Decimal(360), Decimal(365)
_STEP: Final = Decimal("0.005")  # percent: daily rates are quoted in such steps
SAID = Text(
    "{0}（{1}）恰好是日利率{2}乘以360天；按365天则是{3}。文中没有写计息天数，也没有写单利还是复利。",
    "{0} ({1}) is exactly a daily rate of {2} times 360; over 365 days it would be {3}. The text states neither the "
    "day count nor whether interest compounds.",
)


@check(KEY, "计息天数", "day count of yearly rates", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Divide the ends of yearly rates by 360 and by 365."""
    if any(_SAYS.search(s.text) for s in whole.dossier.sources):
        return
    for figure in whole.dossier.figures:
        if (
            figure.unit == "%"
            and figure.role == "level"
            and _YEARLY.search(figure.indicator.zh + figure.indicator.en)
        ):
            yield from _told(figure)


def _told(figure: Figure) -> Iterable[Result]:
    low, high = figure.low, figure.high
    if low is None or high is None or low == high or low <= 0:
        return
    ends = (low, high)
    told_apart = any(
        e != e.to_integral_value() for e in ends
    )  # 18 and 36 are daily rates times 360 by accident
    if not told_apart or not all(_round(e, _YEAR) for e in ends) or all(_round(e, _OTHER) for e in ends):
        return
    days = [e / _YEAR for e in ends]
    daily, other = (f"{plain(a)}%-{plain(b)}%" for a, b in (days, [d * _OTHER for d in days]))
    said = SAID.format(say.title(figure), stated(figure), same(daily), same(other))
    written = formula("{} × 360 = {}", same(daily), stated(figure))
    yield say.finding(KEY, "ambiguous", (figure,), written, said)


def _round(rate: Decimal, days: Decimal) -> bool:
    return (rate / days) % _STEP == 0
