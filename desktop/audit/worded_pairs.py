"""Two amounts of a paragraph that two names of one clause mean: 头春茶的价钱是夏茶的近六倍."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.scope import Prose
from desktop.audit.worded_values import FILL, Named, before, called, grams, named_values

_NOT: Final = re.compile(r"[占比较从由至到]|去年|上年|同期|此前|以前|年前|增|降|涨|跌|减")
_ROLES: Final = frozenset(("level", "ratio"))
_DIGIT: Final = re.compile(r"\d")
_FAR, _LISTED = 160, 8  # characters to an amount; between those of a list


def told_before(piece: Prose, at: int) -> list[Named]:
    """The plain amounts told not far before an offset of the source: no change, no limit, none of another time."""
    return [v for v in before(named_values(piece), at) if at - v.figure.anchor.end <= _FAR and _is_plain(v)]


def _is_plain(one: Named) -> bool:
    plain = one.figure.role in _ROLES and one.side is None and one.figure.comparator == "="
    return plain and not _NOT.search(one.words) and _DIGIT.search(one.figure.as_printed) is not None


def pairs(lead: str, rest: str, told: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    """Every two amounts of one unit of which the one name is of the one, and the other of the other."""
    for one in called(lead, [v for v in told if _is_named(lead, v)]):
        own = [v for v in told if v is not one and v.figure.unit == one.figure.unit]
        for other in called(rest, [v for v in own if _is_named(rest, v)]):
            mine, its = grams(lead) & grams(one.words), grams(rest) & grams(other.full)
            alone = len(own) == 1 or mine - grams(other.words)
            heads = _heads(one, other, own) or _heads(other, one, own)
            if its - grams(one.full) and alone and not heads:
                yield one, other


def _heads(one: Named, other: Named, own: Sequence[Named]) -> bool:
    """Whether further amounts follow at once that may have the same name: 华东电费1290元、场租968元."""
    end = one.figure.anchor.end
    return any(v is not other and 0 <= v.figure.anchor.start - end <= _LISTED for v in own)


def _is_named(words: str, one: Named) -> bool:
    """Whether most of a name stands among the words of an amount."""
    said = grams(FILL.sub("|", words))
    return 2 * len(said & grams(one.full)) >= len(said) > 0
