"""How much apart, told at the end behind two values: 菜场5.2元一斤，家庭装7.48元，贵出43.8%.

Red only where no change between the values of the sentence, by either as the base, is what the text says.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.any_reading import percent_apart, times_as_much
from desktop.audit.check import Result, World, check
from desktop.audit.closing import closings
from desktop.audit.interval import value_of
from desktop.audit.scope import Prose
from desktop.core.text import Text

KEY: Final = "closing_change"
SAID: Final = Text(
    "{0}与{1}相比，变化{2}，后者是前者的{3}倍；以哪一个为基数都不是文中的{4}。",
    "{1} against {0} is a change of {2}, or {3} times as much; {4} fits with neither as the base.",
)
POINTS_SAID: Final = Text(
    "{0}与{1}相差{2}个百分点，相对变化{3}，不是文中的{4}。",
    "{0} and {1} are {2} percentage points apart, {3} in relative terms, and not {4}.",
)


@check(KEY, "句末变化", "changes told at the end", "prose", needs={"prose": ("% pp bp times permille",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold each size that closes a sentence of two values against every change between them."""
    for found in closings(piece):
        one, other, size = found.one, found.other, found.size
        figures, change = (size, one, other), percent_apart(one, other)
        written = formula("({1} − {0}) ÷ {0} = {2}", bare(one), bare(other), change)
        if found.fits:
            yield say.passed(KEY, figures, written)
        elif one.unit == "%":
            apart = number(abs((value_of(other) or 0.0) - (value_of(one) or 0.0)))
            said = POINTS_SAID.format(bare(one), bare(other), apart, change, stated(size))
            yield say.finding(KEY, "inconsistent", figures, written, said, "points")
        else:
            said = SAID.format(bare(one), bare(other), change, times_as_much(one, other), stated(size))
            yield say.finding(KEY, "inconsistent", figures, written, said)
