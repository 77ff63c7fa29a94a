"""What an English sentence calls the most or the worst, with its number, as a table beside it has that number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "english_tops"
_TOP: Final = re.compile(
    r"(?P<lead>[^.;:,|]{2,60}?) (?:(?P<head>(?:headed|topped|led) the (?:list|table|poll|ranking|rankings|field)|came"
    r" (?:first|top|out on top)|ranked first)|(?:was|is|were|proved|remained) (?:by far |easily )?(?:the|its|their) "
    r"(?:(?P<high>largest|biggest|highest|busiest|most [a-z]+|commonest)|(?P<low>smallest|lowest|fewest|least [a-z]+)"
    r"|(?P<end>worst|best|strongest|weakest|poorest|leanest))(?: [a-z-]+){0,3}),? (?:with|at) (?:just |only |some )?"
    r"[£$€]?(?P<n>\d[\d,]*(?:\.\d+)?)"
)
_NOT: Final = re.compile(
    r"\b(?:not|never|one of|second|third|among|outside|except|excluding|apart from|besides|of the rest|since|so far"
    r"|until|before|if|of those|half|quarter)\b", re.I,
)  # fmt: skip
_TOTAL: Final = re.compile(r"^\**(?:total|sum|all|overall|average|mean|whole|combined)\b", re.I)
TURNED: Final = Text(
    "文中说{0}，但表中{1}是{2}，{3}是{4}。",
    "The text says {0}, but the table has {2} for {1} and {4} for {3}.",
)


@check(
    KEY, "英文的榜首与极值", "tops and worsts in English", "section", needs={"section": ("table", "latin")}
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold a superlative against the column in which a table beside it has the same number."""
    if not piece.has_tables:
        return
    for start, line in piece.prose_lines:
        for match in _TOP.finditer(line):
            if not _NOT.search(match[0]):
                cells = [
                    (sheet, f) for sheet in piece.around(piece.start + start)
                    for f in sheet.figures if f.col and not f.is_date and _digits(f) == match["n"]
                ]  # fmt: skip
                if len(cells) == 1:
                    yield from _held(piece, match, start, *cells[0])


def _digits(figure: Figure) -> str:
    found = re.search(r"\d[\d,]*(?:\.\d+)?", figure.as_printed)
    return found[0] if found is not None else ""


def _held(piece: Section, match: re.Match[str], start: int, sheet: Sheet, cell: Figure) -> Iterator[Result]:
    labels = [sheet.label(r) for r in sheet.rows]
    named = [w for w in labels if len(w) > 2 and re.search(rf"\b{re.escape(w)}\b", match["lead"], re.I)]
    if len(set(labels)) != len(labels) or (named and sheet.label(cell.row or 0) not in named):
        return  # the number is of another row than the one named: its own check
    column = [
        f for r, w in zip(sheet.rows, labels, strict=True)
        if not _TOTAL.match(w) and (f := sheet.at(r, cell.col or 0)) is not None and value_of(f) is not None
    ]  # fmt: skip
    if len(column) < 3 or cell not in column or len({f.unit for f in column}) > 1:
        return
    most, least = (one(column, key=lambda f: value_of(f) or 0.0) for one in (max, min))
    ends = [least] if match["low"] else [most, least] if match["end"] else [most]
    own = value_of(cell)
    if own in [value_of(f) for f in ends]:
        yield say.passed(KEY, (cell,), bare(cell))
        return
    best = ends[0]
    at = (start + match.start(), start + match.end())
    names = [quote(sheet.label(f.row or 0)) for f in (cell, best)]
    said = TURNED.format(quote(match[0].strip()), names[0], bare(cell), names[1], bare(best))
    written = formula("{}; {}", bare(cell), bare(best))
    yield say.finding(
        KEY, "changes_conclusion", (cell, best), written, said, "top", spans=(piece.anchor(*at),)
    )
