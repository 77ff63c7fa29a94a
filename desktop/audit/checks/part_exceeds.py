"""A part that is more than the whole it is counted in: of 40 shops, 45 made a loss."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.scope import Prose
from desktop.audit.stated_change import is_change
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "part_exceeds"
_IN_IT: Final = re.compile(
    r"^[^，,。；\d]{0,12}(?<![高初集其居空在])(?:中|里头?|当中|之中)(?:[，,][^，,。；\d]{0,6}|(?:就|只|仅|便|约|还)?有[^，,。；\d]{0,4})$"
)
_ANY: Final = "count:个"  # of items and sub-items, which are not the same things
_COUNTED: Final = ("count:", "person", "month", "day", "week", "year")
SAID = Text(
    "文中说{0}之中有{1}，部分不可能多于整体。",
    "The text counts {1} among {0}; a part cannot exceed the whole.",
)


@check(KEY, "部分与整体", "a part and its whole", "prose", needs={"prose": ("中里",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold each count against the count that 里 or 中 makes its whole."""
    for sentence in piece.sentences:
        for whole, part in itertools.pairwise(sentence.amounts):
            if whole.unit != part.unit or whole.unit == _ANY or not whole.unit.startswith(_COUNTED):
                continue
            if not _plain(whole) or not _plain(part) or is_change(sentence, part):
                continue
            if not _IN_IT.match(sentence.between(whole, part)) or not _more(part, whole):
                continue
            said = SAID.format(stated(whole), stated(part))
            yield say.finding(
                KEY, "inconsistent", (part, whole), formula("{} > {}", bare(part), bare(whole)), said
            )


def _more(part: Figure, whole: Figure) -> bool:
    """Whether one count exceeds another: by its digits, or beyond what hedges allow."""
    if part.comparator == whole.comparator == "=":
        return (value_of(part) or 0.0) > (value_of(whole) or 0.0)
    own, most = as_claim(part), as_claim(whole)
    return own is not None and most is not None and own.low > most.high


def _plain(figure: Figure) -> bool:
    return figure.role == "level" and figure.comparator in ("=", "~")
