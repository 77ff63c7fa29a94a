"""How far one return lies ahead of another: 基金上涨4.2%，同期基准下跌3.1%，基金跑赢7.3个百分点.

Both are changes with a sign of their own, so that a fall of the other adds to the lead.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.check import Result
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.lines import clause_start
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.telling import told
from desktop.core.figure import Figure
from desktop.core.text import Text

_LEADS: Final = re.compile(
    r"(?:跑赢|跑输|领先|落后)了?(?:该|业绩|比较|同期)*(?:基准|指数|大盘)?(?:了|约|近)*$"
)
_OTHER: Final = re.compile(r"\d|以来|同类|[近前两三五十]年|今年|去年|每|年化|均|不|没|若|如果|目标|预计")
_AGAINST: Final = re.compile(r"基准|指数|沪深|大盘|中证|上证|创业板|恒生|标普|纳指|行业|市场")
_LOSS: Final = re.compile(r"亏|损失")
_GAIN: Final = re.compile(r"盈利|获利|收益")
_BACK: Final = 30  # characters of a clause
_MOST: Final = 6  # returns of which any two may be meant
SAID: Final = Text(
    "{0}与{1}相差{2}个百分点，不是文中的{3}。", "{0} and {1} are {2} percentage points apart, not {3}."
)


def ahead_of(piece: Prose, sentence: Sentence, claim: Figure, key: str) -> Iterator[Result]:
    """Hold a lead in points against the return right before it, of a benchmark, and the one before that."""
    if claim.unit != "pp" or not _LEADS.search(_clause(piece, claim)) or _OTHER.search(_clause(piece, claim)):
        return
    before = [f for f in piece.figures if f.unit == "%" and f.anchor.end <= claim.anchor.start][-_MOST:]
    signed = [(f, own) for f in before if (own := _signed(piece, f)) is not None]
    own = as_claim(claim)
    if (
        own is None
        or len(signed) < 2
        or any(f is before[-1] or f is before[-2] for f in _unsigned(before, signed))
    ):
        return
    (one, a), (other, b) = signed[-2:]
    if not _AGAINST.search(_clause(piece, other)) or _AGAINST.search(_clause(piece, one)):
        return
    if other.anchor.start < sentence.start or claim.anchor.start - other.anchor.end > _BACK:
        return
    figures = (claim, one, other)
    shown = [formula("−{}", bare(f)) if i.high <= 0 else bare(f) for f, i in (signed[-2], signed[-1])]
    apart = number(abs((a.low + a.high - b.low - b.high) / 2), 2)
    written = formula("|{} − ({})| = {}", *shown, Text(f"{apart}个百分点", f"{apart} points"))
    if _meets(own, a, b):
        yield say.passed(key, figures, written)
    elif not any(_meets(own, x, y) for (_, x), (_, y) in itertools.combinations(signed, 2)):
        yield say.finding(
            key, "inconsistent", figures, written, SAID.format(*shown, apart, stated(claim)), "lead"
        )


def _meets(own: Interval, one: Interval, other: Interval) -> bool:
    """Whether a lead is the difference of two returns, or what the one is on top of the other."""
    apart = one.minus(other)
    full = Interval(100.0, 100.0)
    over = full.plus(one).scaled(100).over(full.plus(other)) if other.low > -100 else None
    ways = [apart] if over is None else [apart, over.minus(full)]
    return any(own.meets(w) or own.meets(w.scaled(-1)) for w in ways)


def _unsigned(every: Sequence[Figure], signed: Sequence[tuple[Figure, Interval]]) -> list[Figure]:
    known = {f.id for f, _ in signed}
    return [f for f in every if f.id not in known]


def _signed(piece: Prose, figure: Figure) -> Interval | None:
    """A return with its sign; None where the words tell neither a rise nor a fall."""
    own, words = as_claim(figure), _clause(piece, figure)
    way = told(words).way
    if own is None or value_of(figure) is None or figure.comparator not in ("=", "~"):
        return None
    if way == "down" or _LOSS.search(words):
        return own.scaled(-1)
    return own if way == "up" or _GAIN.search(words) else None


def _clause(piece: Prose, figure: Figure) -> str:
    """The words before a number in its clause."""
    at = figure.anchor.start - piece.start
    return piece.text[clause_start(piece.text, at) : at]
