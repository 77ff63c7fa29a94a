"""What else of a table a number may be: another cell of its row, or worked out of two of its row or column."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit.interval import Interval, as_claim
from desktop.audit.keys import same_dimension
from desktop.audit.reading import TIMES
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure

_ADDS: Final = re.compile(r"合计|共|加|累计|总|年[间来里]|[两三四五六]年")
_TAKES: Final = re.compile(r"差|多|少|净|增|减|掉|去|[过比超]|年[间来里]|[两三四五六]年")
_DIVIDES: Final = re.compile(r"每|均|占|比|折|摊|单[店户件]|乘|除|率")
_END: Final = re.compile(r"[，,。；;\n]")
_CLAUSE: Final = 20  # characters
_CLEAR: Final = 3  # digits that do not agree by chance
_MOST: Final = 24  # cells of a row or column that are put together two by two


def is_other_cell(sheet: Sheet, cell: Figure, figure: Figure, sentence: str) -> bool:
    """Whether a figure that differs from a cell is another cell: of its row, or of another row that is named too."""
    claim = as_claim(figure)
    for other in _row(sheet, cell) if claim is not None else ():
        own = as_claim(other)
        if (
            own is not None
            and claim is not None
            and own.meets(claim)
            and same_dimension(other.unit.partition("/")[0], figure.unit.partition("/")[0])
        ):
            return True
    for other in _column(sheet, cell):
        label = sheet.label(other.row or 0).strip()
        own = as_claim(other)
        if (
            len(label) > 1
            and label in sentence
            and own is not None
            and claim is not None
            and own.meets(claim)
        ):
            return not label[:4].isdigit()
    return False


def is_told_before(earlier: Iterable[Figure], cell: Figure) -> bool:
    """Whether the sentence has told the cell already: 有8000间房，…，空置1920间 speaks of something else then."""
    own = as_claim(cell)
    return any(f.unit == cell.unit and not f.is_date and as_claim(f) == own for f in earlier)


def is_counted_behind(piece: Section, figure: Figure, cell: Figure) -> bool:
    """Whether the bare number of a cell is told right behind a count: 30轮只丢25球, under 失球."""
    if cell.unit or not figure.unit.startswith("count:"):
        return False
    behind = piece.text[figure.anchor.end - piece.start :][:_CLAUSE]
    clause = _END.split(behind, maxsplit=1)[0]
    return re.search(rf"(?<![\d.]){re.escape(cell.as_printed)}(?![\d.])", clause) is not None


def is_of_counted(piece: Section, sheet: Sheet, figure: Figure, cell: Figure) -> bool:
    """Whether the name of a row follows an amount of it that the row has not: 种了300亩小麦，亩产480公斤."""
    label, at = sheet.label(cell.row or 0).strip(), figure.anchor.start
    begin = piece.start + piece.sentence_start(at - piece.start)
    for one in piece.between(begin, at) if len(label) > 1 else ():
        if one.is_date or not one.unit or one.unit in ("%", *TIMES):
            continue
        if piece.text.startswith(label, one.anchor.end - piece.start):
            own = as_claim(one)
            return not any(own is not None and (c := as_claim(f)) is not None and c.meets(own)
                           for f in (cell, *_row(sheet, cell)))  # fmt: skip
    return False


def is_cell_elsewhere(sheets: Iterable[Sheet], figure: Figure) -> bool:
    """Whether a number of three digits or more is a cell of another table that may be meant."""
    claim = as_claim(figure)
    if claim is None or figure.low is None or len(figure.low.normalize().as_tuple().digits) < _CLEAR:
        return False
    return any(
        same_dimension(cell.unit, figure.unit) and (own := as_claim(cell)) is not None and own.meets(claim)
        for sheet in sheets
        for cell in sheet.figures
    )


def is_derived(sheet: Sheet, cell: Figure, figure: Figure, sentence: str) -> bool:
    """Whether a figure is a sum or difference of two cells of the column, or a quotient or product in the row.

    Each only where the words leave room for it: so much for each, in all, more than.
    """
    claim = as_claim(figure)
    own = sentence.replace(sheet.head(cell.col or 0).partition("（")[0], "")
    if claim is None:
        return False
    found: list[Interval] = []
    if _ADDS.search(own):
        found += _sums(_column(sheet, cell))
    if _TAKES.search(own):
        found += _gaps(_column(sheet, cell))
        found += _gaps([cell, *(f for f in _row(sheet, cell) if f.unit == cell.unit)])
    if _DIVIDES.search(own + figure.entity.zh):
        found += _quotients([cell, *_row(sheet, cell)])
    return any(f.meets(claim) for f in found)


def _sums(cells: list[Figure]) -> Iterator[Interval]:
    known = [own for c in cells[:_MOST] if (own := as_claim(c)) is not None]
    for one, other in itertools.combinations(known, 2):
        yield one.plus(other)
    if len(known) > 2:
        total = known[0]
        for one in known[1:]:
            total = total.plus(one)
            yield total


def _gaps(cells: list[Figure]) -> Iterator[Interval]:
    known = [own for c in cells[:_MOST] if (own := as_claim(c)) is not None]
    for one, other in itertools.permutations(known, 2):
        yield one.minus(other)


def _quotients(cells: list[Figure]) -> Iterator[Interval]:
    known = [own for c in cells[:_MOST] if (own := as_claim(c)) is not None and own.low > 0]
    for one, other in itertools.permutations(known, 2):
        found = one.over(other)
        if found is not None:
            yield found
            yield found.scaled(100.0)
    for one, other in itertools.combinations(known, 2):
        yield one.times(other)
        yield one.times(other).scaled(0.01)


def _row(sheet: Sheet, cell: Figure) -> list[Figure]:
    return [f for c in sheet.cols if (f := sheet.at(cell.row or 0, c)) is not None and f is not cell]


def _column(sheet: Sheet, cell: Figure) -> list[Figure]:
    return [f for r in sheet.rows if (f := sheet.at(r, cell.col or 0)) is not None]
