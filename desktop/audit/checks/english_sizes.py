"""Sizes of change told behind their two values, in open English: they owed 6.0 billion, a drop of 75%.

The later value stands right before the size, the earlier in the same sentence, or it is the one value of that kind in
the sentence before. Whatever any two numbers around give acquits the size, in either direction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit.amounts import formula, number, percent, quote
from desktop.audit.change_words import EN_DOWN, EN_UP
from desktop.audit.check import Result, World, check
from desktop.audit.english_carried import carried
from desktop.audit.english_number import POINTS, SHARE, TIMES, Number, Told
from desktop.audit.english_numbers import english
from desktop.audit.english_reach import moved
from desktop.audit.english_sized import folds, turned
from desktop.audit.english_told import passed, wrong
from desktop.audit.english_words import HEDGE, TIMED
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.text import Text, same

KEY: Final = "english_sizes"
_WAY: Final = "|".join(sorted((EN_UP | EN_DOWN) - {"discount", "loss", "saving", "gain", "gains"}))
_JOIN: Final = (
    r"(?: (?!and\b|but\b|while\b|which\b|from\b|to\b|than\b|or\b|with\b)[a-z][a-z'’-]*){0,4}"
    rf"(?: (?:in|by|at the end of) {TIMED})?"
)
_LINK: Final = (
    r"(?:,| –| —| \(|;)? ?(?:(?:and|or|now|just|only|thus|that is|this is|which is|which was|which means|it is|still"
    r"|roughly|some|in other words|i\.e\.|meaning|a full),? )*"
)
_BEHIND: Final = re.compile(
    rf"^{_JOIN}{_LINK}(?:an? (?:[a-z]+ )?(?:{_WAY}) of|(?:up|down|off|higher|lower)(?: by)?|by"
    rf"|(?:{_WAY}) (?:of|by)) {HEDGE}$"
)
_BARE: Final = re.compile(rf"^{_JOIN}{_LINK}{HEDGE}$")
_THEN: Final = re.compile(
    r"^ (?:fewer|more|less|higher|lower|up|down|longer|shorter|cheaper|dearer)\b(?! than)"
)
_PACED: Final = re.compile(r"\b(?:monthly|weekly|daily|yearly|annual|annualised|average|half|quarter)\b")
_FOLDED: Final = re.compile(rf"^{_JOIN}{_LINK}$")
_OF_OTHER: Final = re.compile(
    r"^ (?:of|on|from|than|against|compared|versus|over|a|an|per|each|every|in|between|since|more than|less than|above"
    r"|below)\b(?! all\b| the period| time\b| real terms)"
)
_OF_OTHER_SIZE: Final = re.compile(
    r"^ (?:than|from|against|compared|versus|that of|those of|what|of (?:the|a|its) [a-z]+ of)\b"
)
CHANGE: Final = Text("从{0}到{1}是{2}，不是文中的{3}。", "From {0} to {1} is {2}, not {3} as the text says.")
FOLD: Final = Text("{1} ÷ {0} = {2}，与文中的{3}不符。", "{1} ÷ {0} = {2}, which is not {3}.")


@check(KEY, "英文的变化幅度", "sizes of change in English", "prose", needs={"prose": ("latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold sizes of change against the value right before them and the one that this came from."""
    every = english(piece)
    for n, told in enumerate(every):
        for size, own in _sizes(told):
            if any(_covers(piece, m.change, size) for m in piece.moves):
                continue
            base = _base(every[:n], told, own)
            if base is not None and base is not size:
                yield from _judged(piece, every[max(0, n - 2) : n], told, size, base, own)
        for size, own in turned(told):
            base = carried(every[:n], told, own)
            if base is not None:
                yield from _judged(piece, every[max(0, n - 2) : n], told, size, base, own)


def _sizes(told: Told) -> Iterator[tuple[Number, Number]]:
    """Each size of change, with the value that stands right before it."""
    for n, size in enumerate(told.numbers[1:], 1):
        own = told.numbers[n - 1]
        gap, tail = told.between(own, size), told.tail(size)
        if _PACED.search(gap):
            continue
        if size.kind not in (SHARE, POINTS) or own.kind in (POINTS, TIMES) or _OF_OTHER.match(tail):
            continue
        if _BEHIND.match(gap) or (_BARE.match(gap) and _THEN.match(tail)):
            yield size, own
    for fold in folds(told):
        before = [n for n in told.numbers if n.end <= fold.start]
        if not before or _OF_OTHER_SIZE.match(told.tail(fold)):
            continue
        gap = told.between(before[-1], fold)
        if before[-1].kind not in (POINTS, TIMES) and _FOLDED.match(gap):
            yield fold, before[-1]


def _covers(piece: Prose, change: Figure | None, size: Number) -> bool:
    """Whether a change that another check tests is that size."""
    at = change.anchor if change is not None else None
    return at is not None and at.start < piece.start + size.end and piece.start + size.start < at.end


def _base(earlier: Sequence[Told], told: Told, own: Number) -> Number | None:
    """The value that another came from: told before it in the sentence, or the only one that the one before has."""
    before = [n for n in told.numbers if n.end <= own.start and n.kind == own.kind and n.point > 0]
    if before:
        one = before[-1]
        gap = told.between(one, own)
        from_to = re.search(r"\bfrom (?:[a-z]+ ){0,2}$", told.lead(one, 30)) and re.match(
            r"^[^.;,]* to (?:[a-z]+ ){0,2}$", gap
        )
        dated = (
            len(before) == 1
            and re.match(rf"^[^.;]* in {TIMED}[^.;]*$", gap)
            and re.match(rf"^[^.;,]* in {TIMED}", told.tail(own))
        )
        return one if from_to or dated else None
    return carried(earlier, told, own)


def _judged(
    piece: Prose, earlier: Sequence[Told], told: Told, size: Number, base: Number, own: Number
) -> Iterator[Result]:
    far = [n for t in earlier for n in t.numbers]
    others = [n for n in (*far, *told.numbers) if n not in (size, base, own)]
    ratio = own.point / base.point if base.point else 0.0
    folded = size.kind == TIMES
    shown = number(ratio, 2) if folded else percent((ratio - 1) * 100)
    if own.kind == SHARE and not folded:
        shown = f"{number(own.point - base.point)}pp, {percent((ratio - 1) * 100)}"
    written = formula("{} → {} = {}", base.shown, own.shown, shown)
    if size.point <= 0 or not base.plain or not own.plain:
        return
    rise = told.words[: size.end - told.start].endswith("fold")
    if moved(size, base, own, others, change=not folded or rise, ratio=folded):
        yield from passed(KEY, (size, own, base), written)
        return
    if folded:
        said = FOLD.format(base.shown, own.shown, shown, quote(same(size.words)))
    else:
        said = CHANGE.format(base.shown, own.shown, shown, size.shown)
    yield wrong(KEY, piece, (size, own, base), written, said, "size")
