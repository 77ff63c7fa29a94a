"""The pieces of work a dossier is cut into; a piece that is equal after an edit is not checked again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from desktop.audit.interval import value_of
from desktop.audit.lines import clause_start, lines, sentence_start
from desktop.audit.marks import TABLE, marks_of, pairs_of
from desktop.audit.origins import Other
from desktop.audit.sentence import Sentence
from desktop.audit.sheet import Sheet, by_owner
from desktop.audit.wording import Said, sentences
from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.policy import PolicyMention, RegisterEntry
from desktop.core.span import Anchor
from desktop.core.table import Table
from desktop.core.value import kept, value

if TYPE_CHECKING:
    from desktop.audit.moves import Move

_END: Final = re.compile(  # begins with all that it can begin with, which is found fastest
    r"[。！？；;\n!?.](?:(?<=[。！？；;\n])|(?<=[!?])(?=\s|$)|(?<=[^\d\s]\.)(?<!\bNo\.)(?=\s|$)|(?<=\d\.)(?=\s+[A-Z]|$))"
)


@value
class Prose:
    """A paragraph, list entry or other line with figures that stand in no table."""

    key: str
    source: str
    start: int
    text: str
    figures: tuple[Figure, ...]

    @kept
    def marks(self) -> frozenset[str]:
        """What a check may need (``marks.py``)."""
        return marks_of(self.text, self.figures)

    @kept
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

    @kept
    def moves(self) -> tuple[Move, ...]:
        """The changes stated beside the values before and after."""
        from desktop.audit.moves import moves_in

        return tuple(moves_in(self))

    @kept
    def _owned(self) -> dict[str, list[Move]]:
        return by_owner(self.moves)

    def moves_of(self, check: str) -> Sequence[Move]:
        """The moves whose stated change a check tests; each is tested by one."""
        return self._owned.get(check, ())


@value
class Group:
    """Figures that may be the same quantity: one indicator of one entity; ``others`` are of dossiers of that title."""

    key: str
    figures: tuple[Figure, ...]
    others: tuple[Other, ...] = ()


@value
class Rule:
    """A policy mention, what the register has of it, and the figures of its own sentence or row.

    ``text`` is that sentence, which begins at ``start``; in a table it is "", and ``row`` are the cells of the row.
    ``again`` marks a later sentence, in which the document is not named once more.
    """

    key: str
    mention: PolicyMention
    entry: RegisterEntry | None
    near: tuple[Figure, ...]
    assessed: bool
    text: str = ""
    start: int = 0
    row: tuple[str, ...] = ()
    again: bool = False

    def words(self, start: int, end: int) -> str:
        """The words of the sentence between two offsets of the source."""
        return self.text[max(0, start - self.start) : max(0, end - self.start)]


@value
class Section:
    """The text of a factor with its tables, as one piece; ``earlier`` are the tables of the sections before it."""

    key: str
    factor: Factor
    source: str
    start: int
    text: str
    figures: tuple[Figure, ...]
    sheets: tuple[Sheet, ...]
    earlier: tuple[Sheet, ...] = ()

    @kept
    def marks(self) -> frozenset[str]:
        """What a check may need (``marks.py``)."""
        own = marks_of(self.text, self.figures) | pairs_of(self.text)
        return own | {TABLE} if self.has_tables else own

    @kept
    def prose_lines(self) -> tuple[tuple[int, str], ...]:
        """Start and words of every line that is no row of a table."""
        found = ((start, self.text[start:end]) for start, end in lines(self.text))
        return tuple((start, line) for start, line in found if "|" not in line)

    @property
    def has_tables(self) -> bool:
        """Whether there is a table that its sentences may speak of."""
        return bool(self.sheets or self.earlier)

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its tables without their figures."""
        return tuple(s.table for s in self.sheets)

    @kept
    def amounts(self) -> tuple[Figure, ...]:
        """The figures of its sentences that state one number, dates left out."""
        return tuple(f for f in self.figures if not f.table and not f.is_date and value_of(f) is not None)

    @kept
    def _starts(self) -> list[int]:
        return [f.anchor.start for f in self.figures]

    def anchor(self, start: int, end: int) -> Anchor:
        """The place of a passage, by offsets into the text of the section."""
        return Anchor(self.source, self.start + start, self.start + end, self.text[start:end])

    def between(self, start: int, end: int) -> tuple[Figure, ...]:
        """The figures that begin at or after ``start`` and before ``end``, offsets of the source."""
        return self.figures[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    @kept
    def _placed(self) -> tuple[list[int], list[Sheet]]:
        sheets = sorted(self.sheets, key=lambda s: s.table.anchor.start)
        return [s.table.anchor.start for s in sheets], sheets

    @kept
    def _clauses(self) -> dict[str, str]:
        return {}

    def clause(self, figure: Figure) -> str:
        """The words before a figure in its clause."""
        known = self._clauses.get(figure.id)
        if known is None:
            at = figure.anchor.start - self.start
            known = self._clauses[figure.id] = self.text[clause_start(self.text, at) : at]
        return known

    def opening(self, figure: Figure) -> str:
        """The words of its sentence before the clause of a figure."""
        at = figure.anchor.start - self.start
        return self.text[sentence_start(self.text, at) : at - len(self.clause(figure))]

    def tables_before(self, offset: int) -> int:
        """How many of its tables stand before ``offset``."""
        return bisect_left(self._placed[0], offset)

    def near(self, offset: int) -> list[Sheet]:
        """The tables that a sentence at ``offset`` may speak of: two before it and two after."""
        at = self.tables_before(offset)
        return self._placed[1][max(0, at - 2) : at + 2]

    def around(self, offset: int) -> list[Sheet]:
        """The tables that a sentence at ``offset`` may speak of by their names: near ones, then those of before."""
        return [*self.near(offset), *self.earlier]


@value
class Whole:
    """The dossier."""

    key: str
    dossier: Dossier

    @kept
    def sentences(self) -> tuple[Said, ...]:
        """All sentences, in the order of the text; rows of tables are left out."""
        return sentences(self.dossier)


Piece = Prose | Sheet | Group | Rule | Section | Whole
