"""The part of a series that words speak of: 2021年以来, 2021年之后, 2022—2024年; and the series that prose tells."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from desktop.audit.grids import grids_in
from desktop.audit.scope import Section
from desktop.audit.series import Series

_SINCE: Final = re.compile(
    r"(?:自|从)?(?P<from>(?:19|20)\d\d)年?[末底]?(?:以来|之?后|以后|起|开始)[，,]?(?:则|都|就)?是?"
)
_SPAN: Final = re.compile(
    r"(?:从)?(?P<from>(?:19|20)\d\d)年?[末底]?\s*(?:至|到|—|–|-)+\s*(?P<to>(?:19|20)\d\d)年?[末底]?(?:间|期间)?"
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_HEAD: Final = re.compile(
    r"(?:19|20)\d\d年[末底]?|\d{1,2}月[末底]?|分别|依次|[为是有]|近?[两三四五六七八九十]年"
)
_LEAST: Final = 3


class Window(NamedTuple):
    """The first and the last year meant (0: open), and the words of a clause without them."""

    first: int
    last: int
    left: str

    def of(self, series: Series) -> Series | None:
        """The part of a series in it; None where the series is not of its years."""
        if not self.first:
            return series
        if self.first not in series.years or (self.last and self.last not in series.years):
            return None
        kept = tuple((y, f) for y, f in series.cells if self.first <= y <= (self.last or y))
        return Series(series.name, kept)


def window_of(clause: str) -> Window:
    """The years that a clause speaks of."""
    found = _SPAN.search(clause) or _SINCE.search(clause)
    if found is None:
        return Window(0, 0, clause)
    last = int(found["to"]) if found.re is _SPAN else 0
    return Window(int(found["from"]), last, clause[: found.start()] + clause[found.end() :])


def told_series(piece: Section, at: int) -> list[Series]:
    """The series that the paragraph at an offset tells year by year before it goes on about them."""
    line = next((p for p in piece.lines if p.start == piece.start + at), None)
    found = []
    for grid in grids_in(line) if line is not None else ():
        years = [int(m[0]) if (m := _YEAR.match(n)) else 0 for n in grid.names]
        if len(years) >= _LEAST and all(years) and years == sorted(set(years)):
            name = _HEAD.sub("", grid.topic.rpartition("，")[2] or grid.topic).strip("，, ：:的")
            cells = tuple(zip(years, grid.fields[0].cells.values(), strict=True))
            found += [Series(name, cells)] if len(name) > 1 else []
    return found
