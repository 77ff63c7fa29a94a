"""The amounts of a dossier by what a slip of them shares with them, and what ties two that look alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from desktop.audit.interval import as_claim, value_of
from desktop.audit.told_number import REACH, Told, comes_back, dimension_of, value_text
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.value import kept

_MATES: Final = 12  # numbers of one sentence or row that may be told together
_CROWD: Final = 60  # numbers from which on that one of them looks like another says nothing


class Echoes:
    """All amounts of a dossier, found by what a slip of them shares with them."""

    def __init__(self, dossier: Dossier) -> None:
        """Read the amounts that state one number."""
        texts = {s.id: s.text for s in dossier.sources}
        heads = {f.id: f.title.zh for f in dossier.factors}
        tables = {t.id: t for t in dossier.tables}
        self.told: list[Told] = []
        self._known: defaultdict[str, defaultdict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
        self._exact: defaultdict[tuple[str, str], int] = defaultdict(int)
        self._lines: defaultdict[tuple[str, int, int], list[Figure]] = defaultdict(list)
        self._beside: dict[str, frozenset[str]] = {}
        self._mates: dict[str, frozenset[str]] = {}
        for figure in dossier.figures:
            if figure.is_date or value_of(figure) is None:
                continue
            heading = heads.get(figure.factor, "")
            table = tables.get(figure.table)
            if table is not None:
                head = table.header[figure.col or 0].text if (figure.col or 0) < len(table.header) else ""
                row = table.rows[(figure.row or 1) - 1] if (figure.row or 1) <= len(table.rows) else ()
                heading = f"{head}|{row[0].text if row else ''}|{table.title.zh}"
                self._lines[figure.table, figure.row or 0, -1].append(figure)
                self._lines[figure.table, -1, figure.col or 0].append(figure)
            told = Told(figure, texts.get(figure.anchor.source, ""), heading)
            self.told.append(told)
            if not figure.table:
                self._lines[figure.anchor.source, told.start, 0].append(figure)
            dimension = dimension_of(figure)
            self._exact[dimension, value_text(figure)] += 1
            if comes_back(figure):
                known = self._known[dimension]
                for key in told.keys:
                    known[key].append(told)

    def alone(self, told: Told) -> bool:
        """Whether no other amount of the text has this value."""
        return self._exact[dimension_of(told.figure), value_text(told.figure)] == 1

    def like(self, told: Told) -> Iterator[tuple[str, Told]]:
        """The amounts that it may be a slip of, and how: "=" another scale, "~" digits about, "?" one other digit."""
        of_dimension, own = self._known[dimension_of(told.figure)], told.value
        for key in told.keys:
            known = of_dimension[key]  # the amount itself is among them
            if 1 < len(known) <= _CROWD:
                how = key[0]
                for other in known:
                    if other.value != own:
                        yield how, other

    def mates(self, told: Told) -> list[Figure]:
        """The other amounts of its sentence, or of its row and its column."""
        figure = told.figure
        if figure.table:
            found = (
                self._lines[figure.table, figure.row or 0, -1]
                + self._lines[figure.table, -1, figure.col or 0]
            )
        else:
            found = self._lines[figure.anchor.source, told.start, 0]
        return [f for f in found if f is not figure][:_MATES]

    def partners(self, told: Told, other: Told) -> bool:
        """Whether both stand beside an equal amount: from 63,000 to 22,500 here, 63,000 and 25,200 there."""
        near = self.beside(told)
        if not near or near.isdisjoint(self._around(other)):
            return False
        in_one_sentence = not other.figure.table and told.start == other.start
        return in_one_sentence or not near.isdisjoint(self._repeated)

    def _around(self, told: Told) -> frozenset[str]:
        """The amounts of its unit in its sentence, or in its row and its column."""
        known = self._mates.get(told.figure.id)
        if known is None:
            unit_ = told.figure.unit
            known = frozenset(value_text(f) for f in self.mates(told) if f.unit == unit_)
            self._mates[told.figure.id] = known
        return known

    @kept
    def _repeated(self) -> frozenset[str]:
        """The values that more than one amount has."""
        counts = Counter(value_text(t.figure) for t in self.told)
        return frozenset(number for number, many in counts.items() if many > 1)

    def beside(self, told: Told) -> frozenset[str]:
        """The amounts of its unit right beside it."""
        known = self._beside.get(told.figure.id)
        if known is None:
            unit_, at = told.figure.unit, told.figure.anchor.start
            near = [f for f in self.mates(told) if f.unit == unit_ and abs(f.anchor.start - at) < 2 * REACH]
            known = self._beside[told.figure.id] = frozenset(map(value_text, near))
        return known


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
