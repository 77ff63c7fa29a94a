"""The amounts of a paragraph with the words that each is told with, so that a name can be found among them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from desktop.audit.lines import behind_last
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.value import once, value

CUT: Final = re.compile(r"[，,；;：:。！？!?\n、（）()]|——")
TIME: Final = re.compile(
    r"(?:19|20)\d\d|年(?![利化费薪租息产卡])|月(?![费租薪供卡均])|季|上期|同期|此前|之前|往|均|平时|去"
    r"|今|昨|前|后|初|末|原|预|计划|目标"
)
FILL: Final = re.compile(r"^(?:其中|而|但|却|则|因此|可见|也就是说|所以|于是|结果|反而|因而|可)+")
_LEAD: Final = re.compile(r"^.*(?:依次|分别|各自?|包括)(?:[是为有]|达)?")
_RATE: Final = re.compile(r"(?:[涨增升跌降]幅|增速|增长率)(?:为|是|达到?)?$")
_MOST: Final = 40  # amounts that are looked at
_REACH: Final = 40  # characters before an amount


@value
class Told:
    """An amount and the words that it is told with, back to the mark before it."""

    figure: Figure
    words: str


def values_before(piece: Prose, until: int) -> Sequence[Told]:
    """The values of a paragraph before a place, the last of many."""
    ends, every = _values(piece)
    at = bisect_right(ends, until)
    return every[max(0, at - _MOST) : at]


@once
def _values(piece: Prose) -> tuple[list[int], list[Told]]:
    told = [
        Told(f, words) for f in piece.figures if not f.is_date and _is_value(f, words := _words(piece, f))
    ]
    return [t.figure.anchor.end for t in told], told


def _is_value(figure: Figure, words: str) -> bool:
    """Whether an amount is a value; a rate that is named (涨幅20.5%) is one."""
    return figure.role in ("level", "ratio") or (figure.role == "change" and _RATE.search(words) is not None)


def _words(piece: Prose, figure: Figure) -> str:
    at = figure.anchor.start - piece.start
    words = behind_last(CUT, piece.text[max(0, at - _REACH) : at])
    return FILL.sub("", _LEAD.sub("", words)) if words else ""


def of_name(name: str, before: Sequence[Told]) -> Told | None:
    """The one amount that is told of a name; None where there are several, or a time or a comparison beside it."""
    name = name.rstrip("的")
    if len(name) < 2:
        return None
    found = [n for n in before if n.words.startswith(name) and "比" not in n.words]
    if len(found) != 1 or TIME.search(found[0].words.removeprefix(name)):
        return None
    return found[0]


def just_before(piece: Prose, before: Sequence[Told], start: int) -> Told | None:
    """The amount that a comparison without a name is of: the one told right before it in its sentence."""
    for n in reversed(before):
        if "比" in n.words or n.figure.role == "change":
            continue
        between = piece.text[n.figure.anchor.end - piece.start : start - piece.start]
        alone = not TIME.search(n.words) and not re.search(r"[。！？\n]", between)
        return n if alone else None
    return None
