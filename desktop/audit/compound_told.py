"""What an amount grows to at compound interest: 210万元按3%复利滚12年应有299.4万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, stated
from desktop.audit.check import Result
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import sentence_start
from desktop.audit.scope import Section
from desktop.audit.ways import allowed
from desktop.core.figure import Figure
from desktop.core.text import Text

_COMPOUND: Final = "复利"
_COMES_TO: Final = re.compile(
    r"(?:应有|会有|就有|可有|能有|共有|[变成为是达得]到?|到期|滚[到成出]|增[到至]|拿[到回]?|本息[^，,。\d]{0,3}|终值[^，,。\d]{0,2}|有)"
    r"(?:约|近|大约|将近|了)*$"
)
_INTEREST: Final = re.compile(r"(?:利息|收益)[^，,。\d]{0,4}$|多[出了]?$|赚了?$")
_OTHER: Final = re.compile(
    r"每[年月季期]|[按逐][日月季]|半年|定投|年交|期交|分期|分\d+年|追加|扣|税|费|通胀|若干|前\D?年|后\D?年"
)
_FAR, _LONGEST = 2.0, 100  # times; years
SAID: Final = Text(
    "{0}按{1}复利计{2}年是{3}（单利是{4}），不是文中的{5}。",
    "{0} at {1} compounded for {2} years comes to {3} (at simple interest {4}), not {5}.",
)
GAINED: Final = Text(
    "{0}按{1}复利计{2}年，增加{3}（单利是{4}），不是文中的{5}。",
    "{0} at {1} compounded for {2} years gains {3} (at simple interest {4}), not {5}.",
)


def compounded(piece: Section, key: str) -> Iterator[Result]:
    """Hold each amount whose sentence tells of one principal, one rate and one number of years against these."""
    if _COMPOUND not in piece.text:
        return
    for total in piece.amounts:
        at = total.anchor.start - piece.start
        own = piece.text[sentence_start(piece.text, at) : at]
        if _COMPOUND not in own or not same_dimension(total.unit, "CNY") or _OTHER.search(own):
            continue
        gain = _INTEREST.search(own) is not None
        if gain or _COMES_TO.search(own):
            yield from _held(piece, total, at - len(own), key, gain=gain)


def _held(piece: Section, total: Figure, begin: int, key: str, *, gain: bool) -> Iterator[Result]:
    near = [
        f for f in piece.between(piece.start + begin, total.anchor.start) if not f.is_date and not f.table
    ]
    rates = [f for f in near if f.unit == "%"]
    lengths = [f for f in near if f.unit == "year"]
    sums = [f for f in near if same_dimension(f.unit, "CNY")]
    if len({value_of(f) for f in rates}) != 1 or len(lengths) != 1 or len(sums) != 1:
        return
    years, base, point, percent = (
        _years(lengths[0]),
        as_claim(sums[0]),
        value_of(sums[0]),
        value_of(rates[-1]),
    )
    claim, told = allowed(total, cut=True), value_of(total)
    if not (years and base and point and percent and claim and told) or rates[-1].comparator != "=":
        return
    less = 1.0 if gain else 0.0
    factor, simple = (1 + percent / 100) ** years, 1 + percent / 100 * years
    made, figures = point * (factor - less), (total, sums[0], rates[-1], lengths[0])
    shown = amount(made, total)
    power = formula("(1 + {})^{}", bare(rates[-1]), years)
    written = formula("{} × ({} − 1) = {}" if gain else "{} × {} = {}", bare(sums[0]), power, shown)
    added = claim.holds(point * (simple - less)) and not claim.holds(
        made
    )  # what simple interest gives exactly
    if claim.meets(base.scaled(factor - less)) and not added:  # a rate is set, not measured: 3% is 3.00%
        yield say.passed(key, figures, written, rounded=True)
    elif 1 / _FAR < told / made < _FAR:
        plain = amount(point * (simple - less), total)
        said = (GAINED if gain else SAID).format(
            bare(sums[0]), bare(rates[-1]), str(years), shown, plain, stated(total)
        )
        yield say.finding(key, "inconsistent", figures, written, said, "compound")


def _years(figure: Figure) -> int:
    """A whole number of years; 0 of anything else."""
    told = float(figure.value or 0) if figure.comparator == "=" else 0.0
    return int(told) if told == int(told) and 1 < told <= _LONGEST else 0
