"""Percent against percentage points: a change between two percentages is one or the other, never both."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.compare import (
    FAILS,
    FITS,
    OPEN,
    ROUNDED,
    arithmetic,
    both_shares,
    compared,
    difference,
    minus,
    moved,
    percent_change,
    remains,
)
from desktop.audit.exact_slips import of_points
from desktop.audit.move import Move
from desktop.audit.reading import TIMES
from desktop.audit.scope import Prose
from desktop.audit.sheet import Sheet
from desktop.audit.telling import told
from desktop.audit.times_apart import WHEN
from desktop.core.figure import Figure
from desktop.core.text import NOTHING, Text

KEY: Final = "points"
MIXED = Text(
    "{0}，相差{1}个百分点，相对变化{2}；文中写{3}，只有当作{4}才对得上。",
    "{0} is a difference of {1} percentage points, or {2} in relative terms; {3} in the text fits only as {4}.",
)
AS_POINTS = Text("百分点", "percentage points")
AS_PERCENT = Text("相对变化的百分比", "a relative change in percent")
WRONG = Text(
    "{0}，相差{1}个百分点，相对变化{2}，都不是文中的{3}。",
    "{0} is a difference of {1} percentage points, or {2} in relative terms; neither is {3}.",
)
NO_SHARES = Text(
    "{0}，变化{1}；两数都不是百分率，文中的{2}不能用百分点来说。",
    "{0} is a change of {1}; as neither value is a percentage, {2} cannot be meant.",
)
OF_AMOUNT = Text(
    "{0}是数额，不是百分率，它的变化不能用百分点来说；文中的{1}应为百分之几或者一个数额。",
    "{0} is an amount and no percentage, so its change is not told in points; {1} must be per cent, or an amount.",
)
_SHARE_FOLLOWS: Final = re.compile(r"[，,](?:(?:约|共)?占|其中)")
_GROWTH: Final = re.compile(r"增长率$|增速|变化率$|同比|环比|growth")
UNCLEAR = Text(
    "{0}写作{1}：指标本身是百分率，又没有前后数值，看不出是原值的{1}还是{2}个百分点。",
    "{0} is given as {1}: of something that is itself a percentage, and without the values before and after, this "
    "may be {1} of what it was or {2} percentage points.",
)
TURNED = Text(
    "{0}，是{1}{2}个百分点，方向与文中的{3}相反。",
    "{0} is {1} of {2} percentage points, the opposite direction of {3} in the text.",
)
UP, DOWN = Text("上升", "a rise"), Text("下降", "a fall")
_RATE: Final = re.compile(r"[^频效功汇税斜]率$|占比$|比例$|比重$|份额$|(?:rate|share|ratio|margin)$", re.I)
_RATES: Final = re.compile(
    r"率|占比|比[例重]|份额|利差|增速|[涨跌增降]幅|指数|得分|满意度|百分比|系数|息|差距|领先|落后"
)
_OWN: Final = re.compile(r"(?:[^频效功汇税斜]率|占比|比例|比重|份额)(?:的变化)?$")


@check(KEY, "百分比与百分点", "percent and percentage points", "prose", "table")
def run(piece: Prose | Sheet, _world: World) -> Iterable[Result]:
    """Check changes between percentages, and point out those that can be read both ways."""
    moved_figures = {m.change.id for m in piece.moves if m.change is not None}
    for move in piece.moves_of(KEY):
        result = _of(move)
        if result is not None:
            yield result
    if isinstance(piece, Prose) and "%" not in piece.marks:
        yield from _of_amounts(piece, moved_figures)
    for figure in piece.figures:
        if figure.id not in moved_figures and _both_ways(figure):
            said = UNCLEAR.format(say.title(figure), stated(figure), stated(figure).en.rstrip("%"))
            yield say.finding(KEY, "ambiguous", (figure,), NOTHING, said, "unclear")


def _of_amounts(piece: Prose, taken: set[str]) -> Iterable[Result]:
    """Points of an amount, in a paragraph that has no percentage at all: 810万单，环比增长8个百分点."""
    for sentence in piece.sentences:
        if _RATES.search(sentence.text):
            continue
        for own, change in itertools.pairwise(sentence.amounts):
            if change.unit != "pp" or change.role != "change" or change.id in taken or own.role != "level":
                continue
            says = told(WHEN.sub("", sentence.between(own, change)))
            if says.sure and not says.others and own.unit not in ("", "times", "rank", *TIMES):
                said = OF_AMOUNT.format(bare(own), stated(change))
                yield say.finding(KEY, "inconsistent", (change, own), NOTHING, said, "no_shares")


def _both_ways(figure: Figure) -> bool:
    if figure.role != "change" or figure.unit != "%":
        return False
    name = figure.indicator.zh.rpartition("·")[2]
    return bool(_RATE.search(name) or _OWN.search(name)) and not _GROWTH.search(name)


def _told_before(move: Move) -> bool:
    """Whether the change is of another amount before the shares: 同比增长5.6%，占全国的36.5%，较上年的36.3%提升."""
    assert move.change is not None
    first = min(move.before.anchor.start, move.after.anchor.start)
    return move.change.anchor.end < first and _SHARE_FOLLOWS.match(move.change.anchor.suffix) is not None


def _on_year(move: Move) -> bool:
    """Whether the change is on the year and the shares are not a year apart, as far as is told: 由2020年末的1.5%."""
    if "同比" not in move.lead or move.before.period is None:
        return False
    after = move.after.period.text[:4] if move.after.period is not None else ""
    before = move.before.period.text[:4]
    return before.isdecimal() and not (after.isdecimal() and int(after) - int(before) == 1)


def _of(move: Move) -> Result | None:
    assert move.change is not None
    apart, ratio = difference(move), percent_change(move)
    if apart is None or _told_before(move) or _on_year(move):
        return None
    in_points = move.change.unit in ("pp", "bp")
    if not both_shares(move):
        if ratio is None:
            return None
        said = NO_SHARES.format(moved(move), percent(ratio[1]), stated(move.change))
        figures = (move.change, move.before, move.after)
        return say.finding(KEY, "inconsistent", figures, arithmetic(move, ratio[1]), said, "no_shares")
    own, other = (apart, ratio) if in_points else (ratio, apart)
    found = compared(*own, move.change) if own else None
    if found is None:
        return None
    points, share = number(abs(apart[1])), percent(ratio[1]) if ratio else "–"
    figures = (move.change, move.before, move.after)
    written = minus(move, apart[1])
    if ratio is not None:
        written = formula("{}; {}", written, arithmetic(move, ratio[1]))
    if found.result != FAILS and not (found.result == ROUNDED and not in_points and of_points(move)):
        return say.passed(KEY, figures, written, rounded=found.result in (ROUNDED, OPEN))
    left = remains(move) if move.way == "" and not in_points else None
    rest = compared(*left, move.change) if left is not None else None
    if rest is not None and rest.result != FAILS:
        quotient = formula("{} ÷ {} = {}", bare(move.after), bare(move.before), percent(rest.point))
        return say.passed(KEY, figures, quotient, rounded=rest.result != FITS)
    if (
        found.point < 0
        and not in_points
        and _GROWTH.search(move.before.anchor.prefix + move.before.indicator.zh)
    ):
        return None  # 增速由6.2%放缓到5.8%，上半年合计增长6%: a growth rate of its own
    if found.point < 0:
        way = UP if move.down else DOWN
        said = TURNED.format(moved(move), way, points, stated(move.change))
        return say.finding(KEY, "changes_conclusion", figures, written, said, "direction")
    crossed = compared(*other, move.change) if other else None
    if crossed is not None and crossed.result != FAILS:
        reading = AS_PERCENT if in_points else AS_POINTS
        said = MIXED.format(moved(move), points, share, stated(move.change), reading)
        return say.finding(KEY, "inconsistent", figures, written, said, "mixed")
    said = WRONG.format(moved(move), points, share, stated(move.change))
    return say.finding(KEY, "inconsistent", figures, written, said)
