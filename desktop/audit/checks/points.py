"""Percent against percentage points: a change between two percentages is one or the other, never both."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.check import Result, World, check
from desktop.audit.compare import (
    FAILS,
    OPEN,
    ROUNDED,
    arithmetic,
    both_shares,
    compared,
    difference,
    minus,
    moved,
    percent_change,
)
from desktop.audit.kinds_of_move import owner
from desktop.audit.moves import Move
from desktop.audit.scope import Prose, Sheet
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "points"
MIXED = Text(
    "{0}，差 {1} 个百分点，相对变化 {2}；文中写成{3}，百分比与百分点混用。",
    "{0} is a difference of {1} percentage points or {2} in relative terms; "
    "the text says {3} and confuses percent with percentage points.",
)
WRONG = Text(
    "{0}，差 {1} 个百分点，相对变化 {2}，都不是文中的{3}。",
    "{0} is a difference of {1} percentage points or {2} in relative terms; neither is {3}.",
)
NO_SHARES = Text(
    "{0}，两数都不是百分率，变化 {1} 不能用百分点来说；文中写成{2}。",
    "{0} is a change of {1}; neither value is a percentage, so {2} cannot be right.",
)
UNCLEAR = Text(
    "“{0}”本身是百分率，只写“{1}”而没有前后数值，看不出指百分比还是百分点。",
    "{0} is itself a percentage; “{1}” without the values before and after may mean percent or percentage points.",
)
TURNED = Text("{0}，方向与文中的{1}相反。", "{0} goes the opposite direction of {1} in the text.")
_RATE: Final = re.compile(r"[^频效功汇税斜]率$|占比$|比例$|比重$|份额$|(?:rate|share|ratio|margin)$", re.I)
_OWN: Final = re.compile(r"(?:[^频效功汇税斜]率|占比|比例|比重|份额)(?:的变化)?$")


@check(KEY, "百分比与百分点", "percent and percentage points", "prose", "table")
def run(piece: Prose | Sheet, _world: World) -> Iterable[Result]:
    """Check changes between percentages, and point out those that can be read both ways."""
    moved_figures = set()
    for move in piece.moves:
        if move.change is None:
            continue
        moved_figures.add(move.change.id)
        if owner(move) == KEY:
            result = _of(move)
            if result is not None:
                yield result
    for figure in piece.figures:
        if figure.id not in moved_figures and _both_ways(figure):
            formula = f"{say.core(figure)}: % ≠ pp"
            said = UNCLEAR.format(figure.indicator, say.printed(figure))
            yield say.finding(KEY, "ambiguous", (figure,), formula, said, "unclear")


def _both_ways(figure: Figure) -> bool:
    name = figure.indicator.zh.rpartition("·")[2]
    return (
        figure.role == "change" and figure.unit == "%" and bool(_RATE.search(name) or _OWN.search(name))
        and not re.search(r"增长率$|增速|变化率$|同比|环比|growth", name)
    )  # fmt: skip


def _of(move: Move) -> Result | None:
    assert move.change is not None
    apart, ratio = difference(move), percent_change(move)
    if apart is None:
        return None
    in_points = move.change.unit in ("pp", "bp")
    if not both_shares(move):
        formula = minus(move, apart[1], "") if ratio is None else arithmetic(move, ratio[1])
        said = NO_SHARES.format(
            moved(move), say.percent(ratio[1]) if ratio else "–", say.printed(move.change)
        )
        return say.finding(
            KEY, "inconsistent", (move.change, move.before, move.after), formula, said, "no_shares"
        )
    own, other = (apart, ratio) if in_points else (ratio, apart)
    found = compared(*own, move.change) if own else None
    if found is None:
        return None
    points, share = say.number(abs(apart[1])), say.percent(ratio[1]) if ratio else "–"
    figures = (move.change, move.before, move.after)
    formula = (
        f"{minus(move, apart[1], ' pp')}; {arithmetic(move, ratio[1])}"
        if ratio
        else minus(move, apart[1], " pp")
    )
    if found.result != FAILS:
        return say.passed(KEY, figures, formula, rounded=found.result in (ROUNDED, OPEN))
    if found.point < 0:
        return say.finding(KEY, "changes_conclusion", figures, formula,
                           TURNED.format(moved(move), say.printed(move.change)), "direction")  # fmt: skip
    crossed = compared(*other, move.change) if other else None
    pattern = MIXED if crossed is not None and crossed.result != FAILS else WRONG
    said = pattern.format(moved(move), points, share, say.printed(move.change))
    return say.finding(KEY, "inconsistent", figures, formula, said, "mixed" if pattern is MIXED else "")
