"""The pieces of work a dossier is cut into; a piece that is equal after an edit is not checked again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from desktop.audit.origins import Other
from desktop.audit.sentence import Sentence
from desktop.audit.wording import Said, sentences
from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.policy import PolicyMention, RegisterEntry
from desktop.core.span import Anchor
from desktop.core.table import Cell, Table
from desktop.core.value import value

if TYPE_CHECKING:
    from desktop.audit.moves import Move
    from desktop.audit.table_names import Names

_END: Final = re.compile(r"[。！？；;\n]|[!?](?=\s|$)|(?<=[^\d\s])\.(?=\s|$)|(?<=\d)\.(?=\s+[A-Z]|$)")


def _by_owner(moves: tuple[Move, ...]) -> dict[str, list[Move]]:
    """The moves by the check that tests them."""
    from desktop.audit.kinds_of_move import owner

    found: dict[str, list[Move]] = {}
    for move in moves:
        found.setdefault(owner(move), []).append(move)
    return found


@value
class Prose:
    """A paragraph, list entry or other line with figures that stand in no table."""

    key: str
    source: str
    start: int
    text: str
    figures: tuple[Figure, ...]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that hold figures, in order."""
        found, begin, at = [], 0, 0
        ends = [m.end() for m in _END.finditer(self.text)]
        if not ends or ends[-1] < len(self.text):
            ends.append(len(self.text))
        for end in ends:
            own = []
            while at < len(self.figures) and self.figures[at].anchor.start < self.start + end:
                own.append(self.figures[at])
                at += 1
            if own and own[-1].anchor.end > self.start + end:
                continue  # a figure that runs over the end: no sentence ends here
            if own:
                found.append(Sentence(self.start + begin, self.text[begin:end], tuple(own)))
            begin = end
        return tuple(found)

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """The changes stated beside the values before and after."""
        from desktop.audit.moves import moves_in

        return tuple(moves_in(self))

    @cached_property
    def _owned(self) -> dict[str, list[Move]]:
        return _by_owner(self.moves)

    def moves_of(self, check: str) -> Sequence[Move]:
        """The moves whose stated change a check tests; each is tested by one."""
        return self._owned.get(check, ())


@value
class Sheet:
    """A table with its figures."""

    key: str
    table: Table
    figures: tuple[Figure, ...]

    @cached_property
    def grid(self) -> dict[tuple[int, int], tuple[Figure, ...]]:
        """The figures of each cell."""
        found: dict[tuple[int, int], tuple[Figure, ...]] = {}
        for figure in self.figures:
            place = (figure.row or 0, figure.col or 0)
            found[place] = (*found.get(place, ()), figure)
        return found

    def at(self, row: int, col: int) -> Figure | None:
        """The one amount of a cell; None where there is none or more than one."""
        return self._amounts.get((row, col))

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """The changes stated beside the values before and after."""
        from desktop.audit.table_moves import moves_in_table

        return tuple(moves_in_table(self))

    @cached_property
    def _owned(self) -> dict[str, list[Move]]:
        return _by_owner(self.moves)

    def moves_of(self, check: str) -> Sequence[Move]:
        """The moves whose stated change a check tests; each is tested by one."""
        return self._owned.get(check, ())

    @cached_property
    def by_names(self) -> tuple[Names, ...]:
        """The table as it is read by the names of its rows, and by those of its columns."""
        from desktop.audit.table_names import readings

        return readings(self)

    @cached_property
    def _heads(self) -> tuple[str, ...]:
        return tuple(cell.text or "" for cell in self.table.header)

    @cached_property
    def _labels(self) -> tuple[str, ...]:
        return tuple(_words(line, 0) for line in self.table.rows)

    @cached_property
    def _amounts(self) -> dict[tuple[int, int], Figure]:
        """The amounts that stand alone in their cells."""
        found = {place: [f for f in own if not f.is_date] for place, own in self.grid.items()}
        return {place: own[0] for place, own in found.items() if len(own) == 1}

    def head(self, col: int) -> str:
        """The words of a header cell."""
        return self._heads[col] if 0 <= col < len(self._heads) else ""

    def label(self, row: int) -> str:
        """The words of the first cell of a row."""
        return self._labels[row - 1] if 0 < row <= len(self._labels) else ""

    def words(self, row: int, col: int) -> str:
        """The words of a cell."""
        return _words(self.table.rows[row - 1], col) if 0 < row <= len(self.table.rows) else ""

    @cached_property
    def rows(self) -> range:
        """The numbers of the body rows."""
        return range(1, len(self.table.rows) + 1)

    @cached_property
    def cols(self) -> range:
        """The numbers of the columns."""
        return range(max([len(self.table.header), *(len(r) for r in self.table.rows)], default=0))


def _words(line: tuple[Cell, ...], col: int) -> str:
    return (line[col].text or "") if 0 <= col < len(line) else ""


@value
class Group:
    """Figures that may be the same quantity: one indicator of one entity; ``others`` are of dossiers of that title."""

    key: str
    figures: tuple[Figure, ...]
    others: tuple[Other, ...] = ()


@value
class Rule:
    """A policy mention, what the register has of it, and the figures of its own sentence or row."""

    key: str
    mention: PolicyMention
    entry: RegisterEntry | None
    near: tuple[Figure, ...]
    assessed: bool


@value
class Section:
    """The text of a factor, as one piece; ``parts`` are the factors directly below it."""

    key: str
    factor: Factor
    source: str
    start: int
    text: str
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [f.anchor.start for f in self.figures]

    def anchor(self, start: int, end: int) -> Anchor:
        """The place of a passage, by offsets into the text of the section."""
        return Anchor(self.source, self.start + start, self.start + end, self.text[start:end])

    def between(self, start: int, end: int) -> tuple[Figure, ...]:
        """The figures that begin at or after ``start`` and before ``end``, offsets of the source."""
        return self.figures[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    @cached_property
    def _sheets(self) -> tuple[list[int], list[Sheet]]:
        own: dict[str, list[Figure]] = {}
        for figure in self.figures:
            if figure.table:
                own.setdefault(figure.table, []).append(figure)
        tables = sorted(self.tables, key=lambda t: t.anchor.start)
        return [t.anchor.start for t in tables], [Sheet(t.id, t, tuple(own.get(t.id, ()))) for t in tables]

    def near(self, offset: int) -> list[Sheet]:
        """The tables that a sentence at ``offset`` may speak of: two before it and two after."""
        starts, sheets = self._sheets
        at = bisect_left(starts, offset)
        return sheets[max(0, at - 2) : at + 2]


@value
class Whole:
    """The dossier."""

    key: str
    dossier: Dossier

    @cached_property
    def sentences(self) -> tuple[Said, ...]:
        """All sentences, in the order of the text; rows of tables are left out."""
        return sentences(self.dossier)


Piece = Prose | Sheet | Group | Rule | Section | Whole
