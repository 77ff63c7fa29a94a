"""The pieces of work a dossier is cut into; a piece that is equal after an edit is not checked again."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from desktop.audit.interval import value_of
from desktop.audit.lines import clause_start, lines
from desktop.audit.marks import NAMED, TABLE, marks_of, pairs_of
from desktop.audit.origins import Other
from desktop.audit.sentence import Sentence, sentences_of
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
    from desktop.audit.move import Move

_STOP: Final = re.compile(r"[。！？\n]")


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
        return sentences_of(self.start, self.text, self.figures)

    @kept
    def moves(self) -> tuple[Move, ...]:
        """The changes stated beside the values before and after."""
        from desktop.audit.moves import moves_in

        return tuple(moves_in(self))

    @kept
    def _owned(self) -> dict[str, list[Move]]:
        return by_owner(self.moves)

    @kept
    def moved(self) -> frozenset[str]:
        """The changes that some check tests beside the values before and after."""
        return frozenset(m.change.id for check, own in self._owned.items() if check for m in own if m.change)

    @kept
    def sized(self) -> frozenset[str]:
        """Those that can be of no other values; growth a year may be."""
        of_years = (m.change for m in self.moves_of("growth_chain"))
        return self.moved.difference(change.id for change in of_years if change is not None)

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
    """The text of a factor with its tables, as one piece; ``earlier`` are the tables of the sections before it.

    ``lines`` are the lines of its prose that have figures, without those of the factors below it; ``told`` are the
    enumerations of its sentences, read as tables.
    """

    key: str
    factor: Factor
    source: str
    start: int
    text: str
    figures: tuple[Figure, ...]
    sheets: tuple[Sheet, ...]
    earlier: tuple[Sheet, ...] = ()
    lines: tuple[Prose, ...] = ()
    told: tuple[Sheet, ...] = ()

    @kept
    def sized(self) -> frozenset[str]:
        """The changes of its prose that some check tests beside the values before and after."""
        return frozenset[str]().union(*(line.sized for line in self.lines))

    @kept
    def marks(self) -> frozenset[str]:
        """What a check may need (``marks.py``)."""
        own = marks_of(self.text, self.figures) | self.pairs
        if not (self.has_tables or self.told):
            return own
        from desktop.audit.mentions import mentions

        named = self.told or any(mentions(self, s) for s in (*self.sheets, *self.earlier))
        return own | ({TABLE, NAMED} if named else {TABLE})

    @kept
    def pairs(self) -> set[str]:
        """Every pair of neighbouring characters of its text."""
        return pairs_of(self.text)

    @kept
    def prose_lines(self) -> tuple[tuple[int, str], ...]:
        """Start and words of every line that is no row of a table."""
        found = ((start, self.text[start:end]) for start, end in lines(self.text))
        return tuple((start, line) for start, line in found if "|" not in line)

    @kept
    def plain_text(self) -> str:
        """Its text with blanks for the rows of tables."""
        if "|" not in self.text:
            return self.text
        return "\n".join(line if "|" not in line else " " * len(line) for line in self.text.split("\n"))

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
        return self.text[self.sentence_start(at) : at - len(self.clause(figure))]

    @kept
    def _sentences(self) -> list[int]:
        return [0, *(m.end() for m in _STOP.finditer(self.text))]

    def sentence_start(self, at: int) -> int:
        """Where the sentence that holds an offset into its text begins."""
        return self._sentences[bisect_right(self._sentences, at) - 1]

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
