"""What an English sentence tells of a row of a table, or of two: In 2021 the hotel sold 75,000 rooms.

The row is named (a year, a month, a name), the column by the words of its head, or by holding the number elsewhere.
Any other cell of the row, and whatever two cells of the column give, acquits.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit.amounts import bare, formula, quote
from desktop.audit.change_words import EN_DOWN, EN_UP
from desktop.audit.check import Result, World, check
from desktop.audit.english_grid import Column, Grid, grid
from desktop.audit.english_number import COUNTED, POINTS, SHARE, TIMES, Number, Told
from desktop.audit.english_numbers import CHINESE, english
from desktop.audit.english_reach import changes
from desktop.audit.english_told import passed, wrong
from desktop.audit.english_words import HEDGE
from desktop.audit.marks import LATIN
from desktop.audit.scope import Prose, Section
from desktop.core.text import Text, same

KEY: Final = "english_cells"
_UP: Final = EN_UP | frozenset(("larger", "bigger", "greater", "longer", "dearer", "busier"))
_DOWN: Final = EN_DOWN | frozenset(("smaller", "cheaper", "shorter", "quieter"))
_NO_LEVEL: Final = re.compile(
    rf"\b(?:by|from|to|than|over|another|further|extra|additional|gap|difference|sum|total|average|of|plus|minus|every"
    rf"|each|next|last|first|top|under|below|above|about|between|and|some|or|{'|'.join(sorted(EN_UP | EN_DOWN))})\s*$"
)
_NO_TAIL: Final = re.compile(
    r"^ ?(?:more|less|fewer|higher|lower|of (?!it|them)|to\b|than|above|below|each|per|a (?:head|day|week"
    r"|month|year)|apart|later"
    r"|earlier|years?|months?|times|percentage|points)\b"
)
_IS: Final = re.compile(r"\b(?:was|were|is|are|stood at|reached|came to|ran at) (?:only |just )?$")
_AGO: Final = re.compile(
    r"\b(?:ago|last (?:year|month|season)|a year earlier|previously|formerly|used to)\b", re.I
)
_NEAR: Final = 80  # characters from the name of a row to its number
_AT: Final = re.compile(rf"^[^.;]*?,? (?:at|with) (?:just |only )?{HEDGE}$")
_THAN: Final = re.compile(
    r"\b(?P<adj>[a-z]+) in (?:the )?(?P<a>[A-Za-z0-9]+) than (?:in )?(?P<b>[A-Za-z0-9]+)\b"
)
CELL: Final = Text("文中{1}写{0}，表格中是{2}。", "The text says {0} for {1}; the table has {2}.")
TURNED: Final = Text(
    "文中说{0}，但表中{1}是{2}，{3}是{4}。",
    "The text says {0}, but the table has {2} for {1} and {4} for {3}.",
)


@check(
    KEY, "英文句与表格的格", "English sentences and cells", "section", needs={"section": ("table", "latin")}
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold the numbers that sentences give of a named row against its cells, and two named rows against each other."""
    for prose in piece.lines:
        if LATIN not in prose.marks or CHINESE.search(prose.text):
            continue
        known = [g for s in piece.around(prose.start) if (g := grid(s)) is not None]
        if not known:
            continue
        for told in english(prose):
            for table in known:
                rows = table.rows_in(told.words)
                if len(rows) == 1:
                    yield from _cell(prose, told, table, rows[0])
        for match in _THAN.finditer(prose.text):
            for table in known:
                yield from _order(prose, match, table)


def _cell(prose: Prose, told: Told, table: Grid, row: int) -> Iterator[Result]:
    if _AGO.search(told.words):
        return  # a table tells of now
    for own in told.numbers:
        if (
            not own.plain or own.kind in (POINTS, TIMES) or _NO_LEVEL.search(told.lead(own))
            or _NO_TAIL.match(told.tail(own)) or sum(n.kind == own.kind for n in told.numbers) > 1
        ):  # fmt: skip
            continue
        place = told.words.lower().find(table.labels[row].lower())
        if abs(own.start - told.start - place) > _NEAR or re.search(r"['’]s ?$", told.lead(own)):
            continue
        columns = [c for c in table.columns if c.kind == own.kind]
        if any(c.has(row, own) for c in table.columns) or not columns:
            continue
        named = [c for c in columns if c.named(told.words, own)]
        at = _AT.match(told.words[: own.start - told.start]) is not None
        held = [c for c in columns if c.anywhere(own)]
        if len(named) == 1 and (own.kind != SHARE or at or held or _IS.search(told.lead(own))):
            column = named[0]
        elif not named and at and len(held) == 1:
            column = held[0]
        else:
            continue
        cell = column.cells.get(row)
        if cell is None or _otherwise(column, own):
            continue
        label = quote(same(f"{column.head}, {table.labels[row]}"))
        written = formula("{} ≠ {}", own.shown, bare(cell))
        yield wrong(KEY, prose, (own,), written, CELL.format(own.shown, label, bare(cell)), "cell")


def _otherwise(column: Column, own: Number) -> bool:
    """Whether two cells of the column give the number: their sum, their difference or a change."""
    for one, other in itertools.combinations(column.values.values(), 2):
        found = [one.plus(other), one.minus(other), other.minus(one)]
        if own.kind == SHARE:
            found += [v.scaled(100) for v in changes(one, other)]
        if any(own.allows.meets(v) for v in found):
            return True
    return False


def _order(prose: Prose, match: re.Match[str], table: Grid) -> Iterator[Result]:
    """Lending was larger in 2023 than in 2020, by 12.0 billion."""
    if match["adj"] not in _UP | _DOWN:
        return
    a, b = table.row_of(match["a"]), table.row_of(match["b"])
    if a is None or b is None:
        return
    lead = re.split(r"[.;:,]", prose.text[: match.start()])[-1]
    stop = re.search(r"[.;]", prose.text[match.end() :])
    end = match.end() + (stop.start() if stop is not None else 60)
    sizes = [n for t in english(prose) for n in t.numbers if match.end() <= n.start < end]
    for column in table.columns:
        one, other = column.values.get(a), column.values.get(b)
        if one is None or other is None or one.meets(other):
            continue
        bound = len(sizes) == 1 and any(
            _alike(column, sizes[0]) and sizes[0].allows.meets(v)
            for v in (one.minus(other), other.minus(one))
        )
        alone = sum(c.named(lead, None) for c in table.columns) == 1
        if not bound and not (alone and column.named(lead, None)):
            continue
        first, second = column.cells[a], column.cells[b]
        written = formula("{} {} {}", bare(first), ">" if one.low > other.high else "<", bare(second))
        figures = [n for n in sizes if n.figure is not None]
        if (one.low > other.high) == (match["adj"] in _UP):
            yield from passed(KEY, figures, written)
        else:
            names = [quote(same(f"{column.head}, {table.labels[r]}")) for r in (a, b)]
            said = TURNED.format(quote(same(match[0])), names[0], bare(first), names[1], bare(second))
            own = Number(*match.span(), match[0], 0.0, 0.0, 0.0, COUNTED, "", True)
            yield wrong(KEY, prose, (own,), written, said, "order")
        return


def _alike(column: Column, size: Number) -> bool:
    return (
        size.kind == column.kind
        or (size.kind == COUNTED and not size.noun)
        or (size.kind == POINTS and column.kind == SHARE)
    )
