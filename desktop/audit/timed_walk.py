"""What a paragraph has spoken of so far, clause by clause: which quantities of tables, and which of their values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from desktop.audit.interval import digits
from desktop.audit.spoken import Clause
from desktop.audit.telling import told
from desktop.audit.timed import Timed
from desktop.audit.timed_names import COMMON, best, runs_of
from desktop.audit.views import like_units
from desktop.audit.years_between import YEAR
from desktop.core.figure import Figure

DURATIONS: Final = ("year", "month", "day")
DID: Final = re.compile(r"[了出掉去多少高低贵增减添升降涨跌缩省宜][约近]?$")
_LIGHT: Final = frozenset("数半又再但和跟那赚底部还则却只有就都另才同仅光单该其它这也去")
_LEVELS: Final = ("level", "ratio", "threshold")


class Walk:
    """The quantities that the next clause goes on about where it names none; ``title`` is what the section is about.

    ``named`` is the sentence that named them last, ``year`` the year that was told last. Of the sentence so far,
    ``spoken`` are the values of quantities that it repeated, ``foreign`` the units of numbers that no table has.
    """

    def __init__(self, known: Sequence[Timed], title: str) -> None:
        """Nothing has been spoken of."""
        self.known, self._title = known, title
        self.lines: list[Timed] = []
        self.named = -1
        self.year = 0
        self.spoken: list[tuple[Timed, int]] = []
        self.foreign: set[str] = set()
        self._field = ""

    def name(self, words: str, sentence: int) -> set[str]:
        """Take up the quantities that words name, if any; return the runs of their names."""
        own, runs = self._meant(words)
        if own:
            self.lines, self.named = own, sentence
            fields = {o.field for o in own}
            self._field = fields.pop() if len(fields) == 1 else self._field
        return runs if own else set()

    def _meant(self, words: str) -> tuple[list[Timed], set[str]]:
        own, runs = best(self.known, words)
        every = {k.field for k in (own or self.known if self.lines else own) if k.field}
        fields = {f: own_runs for f in every if (own_runs := runs_of(f, words))}
        named = {run for own_runs in fields.values() for run in own_runs}
        if own:
            same = [o for o in own if o.field in fields] or [o for o in own if o.field == self._field != ""]
            return same or own, runs | named
        names = {line.name for line in self.lines}
        return [k for k in self.known if k.field in fields and k.name in names], named

    def go_on(self, clause: Clause, rest: str, size: Figure | None, *, named: bool) -> None:
        """Behind a clause with numbers; ``rest`` are its words without names, ``size`` a change that it told."""
        values = [f for f in clause.figures if f is not size and self._is_value(f)]
        if values or size is None:
            self._keep(values, rest, size, named=named)
        for figure in values:
            if self.lines and not DID.search(clause.before(figure)):
                self.spoken += [(k, t) for k in self.lines for t in times_of(k, figure)]
        if values and not self._hold(values):
            self.lines, self.named = [], -1  # what is told next is of those numbers
            self.foreign.update(f.unit for f in values)

    def _keep(self, values: Sequence[Figure], rest: str, size: Figure | None, *, named: bool) -> None:
        if self.lines and values and self._hold(values):
            self.lines = [k for k in self.lines if all(times_of(k, f) for f in values)] or self.lines
            return
        if (
            size is None
            and self.lines
            and not (named and rest.endswith("的|"))  # 这是一家电池厂四年的出货量
            and any(not self.explained(o) for o in told(YEAR.sub("", rest)).others)
        ):
            self.lines, self.named = [], -1  # something else is spoken of
        for figure in values if size is None and not named else ():
            own = [k for k in self.known if times_of(k, figure)]
            if len({(k.name, k.field) for k in own}) == 1:
                self.lines = own[:1]

    def _hold(self, values: Sequence[Figure]) -> bool:
        return all(any(times_of(k, f) for k in self.lines) for f in values)

    def _is_value(self, figure: Figure) -> bool:
        """Whether a figure may be a value: where no table has percentages, those are changes or shares."""
        if figure.role not in _LEVELS or figure.unit in DURATIONS:
            return False
        return figure.unit != "%" or any(k.unit == "%" for k in self.known)

    def _of_table(self) -> str:
        return "|".join({c.entity.zh for line in self.lines for _, c in line.cells})

    def explained(self, noun: str, *, wholly: bool = True) -> bool:
        """Whether a noun beside the name of a quantity is what the section or its table is about anyway.

        Beside a part of a name it may make another one of it: 海外收入 is no 营业收入.
        """
        if not wholly and self.lines and noun not in COMMON and not _LIGHT.issuperset(noun):
            return any(noun[i : i + 2] in self._of_table() for i in range(len(noun) - 1))
        if _LIGHT.issuperset(noun) or noun in COMMON:
            return True
        about = f"{self._title}|{self._of_table()}"
        return any(noun[i : i + 2] in about for i in range(len(noun) - 1))


def times_of(line: Timed, figure: Figure) -> list[int]:
    """The times of the value of a quantity that a figure repeats; several where it had it more than once."""
    if not like_units(line.unit, figure.unit):
        return []
    claim = digits(figure)
    if claim is None:
        return []
    return [t for t, cell in line.cells if (own := digits(cell)) is not None and own.meets(claim)]
