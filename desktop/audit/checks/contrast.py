"""Growths and costs that are set against each other though they are no like things: totals and unit costs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import stated
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.text import NOTHING, Text

KEY: Final = "contrast"
_UNIT: Final = re.compile(
    r"边际|单位|单个|单笔|单户|人均|户均|每户|每人|每单|每件|marginal|per unit|unit cost|per capita", re.I
)
_TOTAL: Final = re.compile(r"成本|支出|费用|开支|投入|cost|spend|expens", re.I)
_AGAINST: Final = re.compile(
    r"反观|相比之?下|相较|对比|与之相比|而|却|但|仅|只|in contrast|whereas|while|but|only|compared", re.I
)
UNLIKE = Text(
    "{0}（{1}）与{2}（{3}）不是同一个量：前者按单位计，后者是总额；文中拿来对比，前者也没有写基期和数值。",
    "{0} ({1}) and {2} ({3}) are not the same quantity: the one is per unit, the other a total; the text compares "
    "them, and gives neither base nor value for the first.",
)
_WITHIN: Final = 90  # characters between two numbers that a text holds against each other


@check(
    KEY,
    "对比口径",
    "what is set against what",
    "prose",
    needs={"prose": ("观较比而却但仅只 latin", "change")},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Look at the changes of a paragraph that are set against one another."""
    if not _AGAINST.search(piece.text):
        return
    figures = [f for f in piece.figures if not f.is_date]
    yield from _unit_and_total(piece, figures)


def _unit_and_total(piece: Prose, figures: list[Figure]) -> Iterable[Result]:
    for one in figures:
        name = one.indicator.zh + one.indicator.en
        if one.role != "change" or not _UNIT.search(name) or not _TOTAL.search(name):
            continue
        totals = [
            f
            for f in figures
            if f is not one
            and f.role in ("level", "change")
            and _is_total(f)
            and f.entity.zh != one.entity.zh  # of one thing, unit cost and total are told apart on purpose
            and abs(f.anchor.start - one.anchor.start) <= _WITHIN
        ]
        other = max(totals, key=lambda f: f.anchor.start, default=None)
        if other is None:
            continue
        first, last = sorted((one.anchor, other.anchor), key=lambda a: a.start)
        if _AGAINST.search(piece.text[first.end - piece.start : last.start - piece.start]):
            said = UNLIKE.format(say.title(one), stated(one), say.title(other), stated(other))
            yield say.finding(KEY, "ambiguous", (one, other), NOTHING, said, "unit")
            return


def _is_total(figure: Figure) -> bool:
    name = figure.indicator.zh + figure.indicator.en
    return bool(_TOTAL.search(name)) and not _UNIT.search(name)
