"""How the checks of worked-out amounts tell what they found, and when a slip is plain enough to be told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, stated
from desktop.audit.check import Result
from desktop.audit.fitting import fitting, means
from desktop.audit.interval import value_of
from desktop.audit.slips import of_digits, of_scale
from desktop.audit.ways import Way, allowed
from desktop.audit.worked import Worked
from desktop.core.figure import Figure
from desktop.core.text import Text

_FAR: Final = 6  # times
_MEAN: Final = re.compile(r"均|average", re.I)
_SPOKEN: Final = ((" + ", "加"), (" − ", "减"), (" × ", "乘以"), (" ÷ ", "除以"), ("(", "（"), (")", "）"))
WRONG: Final = Text("{0}是{1}，不是文中的{2}。", "{0} is {1}, not {2} as the text says.")


def held(key: str, told: Worked, way: Way | None) -> Iterator[Result]:
    """Hold a stated amount against the one way that its words name; any other way in which it comes out clears it."""
    own = allowed(told.figure, cut=way is not None and not _exact(way))
    if way is None or own is None or _of_other_year(told.figure, way.inputs):
        return
    if own.meets(way.found) or own.meets(way.found.scaled(-1)):
        point = value_of(told.figure) or 0.0
        exact = abs(abs(way.point) - point) <= 1e-9 * max(1.0, point)
        yield say.passed(key, (told.figure, *way.inputs), written(way, told.figure), rounded=not exact)
    elif not _unlike(told.figure, way) and comes_of(told) is None:
        yield wrong(key, told, way)


def slipped(
    key: str, told: Worked, known: Iterable[Way | None], *, replaced: bool = True
) -> Iterator[Result]:
    """Tell a slip of digits or scale against one of a few ways; none where some way gives the stated amount.

    Of many ways some come near by chance: without ``replaced``, one other digit is no slip.
    """
    near = [w for w in known if w is not None and w.point and not _of_other_year(told.figure, w.inputs)]
    own = allowed(told.figure, cut=True)
    if own is None or any(own.meets(_positive(w).found) for w in near):
        return
    slips = [
        w
        for w in near
        if of_digits(told.figure, abs(w.point), replaced=replaced)
        or of_scale(told.figure, _positive(w).found)
    ]
    if slips and comes_of(told) is None:
        yield wrong(key, told, slips[0])


def comes_of(told: Worked) -> Way | None:
    """Any way in which the amounts around a stated one give it."""
    found = fitting(told.figure, told.near, told.far, told.after[:3])
    own = allowed(told.figure, cut=True)
    if found is None and own is not None and _MEAN.search(told.clause):
        found = next((w for w in means(told.figure, told.near) if w.found.meets(own)), None)
    return found


def _unlike(claim: Figure, way: Way) -> bool:
    """Whether a computed amount is so far off that the stated one is of something else, and no slip of scale."""
    value, point = abs(value_of(claim) or 0.0), abs(way.point)
    near = value / _FAR < point < value * _FAR
    return not near and not of_scale(claim, _positive(way).found)


def _of_other_year(claim: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a claim is of one year and an amount of another: 28800例由18家分担；2019年每家1300例."""
    year = _year(claim)
    return year is not None and any(_year(f) not in (None, year) for f in parts)


def _year(figure: Figure) -> int | None:
    start = figure.period.start if figure.period is not None else None
    return start.year if start is not None else None


def _positive(way: Way) -> Way:
    return way if way.point >= 0 else Way(way.inputs, way.found.scaled(-1), -way.point, way.sign)


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
