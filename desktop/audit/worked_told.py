"""How the checks of worked-out amounts tell what they found."""

from __future__ import annotations

from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, stated
from desktop.audit.check import Result
from desktop.audit.ways import Way
from desktop.audit.worked import Worked
from desktop.core.figure import Figure
from desktop.core.text import Text

_SPOKEN: Final = ((" + ", "加"), (" − ", "减"), (" × ", "乘以"), (" ÷ ", "除以"), ("(", "（"), (")", "）"))
WRONG: Final = Text("{0}是{1}，不是文中的{2}。", "{0} is {1}, not {2} as the text says.")


def wrong(key: str, told: Worked, way: Way) -> Result:
    """The finding: what the amounts give, and what the text says."""
    return wrong_of(key, told.figure, way)


def wrong_of(key: str, claim: Figure, way: Way) -> Result:
    """The finding on a figure that a way does not give."""
    made = made_of(way, claim)
    sums = Text(_spoken(way.sign), way.sign).format(*map(bare, way.inputs))
    said = WRONG.format(sums, made, stated(claim))
    return say.finding(key, "inconsistent", (claim, *way.inputs), written(way, claim), said)


def made_of(way: Way, claim: Figure) -> Text:
    """What a way gives, in the unit of an amount."""
    return amount(abs(way.point), claim, exact=_exact(way))


def _spoken(sign: str) -> str:
    """Arithmetic as Chinese reads it aloud."""
    for mark, word in _SPOKEN:
        sign = sign.replace(mark, word)
    return sign


def written(way: Way, claim: Figure) -> Text:
    """The arithmetic."""
    return formula(
        "{} = {}", formula(way.sign, *map(bare, way.inputs)), amount(way.point, claim, exact=_exact(way))
    )


def _exact(way: Way) -> bool:
    return "÷" not in way.sign and "×" not in way.sign
