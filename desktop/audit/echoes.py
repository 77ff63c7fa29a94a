"""The amounts of a dossier by what a slip of them shares with them, and what ties two that look alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import Final

from desktop.audit.interval import as_claim, value_of
from desktop.audit.told_number import REACH, Pages, Told, comes_back, dimension_of
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.value import kept

_MATES: Final = 12  # numbers of one sentence or row that may be told together
FEW: Final = 3  # digits, from which one that differs is more likely a slip than another number
_FAR: Final = 10.0  # times; from here on two numbers are no slip of the digits
_TENS: Final = (10.0, 100.0, 1e3, 1e4, 1e8)
_CROWD: Final = 60  # numbers from which on that one of them looks like another says nothing


class Echoes:
    """All amounts of a dossier, found by what a slip of them shares with them."""

    def __init__(self, dossier: Dossier) -> None:
        """Read the amounts that state one number, in the order of the text."""
        pages = Pages.of(dossier)
        amounts = [(f, v) for f in dossier.figures if not f.is_date and (v := value_of(f)) is not None]
        self.told = [Told(f, pages, v, n) for n, (f, v) in enumerate(amounts)]
        self._repeated = {v for v, many in Counter([v for _, v in amounts]).items() if many > 1}
        self._known: dict[str, defaultdict[str, list[Told]]] = {}
        for told in self.told:
            if comes_back(told.figure):
                known = self._known.setdefault(dimension_of(told.figure), defaultdict(list))
                for key in told.keys:
                    known[key].append(told)
        self._beside: dict[int, frozenset[float]] = {}
        self._around: dict[int, frozenset[float]] = {}

    @kept
    def _exact(self) -> Counter[tuple[str, float]]:
        """How many amounts have a value that more than one has, by their dimension."""
        return Counter([(dimension_of(t.figure), t.value) for t in self.told if t.value in self._repeated])

    @kept
    def _lines(self) -> dict[tuple[str, int, int], list[Told]]:
        """The amounts of each row and column of a table."""
        found: defaultdict[tuple[str, int, int], list[Told]] = defaultdict(list)
        for told in self.told:
            if (figure := told.figure).table:
                found[figure.table, figure.row or 0, -1].append(told)
                found[figure.table, -1, figure.col or 0].append(told)
        return found

    def alone(self, told: Told) -> bool:
        """Whether no other amount of the text has this value."""
        return told.value not in self._repeated or self._exact[dimension_of(told.figure), told.value] == 1

    def like(self, told: Told) -> list[tuple[str, Told]]:
        """The amounts that it may be a slip of, and how: "=" another scale, "~" digits about, "?" one other digit.

        Many numbers of two digits share one of them: there only one that is told as known can be meant.
        """
        found: list[tuple[str, Told]] = []
        every, own = self._known[dimension_of(told.figure)], told.value
        for key in told.keys if own > 0 else ():
            known = every[key]  # the amount itself is among them
            if not 1 < len(known) <= _CROWD:
                continue
            how = key[0]
            if how == "=":
                found += [(how, t) for t in known if t.value != own and _tens_apart(t.value, own)]
            elif how == "~" or told.size >= FEW or told.refers:
                least, most = own / _FAR, own * _FAR
                found += [(how, t) for t in known if least < t.value < most and t.value != own]
        return found

    def mates(self, told: Told) -> list[Figure]:
        """The other amounts of its sentence, or of its row and its column."""
        figure = told.figure
        if figure.table:
            row, column = (figure.table, figure.row or 0, -1), (figure.table, -1, figure.col or 0)
            found = self._lines[row] + self._lines[column]
        else:
            found = [*reversed(self._next(told, -1)), *self._next(told, 1)]
        return [t.figure for t in found if t is not told][:_MATES]

    def _next(self, told: Told, step: int) -> list[Told]:
        """The amounts of its sentence before it, or those behind it."""
        found: list[Told] = []
        source, at = told.figure.anchor.source, told.place + step
        while 0 <= at < len(self.told) and len(found) < _MATES:
            other = self.told[at]
            if other.figure.table or other.figure.anchor.source != source or other.start != told.start:
                break
            found.append(other)
            at += step
        return found

    def partners(self, told: Told, other: Told) -> bool:
        """Whether both stand beside an equal amount: from 63,000 to 22,500 here, 63,000 and 25,200 there."""
        near = self.beside(told)
        if not near:
            return False
        repeated = not near.isdisjoint(self._repeated)
        in_one_sentence = not other.figure.table and told.start == other.start
        return (repeated or in_one_sentence) and not near.isdisjoint(self._values_around(other))

    def _values_around(self, told: Told) -> frozenset[float]:
        """The amounts of its unit in its sentence, or in its row and its column."""
        known = self._around.get(told.place)
        if known is None:
            code = told.figure.unit
            own = [value_of(f) for f in self.mates(told) if f.unit == code]
            known = self._around[told.place] = frozenset(v for v in own if v is not None)
        return known

    def beside(self, told: Told) -> frozenset[float]:
        """The amounts of its unit right beside it, in a sentence."""
        known = self._beside.get(told.place)
        if known is None:
            at, code, near = told.figure.anchor.start, told.figure.unit, []
            for step in (-1, 1):
                place = told.place + step
                while 0 <= place < len(self.told):
                    other = self.told[place]
                    if abs(other.figure.anchor.start - at) >= 2 * REACH or other.figure.table:
                        break
                    if other.figure.unit == code and other.start == told.start:
                        near.append(other.value)
                    place += step
            known = self._beside[told.place] = frozenset(near)
        return known


def _tens_apart(one: float, other: float) -> bool:
    """Whether two numbers are a scale word apart."""
    times = max(one, other) / low if (low := min(one, other)) > 0 else 0.0
    return any(abs(times / t - 1) < 1e-9 for t in _TENS)


def worked_out(claim_of: Figure, sums: Sequence[Figure], any_way: Sequence[Figure]) -> bool:
    """Whether an amount is the sum or difference of two others of its kind, or worked out from two beside it."""
    claim = as_claim(claim_of)
    if claim is None:
        return True
    dimension = dimension_of(claim_of)
    like = [i for f in sums if dimension_of(f) == dimension and (i := as_claim(f)) is not None]
    if any(m.meets(claim) for a, b in combinations(like, 2) for m in (a.plus(b), a.minus(b), b.minus(a))):
        return True
    for one, other in combinations((f for f in any_way if f.unit != "year"), 2):
        x, y, kinds = as_claim(one), as_claim(other), (dimension_of(one), dimension_of(other))
        if x is None or y is None or kinds.count(dimension) == 2:
            continue
        if dimension in kinds:  # so much for each, so many times, a share of it
            made = [x.times(y), x.times(y).scaled(0.01), x.over(y) if kinds[0] == dimension else y.over(x)]
        elif kinds[0] == kinds[1]:
            made = [q.scaled(k) for q in (x.over(y), y.over(x)) if q is not None for k in (1, 100)]
        else:
            continue
        if any(m is not None and m.meets(claim) for m in made):
            return True
    return False
