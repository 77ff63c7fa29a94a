"""Which table, column and cell of a new reading is which of the old one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from desktop.core.table import Cell, Table

Place = tuple[str, int | None, int | None]  # table, row, column
Places = dict[Place, Place]  # of a new cell -> of the old one
_KEYS: Final[tuple[Callable[[Table], Hashable], ...]] = (
    lambda t: t.anchor.quote,
    lambda t: (t.title.zh, *_words(t.header)),
    lambda t: tuple(_words(t.header)),
    lambda t: tuple(_labels(t)),
)


class Tables(NamedTuple):
    """``ids``: new id -> old id of tables, columns and cells."""

    ids: dict[str, str]
    places: Places


def match_tables(old: Iterable[Table], fresh: Iterable[Table]) -> Tables:
    """Pair tables by their text, their title and header, their header, or their first column; then their cells."""
    before, now = list(old), list(fresh)
    found = Tables({}, {})
    for key in _KEYS:
        groups: defaultdict[Hashable, list[Table]] = defaultdict(list)
        for table in before:
            groups[key(table)].append(table)
        for table in list(now):
            if groups[key(table)]:
                was = groups[key(table)].pop(0)
                before.remove(was)
                now.remove(table)
                found.ids[table.id] = was.id
                _match_cells(was, table, found)
    return found


def _match_cells(old: Table, fresh: Table, found: Tables) -> None:
    columns = _aligned(_words(old.header), _words(fresh.header))
    rows = {0: 0} | {f + 1: o + 1 for f, o in _aligned(_labels(old), _labels(fresh)).items()}
    by_col = {c.col: c.id for c in old.columns}
    found.ids.update((c.id, by_col[columns[c.col]]) for c in fresh.columns if columns.get(c.col) in by_col)
    for line in (fresh.header, *fresh.rows):
        for cell in line:
            if cell.row in rows and cell.col in columns:
                was = old.cell(rows[cell.row], columns[cell.col])
                if was is not None:
                    found.ids[cell.id] = was.id
                    found.places[fresh.id, cell.row, cell.col] = (old.id, was.row, was.col)


def _aligned(old: list[str], fresh: list[str]) -> dict[int, int]:
    """Return the old number of each new line that stayed; a changed one between two that stayed, if it is alone."""
    found: dict[int, int] = {}
    matcher = SequenceMatcher(None, old, fresh, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal" or (tag == "replace" and end - start == new_end - new_start):
            found |= dict(zip(range(new_start, new_end), range(start, end), strict=True))
    return found


def _labels(table: Table) -> list[str]:
    return [row[0].anchor.quote if row else "" for row in table.rows]


def _words(cells: tuple[Cell, ...]) -> list[str]:
    return [cell.anchor.quote for cell in cells]
