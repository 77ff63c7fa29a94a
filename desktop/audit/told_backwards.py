"""Multiples whose two values are told the later one first: 最多320人，平时80人，翻了两番; 8月120，是4月的1.5倍，4月80.

Nobody says 翻番 of a fall, and what *is* so many times another is the greater by that; where no *from* and *to* join
the two values, the order of the text says nothing.
"""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.compare import ratio
from desktop.audit.move import Move

_OF_LATER: Final = re.compile(r"(?:是|为|相当于|等于)[^，,。]{1,10}的(?:约|近)?$")


def in_order(move: Move) -> Move:
    """The move with the base first: turned about where its words show that the later value is told first."""
    change, found = move.change, ratio(move)
    if change is None or found is None:
        return move
    joined = move.after.change_from == move.before.id
    doubled = change.unit == "count:番" and found[1] < 1 and not joined
    return (
        move._replace(before=move.after, after=move.before)
        if doubled or _is_of_later(move, change.anchor.start) or (not joined and _is_dated_backwards(move))
        else move
    )


def _is_dated_backwards(move: Move) -> bool:
    """Whether the value told first is that of the later year: 2024年6480例，2021年只有1620例，增长了3倍."""
    first, second = move.before.period, move.after.period
    return (
        move.before.anchor.start < move.after.anchor.start
        and first is not None and second is not None
        and first.start is not None and second.start is not None
        and first.start > second.start
    )  # fmt: skip


def _is_of_later(move: Move, at: int) -> bool:
    """Whether a multiple stands between two values, as that of the second: 是4月的1.5倍，4月8000万."""
    between = move.before.anchor.end <= at < move.after.anchor.start
    return between and _OF_LATER.search(move.lead) is not None
