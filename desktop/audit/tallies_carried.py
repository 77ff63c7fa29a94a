"""What is left of an amount that the sentence before told: 总数是37,160元。已还12,000元，尚欠25,160元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.gap_words import explained, is_open, is_other, says_less
from desktop.audit.marks import SAME_TWO
from desktop.audit.passage_names import grams
from desktop.audit.passages import Passage, Told, alike
from desktop.audit.tally import Tally, tally_of
from desktop.audit.ways import Way, signed

_LEFT: Final = re.compile(r"剩|余|欠|[还尚仍]差|缺|结[余存]|趴|到手|口袋|落袋|净")
_GAP: Final = re.compile(r"窟窿|缺口|差额|亏空|结余|盈余")
_CHANGED: Final = re.compile(r"[升降涨跌增减][到至为成]")
_EACH: Final = re.compile(r"每(?![百千万1])|均|单价|目标")
_LEAST: Final = 3
_MOST: Final = 3  # amounts of the sentence before that may be meant


def of_carried(passage: Passage) -> Iterator[Tally]:
    """Every amount that what its sentence tells before it may leave of one of the sentence before."""
    if len(passage.sizes) < _LEAST or SAME_TWO not in passage.marks:
        return
    own = [t for t in passage.sizes if t.value > 0]
    for at, told in enumerate(own[2:], 2):
        if not says_less(told) or is_other(told, passage.clause(told)):
            continue
        same = [
            t for t in own[:at] if alike(t, told) and t.figure.role != "change" and not _EACH.search(t.lead)
        ]
        here = [t for t in same if t.sentence == told.sentence]
        back = [t for t in same if t.sentence == told.sentence - 1][-_MOST:]
        if not here or same[0] is here[0] or here[-1] is not own[at - 1]:
            continue
        if not _CHANGED.search(passage.text[here[0].end : told.start]):
            found = _named(passage, told, here, same) or _left(passage, told, here, back)
            if found is not None:
                yield found


def _named(passage: Passage, told: Told, here: Sequence[Told], same: Sequence[Told]) -> Tally | None:
    """A gap against what its words name: 票款4.29亿元与成本相抵，窟窿是11.3亿元."""
    if len(here) > 1 or not _GAP.search(told.lead):
        return None
    words = grams(passage.text[here[-1].end : told.start])
    named = next((t for t in reversed(same) if t not in here and grams(t.name) & words), None)
    if named is None:
        return None
    more, less = (named, here[0]) if named.value > here[0].value else (here[0], named)
    return tally_of(told, "rest", [signed([more.figure, less.figure], (1, -1))], sure=True)


def _left(passage: Passage, told: Told, here: Sequence[Told], back: Sequence[Told]) -> Tally | None:
    spent = sum(t.value for t in here)
    if len(here) > 1 and here[0].value > spent - here[0].value:
        return None  # it has its own whole (tallies_of)
    wholes = [t for t in reversed(back) if t.value > spent]
    ways: list[Way | None] = [
        signed([t.figure, *(h.figure for h in here)], (1, *(-1 for _ in here))) for t in wholes
    ]
    if len(here) == 1:
        ways += [
            signed([here[0].figure, t.figure], (1, -1)) for t in reversed(back) if t.value < here[0].value
        ]
    plain = _LEFT.search(told.lead) is not None and not is_open(told)
    sure = (
        plain
        and bool(wholes)
        and (len(back) == 1 or wholes[0] is back[-1])
        and explained(passage, told, wholes[0])
    )
    return tally_of(told, "rest", ways, sure=sure)
