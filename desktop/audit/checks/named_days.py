"""A day that is called by what a table dates: 3月27日的重签截止日, where the row 重签 has another day as its 截止."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "named_days"
_KIND: Final = r"(?:日期?|期限|时间|节点|大限|时点)"
_BEHIND: Final = re.compile(rf"(?:这[一个]|当天)?的(?P<name>[\u4e00-\u9fff]{{2,10}}?){_KIND}(?![程历志子])")
_AHEAD: Final = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{2,10}}?){_KIND}(?:[为是即：:（(]|定在|定为|落在|设在|仍是|就是|锁定)+$"
)
_MOVED: Final = re.compile(r"原[定来先]|改|推迟|提前|延|顺延|调整|去年|上[次年]|下[次一]|另一")
_FILL: Final = re.compile(r"[的为在]|公司|我们|最[终后]|计划|正式")
SAID: Final = Text(
    "文中把{0}说成{1}，表中{2}一行写的是{3}。",
    "The text has {1} for {0}; in the row {2} of the table it is {3}.",
)


@check(
    KEY,
    "表中所列的日子",
    "days that a table dates",
    "section",
    needs={"section": ("date", "table", "日期限时节点")},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Find the one row that has all words of a day's name, and hold its date against the text."""
    sheets = [s for s in (*piece.sheets, *piece.earlier) if any(f.is_date for f in s.figures)]
    for figure in piece.figures if sheets else ():
        name = _name(piece, figure)
        own = [c for s in sheets for c in _cells(s, name)] if name else []
        if len({c.period.text for c, _ in own if c.period is not None}) == 1:
            yield from _held(piece, figure, name, *own[0])


def _name(piece: Section, figure: Figure) -> str:
    """What a day of the prose is called, "" where it has no name."""
    period = figure.period
    if (
        not figure.is_date
        or figure.table
        or period is None
        or "→" in period.text
        or period.text.count("-") == 0
    ):
        return ""
    begin, end = figure.anchor.start - piece.start, figure.anchor.end - piece.start
    found = _BEHIND.match(piece.text, end) or _AHEAD.search(piece.text, max(0, begin - 20), begin)
    if found is None or _MOVED.search(piece.text, max(0, begin - 20), end + 16):
        return ""
    return found["name"]


def _cells(sheet: Sheet, name: str) -> Iterator[tuple[Figure, int]]:
    """The dates of a table whose row and column have the words of a name, each pair of characters of it in one."""
    pairs = [p for n in range(len(name) - 1) if not _FILL.search(p := name[n : n + 2])]
    for (row, col), own in sheet.grid.items():
        if (
            len(own) != 1
            or not own[0].is_date
            or own[0].period is None
            or "→" in own[0].period.text
            or not row
        ):
            continue
        label, head = sheet.label(row), sheet.head(col)
        here = [p for p in pairs if p in label]
        there = [p for p in pairs if p in head]
        covered = {c for p in (*here, *there) for c in p}
        rest = [c for c in _FILL.sub("", name) if c not in covered]
        alone = (
            sum(1 for c in sheet.cols if len(f := sheet.grid.get((row, c), ())) == 1 and f[0].is_date) == 1
        )
        if here and not rest and (there or alone):
            yield own[0], row


def _held(piece: Section, figure: Figure, name: str, cell: Figure, row: int) -> Iterator[Result]:
    one, other = figure.period, cell.period
    if one is None or other is None:
        return
    written = formula("{} ≠ {}", bare(figure), bare(cell))
    parts = list(zip(one.text.split("-")[::-1], other.text.split("-")[::-1], strict=False))
    if not all(a.isdecimal() and b.isdecimal() for a, b in parts) or len(one.text.split("-")[0]) == len(
        other.text
    ):
        return
    if all(a == b for a, b in parts):
        yield say.passed(KEY, (figure, cell), written)
    elif sum(a != b for a, b in parts) == 1:  # a slip of one part; two apart may be another event
        label = next(
            (s.label(row).strip() for s in (*piece.sheets, *piece.earlier) if s.table.id == cell.table), ""
        )
        said = SAID.format(quote(name), bare(figure), quote(label), bare(cell))
        yield say.finding(KEY, "inconsistent", (figure, cell), written, said, "day")
