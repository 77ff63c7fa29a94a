"""The rows or columns of a table that give one quantity time by time: by years, months or quarters."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.interval import value_of
from desktop.audit.series import Series, series_of
from desktop.audit.sheet import Sheet
from desktop.audit.table_names import plain
from desktop.core.value import once

_UNIT: Final = re.compile(r"\([^)]*\)|（[^）]*）")
_MONTH: Final = re.compile(
    r"^(?:(?P<year>(?:19|20)\d\d)年?)?(?:(?P<month>\d{1,2})月份?|第?(?P<quarter>[一二三四])季度?|Q(?P<q>[1-4])|第(?P<n>[一二三四五六七八九十])[年月周期轮])?[末底]?$"
)
_QUARTERS: Final = dict(zip("一二三四", range(1, 5), strict=True))


@once
def time_rows(sheet: Sheet) -> list[Series]:
    """The series of a table whose headers, or whose row labels, are years, months or quarters in order."""
    found = series_of(sheet)
    heads = [(c, t) for c in sheet.cols if (t := _time(sheet.head(c)))]
    labels = [(r, t) for r in sheet.rows if (t := _time(sheet.label(r)))]
    most = max((len(s.cells) for s in found), default=2)
    if len(heads) > most and _in_order(heads):
        return [s for r in sheet.rows for s in _made(sheet, sheet.label(r), [(r, c) for c, _ in heads])]
    if len(labels) > most and _in_order(labels):
        return [s for c in sheet.cols for s in _made(sheet, sheet.head(c), [(r, c) for r, _ in labels])]
    return found


def _time(label: str) -> int:
    match = _MONTH.match(plain(label))
    if match is None or not label.strip():
        return 0
    part = int(match["month"] or 0) or 3 * (_QUARTERS.get(match["quarter"] or "", 0) or int(match["q"] or 0))
    part = part or ("一二三四五六七八九十".index(match["n"]) + 1 if match["n"] else 0)
    part = part or 12 * bool(match["year"])  # the end of a year
    return 12 * int(match["year"] or 0) + part


def _in_order(found: list[tuple[int, int]]) -> bool:
    times = [t for _, t in found]
    return times == sorted(set(times))


def _made(sheet: Sheet, label: str, places: list[tuple[int, int]]) -> list[Series]:
    """The series of some cells, counted through, where they are values."""
    cells = [f for r, c in places if (f := sheet.at(r, c)) is not None]
    known = [f for f in cells if not f.is_date and f.role != "change" and value_of(f) is not None]
    name = plain(_UNIT.sub("", label).strip())
    if len(known) != len(places) or len(name) < 2:
        return []
    return [Series(name, tuple(enumerate(known)))]
