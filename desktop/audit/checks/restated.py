"""A number that comes back with a digit changed, two digits swapped, or another scale word: 3.38亿 and 3.83亿."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.echoes import FEW, Echoes, worked_out
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
_LIKE: Final = 0.6  # of the words of a number with one other digit must be those around the other one
_NO_ACCIDENT: Final = 4  # digits in a row
_WHOLE, _SAME = 100.0, 1e-9
_SLIP: Final = 1000.0  # a scale word is at least so much
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
        near = echoes.like(told)
        alone = bool(near) and echoes.alone(told)
        found = [(how, other) for how, other in near if _meant(echoes, told, how, other, alone=alone)]
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
        and figure.comparator == "="
        and not figure.hedge
        and figure.role in ("level", "ratio", "threshold")
        and comes_back(figure)
    )


def _meant(echoes: Echoes, told: Told, how: str, other: Told, *, alone: bool) -> bool:
    """Whether two amounts may be one told twice: of one time, in two sentences, with words in common.

    Words are enough only for an amount that stands ``alone``.
    """
    one, two = told.figure, other.figure
    few = how == "?" and told.size < FEW  # which too many share for what stands beside them to tell
    together = (not few or told.points) and echoes.partners(told, other)
    often = alone and not echoes.alone(other) and _swapped(told, other)  # 拿出3,030元还债 after 3,300元 twice
    if not together and not often and not (alone and _tied(told, how, other)):
        return False
    if abs(told.value + other.value - _WHOLE) < _SAME and one.unit == two.unit == "%":
        return False  # 空置率27.5%，入住率72.5%
    claim, own = as_claim(one), as_claim(two)
    if claim is None or own is None or claim.meets(own):
        return False
    in_one_line = not two.table and told.start == other.start and one.anchor.source == two.anchor.source
    if in_one_line and told.sentence == other.sentence:
        return False
    return (together or not _otherwise(told, other)) and not _apart(told, how, other)


def _swapped(one: Told, other: Told) -> bool:
    """Whether two amounts of four digits or more are one but for two digits side by side, the first one aside."""
    a, b = one.digits, other.digits
    if one.figure.unit != other.figure.unit or len(a) != len(b) or one.size < _NO_ACCIDENT:
        return False
    apart = [n for n, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return (
        len(apart) == 2
        and apart[0] > 0
        and apart[1] == apart[0] + 1
        and a[apart[0]] == b[apart[1]]
        and (a[apart[1]] == b[apart[0]])
    )


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
    size = told.size
    if how == "~" and size >= FEW and told.year and told.year == other.year:
        return True
    few = how == "?" and size < FEW
    one_unit = told.figure.unit == other.figure.unit
    if how == "=" and len(told.digits.replace(".", "").strip("0")) >= _NO_ACCIDENT and one_unit:
        return not (_PER.search(told.clause) or _PER.search(other.clause))
    rare = not few and one_unit and particular(told.figure.unit, size)
    wide = told.named_in(other.said) + rare
    if not wide and not (how == "~" and told.points):
        return False
    near = told.named_in(other.label) + rare
    if how == "~":
        return bool(wide or told.points) if size >= FEW else bool(near)
    again = rare or told.figure.factor != other.figure.factor or told.refers
    if not wide or not (again or near):
        return False
    share = wide / (len(told.name) + rare)
    if how == "=":
        return bool(near or (told.refers and wide)) and share >= _LIKE / 2
    return share >= (_LIKE / 2 if again else _LIKE)


def _found(first: Told, then: Told, how: str) -> Result:
    one, two = first.figure, then.figure
    a, b = value_of(one) or 1.0, value_of(two) or 1.0
    times = max(a, b) / min(a, b)
    sure = how == "=" and times >= _SLIP and not one.table and bool(first.year) and first.year == then.year
    pattern, kind = (SCALE, "unit") if how == "=" else (AGAIN, "mistake")
    said = pattern.format(say.title(one), stated(one), stated(two), number(times, 0))
    written = formula("{} ≠ {}", bare(one), bare(two))
    return say.finding(KEY, "inconsistent" if sure else "conflict", (two, one), written, said, kind)
