"""Which cell of a table a clause speaks of: by the number that it repeats, by the line that it names, or both."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Final

from desktop.audit.check import Result
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause, spoken
from desktop.audit.table_names import plain
from desktop.audit.views import View
from desktop.core.figure import Figure
from desktop.core.value import value

# 四家里, 在三者中: among whom something is the most
AMONG: Final = re.compile(
    r"(?:[也又却则而但算数是属只仅还]|在)*(?:这|全部|所有)?(?:(?:[两二三四五六七八九十\d]+|几|各"
    r"|同)(?:[家款种项条类者个店座所行品档站区线年城省县校馆院村队组季处批]+(?:之?[里中内间]|当中|来"
    r"|以来|间)?|[\u4e00-\u9fff]{1,3}(?:[里中]|当中)))(?:[也又都却则而算数是属为居只仅还]|的)*"
)
_COUNTED: Final = re.compile(r"(?P<n>[两二三四五六七八九十])[种项类个][\u4e00-\u9fff]{0,4}[中里]")
_START: Final = attrgetter("start")


@value
class Spot:
    """A line and a field of a table; ``figure`` is the number of the text that stands for the cell, if any."""

    view: View
    line: str
    field: int
    figure: Figure | None = None

    @property
    def has_rates(self) -> bool:
        """Whether the cells of the field are rates or changes, which the highest 录取率 may be of."""
        return any(c.unit == "%" or c.role == "change" for c in self.view.column(self.field).values())

    @property
    def cell(self) -> Figure:
        """The cell."""
        return self.view.column(self.field)[self.line]

    @property
    def unit(self) -> str:
        """The unit of the cell; that of the number in the text where the table leaves it out."""
        return self.cell.unit or (self.figure.unit if self.figure is not None else "")

    @property
    def head(self) -> str:
        """What the field is called."""
        return plain(self.view.fields[self.field])


def repeated(view: View, clause: Clause, figures: Sequence[Figure] | None = None) -> list[Spot]:
    """The cells whose numbers a clause repeats; of lines that it names, where it names any that has the number."""
    found = [
        Spot(view, line, field, figure)
        for figure in (clause.figures if figures is None else figures)
        for line, field in view.holders(figure)
    ]
    named = view.named(clause.text)
    return [s for s in found if s.line in named] or found


def clauses_before(piece: Section, clause: Clause, *, sentence: bool = True) -> Iterator[Clause]:
    """The clauses of its sentence (else of its line) before a clause, the nearest first."""
    every = spoken(piece)
    for at in range(bisect_left(every, clause.start, key=_START) - 1, -1, -1):
        other = every[at]
        if other.line != clause.line or (sentence and other.sentence != clause.sentence):
            return
        yield other


def meant(clause: Clause, spots: Sequence[Spot]) -> list[Spot]:
    """Those whose line the clause names, else the only one; none where it may be any of several lines."""
    named = [s for s in spots if s.line in s.view.named(clause.text)]
    return named or (list(spots) if len({s.line for s in spots}) == 1 else [])


def first_that_holds(judged: Iterable[tuple[Result, bool]]) -> Iterator[Result]:
    """What is said of a claim that may be of several cells: it is false only if it is false of each."""
    failed: Result | None = None
    for result, holds in judged:
        if holds:
            yield result
            return
        failed = failed or result
    if failed is not None:
        yield failed


def many_among(words: str) -> int:
    """How many things words count that something is the most of: 三种结果中最少的; 0 where they count none."""
    found = _COUNTED.search(words)
    return "一二三四五六七八九十".index(found["n"].replace("两", "二")) + 1 if found is not None else 0


def only_counts(figure: Figure) -> bool:
    """Whether a number only says among how many: 三家里."""
    return figure.unit.startswith("count:") and not re.search(r"[\d百千万亿]", figure.as_printed)
