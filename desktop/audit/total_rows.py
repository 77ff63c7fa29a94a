"""Totals of the rows right above them, where one column shows which rows they are: 支出合计 below a row of income."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.adding import KEY, added, held
from desktop.audit.check import Result
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.sheet import Sheet
from desktop.audit.ways import allowed, signed
from desktop.audit.worked_told import written, wrong_of
from desktop.core.figure import Figure

_TOTAL: Final = re.compile(
    r"(?:合计|总计|共计|小计)(?:[（(:：].*)?$|^(?:total|sum)\b|\b(?:total|altogether)$", re.I
)
RATE: Final = re.compile(
    r"率|(?<![日月年周季])均(?!衡)|单[店车户机客台笔件人套份辆]|单位|单价|每(?![日天周月季年])|[人坪]效|价格|占比|比重|比例|份额|percent|rate|average|share|price|同比|环比|增|排名|rank",
    re.I,
)
_APART: Final = re.compile(r"(?:差额|差值|差距|差异|相差|两者[之的]?差)(?:[（(：:].*)?$")
_CLEAR: Final = 2  # digits of a total that is hardly given by chance
_LEAST: Final = 2  # rows that make a total


def is_total(label: str) -> bool:
    """Whether a row is called a total of something."""
    return _TOTAL.search(label.strip()) is not None


def is_rate(sheet: Sheet, col: int, total: Figure) -> bool:
    """Whether the total of a column is of rates or prices, which need not add up."""
    return total.unit in ("%", "permille", "pp", "times", "rank") or bool(RATE.search(sheet.head(col)))


def differences(sheet: Sheet) -> Iterator[Result]:
    """Hold a row that is called the difference against the two rows that are all there is above it."""
    rows = list(sheet.rows)
    if len(rows) != _LEAST + 1 or _APART.match(sheet.label(rows[-1]).strip()) is None:
        return
    for col in sheet.cols:
        told, one, other = (sheet.at(r, col) for r in (rows[-1], *rows[:-1]))
        if told is None or one is None or other is None or len({f.unit for f in (told, one, other)}) > 1:
            continue
        more, less = sorted((one, other), key=lambda f: value_of(f) or 0.0, reverse=True)
        way, own = signed((more, less), (1, -1)), allowed(told)
        if way is None or own is None or told.unit == "%":
            continue
        if own.meets(way.found):
            yield say.passed(KEY, (told, *way.inputs), written(way, told), rounded=True)
        else:
            yield wrong_of(KEY, told, way)


def totals_of_runs(sheet: Sheet, row: int, *, known: bool) -> Iterator[Result]:
    """Hold a row of totals against the run of rows above it that some column adds up.

    Where the totals are ``known`` as such, only rates are left to be held.
    """
    runs: dict[int, list[int]] = {}
    for col in sheet.cols:
        first = _run(sheet, row, col) if col else 0
        if first:
            runs.setdefault(first, []).append(col)
    if len(runs) != 1:
        return
    ((first, shown),) = runs.items()
    like = sheet.at(row, shown[0])
    for col in sheet.cols:
        total, parts = (
            _parts(sheet, first, row, col) if col and not RATE.search(sheet.head(col)) else (None, [])
        )
        if total is None or like is None or not parts or total.unit != like.unit:
            continue
        if not known or (is_rate(sheet, col, total) and value_of(total) != 100):
            yield from held(total, parts)


def _parts(sheet: Sheet, first: int, row: int, col: int) -> tuple[Figure | None, list[Figure]]:
    """A cell of the total and those of its run; none where one of them has no amount."""
    total, cells = sheet.at(row, col), [sheet.at(r, col) for r in range(first, row)]
    parts = [c for c in cells if c is not None]
    alike = total is not None and all(same_dimension(p.unit, total.unit) for p in parts)
    return total, parts if alike and len(parts) == len(cells) else []


def _run(sheet: Sheet, row: int, col: int) -> int:
    """The first of the rows right above a total that add up to it in a column; 0 where none do."""
    total = sheet.at(row, col)
    claim = as_claim(total) if total is not None else None
    if total is None or claim is None or len(re.sub(r"\D", "", total.as_printed).strip("0")) < _CLEAR:
        return 0
    for first in range(row - _LEAST, 0, -1):
        if is_total(sheet.label(first)):
            return 0
        _, parts = _parts(sheet, first, row, col)
        both = added(parts) if parts else None
        if both is None:
            return 0
        if claim.holds(both[1]) and abs(both[1]) >= max(abs(value_of(p) or 0.0) for p in parts):
            return first
    return 0
