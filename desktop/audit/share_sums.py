"""Shares of one whole in a column or a list: never more than 100 %, and all of it where the rest is among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.adding import KEY, added, formula_of
from desktop.audit.amounts import bare, number, percent
from desktop.audit.check import Result
from desktop.audit.sentence import Sentence
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.text import Text

_SHARE: Final = re.compile(r"占比|比重|份额|构成|比例|share|percent", re.I)
_EACH_OF_ITS_OWN: Final = 130.0  # percent; three quantities may each take its share of the world
_IS_SHARE: Final = re.compile(r"占(?:比|到|了|据)?(?:约|近|为|是)*$")
_CLOSE: Final = 4  # characters between the name of a part and its share
_OVERLAP: Final = re.compile(r"多选|可重复|重叠|multiple")
OVER = Text(
    "各部分占比（{2}）相加为{0}，超过100%，舍入最多只能解释{1}个百分点。",
    "The shares ({2}) add up to {0}, more than 100%; rounding explains {1} points at most.",
)
UNDER = Text(
    "各部分占比（{1}）说是合成整体，相加却只有{0}，不到100%。",
    "The shares ({1}) are said to make up the whole, but they add up to only {0}.",
)


def in_column(sheet: Sheet, col: int) -> Iterable[Result]:
    """A column of shares without a total may fall short of 100 %, never exceed it."""
    head = sheet.head(col)
    parts = [sheet.at(r, col) for r in sheet.rows]
    filled = [p for p in parts if p is not None]
    if not _SHARE.search(head) or len(filled) < 3 or len(filled) != len(parts):
        return
    if any(
        p.unit != "%" or p.role == "change" or (p.period and p.period != filled[0].period) for p in filled
    ):
        return
    if re.search(r"\d{4}", "".join(sheet.label(r) for r in sheet.rows)):
        return
    both = added(filled)
    if both is None:
        return
    found, point = both
    written = formula_of(filled, point, filled[0])
    if found.low > 100 + 1e-9 and not _OVERLAP.search(head) and point < 130:
        yield say.finding(KEY, "inconsistent", filled, written, _over(filled, point, found.low), "shares")
    elif found.holds(100):
        yield say.passed(KEY, filled, written, rounded=abs(point - 100) > 1e-9)


def in_list(sentence: Sentence, values: Sequence[Figure]) -> Iterable[Result]:
    """ "分别占 50%、30% 和 20%": parts of one whole; with 其余 or 剩余 they make up all of it."""
    shares = [f for f in values if f.unit == "%"]
    if len(shares) < 3 or any(f.unit != "%" and not _names(sentence, f, shares) for f in values):
        return
    words = sentence.text[: shares[0].anchor.start - sentence.start][-30:]
    exclusive = re.search(
        r"分别占|依次占|构成|占比分别|比例分别|比重分别|份额分别|account for|make up|accounted for", words
    )
    rest = re.search(r"其余|剩余|余下|剩下|remaining|rest", sentence.text) or _others(sentence, shares)
    if not exclusive and not rest:
        return
    if _OVERLAP.search(sentence.text) or re.search(r"增长率|合格率|满意率|利率|毛利率", words[-10:]):
        return
    both = added(shares)
    if both is None:
        return
    found, point = both
    written = formula_of(shares, point, shares[0])
    if found.low > 100 + 1e-9 and point < _EACH_OF_ITS_OWN:
        yield say.finding(KEY, "inconsistent", shares, written, _over(shares, point, found.low), "shares")
    elif (
        rest
        and found.high < 100 - 1e-9
        and re.search(r"(?:其余|剩余|余下|剩下|其他|其它)[^，,。；]{0,12}$", sentence.lead(shares[-1]))
    ):
        said = UNDER.format(percent(point), say.listed([bare(s) for s in shares]))
        yield say.finding(KEY, "inconsistent", shares, written, said, "shares")
    elif found.holds(100):
        yield say.passed(KEY, shares, written, rounded=abs(point - 100) > 1e-9)


def _names(sentence: Sentence, figure: Figure, shares: Sequence[Figure]) -> bool:
    """Whether a number is no amount of its own: it names a part (18-25岁35%), or says how many there are."""
    if figure.anchor.end <= shares[0].anchor.start and figure.unit.startswith("count:"):
        return True
    return any(
        f.anchor.start - figure.anchor.end <= _CLOSE and figure.anchor.end <= f.anchor.start for f in shares
    ) and (figure.unit == "age" or figure.low != figure.high)


def _others(sentence: Sentence, shares: Sequence[Figure]) -> bool:
    """Whether a list of shares, each said to be one, ends with all others: 甲占55%，乙占30%，其他占15%."""
    return all(_IS_SHARE.search(sentence.lead(f)) for f in shares) and bool(
        re.search(r"(?:其他|其它)[^，,。；\d]{0,6}$", sentence.lead(shares[-1]))
    )


def _over(parts: Sequence[Figure], point: float, least: float) -> Text:
    """What is said of shares that come to more than the whole; ``least`` is the sum that rounding leaves."""
    return OVER.format(percent(point), number(point - least), say.listed([bare(p) for p in parts]))
