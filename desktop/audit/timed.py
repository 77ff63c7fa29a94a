"""What a table tells of one quantity at several times: its rows, columns, or cells under heads of one noun."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines_of_time import lines_of_time
from desktop.audit.sheet import Sheet
from desktop.audit.table_names import CHANGE, TOTAL, plain
from desktop.core.figure import Figure
from desktop.core.value import once, value

_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:年?[度末底初]?|学年|财年)(?!\d)")
_MONTH: Final = re.compile(r"((?:19|20)\d\d)年\d{1,2}月[末底初]?")
_BRACKETS: Final = re.compile(r"[（(][^）)]*[）)]")
_PART: Final = re.compile(r"月|季|半年|Q\d|H\d|周|旬")


@value
class Timed:
    """``name`` is that of its row or column, ``field`` the noun that the heads of its times share, if any.

    ``sheet`` is the key of its table; ``cells`` stand in the order of their times: years, or 1, 2, … where a table
    only says before and after.
    """

    name: str
    field: str
    cells: tuple[tuple[int, Figure], ...]
    dated: bool
    sheet: str
    partly: frozenset[int] = frozenset()  # years of which the table has a month only

    @property
    def unit(self) -> str:
        """The unit of its values."""
        return self.cells[0][1].unit

    @property
    def times(self) -> list[int]:
        """Its times in order."""
        return [t for t, _ in self.cells]

    def of(self, time: int) -> Figure | None:
        """The value of a time."""
        return next((f for t, f in self.cells if t == time), None)


@once
def timed(sheet: Sheet) -> tuple[Timed, ...]:
    """Every quantity of a table that it gives at two times at least."""
    labels = {r: y for r in sheet.rows if (y := _year(sheet.label(r)))}
    if len(labels) > 1:
        if len(set(labels.values())) < len(labels) or not all(
            r in labels or TOTAL.search(sheet.label(r)) for r in sheet.rows
        ):
            return ()
        partly = frozenset(y for r, y in labels.items() if "月" in sheet.label(r))
        made = [
            _made(
                sheet.key, _named(sheet.head(c)), "", {y: sheet.at(r, c) for r, y in labels.items()}, partly
            )
            for c in sheet.cols[1:]
            if not CHANGE.search(sheet.head(c))
        ]
        return tuple(m for m in made if m is not None)
    fields: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for c in sheet.cols[1:]:
        head = plain(sheet.head(c))
        found = _YEAR.search(head)
        if found is not None and not _PART.search(head) and not CHANGE.search(head):
            fields[_YEAR.sub("", head).strip("的")].setdefault(int(found[1]), c)
    known = {field: own for field, own in fields.items() if len(own) > 1}
    if not known:
        return _undated(sheet)
    made = [
        _made(sheet.key, _named(sheet.label(r)), field, {y: sheet.at(r, c) for y, c in own.items()})
        for field, own in known.items()
        for r in sheet.rows
    ]
    return tuple(m for m in made if m is not None)


def _undated(sheet: Sheet) -> tuple[Timed, ...]:
    return tuple(
        Timed(line.name, "", tuple((n, f) for n, (_, f) in enumerate(line.cells, 1)), False, sheet.key)
        for lines in lines_of_time(sheet)
        for line in lines.own.values()
        if not any(year for year, _ in line.cells)
    )


def _named(words: str) -> str:
    """A head or label without what stands in brackets; plain names have no blanks, English ones need them."""
    bare = _BRACKETS.sub("", words).strip()
    return bare if bare.isascii() else plain(words)


def _year(words: str) -> int:
    words = plain(words).strip()
    found = _YEAR.fullmatch(words) or _MONTH.fullmatch(words)
    return int(found[1]) if found is not None else 0


def _made(
    sheet: str, name: str, field: str, cells: dict[int, Figure | None], partly: frozenset[int] = frozenset()
) -> Timed | None:
    own = [
        (y, f)
        for y, f in sorted(cells.items())
        if f is not None and not f.is_date and f.role != "change" and value_of(f) is not None
    ]
    if len(own) < 2 or len(name) < 2 or not all(same_dimension(f.unit, own[0][1].unit) for _, f in own):
        return None
    return Timed(name, field, tuple(own), True, sheet, partly)
