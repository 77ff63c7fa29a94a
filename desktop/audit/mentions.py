"""Where the prose of a section names the lines of a table; most sentences name none, and are spared at once."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from desktop.audit.labels_of import label_of, rows_by_year
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.audit.short_names import short_names
from desktop.audit.table_names import plain
from desktop.audit.views import like_units
from desktop.audit.year_rows import year_of
from desktop.core.figure import Figure
from desktop.core.value import once

_SHORT: Final = 2  # characters, of which a name has as many at least


@once
def names_of(sheet: Sheet) -> frozenset[str]:
    """What the rows and columns of a table are called, with and without their years; of those of years, the years."""
    found: set[str] = set()
    for words in (*map(sheet.label, sheet.rows), *map(sheet.head, sheet.cols[1:])):
        label = label_of(words)
        found.update((label.year or label.plain, label.name, plain(words)))
    found.update(short_names(sheet))
    return frozenset(name for name in found if len(name) >= _SHORT)


def mentions(piece: Section, sheet: Sheet) -> list[int]:
    """Where the names of a table begin in the prose of a section, as offsets into its text, in order."""
    known = _known(piece)
    found = known.get(sheet.key)
    if found is None:
        found = known[sheet.key] = []
        text, pairs = piece.plain_text, piece.pairs
        for name in names_of(sheet):
            at = text.find(name) if name[:_SHORT] in pairs else -1
            while at >= 0:
                found.append(at)
                at = text.find(name, at + 1)
        found.sort()
    return found


def is_named(piece: Section, sheet: Sheet, start: int, end: int) -> bool:
    """Whether a name of a table begins between two offsets into the text of a section."""
    found = _known(piece).get(sheet.key)
    if found is None:
        found = mentions(piece, sheet)
    at = bisect_left(found, start)
    return at < len(found) and found[at] < end


def tables_meant(piece: Section, sheets: list[Sheet], figure: Figure, line: int, at: int) -> list[Sheet]:
    """The tables of which the sentence of a figure names a line, or as one of whose it was read."""
    found = []
    sentence, about = -1, ""
    for sheet in sheets:
        years = rows_by_year(sheet)
        if not years and sentence < 0:
            sentence = piece.sentence_start(at)
        if is_named(piece, sheet, line if years else sentence, at) or (years and year_of(figure) in years):
            found.append(sheet)
            continue
        about = about or f"{figure.entity.zh}|{figure.indicator.zh}"
        # a name may also be told in part: 拾光的, of 拾光工位
        if any(map(about.__contains__, names_of(sheet))) or piece.text[at - 1 : at] == "的":
            found.append(sheet)
    return found


def may_count(sheet: Sheet, unit: str) -> bool:
    """Whether any cell of a table may be counted as a figure is."""
    known = _units(sheet)
    if unit not in known:
        own = {cell.unit for cell in sheet.figures if not cell.is_date}
        known[unit] = any(like_units(one, unit) for one in own)
    return known[unit]


@once
def _units(_sheet: Sheet) -> dict[str, bool]:
    return {}


@once
def _known(_piece: Section) -> dict[str, list[int]]:
    return {}
