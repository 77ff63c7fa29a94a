"""A running cost of one user against what one user can bring in, by the text's own rates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, number, percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.scope import Whole
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "break_even"
_PERIODS: Final = {"day": 365, "month": 12}
_EACH: Final = re.compile(r"单个?用户|每个?用户|单户|每户|户均|人均|单客|per (?:user|customer|account)", re.I)
_COST: Final = re.compile(r"成本|费用|支出|cost|expense", re.I)
_RATE: Final = re.compile(r"利率|费率|年化|interest|APR", re.I)
_LINE: Final = re.compile(r"额度|授信|credit line|credit limit", re.I)
_SMALL: Final = 0.02  # of the highest line: below that, the cost of one user is nothing to remark on
SAID = Text(
    "{0}（{1}）折合每户每年{2}元；按{5}的最高值{3}，须借满{4}元一整年，利息才抵得上这一项，量级须核对。",
    "{0} ({1}) is ¥{2} per user and year; at {3}, the most of {5}, ¥{4} has to be borrowed for a whole year before "
    "the interest covers it, so the order of magnitude needs checking.",
)


@check(KEY, "单户成本量级", "cost of one user", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Turn a daily or monthly cost of one user into the loan whose interest would pay for it."""
    dossier = whole.dossier
    costs = [f for f in dossier.figures if _each(f)]
    if not costs:
        return
    top = _highest_rate(dossier)
    if top is None or top.high is None:
        return
    rate = float(top.high)
    lines = [float(f.high) for f in dossier.figures if _LINE.search(f.indicator.zh + f.indicator.en)
             and f.role == "level" and f.high is not None and f.unit in ("", "CNY")]  # fmt: skip
    for figure in costs:
        amount, times = value_of(figure), _PERIODS[_period(figure)]
        if amount is None:
            continue
        yearly = amount * times
        principal = yearly / rate * 100
        if lines and principal < _SMALL * max(lines):
            continue
        shown = (number(yearly, 0), percent(rate), number(principal, 0))
        said = SAID.format(say.title(figure), stated(figure), *shown, say.title(top))
        written = formula("{} × {} ÷ {} = {}", number(amount), str(times), shown[1], shown[2])
        yield say.finding(KEY, "ambiguous", (figure, top), written, said)


def _period(figure: Figure) -> str:
    return next((p for p in _PERIODS if f"/{p}" in figure.unit), "")


def _each(figure: Figure) -> bool:
    name = figure.indicator.zh + figure.indicator.en
    money = figure.unit.startswith("CNY/") and bool(_period(figure))
    return money and bool(_COST.search(name)) and ("/user" in figure.unit or bool(_EACH.search(name)))


def _highest_rate(dossier: Dossier) -> Figure | None:
    """The highest yearly rate of the product; of anything in the text where the product has none."""
    rates = [f for f in dossier.figures if f.unit == "%" and f.role == "level" and f.high is not None
             and _RATE.search(f.indicator.zh + f.indicator.en)]  # fmt: skip
    own = [f for f in rates if dossier.product.zh and dossier.product.zh in f.entity.zh]
    return max(own or rates, key=lambda f: f.high or 0, default=None)
