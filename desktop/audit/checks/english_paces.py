"""A pace told behind two counts of unequal time: 540 in the whole of 2021, 330 in half a year … 22% more a month."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit.amounts import formula, number, percent
from desktop.audit.change_words import EN_DOWN, EN_UP
from desktop.audit.check import Result, World, check
from desktop.audit.english_number import COUNTED, SHARE, Number, Told
from desktop.audit.english_numbers import english
from desktop.audit.english_told import passed, wrong
from desktop.audit.english_words import HEDGE, VALUE, count_of
from desktop.audit.scope import Prose
from desktop.core.text import Text

KEY: Final = "english_paces"
_SPEAKS: Final = re.compile(r"\b(?:month for month|per month|a month|monthly|by the month|the pace)\b", re.I)
_WINDOW: Final = re.compile(
    rf"(?P<n>{VALUE})(?: [a-z]+){{0,3}} (?:in|over|during|for) (?:the )?(?:(?P<year>(?:whole|full year"
    rf"|all) of|full year)"
    r"|(?:first|second|last) (?P<half>half)|(?:first|second|third|fourth|last|final) (?P<quarter>quarter)"
    r"|(?:first |last |next )?(?P<many>[a-z]+|\d+) months)",
    re.I,
)
_LEAD: Final = re.compile(
    rf"(?:that|this|it|which) (?:is|was|means|makes|made|works out at)(?: an? (?P<noun>[a-z]+) of)? {HEDGE}$"
    rf"|\b(?:an? )?(?P<also>[a-z]+) (?:of|by) {HEDGE}$"
)
_TAIL: Final = re.compile(r"^ (?P<way>more|fewer|less|higher|lower|up|down)\b")
_WIDE: Final = 0.02
WRONG: Final = Text(
    "{0}个月{1}、{2}个月{3}，折成每月是{4}和{5}，变化{6}，不是文中的{7}。",
    "{1} in {0} months and {3} in {2} months are {4} and {5} a month, a change of {6}, not {7} as the text says.",
)


@check(KEY, "英文的月均变化", "pace over two English sentences", "prose", needs={"prose": ("latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold the change of a pace against the two counts over unequal times in the sentence before."""
    if not _SPEAKS.search(piece.text):
        return
    every = english(piece)
    for n, told in enumerate(every[1:], 1):
        if not _SPEAKS.search(told.words):
            continue
        windows = _windows(every[n - 1])
        size = next((s for s in told.numbers if s.kind == SHARE), None)
        if len(windows) == 2 and size is not None and windows[0][1] != windows[1][1]:
            yield from _held(piece, told, size, windows)


def _windows(told: Told) -> list[tuple[Number, float]]:
    """The counts of a sentence, each with its months."""
    found = []
    for match in _WINDOW.finditer(told.marked):
        own = told.number(match["n"])
        months = (
            12.0
            if match["year"]
            else 6.0
            if match["half"]
            else 3.0
            if match["quarter"]
            else _many(match["many"])
        )
        if own.kind == COUNTED and months:
            found.append((own, months))
    return found


def _many(words: str) -> float:
    try:
        return float(count_of(words))
    except ValueError:
        return 0.0


def _held(piece: Prose, told: Told, size: Number, windows: list[tuple[Number, float]]) -> Iterator[Result]:
    (one, p), (other, q) = windows
    lead, tail = _LEAD.search(told.lead(size)), _TAIL.match(told.tail(size))
    word = (
        tail["way"] if tail is not None else (lead["noun"] or lead["also"] or "") if lead is not None else ""
    )
    way = 1 if word in EN_UP else -1 if word in EN_DOWN else 0
    if not way or not one.point:
        return
    first, last = one.point / p, other.point / q
    change = (last / first - 1) * 100
    shown = (number(p), one.shown, number(q), other.shown, number(first), number(last), percent(change))
    written = formula(
        "({} ÷ {}) ÷ ({} ÷ {}) − 1 = {}", other.shown, number(q), one.shown, number(p), percent(change)
    )
    wide = abs(change) * _WIDE + 0.5
    if size.low - wide <= change * way <= size.high + wide:
        yield from passed(KEY, (size, one, other), written)
    else:
        yield wrong(KEY, piece, (size, one, other), written, WRONG.format(*shown, size.shown), "pace")
