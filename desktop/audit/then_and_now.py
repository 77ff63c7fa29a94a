"""Two values of a sentence that words of time set apart: 两年前还有近28人，如今只有21人; 要143天，上年只要97天."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.interval import as_operand
from desktop.audit.marks import any_of
from desktop.audit.scope import Prose
from desktop.core.figure import Figure

_THEN: Final = re.compile(
    r"(?:上|去|前|一|两|三|几|十)年(?!均|化|期)|[上前]一年|年前|此前|原来|原先|当初|早先|以前|过去|起初|最初|曾|上[一个]?(?:季|月|期|赛季|学期|学年|周|届)"
    r"|同期|高峰时|before|earlier|last year|previous"
)
_NOW: Final = re.compile(
    r"如今|现在|眼下|目前|今年|当下|现已|已经?|只剩|本(?:赛季|学期|学年|届|周|季|月|年)|到了?(?:20)\d\d|now\b|today"
)
_MARK: Final = re.compile(r"[，,；;。：:（）()]")
_NOT: Final = re.compile(r"目标|预计|计划|行业|同行|全国|平均水平|上限|下限|红线|如果|若")
_STOP: Final = re.compile(r"[。！？\n]")
_LIGHT: Final = re.compile(r"[\s还只有仅要是为达到约近的也就才则都已平均了以]|\d")
_FAR: Final = 24
_ROLES: Final = ("level", "ratio")
_MAY: Final = any_of("年前此原当早过起最曾上同高 latin")
_NEAR: Final = 24  # characters from a word of time to its number


def then_and_now(piece: Prose) -> Iterator[tuple[Figure, Figure]]:
    """The value before and the value after, where a clause of the one tells that it is of before."""
    if not tells_then(piece):
        return
    amounts = [f for f in piece.figures if not f.is_date and f.unit != "year"]
    for one, other in itertools.pairwise(amounts):
        if one.unit != other.unit or one.role not in _ROLES or other.role not in _ROLES:
            continue
        gap = piece.text[one.anchor.end - piece.start : other.anchor.start - piece.start]
        if len(gap) > _FAR or _STOP.search(gap):
            continue
        first, second = _words(piece, one), _words(piece, other)
        a, b = as_operand(one), as_operand(other)
        if _NOT.search(first + second) or a is None or b is None or a.meets(b) or not _alike(first, second):
            continue
        was, then = bool(_THEN.search(first)), bool(_THEN.search(second))
        if was and not then and _NOW.search(second):
            yield one, other
        elif then and not was and not _NOW.search(second):
            yield other, one


def _words(piece: Prose, figure: Figure) -> str:
    """The words of a clause before a figure."""
    at = figure.anchor.start - piece.start
    return _MARK.split(piece.text[max(0, at - _NEAR) : at])[-1]


def _alike(first: str, second: str) -> bool:
    """Whether the two clauses can tell of one quantity: one has no noun of its own, or both have the same."""
    left, right = (_LIGHT.sub("", _THEN.sub("", _NOW.sub("", w))) for w in (first, second))
    return not left or not right or any(left[i : i + 2] in right for i in range(len(left) - 1))


def tells_then(piece: Prose) -> bool:
    """Whether a paragraph may set a value of now apart from one of before."""
    return (
        len(piece.figures) > 1 and not _MAY.isdisjoint(piece.marks) and _THEN.search(piece.text) is not None
    )


def said_of(piece: Prose, one: Figure, other: Figure) -> tuple[str, int]:
    """What two values are told of: the words of their sentence before the first of them, without those of time."""
    first = min(one.anchor.start, other.anchor.start) - piece.start
    begin = max((piece.text.rfind(mark, 0, first) for mark in "。！？；"), default=-1) + 1
    words = _THEN.sub("", _NOW.sub("", piece.text[begin:first]))
    return words, piece.start + begin
