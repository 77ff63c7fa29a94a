"""A part that is more than the whole it is counted in: of 40 shops, 45 made a loss."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim
from desktop.audit.moves import is_change
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "part_exceeds"
_IN_IT: Final = re.compile(
    r"^[^，,。；\d]{0,12}(?<![高初集其居空在])(?:中|里头?|当中|之中)[，,]?[^，,。；\d]{0,4}(?:有|是|占)?[^，,。；\d]{0,2}$"
)
_COUNTED: Final = ("count:", "person", "month", "day", "week", "year")
SAID = Text(
    "文中说{0}之中有{1}，部分不可能多于整体。",
    "The text counts {1} among {0}; a part cannot exceed the whole.",
)


@check(KEY, "部分与整体", "a part and its whole", "prose")
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold each count against the count that 里 or 中 makes its whole."""
    for sentence in piece.sentences:
        for whole, part in itertools.pairwise(sentence.amounts):
            if whole.unit != part.unit or not whole.unit.startswith(_COUNTED):
                continue
            if not _plain(whole) or not _plain(part) or is_change(sentence, part):
                continue
            own, most = as_claim(part), as_claim(whole)
            if (
                own is None
                or most is None
                or own.low <= most.high
                or not _IN_IT.match(sentence.between(whole, part))
            ):
                continue
            said = SAID.format(stated(whole), stated(part))
            yield say.finding(
                KEY, "inconsistent", (part, whole), formula("{} > {}", bare(part), bare(whole)), said
            )


def _plain(figure: Figure) -> bool:
    return figure.role == "level" and figure.comparator in ("=", "~")
