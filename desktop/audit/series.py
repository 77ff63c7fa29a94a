"""The rows (or columns) of a table that give one quantity year by year, and which of them words speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import english, same_dimension
from desktop.audit.sheet import Sheet
from desktop.audit.table_names import plain
from desktop.audit.timed_names import COMMON
from desktop.core.figure import Figure
from desktop.core.value import once, value

_YEAR: Final = re.compile(
    r"^(?:FY)?((?:19|20)\d\d)(?:[-–/]\d\d(?:\d\d)?)?(?:年)?(?:末|底|年末|年底|全年|度|学年|财年|雪季"
    r"|赛季)?$"
)
_UNIT: Final = re.compile(r"\([^)]*\)|（[^）]*）")
_SPLIT: Final = re.compile(r"[，,；;：:。（(）)]")


@value
class Series:
    """``name`` as the table has it; the figure of each year."""

    name: str
    cells: tuple[tuple[int, Figure], ...]

    def of(self, year: int) -> Figure | None:
        """The value of a year."""
        return dict(self.cells).get(year)

    @property
    def years(self) -> list[int]:
        """The years in order."""
        return [y for y, _ in self.cells]

    def has(self, figure: Figure) -> bool:
        """Whether an amount is one of its values."""
        claim, units = as_claim(figure), {c.unit for _, c in self.cells}
        if claim is None or not any(same_dimension(u, figure.unit) for u in units):
            return False
        return any(
            (own := as_claim(c)) is not None and claim.meets(own) and same_dimension(c.unit, figure.unit)
            for _, c in self.cells
        )


@once
def series_of(sheet: Sheet) -> list[Series]:
    """The series of a table whose headers, or whose row labels, are years."""
    heads = {c: int(m[1]) for c in sheet.cols if (m := _YEAR.match(plain(sheet.head(c))))}
    labels = {r: int(m[1]) for r in sheet.rows if (m := _YEAR.match(plain(sheet.label(r))))}
    found: list[Series] = []
    if len(heads) >= 2 and len(set(heads.values())) == len(heads):
        for row in sheet.rows:
            found += _made(sheet.label(row), {y: sheet.at(row, c) for c, y in heads.items()})
    elif len(labels) >= 2 and len(set(labels.values())) == len(labels):
        for col in sheet.cols:
            found += _made(sheet.head(col), {y: sheet.at(r, col) for r, y in labels.items()})
    return found


def _made(name: str, cells: dict[int, Figure | None]) -> list[Series]:
    known = [
        (y, f)
        for y, f in sorted(cells.items())
        if f is not None and not f.is_date and f.role != "change" and value_of(f) is not None
    ]
    name = _UNIT.sub("", name).strip()
    name = name if name.isascii() else plain(name)
    return [Series(name, tuple(known))] if len(known) >= 2 and len(name) >= 2 else []


def meant(known: Sequence[Series], words: str) -> list[Series]:
    """The series that words name best, nearest to their end; none where two are named as well."""
    if not any(s.name.isascii() or any(map(words.__contains__, _pairs(s.name))) for s in known):
        return []
    for part in reversed(_SPLIT.split(words)):
        scored = [(_share(s.name, part), s) for s in known]
        most = max((n for n, _ in scored), default=0)
        if most:
            best = [s for n, s in scored if n == most]
            return best if len({s.name for s in best}) == 1 else []
    return []


def _share(name: str, words: str) -> int:
    """How many characters of a name words repeat in a run, or how many English words of it."""
    if name.isascii():
        own = english(name)
        return len(own) if own and own <= english(words) else 0
    if not any(map(words.__contains__, _pairs(name))):
        return 0  # as most are; a longer run has these in it
    if name in words:
        return len(name) + 1
    for size in range(len(name) - 1, 1, -1):
        runs = {name[i : i + size] for i in range(len(name) - size + 1)}
        if any(r in words for r in runs if r not in COMMON):
            return size + _more(name, words, size)
    return 0


@lru_cache(maxsize=5000)
def _pairs(name: str) -> tuple[str, ...]:
    return tuple(name[i : i + 2] for i in range(len(name) - 1))


def _more(name: str, words: str, size: int) -> int:
    """One more where both ends of a name stand in the words: 桥付易…余额."""
    return size if len(name) >= 4 and name[:2] in words and name[-2:] in words else 0
