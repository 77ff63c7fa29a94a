"""A number that comes back with a slip: 0.13亿元, and in the conclusion 1.3亿元; 412名, and then 421名.

What a slip would make of another amount of the text is one, if enough ties the two: rare words that both have around
them, the same year, numbers beside the one that stand beside the other, too. All of it is weighed as powers of ten
against the accident that a new number looks like one of the many of its kind.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.echoes import Echoes, comes_back, next_to
from desktop.audit.interval import value_of
from desktop.audit.near_miss import SCALE, UNIT, odds, told_as
from desktop.audit.scope import Whole
from desktop.audit.told_number import Told, dimension_of
from desktop.audit.worked_from import worked_out
from desktop.core.text import Text
from desktop.core.value import once

KEY: Final = "told_again"
_OTHER: Final = re.compile(
    r"[日月年周人户单件]均|目标|预计|计划|预算|有望|上限|下限|最[高低多少]|比(?!例)|较|相差|累计|新增|净增|另外?|另有|其中|以[上下]"
    r"|[多少][收产卖赚付花拿]"
    r"|[增减多少差高低贵][了出]?\|"
)
_DOUBT, _SURE, _SURE_OF_SCALE, _SURE_OF_CELL = 0.9, 1.8, 1.3, 2.5  # powers of ten
_LEAST: Final = -1.1  # of the slip alone; below it, too many numbers look so
_OF_DEFINITE: Final = -0.7  # for what the text must have it is a slip of something
_TIED: Final = 0.3  # what must at least tie two numbers besides their digits
_TELLING: Final = 1.5  # of a slip: three digits
_NAMED_UNIT: Final = 0.8  # and two of different units, by their words
_SLIP_IS_RARE: Final = 1.0
_MOST: Final = 3.6  # that the rest can tell
_DEFINITE, _POINTS_BACK, _SAME_YEAR, _OTHER_YEAR, _OTHER_KIND = 1.6, 0.9, 0.5, -2.5, -0.8
_OTHER_ROLE, _NEXT_TO_IT, _OTHER_NAME = -0.3, -0.6, -1.0
_SLIP: Final = 1000.0  # times: a scale word is at least so much
_WHOLE, _SAME = 100.0, 1e-9
SAID: Final = Text(
    "文中另一处{0}是{1}，这里写作{2}，{3}；若指同一件事，至少一处有误。",
    "{0} is {1} elsewhere in the text and {2} here: {3}; if both mean one thing, one of them is wrong.",
)


class Meant(NamedTuple):
    """The amount that one may be a slip of, how, and how much likelier that is than that both are right."""

    told: Told
    how: str
    score: float
    ties: float


@check(KEY, "前后转述", "numbers told again", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Look for what each number of the prose that stands nowhere else may be a slip of."""
    echoes = Echoes(whole.dossier)
    for told in echoes.told:
        if not _asks(told) or echoes.repeated(told):
            continue
        best = max(_meant(echoes, told), key=lambda m: m.score, default=None)
        if best is None or best.score < _DOUBT or _stands(echoes, told, best):
            continue
        own, there = echoes.mates(told), [best.told.figure]
        if told.definite:  # 现有的598家将降到568家: what comes of it does not bear it out
            own = [f for f in own if f.anchor.start < told.figure.anchor.start]
        else:
            there += echoes.mates(best.told)
        if not worked_out(told.figure, [*own, *there], own):
            yield _found(told, best)


def _asks(told: Told) -> bool:
    """Whether a number is a plain amount of a sentence."""
    figure = told.figure
    return not figure.table and figure.comparator == "=" and not figure.hedge and comes_back(figure)


def _meant(echoes: Echoes, told: Told) -> Iterator[Meant]:
    one = told.figure
    for how, other in echoes.like(told):
        two = other.figure
        if not two.table and (
            other.place > told.place or other.start == told.start or other.text is not told.text
        ):
            continue  # it is told of the later one; two numbers of one sentence are two
        if abs(told.value + other.value - _WHOLE) < _SAME and one.unit == two.unit == "%":
            continue  # 空置率27.5%，入住率72.5%
        chance = odds(how, one, two) - math.log10(max(2, echoes.many(told)))
        if told.definite:
            chance = max(chance, _OF_DEFINITE)
        elif chance < _LEAST and not one.change_from:
            continue
        near, far = echoes.named(told, other)
        if chance + near + far + _MOST < _DOUBT:
            continue
        recap = echoes.recap(told, other)
        points = _known(told) if dimension_of(one) == dimension_of(two) else 0.0
        dated = (
            _SAME_YEAR if told.year and told.year == other.year and odds(how, one, two) > _TELLING else 0.0
        )
        if near + far + recap + points + dated < _TIED:
            continue
        if how == UNIT and max(near, near + recap - 0.1) < _NAMED_UNIT:
            continue
        ties = near + far + recap + _against(told, other)
        yield Meant(other, how, chance + points + ties, ties)


def _known(told: Told) -> float:
    """What its words tell of a number being one that the text has: 现有的598家, 那笔680万元, 余额见顶，为260亿元."""
    return _DEFINITE if told.definite else _POINTS_BACK if told.refers else 0.0


def _stands(echoes: Echoes, told: Told, best: Meant) -> bool:
    """Whether another sentence, or a cell, has the number, tied to it about as well as what it may be a slip of."""
    for other in echoes.equal(told):
        near, far = echoes.named(told, other)
        ties = near + far + echoes.recap(told, other) + _against(told, other)
        if ties > best.ties - _SLIP_IS_RARE:
            return True
    return False


def _against(told: Told, other: Told) -> float:
    """What speaks for and against two numbers being of one thing at one time."""
    one, two, found = told.figure, other.figure, 0.0
    if told.year and other.year:
        found += _SAME_YEAR if told.year == other.year else 0.0 if told.refers else _OTHER_YEAR
    if _others(told) != _others(other):
        found += _OTHER_KIND
    if one.role != two.role and "change" in (one.role, two.role):
        found += _OTHER_ROLE
    if next_to(told, other):
        found += _NEXT_TO_IT
    return found + (_OTHER_NAME if _of_another(told, other) else 0.0)


@once
def _others(told: Told) -> frozenset[str]:
    """The words around a number that make it a plan, a difference or a part."""
    words = f"{told.heading}{told.figure.indicator.zh}" if told.figure.table else told.clause
    return frozenset(m[0] for m in _OTHER.finditer(words))


def _of_another(told: Told, other: Told) -> bool:
    """Whether the words of two numbers name two things."""
    one, two = told.figure.entity.zh, other.figure.entity.zh
    if not one or not two or one in two or two in one:
        return False
    there = other.heading if other.figure.table else other.text[slice(*other.sentence)]
    return one in told.text[slice(*told.sentence)] and two in there


def _found(told: Told, best: Meant) -> Result:
    one, two = best.told.figure, told.figure
    a, b = value_of(one) or 1.0, value_of(two) or 1.0
    far = best.how == SCALE and max(a, b) >= _SLIP * min(
        a, b
    )  # a whole scale word, which no other number is off
    least = _SURE_OF_SCALE if far else _SURE
    sure = (far or best.how == UNIT) and best.score >= least
    sure = sure or (best.how == SCALE and bool(one.table) and best.score >= _SURE_OF_CELL)
    verdict = "inconsistent" if sure else "conflict"
    said = SAID.format(say.title(one), stated(one), stated(two), told_as(best.how, two, one))
    kind = "unit" if best.how in (SCALE, UNIT) else "mistake"
    return say.finding(KEY, verdict, (two, one), formula("{} ≠ {}", bare(one), bare(two)), said, kind)
