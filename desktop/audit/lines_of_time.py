"""The lines of a table whose fields are times: each quantity with its values in the order of their times."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.keys import same_dimension
from desktop.audit.sheet import Sheet
from desktop.audit.views import View, both_ways
from desktop.core.figure import Figure
from desktop.core.value import once, value

_TIME: Final = re.compile(
    r"(?P<year>(?:19|20)\d\d)|[之]?[前后]$|[前后](?=[（(])|^[调改整升旧新原现初当目期]|季度|半年|\d月|before|after",
    re.I,
)


@value
class Line:
    """The values of a line in the order of their times."""

    name: str
    cells: tuple[tuple[str, Figure], ...]


@value
class Lines:
    """The lines of a table along its times, and a pattern of their names."""

    own: dict[str, Line]
    pattern: re.Pattern[str]

    def named(self, words: str) -> list[str]:
        """The lines that words name."""
        return list(dict.fromkeys(self.pattern.findall(words)))


@once
def lines_of_time(sheet: Sheet) -> tuple[Lines, ...]:
    """The lines of a table whose fields are times, two at least, by rows and by columns."""
    return tuple(made for view in both_ways(sheet) if (made := _along(view)) is not None)


def _along(view: View) -> Lines | None:
    sheet = view.sheet
    heads = (
        {r: sheet.label(r) for r in sheet.rows}
        if view.across
        else {c: sheet.head(c) for c in sheet.cols if c}
    )
    times = {f: m for f, head in heads.items() if (m := _TIME.search(head.strip()))}
    if len(times) < 2 or len(times) < len(heads) - 1:
        return None
    rests = {re.sub(r"(?:19|20)\d\d年?[末底]?", "", heads[f]) for f in times}
    dated = all(m["year"] for m in times.values())
    if dated and len(rests) > 1:
        return None
    order = sorted(times, key=lambda f: times[f]["year"]) if dated else sorted(times)
    found = {}
    for name in view.lines:
        own = [
            (times[f]["year"] or "", c)
            for f in order
            if (c := view.cell(name, f)) is not None and c.role != "change"
        ]
        if len(own) > 1 and all(same_dimension(c.unit, own[0][1].unit) for _, c in own):
            found[name] = Line(name, tuple(own))
    names = sorted(view.lines, key=len, reverse=True)
    return Lines(found, re.compile("|".join(map(re.escape, names)))) if found else None
