"""A number that an English sentence gives of a table's row: a cell of it, or the difference of two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.english_rows import YEAR, Rows, english_sentences
from desktop.audit.english_words import HEDGE
from desktop.audit.interval import as_claim, digits, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "english_tables"
_GOES_ON: Final = re.compile(r" (?:more|less|fewer|higher|lower|above|below|of|to|per|a|each)\b")
_IS: Final = (
    r"(?: alone| revenue| sales| costs?| spending)?(?:,? in (?:the year|(?:19|20)\d\d),?)? ?"
    r"(?:brought in|earned|made|was|were|is|are|stood at|came to|reached|generated|cost|took|had|sold|produced|took in"
    r"|accounted for|contributed|was worth|amounted to|totalled|totaled|:|, at|, with)(?: up| at| with)? "
)
_BEFORE: Final = (
    r"(?:the year before|a year earlier|last year|the previous year|the prior year|in (?:19|20)\d\d)"
)
_ADDED: Final = (
    r"(?P<up> (?:added|gained|put on|rose by|grew by|climbed by|increased by) )|(?P<down> (?:lost"
    r"|shed|fell by|dropped by|shrank by|declined by) )"
)
_THAN: Final = rf" (?:(?P<more>more|higher)|(?P<less>less|fewer|lower)) than {_BEFORE}"
CELL = Text("文字写{0}，表格中{1}是{2}。", "The text says {0}; the table has {2} for {1}.")
APART = Text("{0}，相差{1}，不是文中的{2}。", "{0} is a difference of {1}, not {2} as the text says.")


@check(KEY, "英文与表格", "English sentences and tables", "section", needs={"section": ("table", "latin")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Check the numbers that English sentences give right behind the name of a row."""
    for rows, words, start in english_sentences(piece):
        yield from _cells(piece, rows, words, start)


def _cells(piece: Section, rows: Rows, words: str, start: int) -> Iterator[Result]:
    """The number right behind the name of a row: a cell of it, or the difference of two."""
    for figure in piece.between(piece.start + start, piece.start + start + len(words)):
        if figure.table or figure.is_date or value_of(figure) is None:
            continue
        at = figure.anchor.start - piece.start - start
        lead, tail = words[:at], words[at + len(figure.anchor.quote) :]
        moved = re.search(rf"\b(?P<name>{rows.words})(?:{_ADDED}){HEDGE}$", lead, re.I)
        named = re.search(rf"\b(?P<name>{rows.words}){_IS}{HEDGE}$", lead, re.I)
        than = re.match(_THAN, tail, re.I)
        if moved is not None and rows.two_years is not None and not re.match(r" (?:of|from|to)\b", tail):
            yield from _apart(rows, moved["name"], figure, down=moved["down"] is not None)
        elif named is not None and than is not None and rows.two_years is not None:
            yield from _apart(rows, named["name"], figure, down=than["less"] is not None)
        elif named is not None and not _GOES_ON.match(tail):
            years = set(YEAR.findall(named[0])) or set(re.findall(r"^,? in ((?:19|20)\d\d)", tail))
            years = years or set(YEAR.findall(lead))
            yield from _held(rows, named["name"], figure, years)


def _held(rows: Rows, name: str, figure: Figure, years: set[str]) -> Iterator[Result]:
    cells = [
        f for col, y in rows.levels if (not years or y in years) and (f := rows.cell(name, col)) is not None
    ]
    cells = [c for c in cells if figure.unit and same_dimension(c.unit, figure.unit)]
    claim, mine = as_claim(figure), value_of(figure)
    if not cells or claim is None or not mine:
        return
    for cell in cells:
        own = as_claim(cell)
        if own is not None and own.meets(claim):
            yield say.passed(KEY, (figure, cell), formula("{} = {}", stated(figure), bare(cell)))
            return
    near = [c for c in cells if (v := value_of(c)) and 0.02 < mine / v < 50]
    if near:
        said = CELL.format(
            stated(figure),
            quote(rows.sheet.label(rows.lines[name.lower()])),
            say.listed([bare(c) for c in near]),
        )
        yield say.finding(
            KEY, "inconsistent", (figure, *near), formula("{} ≠ {}", bare(figure), bare(near[-1])), said
        )


def _apart(rows: Rows, name: str, figure: Figure, *, down: bool) -> Iterator[Result]:
    assert rows.two_years is not None
    one, other = (rows.cell(name, c) for c in rows.two_years)
    claim = as_claim(figure)
    if one is None or other is None or claim is None or not same_dimension(one.unit, figure.unit):
        return
    first, last, a, b = digits(one), digits(other), value_of(one), value_of(other)
    if first is None or last is None or a is None or b is None:
        return
    found = last.minus(first).scaled(-1 if down else 1)
    point = amount(b - a, figure, exact=True)
    written = formula("{} − {} = {}", bare(other), bare(one), point)
    if found.meets(claim):
        yield say.passed(KEY, (figure, other, one), written, rounded=True)
    else:
        label = quote(rows.sheet.label(rows.lines[name.lower()]))
        moved = Text("{0}由{1}变为{2}", "{0}: from {1} to {2}").format(label, bare(one), bare(other))
        yield say.finding(
            KEY, "inconsistent", (figure, other, one), written, APART.format(moved, point, stated(figure))
        )
