"""Fines and other amounts told as a range, A以上B以下, against the ranges of a register entry."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result
from desktop.audit.interval import factor_of
from desktop.audit.provisions import dimension_of, provisions, shared_words
from desktop.audit.rule_told import KEY, called, told
from desktop.audit.scope import Rule
from desktop.core.figure import Figure
from desktop.core.finding import Passed
from desktop.core.policy import RegisterEntry
from desktop.core.text import Text
from desktop.core.verdict import VERDICTS

DIFFERS = Text(
    "文中说{0}的这一幅度是“{1}”，登记簿中该文件写的是{2}。",
    "The text gives the range in {0} as “{1}”; its register entry has {2}.",
)
_JOINED: Final = re.compile(r"\d\s*[万亿千百]*(?:元|倍|%)?\s*(?:[至～~—–-]|以上)\s*\d")
_SIGNS: Final = re.compile(r"[≥≤]\s*$")
_EMPTY: Final = re.compile(
    r"的?罚款|罚金|[为：:，\s]|货值金额的?|违法所得的?|\d[\d.,]*[万亿千百]*[元倍%]?|至"
)
_FINE: Final = re.compile(r"[罚赔]")
_SAME, _ON_IT = 1e-4, 2  # of a number; pairs of characters that a fine and a sentence share
_SURE: Final = 4  # pairs that are enough where neither end is the same
_BACK, _AHEAD = 60, 24  # characters around a range that tell what it is for
_MOST: Final = 3  # ranges that are as close and can be told together


class Span(NamedTuple):
    """A range of an entry: what for, its ends, their dimension, and its clause or clauses."""

    subject: str
    low: float
    high: float
    dimension: str
    words: Text


def ranges(rule: Rule, entry: RegisterEntry) -> Iterable[Result]:
    """Hold each range of a sentence against those of the entry: one with one end of another is that, misquoted."""
    if entry.confidence == "low":
        return
    for figure in rule.near:
        low, high = figure.low, figure.high
        if low is None or high is None or low == high or figure.is_date or figure.role == "change":
            continue
        behind = rule.words(figure.anchor.end, figure.anchor.end + 8)
        before = rule.words(max(rule.start, figure.anchor.start - _BACK), figure.anchor.start)
        if figure.anchor.start < rule.mention.anchor.start or not _FINE.search(before[-14:] + behind):
            continue
        known = [s for s in spans_of(entry) if s.dimension == dimension_of(figure)]
        yield from _held(
            rule, figure, before + rule.words(figure.anchor.end, figure.anchor.end + _AHEAD), known
        )


def _held(rule: Rule, figure: Figure, around: str, known: list[Span]) -> Iterator[Result]:
    by = factor_of(figure.unit)
    low, high = float(figure.low or 0) * by, float(figure.high or 0) * by
    same = [s for s in known if _is(s.low, low) and _is(s.high, high)]
    if same:
        yield Passed(KEY, (figure.id, rule.mention.id), VERDICTS["consistent"], same[0].words)
        return
    meant: list[tuple[int, bool, Span]] = []
    for span in known:
        subject, one = _EMPTY.sub("", span.subject), _is(span.low, low) or _is(span.high, high)
        shared = shared_words(subject, around)
        if shared >= (_ON_IT if one else _SURE) or (one and not subject and len(known) == 1):
            meant.append((shared, one, span))
    most = max(((n, one) for n, one, _ in meant), default=None)
    best = [s.words for n, one, s in meant if (n, one) == most]
    if not best or len(best) > _MOST:
        return
    listed = say.listed(best)
    said = DIFFERS.format(called(rule.mention), figure.anchor.quote, listed)
    yield told(
        rule,
        "differs",
        "requirement",
        formula("{} ≠ {}", quote(figure.anchor.quote), listed),
        said,
        (figure,),
    )


@lru_cache(maxsize=500)
def spans_of(entry: RegisterEntry) -> tuple[Span, ...]:
    """The ranges of the key numbers of an entry: told in one clause, or as a ≥ and a ≤ of one thing."""
    found: list[Span] = []
    known = provisions(entry)
    for one, other in itertools.pairwise(known):
        if one.dimension != other.dimension or one.number >= other.number:
            continue
        if one.words == other.words:
            if _JOINED.search(one.words.zh):
                found.append(Span(one.subject, one.number, other.number, one.dimension, one.words))
        elif one.sign == "≥" and other.sign == "≤" and _bare(one.subject) == _bare(other.subject):
            both = Text("{}；{}", "{}; {}").format(one.words, other.words)
            found.append(Span(one.subject, one.number, other.number, one.dimension, both))
    return tuple(found)


def _bare(subject: str) -> str:
    return _SIGNS.sub("", subject).strip()


def _is(one: float, other: float) -> bool:
    return abs(one - other) <= _SAME * abs(one)
