"""A number that comes back with a digit changed, two digits swapped, or another scale word: 3.38亿 and 3.83亿."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.echoes import Echoes, worked_out
from desktop.audit.interval import as_claim, value_of
from desktop.audit.scope import Whole
from desktop.audit.told_number import Told, comes_back, particular
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.value import once

KEY: Final = "restated"
_OTHER: Final = re.compile(
    r"目标|预计|计划|预算|有望|上限|下限|最[高低多少]|比(?!例)|较|相差|累计|新增|净增|另外?|另有"
    r"|[增减多少差高低贵][了出]?\|"
)
_PER: Final = re.compile(r"每|均|单个|一[天年月个人件]|日|人")
_SAME_SIZE: Final = 3  # digits, from which one that differs is more likely a slip than another number
_LIKE: Final = 0.6  # of the words of a number with one other digit must be those around the other one
_WHOLE, _SAME = 100.0, 1e-9
_FAR: Final = 10.0  # times; from here on two numbers are no slip of the digits
_SLIP: Final = 1000.0  # a scale word is at least so much
_TENS: Final = (10.0, 100.0, 1e3, 1e4, 1e8)
AGAIN = Text(
    "文中另一处{0}是{1}，这里写作{2}，只差一两个数字；若指同一件事，至少一处有误。",
    "{0} is {1} elsewhere in the text and {2} here, a digit or two apart; if both mean one thing, one of them is "
    "wrong.",
)
SCALE = Text(
    "文中另一处{0}是{1}，这里写作{2}，数字相同而相差{3}倍，疑为单位写错。",
    "{0} is {1} elsewhere in the text and {2} here: the same digits, {3} times apart, so one unit looks wrong.",
)


@check(KEY, "前后转述", "numbers told again", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Look for what a number that stands only once may be a slip of; it is met by its own digits."""
    echoes = Echoes(whole.dossier)
    done: set[str] = set()
    for told in echoes.told:
        if told.figure.id in done or not _asks(told.figure):
            continue
        alone = echoes.alone(told)
        if not alone and not echoes.beside(told):
            continue  # it could only be told by what stands beside it
        found = [
            (how, other) for how, other in echoes.like(told) if _meant(echoes, told, how, other, alone=alone)
        ]
        if found:
            how, other = max(found, key=lambda f: not echoes.alone(f[1]))
            own, like = echoes.mates(told), [other.figure, *echoes.mates(other)]
            if not worked_out(told.figure, [*own, *like], own):
                done.add(other.figure.id)
                yield _found(other, told, how)


def _asks(figure: Figure) -> bool:
    """Whether a figure is a plain amount of a sentence."""
    return (
        not figure.table
        and figure.role in ("level", "ratio", "threshold")
        and comes_back(figure)
        and not figure.hedge
        and figure.comparator == "="
    )


def _meant(echoes: Echoes, told: Told, how: str, other: Told, *, alone: bool) -> bool:
    """Whether two amounts may be one told twice: of one time, in two sentences, with words in common.

    Words are enough only for an amount that stands ``alone``.
    """
    if not _near_in_size(told, other, how):
        return False
    together = echoes.partners(told, other)
    if not together and not alone:
        return False
    one, two = told.figure, other.figure
    claim, own = as_claim(one), as_claim(two)
    if claim is None or own is None or claim.meets(own):
        return False
    in_one_line = not two.table and told.start == other.start and one.anchor.source == two.anchor.source
    if in_one_line and told.sentence == other.sentence:
        return False
    if not together and (not _tied(told, how, other) or _otherwise(told, other)):
        return False
    return not _apart(told, how, other)


def _near_in_size(one: Told, two: Told, how: str) -> bool:
    """Whether one number may be a slip of the other: of scale, or of digits."""
    a, b = one.value, two.value
    if a <= 0 or b <= 0:
        return False
    if abs(a + b - _WHOLE) < _SAME and one.figure.unit == two.figure.unit == "%":
        return False  # 空置率27.5%，入住率72.5%
    times = a / b if a > b else b / a
    if how != "=":
        return times < _FAR
    return times in _TENS or any(abs(times / t - 1) < 1e-9 for t in _TENS)


def _apart(told: Told, how: str, other: Told) -> bool:
    """Whether the words of two amounts tell of two times or of two names."""
    if told.year and other.year and told.year != other.year and not told.refers:
        return True
    one, two = told.figure.entity.zh, other.figure.entity.zh
    if how == "~" or not one or not two or one in two or two in one:
        return False
    there = other.heading if other.figure.table else other.text[slice(*other.sentence)]
    return one in told.text[slice(*told.sentence)] and two in there


def _otherwise(told: Told, other: Told) -> bool:
    """Whether one of two amounts is a plan, a difference or a part, and the other is not."""
    return _others(told) != _others(other)


@once
def _others(told: Told) -> frozenset[str]:
    words = f"{told.heading}{told.figure.indicator.zh}" if told.figure.table else told.clause
    return frozenset(m[0] for m in _OTHER.finditer(words))


def _tied(told: Told, how: str, other: Told) -> bool:
    """Whether enough words tie two amounts: more where fewer digits are alike."""
    name = told.name
    size = len(told.digits.replace(".", "").lstrip("0"))
    if how == "~" and size >= _SAME_SIZE and told.year and told.year == other.year:
        return True
    rare = told.figure.unit == other.figure.unit and particular(told.figure.unit, size)
    if not rare and not (how == "~" and told.points) and not other.may_name(name):
        return False
    again = told.refers or rare or told.figure.factor != other.figure.factor
    if how == "?" and size < _SAME_SIZE and not again:
        return False
    near, wide = len(name & other.own) + rare, len(name & other.wide) + rare
    if how == "~":
        return bool(wide or told.points) if size >= _SAME_SIZE else bool(near)
    if not wide or not (again or near):
        return False
    share = wide / (len(name) + rare)
    if how == "=":
        return bool(near or (told.refers and wide)) and share >= _LIKE / 2
    if size >= _SAME_SIZE:
        return share >= (_LIKE / 2 if again else _LIKE)
    return again and share >= _LIKE / 2


def _found(first: Told, then: Told, how: str) -> Result:
    one, two = first.figure, then.figure
    a, b = value_of(one) or 1.0, value_of(two) or 1.0
    times = max(a, b) / min(a, b)
    sure = how == "=" and times >= _SLIP and not one.table and bool(first.year) and first.year == then.year
    pattern, kind = (SCALE, "unit") if how == "=" else (AGAIN, "mistake")
    said = pattern.format(say.title(one), stated(one), stated(two), number(times, 0))
    written = formula("{} ≠ {}", bare(one), bare(two))
    return say.finding(KEY, "inconsistent" if sure else "conflict", (two, one), written, said, kind)
