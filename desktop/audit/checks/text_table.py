"""Text against table: a number in a sentence that speaks of one cell of a table nearby must be that cell's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section, Sheet
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "text_table"
_OTHER: Final = re.compile(
    r"新增|增加|减少|净|差距?|多|少|高出|低于|高于|超过|累计|其中|约占|缩减|下降|上升|增长|以上|"
    r"目标|预计|计划|more than|less than|added|gap|target",
    re.I,
)
_REST: Final = re.compile(
    r"其余|其他|其它|之外|以外|除了|除去|excluding|other than", re.I
)  # all rows but the named one
_CUT: Final = re.compile(r"[，。；,;：:\n！？]")
_NOISE: Final = re.compile(r"[（(][^）)]*[）)]|\s")
WRONG = Text(
    "文字写{0}，表格中{1}行{2}列是{3}。", "The text says {0}; the table has {3} in the row {1}, column {2}."
)


@check(KEY, "文字与表格", "text and table", "section")
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Compare the numbers of a section's sentences with the cells of its tables that they name."""
    if not piece.tables:
        return
    for figure in piece.figures:
        if figure.table or figure.is_date or figure.role not in ("level", "ratio"):
            continue
        clause = _clause(piece, figure)
        for sheet in piece.near(figure.anchor.start):
            cell = _cell(sheet, figure, clause)
            if cell is not None:
                yield _held(figure, cell, sheet)


def _clause(piece: Section, figure: Figure) -> str:
    """The words before a figure in its clause, and its entity and indicator."""
    start = figure.anchor.start - piece.start
    before = piece.text[max(0, start - 60) : max(0, start)]
    parts = _CUT.split(before)
    own = parts[-1]
    if (
        len(own) < 4
        and len(parts) > 1
        and not re.search(r"\d", parts[-2])
        and not before.endswith(("。", "\n"))
    ):
        own = parts[-2] + own
    return own


@lru_cache(maxsize=5000)
def _plain(name: str) -> str:
    return _NOISE.sub("", name)


def _cell(sheet: Sheet, figure: Figure, clause: str) -> Figure | None:
    if len(clause) < 2 or _OTHER.search(clause[-10:]):
        return None
    about = f"{clause}|{figure.entity.zh}|{figure.indicator.zh}"
    year = figure.period.text[:4] if figure.period is not None else ""
    rows = [r for r in sheet.rows if _named(sheet.label(r), about, year)]
    if len(rows) != 1 or (_REST.search(about) and not _REST.search(sheet.label(rows[0]))):
        return None
    found = []
    for col in sheet.cols:
        cell = sheet.at(rows[0], col)
        if cell is None or cell.role == "change" or not _comparable(cell, figure):
            continue
        found.append((_named(sheet.head(col), about, year), col, cell))
    named = [cell for hit, _, cell in found if hit]
    if len(named) == 1:
        return named[0]
    if not figure.unit:
        return None  # a bare number under a header that the clause does not name
    row_is_year = bool(re.search(r"(?:19|20)\d\d", sheet.label(rows[0])))
    return (
        found[0][2]
        if len(found) == 1 and not named and not row_is_year and len(_plain(sheet.label(rows[0]))) >= 2
        else None
    )


def _comparable(cell: Figure, figure: Figure) -> bool:
    """A bare number under a header may be a count of anything that the text counts."""
    return same_dimension(cell.unit, figure.unit) or (not cell.unit and figure.unit.startswith("count:"))


def _named(words: str, about: str, year: str) -> bool:
    """Whether a label stands in a clause: as a whole, or, of a year, as the year the figure is of."""
    name = _plain(words)
    found = re.fullmatch(r"(?:FY)?((?:19|20)\d\d)年?(.*)", name)
    if found:
        rest = found[2]
        return found[1] == year and (not rest or rest in about)
    return len(name) >= 2 and name in about


def _held(figure: Figure, cell: Figure, sheet: Sheet) -> Result:
    claim, own = as_claim(figure), as_claim(cell)
    if claim is None or own is None or claim.meets(own):
        return say.passed(KEY, (figure, cell), formula("{} = {}", stated(figure), bare(cell)))
    row, col = quote(_plain(sheet.label(cell.row or 0))), quote(_plain(sheet.head(cell.col or 0)))
    said = WRONG.format(stated(figure), row, col, bare(cell))
    written = formula("{} ≠ {}", bare(figure), bare(cell))
    return say.finding(KEY, "inconsistent", (figure, cell), written, said)
