"""An amount that is a power of ten off what the amounts around it come to: 81万块，均价3,200元，原值约259亿元.

Prices and counts, totals and heads, sums and rates, the row or the columns of a table that the words name: the verbs
and nouns may be any, since only a slip of scale is told, and every other arithmetic that gives the amount clears it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from desktop.audit.check import Result, World, check
from desktop.audit.fitting import fitting
from desktop.audit.for_each import is_each, is_price, says_each
from desktop.audit.interval import Interval, powers_apart, step_of, value_of
from desktop.audit.scope import Section
from desktop.audit.slips import of_scale
from desktop.audit.tenfold import RATES, Bound, prices_behind, products, quotients, sold
from desktop.audit.tenfold_rates import at_rates, by_columns, by_row, told_behind
from desktop.audit.tenfold_sums import EACH_TIME, LISTS, added, over_time
from desktop.audit.ways import Way, is_told, like
from desktop.audit.worked import Worked, alone, worked
from desktop.audit.worked_told import wrong
from desktop.core.figure import Figure

KEY: Final = "tenfold"
# What is told besides what it comes to
_NO_RESULT: Final = re.compile(r"其中|多出|少了|目标|预计|同行|行业|最[高低多少]|起步|门槛|上限|下限|不超过")
_FOR: Final = re.compile(
    r"每(?:[放借卖投花存付销贷赚挣收][出入到去了]?)?$"
)  # 每放出100元: what others are for
_DIGITS: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_EXACT: Final = 1e-6
_LEAST: Final = 2  # digits of an amount, below which a product meets it by chance
_FINE: Final = 0.02  # of a number: a last digit that is worth less may be cut off
_ABOUT: Final = 0.01  # either way, of what is told with a hedge
_ANY, _FAR = 3, 6
_SHARP: Final = ("=", "~")


@check(
    KEY, "差一个数量级", "a power of ten off", "section",
    needs={"section": ("level change",)},
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each amount against what those that its words bind it to come to."""
    line, cues = None, _Cues()
    for told in (*worked(piece), *(alone(piece) if piece.has_tables else ())):
        figure = told.figure
        if told.line is not line:
            line, cues = told.line, _cues(told)
        if figure.role not in ("level", "change") or figure.comparator not in _SHARP:
            continue
        if "每" in told.clause and _FOR.search(told.clause):
            continue
        if (piece.has_tables or any(cues)) and not _NO_RESULT.search(told.clause):
            yield from _one(piece, told, cues)


class _Cues(NamedTuple):
    """What a line has from which its amounts may be worked out: prices, rates, lists, times."""

    each: bool = True
    rates: bool = True
    lists: bool = True
    times: bool = True


def _cues(told: Worked) -> _Cues:
    """Look once at a line by its first amount, with what stands above it."""
    line, marks = told.line, told.line.marks
    around = (*told.earlier, *told.items)
    return _Cues(
        says_each(line.text)
        or "乘" in marks
        or any(map(is_price, (*around, *line.figures)))
        or sold(line.text),
        not marks.isdisjoint(RATES) or any(f.unit in RATES for f in around),
        not marks.isdisjoint(LISTS),
        not marks.isdisjoint(EACH_TIME),
    )


def _one(piece: Section, told: Worked, cues: _Cues) -> Iterator[Result]:
    value = value_of(told.figure)
    if not value or value < 0:
        return
    each = cues.each and is_each(told)
    slips = [
        way
        for way, shows in _ways(piece, told, cues, each=each)
        if _is_wrong(told, value, way, shows) and not any(_is_of(way, f) for f in told.before)
    ]
    if not slips or _again(piece, told.figure):
        return
    own = _sharp(told.figure, value)
    every = _ways(piece, told, None, each=each)
    if not any(own.meets(way.found) for way, _ in every) and not _comes_of(told):
        yield wrong(KEY, told, slips[0])


def _sharp(claim: Figure, value: float) -> Interval:
    """The amount rounded or cut off at its last digit; what is only about so much would come of more by chance."""
    step = step_of(claim)
    half = step if step < _FINE * value else step / 2
    half = max(half, _ABOUT * value) if claim.hedge else half
    return Interval(value - half, value + half)


def _ways(piece: Section, told: Worked, cues: _Cues | None, *, each: bool) -> Iterator[Bound]:
    """What an amount may come to; with the ``cues`` of its line, only such ways as may show that it is a slip."""
    slips = cues is not None
    eachs, rates, lists, times = cues or _Cues()
    if told.before or told.earlier or told.items or "乘" in told.sentence:
        if each:
            yield from quotients(piece, told, slips=slips)
        if eachs:
            yield from products(piece, told, each=each, slips=slips)
        if rates and not each:
            yield from at_rates(told, slips=slips)
        if times and not EACH_TIME.isdisjoint(told.clause):
            yield from over_time(told)
    if eachs and told.before:
        yield from prices_behind(piece, told)
    if lists and (len(told.after) > 1 or len(told.before or told.items) > 1):
        yield from added(told)
    if rates and any(f.unit == "%" for f in told.after[:2]):
        yield from told_behind(piece, told)
    if piece.has_tables:
        if each or "均" in told.sentence:
            yield from by_row(piece, told, each=each)
        yield from by_columns(piece, told)


def _is_wrong(told: Worked, value: float, way: Way, shows: int) -> bool:
    """Whether the digits are those of a way at another power of ten; a lone digit must be exactly so."""
    point = abs(way.point)
    power = powers_apart(point, value)
    if not shows or not point:
        return False
    if shows == _ANY:
        return value / _FAR < point < value * _FAR or power != 0
    if shows > 1 and power != 0 and way.found.holds(value * 10.0**power):
        return True
    if power != 0 and abs(point / value / 10.0**power - 1) < _EXACT:
        return True
    return _digits(told.figure) >= _LEAST and of_scale(told.figure, way.found) != 0


def _digits(figure: Figure) -> int:
    found = _DIGITS.search(figure.as_printed)
    return len(found[0].replace(",", "").replace(".", "").strip("0")) if found else 0


def _is_of(way: Way, other: Figure) -> bool:
    """Whether a way gives another amount of the sentence."""
    return other not in way.inputs and is_told(way, other)


def _again(piece: Section, claim: Figure) -> bool:
    """Whether the section tells the very amount elsewhere, so that it is no slip of the pen."""
    value = value_of(claim)
    return any(f is not claim and like(f, claim) and value_of(f) == value for f in piece.figures)


def _comes_of(told: Worked) -> bool:
    """Whether some arithmetic of the amounts around gives it."""
    after = [f for f in told.after[:3] if f.comparator in _SHARP]
    claim = replace(told.figure, comparator="=", hedge="")
    near, far = ([f for f in pool if f.comparator in _SHARP] for pool in (told.before, told.far))
    return any(fitting(claim, *pools) is not None for pools in ((near, far), (after, ())))
