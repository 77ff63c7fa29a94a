"""Lists of "name: amount" entries, and the lines below them in which the entries are still meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.adding import added
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section
from desktop.core.figure import Figure
from desktop.core.value import once, value

_ITEM: Final = re.compile(
    r"[ \t]*(?:[-*•·]|\d{1,2}[.、)）]|[（(]\d{1,2}[）)])\s*(?P<label>[^：:，,。；\d]{2,24})[：:]"
)
TOTAL: Final = re.compile(
    r"(?:合计|总计|共计|合共|总共|一共|加起来|加在一起|合起来|相加|(?<!公)共)[^，,。；\d]{0,3}$"
)
NO_PARTS: Final = ("%", "permille", "pp", "bp", "times", "rank", "year", "month", "day", "age")
_LEAST: Final = 2  # entries, of which more make a list
_REACH: Final = 4  # lines below a list in which its entries are still meant


@value
class Listed:
    """The entries of a list with their labels, and the total told with it."""

    parts: tuple[tuple[str, Figure], ...]
    total: Figure | None = None

    def wholes(self) -> Iterator[tuple[Interval, float]]:
        """What the entries are of: the total, and their sum."""
        if self.total is not None:
            own, point = as_claim(self.total), value_of(self.total)
            if own is not None and point:
                yield own, point
        both = added([f for _, f in self.parts])
        if both is not None and both[1] > 0:
            yield both

    def named(self, who: str) -> Figure | None:
        """The one entry that words name, and nothing narrower."""
        found = [
            f for label, f in self.parts if len(who) > 1 and (label.startswith(who) or label.endswith(who))
        ]
        return found[0] if len(found) == 1 else None


@value
class Line:
    """A line below a list, or of no list: where it begins in the section, its amounts, and the list above."""

    start: int
    own: tuple[Figure, ...]
    above: Listed | None = None


@once
def lines_below(piece: Section) -> tuple[Line, ...]:
    """The lines of a section that are no entries, each with the list that it may speak of."""
    items: list[tuple[str, Figure]] = []
    above: Listed | None = None
    since = done = 0
    found: list[Line] = []
    for line in piece.lines:
        start = line.start - piece.start
        skipped = [words for words in piece.text[done:start].split("\n") if words.strip()]
        done = start + len(line.text)
        own = tuple(f for f in line.figures if not f.is_date)
        item = _ITEM.match(line.text) if len(own) == 1 else None
        if skipped:
            if len(items) > _LEAST:
                above, since = Listed(tuple(items)), 0
            items, since = [], since + len(skipped)
        if item is not None and own[0].unit not in NO_PARTS:
            items.append((item["label"], own[0]))
            continue
        if len(items) > _LEAST:
            above, since = Listed(tuple(items), _total(piece, own, items)), 0
        items, since = [], since + 1
        found.append(Line(start, own, above if since <= _REACH else None))
    return tuple(found)


def _total(piece: Section, own: Sequence[Figure], items: Sequence[tuple[str, Figure]]) -> Figure | None:
    """The total that the line below a list tells."""
    for figure in own:
        at = figure.anchor.start - piece.start
        if same_dimension(figure.unit, items[0][1].unit) and TOTAL.search(piece.text[max(0, at - 12) : at]):
            return figure
    return None
