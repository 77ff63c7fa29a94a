"""What stands around a number in its line: what may bear it out, or what it may bear out itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from desktop.audit.interval import value_of
from desktop.audit.passages import RATES
from desktop.audit.ways import FOLD
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.finding import Finding

_STOP: Final = re.compile(r"[。！？\n]")
_FROM: Final = re.compile(r"[由从](?:[^，,。；由从\d]{0,12})$")
_OF_THEN: Final = re.compile(r"(?:[去上前今本]一?[年期月季届]|同期|\d年)[^，,。；\d]{0,8}的(?:约|近)?$")
_TO: Final = re.compile(r"\s*(?:[一逐]?[步路]?[增减提升下上扩缩涨跌降回][^，,。；\d]{0,4})?[到至为]")
_NOT: Final = RATES - {"%", FOLD, "month", "day", "hour", "times"}  # are no operands
_NEAR, _NEXT = 6, 3


class Beside(NamedTuple):
    """A number, what stands before it in its sentence and in those before it in its line, and what follows.

    ``starts`` is whether something moves from it to another, ``named`` whether words say at what time its whole is,
    ``line`` all numbers of the line up to its sentence's end, ``words`` those of the sentence before it.
    """

    claim: Figure
    before: Sequence[Figure]
    earlier: Sequence[Figure]
    after: Sequence[Figure]
    starts: bool
    named: bool
    used: tuple[str, ...]
    line: Sequence[Figure]
    words: str


def beside(claim: Figure, one: Finding, dossier: Dossier) -> Beside | None:
    """The neighbours of the number that a finding is raised on; None where its source is not known."""
    source = dossier.source(claim.anchor.source)
    if source is None:
        return None
    text, at = source.text, claim.anchor.start
    line = text.rfind("\n", 0, at) + 1
    begin = max((m.end() for m in _STOP.finditer(text, line, at)), default=line)
    stop = _STOP.search(text, claim.anchor.end)
    end = stop.start() if stop is not None else len(text)
    own = [
        f for f in dossier.figures
        if f.anchor.source == claim.anchor.source and line <= f.anchor.start < end
        and not f.is_date and not f.table and f.unit not in _NOT and value_of(f) is not None
    ]  # fmt: skip
    own.sort(key=lambda f: f.anchor.start)
    starts = _FROM.search(text[begin:at]) is not None and _TO.match(text, claim.anchor.end) is not None
    before = [f for f in own if begin <= f.anchor.start < at][-_NEAR:]
    earlier = [f for f in own if f.anchor.start < begin][-_NEAR:]
    named = _OF_THEN.search(text[begin:at]) is not None
    after = [f for f in own if f.anchor.start > at][:_NEXT]
    return Beside(claim, before, earlier, after, starts, named, one.items, own, text[begin:at])
